import { analyseWorkbook } from "../../analyse";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { grid, workbook } from "../../../../test/support/grid";
import { amountLookup } from "./lookup";

const INCOME = grid(
  `
  预算02表
  收入总表
  单位：万元
  单位代码 | 单位名称   | 合计   | 本年收入 |        |        | 上年结转结余
           |            |        | 小计     | 一般公共预算 | 事业收入 | 小计
           | 合计       | 130.50 | 120.50   | 100.50 | 20.00  | 10.00
  '047     | 市场监督管理局 | 130.50 | 120.50 | 100.50 | 20.00 | 10.00
  '047007  | 标准化研究院 | 100.25 | 90.25  | '1,090.25 | /    | 10.00
  '047008  | 检测院     |  30.25 | 30.25   | ３０．２５ |     |
`,
  "收入 总表",
);
const merged: SheetSnapshot = {
  ...INCOME,
  merges: [
    { top: 3, bottom: 3, left: 3, right: 5 },
    ...[0, 1, 2].map((column) => ({ top: 3, bottom: 4, left: column, right: column })),
  ],
};
const PROJECTS = grid(
  `
  项目资金情况表
  单位：元
  项目     | 资金总额
  信息化   | 150000.5
  培训     | 250000
  合计     | 400000.5
`,
  "项目资金",
);

const lookup = amountLookup(analyseWorkbook(workbook(merged, PROJECTS)));

/** “100.50 ='收入 总表'!C8”; “空” for a blank. */
function told(expression: string): string | null {
  const value = lookup(expression);
  if (value === null) return null;
  if (value.kind !== "number") return value.kind === "blank" ? "空" : value.text;
  const number = value.decimals === null ? value.number.toFixed() : value.number.toFixed(value.decimals);
  return value.formula === null ? number : `${number} =${value.formula}`;
}

describe("an expression is an amount in 万元 and a formula over its cells", () => {
  test.each([
    ["收入总表[047007, 合计]", "100.25 ='收入 总表'!C8"],
    ["收入总表[检测院, 本年收入/小计]", "30.25 ='收入 总表'!D9"],
    ["收入总表[047007, 合计] - (收入总表[047008, 合计] + 2 * 收入总表[047008, 小计])", null],
    [
      "收入总表[047007, 合计] − (收入总表[047008, 合计] + 2 × 收入总表[047008, 本年收入/小计])",
      "9.50 ='收入 总表'!C8-'收入 总表'!C9-'收入 总表'!D9*2",
    ],
    ["收入总表[合计, 合计] × 0.5 + 1.5万元", "66.75 ='收入 总表'!C6*0.5+1.5"],
    ["项目资金[信息化, 资金总额]", "15.00005 ='项目资金'!B4/10000"],
    ["项目资金[合计, 资金总额] + 收入总表[合计, 合计]", "170.50005 ='项目资金'!B6/10000+'收入 总表'!C6"],
  ])("%s", (expression, expected) => {
    expect(told(expression)).toBe(expected);
  });
});

describe("表.名称 is short for the 合计 of that column, or of that row", () => {
  test.each([
    ["收入总表.合计", "130.50 ='收入 总表'!C6"],
    ["收入总表.本年收入/小计", "120.50 ='收入 总表'!D6"],
    ["收入总表.检测院", "30.25 ='收入 总表'!C9"],
    ["收入总表.事业收入 + 项目资金.培训", "45 ='收入 总表'!F6+'项目资金'!B5/10000"],
    ["收入总表.别的", null],
  ])("%s", (expression, expected) => {
    expect(told(expression)).toBe(expected);
  });
});

describe("cells that are no plain numbers", () => {
  test.each([
    ["a blank cell alone is blank", "收入总表[检测院, 事业收入]", "空"],
    ["a dash alone is blank", "收入总表[047007, 事业收入]", "空"],
    [
      "a dash among others is nothing, in the formula too",
      "收入总表[合计, 事业收入] + 收入总表[047007, 事业收入]",
      "20.00 ='收入 总表'!F6+N('收入 总表'!F8)",
    ],
    [
      "a blank cell stays in the formula, which is then right once it is filled in",
      "收入总表[合计, 事业收入] + 收入总表[检测院, 事业收入]",
      "20.00 ='收入 总表'!F6+'收入 总表'!F9",
    ],
    [
      "digits typed as text are read",
      "收入总表[047007, 本年收入/一般公共预算]",
      "1090.25 =VALUE('收入 总表'!E8)",
    ],
    [
      "digits no spreadsheet can read give the amount alone",
      "收入总表[检测院, 本年收入/一般公共预算]",
      "30.25",
    ],
  ])("%s", (_name, expression, expected) => {
    expect(told(expression)).toBe(expected);
  });
});

test.each([
  "收入总表[099, 合计]",
  "收入总表[合计, 没有]",
  "没有这张表[合计, 合计]",
  "合计",
  "",
  "收入总表[合计, 合计] = 1",
])("%s is nothing", (expression) => {
  expect(lookup(expression)).toBeNull();
});
