import { readFileSync } from "node:fs";
import { checkWorkbook } from "../src/core/check-workbook";
import type { Finding } from "../src/core/report";
import type { SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { grid, withCell } from "./support/grid";

/* Rules a user writes in the sheet 勾稽规则, over the real Hunan workbook. */

const budget = readCase("hunan-budget-2026");
const clean = checkWorkbook(budget);

/** The workbook with a sheet of rules, drawn as a table; the rules begin in row 2. */
function withRules(drawing: string, name = "勾稽规则", to: WorkbookSnapshot = budget): WorkbookSnapshot {
  const sheet: SheetSnapshot = grid(drawing, name);
  return { ...to, sheets: [...to.sheets, sheet] };
}

const ofRules = ({ check }: Finding): boolean => check === "stated-relation" || check === "broken-rule";

/** “警告 勾稽规则!A3 勾稽规则第 3 行：…” of every finding about rules. */
function ruleFindings(workbook: WorkbookSnapshot): string[] {
  return checkWorkbook(workbook)
    .findings.filter(ofRules)
    .map(
      ({ severity, sheet, cell, message }) => `${severity} ${sheet.split(" ")[0] ?? ""}!${cell} ${message}`,
    );
}

const RULES = `
  关系                                                                                | 容差 | 级别 | 说明
  预算23表[合计, 项目支出] = 预算21表[合计, 资金总额] + 预算22表[合计, 资金总额]                 |      |      | 项目资金要对上
  预算02表[合计, 合计] = 支出总表[合计, 合计]                                             |      |      |
  预算03表[合计, 项目支出] − 预算23表[合计, 项目支出] = 预算02表[合计, 上年结转结余/小计]        |      |      |
  预算14表[合计, 公务接待费] ≤ 预算13表[合计, 公务接待费] + 0.5                             |      |      |
  预算06表[上年结转/一般公共预算拨款, 预算数] = 预算02表[047007, 上年结转结余/一般公共预算]        | 1%   |      |
  预算03表[合计, 项目支出] = 预算23表[合计, 项目支出]                                      |      | 警告 | 结转资金除外。
  预算33表[合计, 资金总额] = 预算23表[合计, 资金总额]                                      |      |      |
  预算23表[合计, 基本支出] = 预算23表[合计, 资金总额] − 预算23表[合计, 项目支出]                 |      |      |
  预算23表[合计, 资金总额] = 预算23表[合计, 基本支出] + 预算22表[合计, 资金总额]                 |      |      |
  预算23表[合计, 项目支出] × 预算22表[合计, 资金总额] = 1                                  |      |      |
  预算23表[合计, 基本支出] = 预算03表[合计, 基本支出]                                      |      |      |
`;

test("rules that hold are counted, one that fails, one to no table, a circle and nonsense are told; all others run", () => {
  const report = checkWorkbook(withRules(RULES));
  expect(ruleFindings(withRules(RULES))).toEqual([
    "warning 预算03表!E5 规则第 7 行不成立：左边《预算03表》E5“合计 · 项目支出”为 265.94，应等于右边《预算23表》H7“合计: · 年度预算申请/按支出性质分/项目支出”的 212.54，多 53.40，请核对（说明：结转资金除外）。",
    "warning 勾稽规则!A8 勾稽规则第 8 行：工作簿里没有报表“预算33表”，相近的有“预算03表”、“预算13表”、“预算23表”，请改写表名。",
    "warning 勾稽规则!A10 勾稽规则第 10 行：与规则第 9 行互相定义，成了循环，本行没有核对，请删去其中一行或改用 ≤、≥。",
    "warning 勾稽规则!A11 勾稽规则第 11 行：“× 预算22表[合计, 资金总额…”附近是金额乘金额，没有意义，× 的一边必须是数或百分数。",
  ]);
  // Eight of eleven could be decided; one of them does not hold.
  expect(report.summary).toEqual({
    ...clean.summary,
    equations: clean.summary.equations + 8,
    satisfied: clean.summary.satisfied + 7,
    violated: clean.summary.violated + 1,
    warning: clean.summary.warning + 4,
  });
  expect(report.findings.filter((finding) => !ofRules(finding))).toEqual(clean.findings);
  expect(report.tables.map(({ sheet }) => sheet)).toEqual(clean.tables.map(({ sheet }) => sheet));
  expect(report.diagnoses).toEqual(clean.diagnoses);
});

test("a finding gives figures and cells as any other", () => {
  const [finding] = checkWorkbook(withRules(RULES)).findings.filter(
    ({ check }) => check === "stated-relation",
  );
  expect(finding).toMatchObject({
    id: "stated-relation/勾稽规则!A7",
    expected: "212.54",
    actual: "265.94",
    difference: "53.40",
    cells: [
      { sheet: "预算03表 支出总表", cell: "E5", role: "peer", value: "265.94" },
      { sheet: "预算23表 单位整体支出绩效目标表", cell: "H7", role: "peer", value: "212.54" },
    ],
  });
});

test("a slip in an amount breaks the rules over it, in reading order", () => {
  const slipped = withCell(withRules(RULES), "预算22表", { row: 5, column: 2 }, 31.54);
  const broken = checkWorkbook(slipped).findings.filter(({ id }) =>
    id.startsWith("stated-relation/勾稽规则"),
  );
  expect(
    broken.map(({ severity, sheet, cell, difference }) => [severity, sheet.split(" ")[0], cell, difference]),
  ).toEqual([
    ["warning", "预算03表", "E5", "53.40"],
    ["error", "预算23表", "H7", "-18.00"],
  ]);
});

test("a cell that cannot be read stops the rules over it, not the others", () => {
  const torn = withCell(withRules(RULES), "预算22表", { row: 5, column: 2 }, "待定");
  expect(ruleFindings(torn).filter((text) => text.startsWith("info"))).toEqual([
    "info 勾稽规则!A2 勾稽规则第 2 行：用到的《预算22表 其他资金绩效目标表》C6不是金额，本条没有核对，请先改正那个单元格。",
  ]);
  expect(checkWorkbook(torn).findings.map(({ id }) => id)).toContain(
    "amount-unreadable/预算22表 其他资金绩效目标表!C6",
  );
});

test("rules with no table to speak of leave the workbook without one", () => {
  const report = checkWorkbook({ name: "rules.xlsx", sheets: [grid(RULES, "勾稽规则")] });
  expect(report.tables).toEqual([]);
  expect(report.summary.equations).toBe(0);
});

test("the manual's examples hold", () => {
  const lines = readFileSync("docs/manual.zh-CN.md", "utf8").split("\n");
  const rows = lines
    .filter((line) => /^\| (?:关系 |预算\d\d表\[)/.test(line))
    .map((line) => line.slice(1, -1));
  // The last one is switched off in the manual to show how; here it is to run as well.
  const report = checkWorkbook(withRules(rows.join("\n").replace("| 否", "|")));
  expect(report.summary).toEqual({
    ...clean.summary,
    equations: clean.summary.equations + 5,
    satisfied: clean.summary.satisfied + 5,
  });
});
