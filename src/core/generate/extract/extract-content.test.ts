import { grid } from "../../../../test/support/grid";
import { sheetGrid, type SheetGrid } from "../../workbook/grid";
import { at, ranges, template } from "../fill/template.testing";
import type { Template } from "../template";
import { bestFit, extractContent, fitTemplate } from "./extract-content";
import { told } from "./told.testing";

function sheet(drawing: string, ...merges: readonly string[]): SheetGrid {
  return sheetGrid({ ...grid(drawing), merges: ranges(...merges) });
}

/** What is read, as lines; null where the sheet is not of the layout. */
function read(layout: Template, given: SheetGrid): string[] | null {
  const scope = extractContent(layout, given);
  return scope && told(scope);
}

const GOALS = template(
  `
  其他资金绩效目标表 |  |  |  |  |
  填报单位：{{单位名称}} |  |  |  |  | 金额单位：万元
  单位代码 | 项目名称 | 资金总额 | 一级指标 | 二级指标 | 三级指标
  {{#单位}}{{单位代码}} | {{单位名称}} | =SUM(C5) | | |
  {{#项目}}{{#指标}}{{单位代码}} | {{项目名称}} | {{资金总额}} | {{一级指标}} | {{二级指标}} | {{三级指标}}{{/指标}}{{/项目}}{{/单位}}
  注：不含上年结转结余。 | | | | |
`,
  { areas: [{ range: at("C5:C5"), style: { numberFormat: "#,##0.00" } }] },
);

const GOALS_SHEET = `
  其他资金绩效目标表 |  |  |  |  |
  填报单位： 质量研究院 |  |  |  |  | 金额单位：万元
  单位代码 | 项目名称 | 资金总额 | 一级指标 | 二级指标 | 三级指标
  '047007 | 质量研究院 | 20.54 | | |
          | 业务工作经费 | 13.54 | 产出指标 | 数量指标 | 培训次数
          |              |       |          |          | 培训人数
          |              |       |          | 质量指标 |
          |              |       | 效益指标 | 社会效益指标 | 满意率
          | 运行维护经费 | 7.00  | 产出指标 | 数量指标 | 巡检次数
  注：不含上年结转结余。 | | | | |
`;
const GOALS_MERGES = ["A1:F1", "A5:A9", "B5:B8", "C5:C8", "D5:D7", "E5:E6", "A10:F10"];
const GOALS_TOLD = [
  "单位名称=质量研究院",
  "- 单位: 单位代码=047007 | 单位名称=质量研究院",
  "  - 项目: 项目名称=业务工作经费 | 资金总额=13.54",
  "    - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=培训次数",
  "    - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=培训人数",
  "    - 指标: 一级指标=产出指标 | 二级指标=质量指标 | 三级指标=",
  "    - 指标: 一级指标=效益指标 | 二级指标=社会效益指标 | 三级指标=满意率",
  "  - 项目: 项目名称=运行维护经费 | 资金总额=7.00",
  "    - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=巡检次数",
];

describe("lists within lists", () => {
  test("items begin where their own cells begin, and levels reach down", () => {
    expect(read(GOALS, sheet(GOALS_SHEET, ...GOALS_MERGES))).toEqual(GOALS_TOLD);
  });

  test("merged cells that were taken apart lose nothing", () => {
    expect(read(GOALS, sheet(GOALS_SHEET))).toEqual(GOALS_TOLD);
  });

  test("a name written again on each of its rows is one item", () => {
    const repeated = GOALS_SHEET.replace(
      "|              |       |          | 质量指标 |",
      "| 业务工作经费 | 13.54 | 产出指标 | 质量指标 |",
    ).replace("|              |       | 效益指标", "| 业务工作经费 | 13.54 | 效益指标");
    expect(read(GOALS, sheet(repeated))).toEqual(GOALS_TOLD);
  });

  test("rows and columns put in, moved columns and other words of a note do not matter", () => {
    const moved = `
      内部资料 | | | | | | |
      其他资金绩效目标表 | | | | | | |
      填报单位: 质量研究院 | | | | | | 金额单位：万元 |
      单位代码 | 核对 | 资金总额 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 备 注
      '047007 | √ | 20.54 | 质量研究院 | | | |
              | √ | 13.54 | 业务工作经费 | 产出指标 | 数量指标 | 培训次数 | 见附件
              |   |       |              |          |          | 培训人数 |
              |   |       |              |          | 质量指标 |          |
              |   |       |              | 效益指标 | 社会效益指标 | 满意率 |
              | √ | 7.00  | 运行维护经费 | 产出指标 | 数量指标 | 巡检次数 |
      注：上年结转结余不在内。 | | | | | | |
      填表人：张三 | | 联系电话：0731 | | | | |
    `;
    expect(read(GOALS, sheet(moved))).toEqual(GOALS_TOLD);
  });

  test("a unit without projects has none", () => {
    const empty = `
      其他资金绩效目标表 |  |  |  |  |
      填报单位：质量研究院 |  |  |  |  | 金额单位：万元
      单位代码 | 项目名称 | 资金总额 | 一级指标 | 二级指标 | 三级指标
      '047007 | 质量研究院 | 0.00 | | |
      '047008 | 计量院 | 7.00 | | |
              | 运行维护经费 | 7.00  | 产出指标 | 数量指标 | 巡检次数
      注：不含上年结转结余。 | | | | |
    `;
    expect(read(GOALS, sheet(empty, "A6:A6"))).toEqual([
      "单位名称=质量研究院",
      "- 单位: 单位代码=047007 | 单位名称=质量研究院",
      "- 单位: 单位代码=047008 | 单位名称=计量院",
      "  - 项目: 项目名称=运行维护经费 | 资金总额=7.00",
      "    - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=巡检次数",
    ]);
  });

  test("the kind that a list is filtered by is the kind of its items", () => {
    const filtered = template(`
      专项名称 | 支出方向 | 资金总额
      {{#项目：类别=专项}}{{专项名称 合并}} | {{支出方向}} | {{资金总额}}{{/项目}}
      合计 | | =SUM(C2)
    `);
    const given = sheet(
      `
      专项名称 | 支出方向 | 资金总额
      市场监管专项 | 质量提升 | 139.00
                   | 监督执法 | 60.00
      合计 | | 199.00
    `,
      "A2:A3",
    );
    expect(read(filtered, given)).toEqual([
      "- 项目: 专项名称=市场监管专项 | 支出方向=质量提升 | 资金总额=139.00 | 类别=专项",
      "- 项目: 专项名称=市场监管专项 | 支出方向=监督执法 | 资金总额=60.00 | 类别=专项",
    ]);
  });

  test("a list printed twice, with other columns, is one list", () => {
    const twice = template(`
      三级指标 | 年度指标值
      {{#指标}}{{三级指标}} | {{年度指标值}}{{/指标}}
      指标完成情况 | 实际完成值
      {{#指标}}{{三级指标}} | {{实际完成值}}{{/指标}}
    `);
    const given = sheet(`
      三级指标 | 年度指标值
      培训次数 | ≥4次
      合格率 | ≥95%
      指标完成情况 | 实际完成值
      培训次数 | 5次
      合格率 | 97%
    `);
    expect(read(twice, given)).toEqual([
      "- 指标: 三级指标=培训次数 | 年度指标值=≥4次 | 实际完成值=5次",
      "- 指标: 三级指标=合格率 | 年度指标值=≥95% | 实际完成值=97%",
    ]);
  });
});

describe("values", () => {
  const FUNDS = template(
    `
    {{年度}}年度项目支出绩效自评表 | | | |
    主管部门 | {{主管部门}} | | 实施单位 | {{实施单位}}
    项目资金（万元） | {{上年}}年决算数 | {{年度}}年预算数 | {{年度}}年决算数 | 执行率
    年度资金总额 | {{资金.上年决算数}} | {{资金.本年预算数}} | {{资金.本年决算数}} | =EXEC_RATE(D4,C4,4)
    其中： 一般公共预算：{{一般公共预算}} | | | 联系电话：{{联系电话}} |
    总体目标 | {{年度绩效目标}} | | |
  `,
    {
      areas: [{ range: at("B4:D4"), style: { numberFormat: "#,##0.00" } }],
    },
  );

  test("numbers are exact, texts to the letter, blanks known to be blank, formulas not read", () => {
    const scope = extractContent(
      FUNDS,
      sheet(`
        2024年度项目支出绩效自评表 | | | |
        主管部门 | 工信厅 | | 实施单位 | 事务中心
        项目资金（万元） | 2023年决算数 | 2024年预算数 | 2024年决算数 | 执行率
        年度资金总额 | 904.8200000000001 | 1,343.35 | —— | 73.38
        其中：一般公共预算：7071.38 | | | 联系电话：073188 |
        总体目标 | | | |
      `),
    );
    expect(scope?.items.get("资金.上年决算数")?.value).toMatchObject({ kind: "number", formula: null });
    expect(scope && told(scope)).toEqual([
      [
        "年度=2024",
        "主管部门=工信厅",
        "实施单位=事务中心",
        "上年=2023",
        "资金.上年决算数=904.8200000000000",
        "资金.本年预算数=1343.35",
        "资金.本年决算数=",
        "一般公共预算=7071.38",
        "联系电话=073188",
        "年度绩效目标=",
      ].join(" | "),
    ]);
  });

  test("a table in 元 is read in the template's 万元", () => {
    expect(
      read(
        GOALS,
        sheet(
          GOALS_SHEET.replace("金额单位：万元", "金额单位：元")
            .replace("13.54", "135400.00")
            .replace("7.00", "70000.00"),
        ),
      ),
    ).toEqual(GOALS_TOLD.map((line) => line.replace("资金总额=7.00", "资金总额=7")));
  });

  test("本年 and 上年 stand for years, and are none", () => {
    expect(
      read(
        FUNDS,
        sheet(`
        项目支出绩效自评表 | | | |
        主管部门 | 工信厅 | | 实施单位 | 事务中心
        项目资金（万元） | 上年决算数 | 本年预算数 | 本年决算数 | 执行率
        年度资金总额 | 1.00 | 2.00 | 3.00 | 4.00
        总体目标 | 按时完成 | | |
      `),
      )?.[0],
    ).toContain("资金.上年决算数=1.00 | 资金.本年预算数=2.00 | 资金.本年决算数=3.00");
  });

  test("an error value is not taken over", () => {
    const given = sheet(`
      2024年度项目支出绩效自评表 | | | |
      主管部门 | #REF! | | 实施单位 | 事务中心
      项目资金（万元） | 2023年决算数 | 2024年预算数 | 2024年决算数 | 执行率
      年度资金总额 | 1.00 | 2.00 | 3.00 | 4.00
    `);
    const scope = extractContent(FUNDS, given);
    expect(scope?.items.has("主管部门")).toBe(false);
    expect(scope?.items.has("实施单位")).toBe(true);
  });

  test("points of a level stand with its name; where no level has any, they are not known to be none", () => {
    const levels = template(`
      一级指标 | 三级指标
      {{#指标}}{{一级指标}}（{{一级分值}}分） | {{三级指标}}{{/指标}}
      总分 |
    `);
    const given = sheet(`
      一级指标 | 三级指标
      产出指标(50分) | 培训次数
                     | 培训人数
      满意度指标     | 满意率
      总分 |
    `);
    expect(read(levels, given)).toEqual([
      "- 指标: 一级指标=产出指标 | 一级分值=50 | 三级指标=培训次数",
      "- 指标: 一级指标=产出指标 | 一级分值=50 | 三级指标=培训人数",
      "- 指标: 一级指标=满意度指标 | 一级分值= | 三级指标=满意率",
    ]);
    expect(read(levels, sheet("一级指标 | 三级指标 \n 产出指标 | 培训次数 \n 总分 |"))).toEqual([
      "- 指标: 一级指标=产出指标 | 三级指标=培训次数",
    ]);
  });
});

test("repeated columns are read by their headings, whatever their number", () => {
  const spent = template(`
    使用明细表 | | |
    项目名称 | 到位 | {{#费用项 向右}}{{名称}}{{/费用项}} | 支出合计
    {{#项目}}{{项目名称}}{{/项目}} | {{到位}} | {{金额}} | =SUM(C3)
    合计 | =SUM(B3) | =SUM(C3) | =SUM(D3)
  `);
  const given = sheet(`
    使用明细表 | | | | | |
    项目名称 | 到位 | 办公费 | 差旅费 | 劳务费 | 支出合计
    法治建设 | 9.00 | 1.20 |        | 3.00   | 4.20
    质量强省 | 8.00 |      | 2.50   |        | 2.50
    合计 | 17.00 | 1.20 | 2.50 | 3.00 | 6.70
  `);
  expect(read(spent, given)).toEqual([
    "- 费用项: 名称=办公费",
    "- 费用项: 名称=差旅费",
    "- 费用项: 名称=劳务费",
    "- 项目: 项目名称=法治建设 | 到位=9.00",
    "  - 费用项: 名称=办公费 | 金额=1.20",
    "  - 费用项: 名称=劳务费 | 金额=3.00",
    "- 项目: 项目名称=质量强省 | 到位=8.00",
    "  - 费用项: 名称=差旅费 | 金额=2.50",
  ]);
});

describe("the layout", () => {
  const OTHER = template(
    `
    项目支出绩效自评表 | |
    项目名称 | {{项目名称}} |
    三级指标 | 年度指标值 | 实际完成值
    {{#指标}}{{三级指标}} | {{年度指标值}} | {{实际完成值}}{{/指标}}
  `,
    { id: "other", each: "项目" },
  );

  test("a sheet of another layout is not read", () => {
    expect(extractContent(GOALS, sheet("姓名 | 岗位 | 工资 \n 张三 | 会计 | 5000.00"))).toBeNull();
    expect(extractContent(GOALS, sheet("注：不含上年结转结余。"))).toBeNull();
  });

  test("of several templates the one that fits best is found", () => {
    const given = sheet(`
      项目支出绩效自评表 | |
      项目名称 | 运行维护经费 |
      三级指标 | 年度指标值 | 实际完成值
      巡检次数 | ≥12次 | 12次
    `);
    const fit = bestFit([GOALS, OTHER], given);
    expect(fit?.template.id).toBe("other");
    expect(fit && told(fit.read())).toEqual([
      "- 项目: 项目名称=运行维护经费",
      "  - 指标: 三级指标=巡检次数 | 年度指标值=≥12次 | 实际完成值=12次",
    ]);
  });

  test("a value stands right of its label, wherever that is and whatever words were put into it", () => {
    const given = sheet(`
      项目支出绩效自评表 | | |
      项目支出名称 | | 运行维护经费 |
      三级指标 | | 年度指标值 | 实际完成值
      巡检次数 | | ≥12次 | 12次
    `);
    expect(read(OTHER, given)).toEqual([
      "- 项目: 项目名称=运行维护经费",
      "  - 指标: 三级指标=巡检次数 | 年度指标值=≥12次 | 实际完成值=12次",
    ]);
  });

  test("the score falls with every word that is missing or strange", () => {
    const score = (drawing: string): number => fitTemplate(GOALS, sheet(drawing))?.score ?? 0;
    const full = score(GOALS_SHEET);
    const strange = score(GOALS_SHEET.replace("金额单位：万元", "金额单位：千元"));
    expect(full).toBe(1);
    expect(strange).toBeLessThan(full);
    expect(score(GOALS_SHEET.replace("金额单位：万元", ""))).toBeLessThan(full);
  });

  test("merges of the template's head reach into the sheet's body without harm", () => {
    const grown = template(
      `
      绩效指标 | 一级指标 | 三级指标
               | {{#指标}}{{一级指标}} | {{三级指标}}{{/指标}}
      总分 | |
    `,
      { merges: ranges("A1:A2", "A3:B3") },
    );
    const given = sheet(
      `
      绩效指标 | 一级指标 | 三级指标
               | 产出指标 | 培训次数
               |          | 培训人数
      总分 | |
    `,
      "A1:A3",
      "B2:B3",
    );
    expect(read(grown, given)).toEqual([
      "- 指标: 一级指标=产出指标 | 三级指标=培训次数",
      "- 指标: 一级指标=产出指标 | 三级指标=培训人数",
    ]);
  });
});
