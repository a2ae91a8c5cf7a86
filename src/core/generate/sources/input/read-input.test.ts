import type { SheetSnapshot } from "../../../workbook/snapshot";
import type { SheetPlan } from "../../../workbook/sheet-plan";
import type { Content, Scope } from "../../content";
import { told } from "../../extract/told.testing";
import { fillTemplate } from "../../fill/fill";
import { amount, scope } from "../../fill/template.testing";
import { INPUT_TEMPLATES } from "../../templates";
import { grid } from "../../../../../test/support/grid";
import { listOf, textOfItem } from "../scopes";
import { indicatorRows, ledgerRows, textRows } from "./input-rows";
import { readInput } from "./read-input";

/** What input sheets say, as text; then what is wrong with them. */
function read(...sheets: readonly SheetSnapshot[]): string[] {
  const { scope: found, problems } = readInput(sheets);
  return [...(found === null ? ["没有"] : told(found)), ...problems.map(({ message }) => `! ${message}`)];
}

describe("绩效指标录入: a row an indicator", () => {
  test("columns in any order, unit and project as written, targets in both forms", () => {
    expect(
      read(
        grid(
          `
          随便写的标题
          三级指标 | 单位 | 项目 | 一级指标 | 二级指标 | 指标值类型 | 指标值 | 计量单位 | 评（扣）分标准 | 分值
          培训人次 | '047007 研究院 | 业务工作经费 | 产出指标 | 数量指标 | ≥ | '2.50 | 万人次 | 少一次扣1分 | 10
          制度健全 | 研究院 | 整体 | 效益指标 | 社会效益指标 | 定性 | 健全 | | |
        `,
          "绩效指标录入（2）",
        ),
      ),
    ).toEqual([
      "- 单位: 单位代码=047007 | 单位名称=研究院",
      "  - 项目: 项目名称=业务工作经费",
      "    - 指标: 三级指标=培训人次 | 一级指标=产出指标 | 二级指标=数量指标 | 指标值类型=≥ | 指标值=2.50 | 计量单位=万人次 | 评分标准=少一次扣1分 | 分值=10 | 年度指标值=≥2.5万人次 | 全年指标值=≥2.5万人次",
      "- 单位: 单位名称=研究院",
      "  - 指标: 三级指标=制度健全 | 一级指标=效益指标 | 二级指标=社会效益指标 | 指标值类型=定性 | 指标值=健全 | 年度指标值=健全 | 全年指标值=健全",
    ]);
  });

  test("an inserted row leaves out what is as above; a new owner begins anew; levels without an indicator stay", () => {
    const lines = read(
      grid(
        `
        单位 | 项目 | 一级指标 | 二级指标 | 三级指标
        甲   | 一   | 产出指标 | 数量指标 | 次数
             |      |          |          | 人数
             |      |          | 质量指标 | 合格率
             |      | 效益指标 |          | 收入
             | 二   |          |          | 户数
        乙   |      | 成本指标 | 经济成本指标 |
      `,
        "绩效指标录入",
      ),
    );
    expect(lines).toEqual([
      "- 单位: 单位名称=甲",
      "  - 项目: 项目名称=一",
      "    - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=次数",
      "    - 指标: 三级指标=人数 | 一级指标=产出指标 | 二级指标=数量指标",
      "    - 指标: 二级指标=质量指标 | 三级指标=合格率 | 一级指标=产出指标",
      "    - 指标: 一级指标=效益指标 | 三级指标=收入",
      "  - 项目: 项目名称=二",
      "    - 指标: 三级指标=户数",
      "- 单位: 单位名称=乙",
      "  - 指标: 一级指标=成本指标 | 二级指标=经济成本指标",
    ]);
  });

  test("names of a merged area hold for all its rows", () => {
    const sheet = grid(
      `
      单位 | 项目 | 一级指标 | 三级指标
      甲   | 一   | 产出指标 | 次数
           |      |          | 人数
      乙   | 二   | 产出指标 | 户数
    `,
      "绩效指标录入",
    );
    const merges = [0, 1, 2].map((column) => ({ top: 1, bottom: 2, left: column, right: column }));
    expect(read({ ...sheet, merges })).toEqual([
      "- 单位: 单位名称=甲",
      "  - 项目: 项目名称=一",
      "    - 指标: 一级指标=产出指标 | 三级指标=次数",
      "    - 指标: 一级指标=产出指标 | 三级指标=人数",
      "- 单位: 单位名称=乙",
      "  - 项目: 项目名称=二",
      "    - 指标: 一级指标=产出指标 | 三级指标=户数",
    ]);
  });

  test("rows of nobody are the whole's, and it is told once", () => {
    expect(read(grid("单位 | 项目 | 三级指标\n | | 次数\n | | 人数", "绩效指标录入"))).toEqual([
      "- 指标: 三级指标=次数",
      "- 指标: 三级指标=人数",
      "! 工作表“绩效指标录入” A2 所在行没有写单位和项目，上面也没有，按整个部门的指标读入，请核对。",
    ]);
  });
});

describe("绩效资料录入: a row an item", () => {
  test("of a unit, a project or the whole; digits are a number, codes and years are not", () => {
    expect(
      read(
        grid(
          `
          单位 | 项目 | 资料项 | 内容
               |      | 年度   | 2026
          甲   |      | 编制数 | '66
          甲   | 一   | 年度绩效目标 | 做好工作。
          甲   | 一   | 实际完成情况 |
               | 二   | 项目代码 | '0012
               |      |        | 写错行了
        `,
          "绩效资料录入",
        ),
      ),
    ).toEqual(
      [
        "年度=2026",
        "- 单位: 单位名称=甲 | 编制数=66",
        "  - 项目: 项目名称=一 | 年度绩效目标=做好工作。",
        "- 项目: 项目名称=二 | 项目代码=0012",
        "! 工作表“绩效资料录入” C7 填了内容却没有写资料项，这一行没有读入，请补上资料项。",
      ].slice(0),
    );
  });

  test("what is typed is stronger than anything else, the names beside it are not", () => {
    const { scope: found } = readInput([grid("单位 | 资料项 | 内容\n甲 | 编制数 | 66", "绩效资料录入")]);
    const [unit] = found === null ? [] : listOf(found, "单位");
    expect(unit?.items.get("编制数")).toMatchObject({ origin: "input", value: { kind: "number" } });
    expect(unit?.items.get("单位名称")).toMatchObject({ origin: "carried" });
  });
});

test("a workbook without input sheets has no input; one without its headings is told", () => {
  expect(read(grid("单位 | 资料项 | 内容", "资料"))).toEqual(["没有"]);
  expect(read(grid("这里什么也没有", "绩效资料录入"))).toEqual([
    "! 工作表“绩效资料录入”里没有找到同时写着“资料项”、“内容”的标题行，整张表没有读入，请补上标题行。",
  ]);
});

describe("the sheets as the tool lays them out", () => {
  const LEVELS = [
    { 一级指标: "成本指标", 二级指标: "经济成本指标" },
    {
      一级指标: "产出指标",
      二级指标: "数量指标",
      三级指标: "次数",
      指标值类型: "≥",
      指标值: amount(2, 0),
      计量单位: "次",
    },
  ];
  const content: Content = {
    root: scope({
      年度: "2026",
      单位: [
        { 单位名称: "甲", 指标: LEVELS.slice(0, 1), 项目: [{ 项目名称: "一", 指标: LEVELS }] },
        { 单位名称: "乙", 指标: LEVELS.slice(0, 1) },
      ],
      项目: [{ 项目名称: "一", 单位名称: "甲" }],
    }),
    lookup: () => null,
  };
  const planned = (kind: keyof typeof INPUT_TEMPLATES, laidOut = content): SheetPlan => {
    const { plans, missing } = fillTemplate(INPUT_TEMPLATES[kind], laidOut, {
      mode: "values",
      sheetNames: [],
    });
    const [plan] = plans;
    if (plan === undefined || missing.length > 0) throw new Error(JSON.stringify(missing));
    return plan;
  };
  const sheetOf = ({ name, cells, merges = [] }: SheetPlan): SheetSnapshot => ({
    ...grid("", name),
    cells: cells.map(({ row, column, value }) => ({
      row,
      column,
      value,
      text: String(value),
      formula: null,
      decimals: null,
    })),
    merges,
  });

  test("绩效指标录入 has a row for every level of every unit and project, and is read back", () => {
    const plan = planned("indicators", indicatorRows(content));
    expect(read(sheetOf(plan))).toEqual([
      "- 单位: 单位名称=甲",
      "  - 项目: 项目名称=一",
      "    - 指标: 一级指标=成本指标 | 二级指标=经济成本指标",
      "    - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=次数 | 指标值类型=≥ | 指标值=2 | 计量单位=次 | 年度指标值=≥2次 | 全年指标值=≥2次",
      "  - 指标: 一级指标=成本指标 | 二级指标=经济成本指标",
      "- 单位: 单位名称=乙",
      "  - 指标: 一级指标=成本指标 | 二级指标=经济成本指标",
    ]);
    expect(plan.merges?.filter(({ top }) => top > 2)).toEqual([]);
    expect(plan.dropDowns?.map(({ range }) => [range.top, range.bottom])).toEqual([
      [3, 6],
      [3, 6],
      [3, 6],
      [3, 6],
    ]);
  });

  test("绩效资料录入 has a row for every item that is missing, once; amounts and indicators are not asked for", () => {
    const missing = [
      { item: "编制数", owner: "" },
      { item: "部门职能职责描述", owner: "单位“甲”" },
      { item: "年度绩效目标", owner: "项目“一”" },
      { item: "年度绩效目标", owner: "项目“一”" },
      { item: "三级指标", owner: "项目“一”" },
      { item: "预算02表[合计, 合计]", owner: "" },
    ];
    const rows = planned("texts", textRows(content, missing)).cells.filter(({ row }) => row > 2);
    expect(rows.map(({ row, column, value }) => `${String(row)}:${String(column)} ${String(value)}`)).toEqual(
      ["3:2 编制数", "4:0 甲", "4:2 部门职能职责描述", "5:0 甲", "5:1 一", "5:2 年度绩效目标"],
    );
  });

  test("支出明细 asks what has arrived for every project; left blank it says nothing", () => {
    const plan = planned("ledger", ledgerRows(content));
    expect(plan.cells.filter(({ row }) => row === 3 || row === 4).map(({ value }) => value)).toEqual([
      "一",
      "甲",
      "资金到位",
      "专项资金",
      "一",
      "甲",
      "资金到位",
      "业务工作经费",
    ]);
    expect(read(sheetOf(plan))).toEqual([]);
    expect(plan.dropDowns?.[0]?.range).toMatchObject({ top: 3, bottom: 104 });
  });

  test("where no unit is known the whole is laid out", () => {
    const alone = { ...content, root: scope({ 指标: LEVELS.slice(0, 1) }) };
    const [row]: readonly Scope[] = listOf(indicatorRows(alone).root, "录入行");
    expect(row && [textOfItem(row, "单位"), textOfItem(row, "一级")]).toEqual(["", "成本指标"]);
  });
});
