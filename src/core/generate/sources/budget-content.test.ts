import { analyseWorkbook } from "../../analyse";
import type { SheetSnapshot } from "../../workbook/snapshot";
import type { Scope } from "../content";
import { grid, workbook } from "../../../../test/support/grid";
import { contentOfBudget } from "./budget-content";
import { requiredLevels } from "./required-levels";
import { listOf, textOfItem } from "./scopes";

const INCOME: SheetSnapshot = {
  ...grid(
    `
    预算02表
    收入总表
    填报单位：某省市场监督管理局 | | | | | 单位：万元
    部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | | 上年结转结余
            |                | | 小计 | 一般公共预算 | 小计
            | 合计           | 300.00 | 300.00 | 300.00 |
    '047    | 某省市场监督管理局 | 300.00 | 300.00 | 300.00 |
    '047008 | 某检测院       | 100.00 | 100.00 | 100.00 |
    '047007 | 某研究院       | 200.00 | 200.00 | 200.00 |
  `,
    "收入",
  ),
  merges: [
    { top: 3, bottom: 3, left: 3, right: 4 },
    ...[0, 1, 2].map((column) => ({ top: 3, bottom: 4, left: column, right: column })),
  ],
};
const SPECIAL = grid(
  `
  预算21表
  2027年专项资金绩效目标表
  金额单位：万元
  单位代码 | 单位（专项）名称 | 支出方向 | 资金总额 | 省级支出 | 对市县专项转移支付 | 一级指标 | 二级指标 | 三级指标 | 指标值
  '047007  | 某研究院     |          | 90.00 | 90.00 |
           | 省级专项资金 |          | 90.00 | 90.00 |
  '047007  | 质量强省 专项（一） | 标准化 | 60.00 | 60.00 | | 成本指标 | 经济成本指标 | 成本 | 60
           |              | 监督执法 | 30.00 | 30.00 |
`,
  "专项",
);

/** Items as “名=值”, lists below with their names. */
function drawn(scope: Scope, depth = 0): string[] {
  const items = [...scope.items.keys()].map((name) => `${name}=${textOfItem(scope, name)}`).join(" ");
  const lists = [...scope.lists].filter(([name]) => name !== "指标");
  return [
    "  ".repeat(depth) + items,
    ...lists.flatMap(([name, scopes]) => [
      `${"  ".repeat(depth)}▸${name}`,
      ...scopes.flatMap((one) => drawn(one, depth + 1)),
    ]),
  ];
}

const content = contentOfBudget(analyseWorkbook(workbook(INCOME, SPECIAL)));

test("year, department, units by their codes, projects with their amounts", () => {
  expect(drawn(content)).toEqual([
    "年度=2027 上年=2026 单位名称=某省市场监督管理局 单位代码=047 部门名称=某省市场监督管理局 主管部门=某省市场监督管理局",
    "▸单位",
    "  单位代码=047007 单位名称=某研究院 实施单位=某研究院",
    "  ▸项目",
    "    资金总额=60.00 省级支出=60.00 对市县专项转移支付= 项目名称=标准化 专项名称=质量强省 专项（一） 支出方向=标准化 类别=专项",
    "    资金总额=30.00 省级支出=30.00 对市县专项转移支付= 项目名称=监督执法 专项名称=质量强省 专项（一） 支出方向=监督执法 类别=专项",
    "  单位代码=047008 单位名称=某检测院 实施单位=某检测院",
    "  ▸项目",
    "▸项目",
    "  资金总额=60.00 省级支出=60.00 对市县专项转移支付= 项目名称=标准化 专项名称=质量强省 专项（一） 支出方向=标准化 类别=专项 单位代码=047007 单位名称=某研究院 实施单位=某研究院",
    "  资金总额=30.00 省级支出=30.00 对市县专项转移支付= 项目名称=监督执法 专项名称=质量强省 专项（一） 支出方向=监督执法 类别=专项 单位代码=047007 单位名称=某研究院 实施单位=某研究院",
  ]);
});

test("a project's amount is alive", () => {
  const [unit] = listOf(content, "单位");
  const [project] = unit === undefined ? [] : listOf(unit, "项目");
  expect(project?.items.get("资金总额")).toMatchObject({
    origin: "carried",
    value: { kind: "number", decimals: 2, formula: "'专项'!D7" },
  });
});

test("every required level is laid out for the whole, each unit and each project", () => {
  const levels = (scope: Scope): string[] =>
    listOf(scope, "指标").map((level) => `${textOfItem(level, "一级指标")}▸${textOfItem(level, "二级指标")}`);
  const expected = [
    "成本指标▸经济成本指标",
    "成本指标▸社会成本指标",
    "成本指标▸生态环境成本指标",
    "产出指标▸数量指标",
    "产出指标▸质量指标",
    "产出指标▸时效指标",
    "效益指标▸经济效益指标",
    "效益指标▸社会效益指标",
    "效益指标▸生态效益指标",
    "效益指标▸可持续影响指标",
    "满意度指标▸服务对象满意度指标",
  ];
  const units = listOf(content, "单位");
  const all = [
    content,
    ...units,
    ...units.flatMap((unit) => listOf(unit, "项目")),
    ...listOf(content, "项目"),
  ];
  expect(all.map(levels)).toEqual(all.map(() => expected));
});

test.each([
  ["hunan-budget-2026-21", 11, "成本指标"],
  ["hunan-evaluation-2024-annex-2", 8, "产出指标"],
  ["jiangsu-goals-2023-project", 10, "决策"],
  ["自己的模板", 11, "成本指标"],
])("the levels of %s come from its form's data", (id, count, first) => {
  const levels = requiredLevels({ id });
  expect(levels).toHaveLength(count);
  expect(levels[0]?.level1).toBe(first);
});

test("another year may be asked for", () => {
  const other = contentOfBudget(analyseWorkbook(workbook(INCOME, SPECIAL)), { year: 2028 });
  expect([textOfItem(other, "年度"), textOfItem(other, "上年")]).toEqual(["2028", "2027"]);
});

test("a single unit without a department is the unit and its own department", () => {
  const own = INCOME.cells.filter(({ row }) => row !== 2 && row !== 6 && row !== 7);
  const one = contentOfBudget(analyseWorkbook(workbook({ ...INCOME, cells: own })));
  expect(drawn(one)[0]).toBe("年度=2026 上年=2025 单位名称=某研究院 单位代码=047007 部门名称=某研究院");
});

test("a workbook without any table says nothing", () => {
  expect(drawn(contentOfBudget(analyseWorkbook(workbook(grid("你好")))))).toEqual([""]);
});
