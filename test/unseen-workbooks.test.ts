import { checkWorkbook } from "../src/core/check-workbook";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { readCase, type CaseName } from "./support/cases";
import { grid, workbook } from "./support/grid";
import { ACCOUNTS } from "./support/unseen/accounts";
import { CENTRAL } from "./support/unseen/central";
import { PROVINCES } from "./support/unseen/provinces";
import { disagreements, mistyped, namedCells } from "./support/unknown-table";

/* Whole workbooks of authorities whose forms nobody has described: cover, contents and text beside the tables. */

const cover = (title: string): SheetSnapshot =>
  grid(
    `
${title}
预算代码：120001
单位名称：示例市某某局
单位负责人签章： | | 财务负责人签章： | | 制表人签章：
报送日期： | 2025 年 | 2 月 | 10 日
`,
    "封面",
  );

const contents = (...titles: readonly string[]): SheetSnapshot =>
  grid(
    [
      "目__录",
      ...titles.map((title, at) => `${String(at + 1)} | ${title} | 第${String(at + 3)}页`),
      "第四部分 名词解释 | | 12",
    ].join("\n"),
    "目录",
  );

const explanation = grid(
  `
第三部分 2025年部门预算情况说明
一、关于2025年收支总体情况的说明
示例市某某局2025年收入预算6281.50万元，比上年增加320.15万元，增长5.37%。
其中：一般公共预算拨款收入5120.30万元，占81.51%；事业收入830.00万元，占13.21%。
二、机关运行经费
2025年机关运行经费预算 | 107.70 | 万元
三、国有资产占用情况：截至2024年12月31日，共有车辆 | 5 | 辆
`,
  "说明",
);

const named = (tables: readonly { readonly sheet: SheetSnapshot }[], ...names: readonly string[]) =>
  names.map((name) => {
    const table = tables.find(({ sheet }) => sheet.name === name);
    if (table === undefined) throw new Error(name);
    return table.sheet;
  });

const CENTRAL_SHEETS = CENTRAL.slice(0, 6).map(({ sheet }) => sheet);
const ACCOUNT_SHEETS = ACCOUNTS.slice(0, 6).map(({ sheet }) => sheet);
const COUNTY_SHEETS = named(PROVINCES, "收支平衡表", "支出表", "表02", "政府采购预算表");

const WORKBOOKS = [
  {
    what: "a central department's budget",
    title: "2025年部门预算",
    sheets: CENTRAL_SHEETS,
    slip: ["表5", "E10", 156],
  },
  {
    what: "final accounts",
    title: "2024年度部门决算",
    sheets: ACCOUNT_SHEETS,
    slip: ["支出决算表", "F10", 16520034.1],
  },
  {
    what: "a county's budget",
    title: "2025年政府预算（草案）",
    sheets: COUNTY_SHEETS,
    slip: ["支出表", "E8", 3210000],
  },
] as const;

describe.each(WORKBOOKS)("$what", ({ title, sheets, slip: [name, cell, typed] }) => {
  const whole = [cover(title), contents(...sheets.map((sheet) => sheet.name)), ...sheets, explanation];

  test("only its tables are read, and they hold", () => {
    const { tables, findings } = checkWorkbook(workbook(...whole));
    expect(disagreements(findings)).toEqual([]);
    expect(tables.map(({ sheet }) => sheet)).toEqual(sheets.map((sheet) => sheet.name));
  });

  test(`${cell} of ${name} mistyped as ${String(typed)} is found, and nothing on other sheets`, () => {
    const slipped = whole.flatMap((sheet) =>
      sheet.name.startsWith(name) ? mistyped(sheet, cell, typed).sheets : [sheet],
    );
    const report = checkWorkbook(workbook(...slipped));
    expect(namedCells(report)).toContain(cell);
    expect(report.findings.every(({ sheet }) => sheet.startsWith(name))).toBe(true);
  });
});

test.each<[CaseName, number]>([
  ["hunan-budget-2026", 17],
  ["changsha-budget-2025", 9],
  ["hunan-self-evaluation-2024", 1],
  ["hunan-special-fund-2023", 2],
  ["jiangsu-goals-2023", 0],
])("%s without any form: %d tables of amounts, no false alarm", (name, count) => {
  const { tables, summary } = checkWorkbook(readCase(name), { families: [] });
  expect(tables).toHaveLength(count);
  expect({ error: summary.error, warning: summary.warning }).toEqual({ error: 0, warning: 0 });
});
