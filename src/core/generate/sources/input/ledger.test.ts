import { grid } from "../../../../../test/support/grid";
import { told } from "../../extract/told.testing";
import { listOf } from "../scopes";
import { readInput } from "./read-input";

function read(drawing: string): string[] {
  const { scope, problems } = readInput([grid(drawing, "支出明细")]);
  return [...(scope === null ? [] : told(scope)), ...problems.map(({ message }) => `! ${message}`)];
}

test("amounts become what has arrived and what was spent: by project and source, by expense, by unit and part", () => {
  expect(
    read(`
      项目     | 单位          | 地区   | 费用项   | 资金来源     | 金额（万元）
      法治建设 | '047001 省局  |        | 资金到位 | 专项资金     | 196.00
      法治建设 | '047001 省局  |        | 资金到位 | 业务工作经费 | 4.00
      法治建设 | '047001 省局  |        | 办公费   |              | 11.35
      法治 建设 | '047001 省局 |        | 办公费   | 专项资金     | 0.1
      法治建设 | '047001 省局  |        | 印刷费   | 业务         | 3.50
      质量强省 | 永定区        | 张家界市 | 资金到位 | 专项资金   | 10
      质量强省 |               | 张家界市 | 资金到位 | 专项资金   | 5
      法治建设 | 永定区        | 张家界市 | 资金到位 | 专项资金   | 2
    `),
  ).toEqual([
    "- 支出项目: 项目名称=法治建设 | 单位名称=047001 省局、永定区 | 到位.专项资金=198.00 | 到位.业务工作经费=4.00 | 支出.专项资金=11.45 | 支出.业务工作经费=3.50",
    "  - 费用项: 名称=办公费 | 金额=11.45",
    "  - 费用项: 名称=印刷费 | 金额=3.50",
    "- 支出项目: 项目名称=质量强省 | 单位名称=永定区 | 到位.专项资金=15 | 到位.业务工作经费=0",
    "- 费用项: 名称=办公费",
    "- 费用项: 名称=印刷费",
    "- 子项目: 名称=法治建设",
    "- 子项目: 名称=质量强省",
    "- 评价单位: 单位代码=047001 | 单位名称=省局",
    "  - 子项目: 名称=法治建设 | 金额=200.00",
    "- 地区: 地区名称=张家界市",
    "  - 区县: 名称=永定区",
    "    - 子项目: 名称=质量强省 | 金额=10",
    "    - 子项目: 名称=法治建设 | 金额=2",
    "  - 区县: 名称=张家界市本级",
    "    - 子项目: 名称=质量强省 | 金额=5",
  ]);
});

test("a sum is alive: it names the cells it is made of", () => {
  const drawing = "项目 | 费用项 | 金额\n甲 | 办公费 | 1.10\n甲 | 办公费 | 2.20";
  const { scope } = readInput([grid(drawing, "支出明细")]);
  const [project] = scope === null ? [] : listOf(scope, "支出项目");
  expect(project?.items.get("支出.专项资金")).toMatchObject({
    origin: "input",
    value: { kind: "number", decimals: 2, formula: "'支出明细'!C2+'支出明细'!C3" },
  });
});

test.each([
  ["in its heading", "项目 | 费用项 | 金额（元）\n甲 | 办公费 | 12345.6"],
  ["above the table", "金额单位：元\n项目 | 费用项 | 金额\n甲 | 办公费 | 12345.6"],
])("an amount in 元 is told in 万元, whether the unit stands %s", (_where, drawing) => {
  expect(read(drawing)[0]).toBe("- 支出项目: 项目名称=甲 | 支出.专项资金=1.23456 | 支出.业务工作经费=0");
});

test("without money that has arrived, the units are told by what they spent", () => {
  expect(read("项目 | 单位 | 费用项 | 金额\n甲 | 某院 | 办公费 | 3").slice(-2)).toEqual([
    "- 评价单位: 单位名称=某院",
    "  - 子项目: 名称=甲 | 金额=3",
  ]);
});

describe("a row that cannot be counted is told, not counted", () => {
  test.each([
    ["甲 | 办公费 | | 三万", "D2 的金额“三万”不是数，这一笔没有计入，请改成数字。"],
    ["甲 | 办公费 | 专项 |", "D2 没有填金额，这一笔没有计入，请填写金额或删去这一行。"],
    [" | 办公费 | | 3", "A2 所在行没有写项目，这一笔没有计入，请补上项目。"],
    ["甲 | | | 3", "B2 所在行没有写费用项，这一笔没有计入，请补上费用项，资金到位的写“资金到位”。"],
    ["甲 | 办公费 | 财政 | 3", "C2 的资金来源“财政”看不懂，这一笔没有计入，请写“专项资金”或“业务工作经费”。"],
  ])("%s", (row, message) => {
    expect(read(`项目 | 费用项 | 资金来源 | 金额\n${row}`)).toEqual([`! 工作表“支出明细” ${message}`]);
  });

  test("but a line laid out and left blank, and a dash, are nothing", () => {
    expect(read("项目 | 费用项 | 金额\n甲 | 资金到位 |\n甲 | 办公费 | /")).toEqual([]);
  });
});
