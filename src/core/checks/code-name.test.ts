import { checkWorkbook } from "../check-workbook";
import type { Finding } from "../report";
import { grid, workbook } from "../../../test/support/grid";

const findingsOf = (rows: string): readonly Finding[] =>
  checkWorkbook(
    workbook(
      grid(
        `
预算03表
支出总表
填报单位：某局 | | | | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出
| 合计 | 5.00 | 5.00
047 | 某局 | 5.00 | 5.00
${rows}`,
        "支出总表",
      ),
    ),
  ).findings;

const sheet = (rows: string): string[] =>
  findingsOf(rows).map(({ severity, message }) => `${severity} ${message}`);

test("names of the catalogue pass, also worded a little otherwise", () => {
  expect(sheet("201 | 一般公共服务支出 | 5.00 | 5.00\n20138 | 市场监管事务 | 5.00 | 5.00")).toEqual([]);
});

test("a former name is a warning", () => {
  expect(sheet("210 | 医疗卫生与计划生育支出 | 5.00 | 5.00")).toEqual([
    "warning 《支出总表》B7 科目 210 的名称“医疗卫生与计划生育支出”是旧名称，现行名称为“卫生健康支出”，请核对所用科目年度。",
  ]);
});

test("a name that belongs to another code is a warning", () => {
  expect(sheet("208 | 教育支出 | 5.00 | 5.00")).toEqual([
    "warning 《支出总表》B7 科目 208 的名称写的是“教育支出”，科目表中该编码为“社会保障和就业支出”，请核对编码和名称。",
  ]);
});

test("the finding says where the name stands and what it should be", () => {
  expect(findingsOf("208 | 教育支出 | 5.00 | 5.00")).toEqual([
    {
      id: "code-name/支出总表!B7",
      check: "code-name",
      severity: "warning",
      message: expect.stringContaining("教育支出") as string,
      sheet: "支出总表",
      cell: "B7",
      expected: "社会保障和就业支出",
      actual: "教育支出",
      difference: null,
      cells: [{ sheet: "支出总表", cell: "B7", role: "subject", value: "教育支出" }],
    },
  ]);
});

test("one name of a code is judged once, another one anew; codes without a name, or unknown, are not", () => {
  const rows = (...lines: string[]): string[] =>
    sheet(lines.join("\n")).filter((line) => line.includes("科目 208"));
  expect(rows("208 | 教育支出 | 5.00 | 5.00", "047001 | 甲 | 5.00", "208 | 教育支出 | 5.00")).toHaveLength(1);
  expect(
    rows("208 | 教育支出 | 5.00 | 5.00", "047001 | 甲 | 5.00", "208 | 科学技术支出 | 5.00"),
  ).toHaveLength(2);
  expect(rows("208 | | 5.00 | 5.00")).toEqual([]);
  expect(sheet("298 | 教育支出 | 5.00 | 5.00").filter((line) => line.includes("298"))).toEqual([]);
});

test.each([
  ["社会保障与就业支出", true],
  ["社会保障就业", true],
  ["社保和就业支出", true],
  ["就业支出", false],
  ["社会管理", false],
  ["支出", false],
])("%s for 社会保障和就业支出: alike %j", (name, isAlike) => {
  expect(sheet(`208 | ${name} | 5.00 | 5.00`)).toHaveLength(isAlike ? 0 : 1);
});
