import { BUILT_IN_FAMILIES } from "../forms/families";
import type { CheckReport, TableReport } from "../report";
import type { SheetSnapshot } from "../workbook/snapshot";
import { plannedRows, type SheetPlan } from "../workbook/sheet-plan";
import { EXAMPLE_RULES } from "./examples";
import { parseRelation } from "./parse-relation";
import { isRulesSheet, readRules } from "./read-rules";
import { rulesSheetPlan } from "./rules-sheet";

/** A report with tables of these forms; null is a table that no form knows. */
function reportOf(...forms: readonly (string | null)[]): CheckReport {
  const tables = forms.map((form, at): TableReport => ({
    sheet: `第${String(at + 1)}张`,
    form,
    title: "",
    rows: null,
    unit: "万元",
    amounts: 1,
    classified: 1,
    covered: 1,
  }));
  const summary = {
    equations: 0,
    satisfied: 0,
    rounding: 0,
    violated: 0,
    error: 0,
    warning: 0,
    info: 0,
    accepted: 0,
  };
  return { version: 1, file: "", families: [], tables, summary, findings: [], diagnoses: [], reopened: [] };
}

/** The planned sheet as it would be read back. */
function written(plan: SheetPlan): SheetSnapshot {
  const cells = plan.cells.map((cell) => ({
    ...cell,
    text: String(cell.value),
    formula: null,
    decimals: null,
  }));
  return { name: plan.name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [] };
}

const relations = (plan: SheetPlan): string[] => readRules(written(plan)).rows.map(({ text }) => text);

test("every example can be read, and its forms are known", () => {
  const forms = new Set(BUILT_IN_FAMILIES.flatMap((family) => family.forms.map(({ id }) => id)));
  for (const example of EXAMPLE_RULES) {
    expect(parseRelation(example.relation)).toHaveProperty("value");
    expect(example.forms.filter((form) => !forms.has(form))).toEqual([]);
  }
});

test("is read back as a sheet of rules; hints and header are none of them", () => {
  const plan = rulesSheetPlan(reportOf("hunan-budget-2026-03", "hunan-budget-2026-23"));
  expect(isRulesSheet(written(plan))).toBe(true);
  expect(readRules(written(plan))).toMatchObject({
    sheet: "勾稽规则",
    defect: null,
    rows: [
      {
        row: plan.start.row,
        text: "预算03表[合计, 项目支出] ≥ 预算23表[合计, 项目支出]",
        level: "warning",
        defect: null,
      },
    ],
  });
});

test("examples speak of tables that are there, once each", () => {
  expect(relations(rulesSheetPlan(reportOf("changsha-budget-2025-05", "changsha-budget-2025-06")))).toEqual([
    "一般公共预算基本支出情况表[合计, 总计] = 一般公共预算支出情况表[合计, 基本支出]",
  ]);
  const twice = reportOf("hunan-budget-2026-03", "hunan-budget-2026-23", "hunan-budget-2026-03");
  expect(relations(rulesSheetPlan(twice))).toEqual([]);
});

test.each([
  ["no report yet", null, /^预算23表\[/],
  ["no table", reportOf(), /^预算23表\[/],
  ["tables that no form knows", reportOf(null, null), /^“第1张”\[合计, 合计\] = “第2张”\[合计, 合计\]$/],
])("%s: the examples are there, but switched off", (_, report, first) => {
  const plan = rulesSheetPlan(report);
  const example = plannedRows(plan)[plan.start.row] ?? [];
  expect(example[0]).toMatch(first);
  expect(example[3]).toMatch(/^示例：/);
  expect(relations(plan)).toEqual([]);
});
