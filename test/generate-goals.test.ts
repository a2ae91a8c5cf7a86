import { generateTables } from "../src/core/generate";
import type { SheetPlan } from "../src/core/workbook/sheet-plan";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase, type CaseName } from "./support/cases";
import { builtInTemplate, differences, madeAgain, sheetNamed, withoutSheets } from "./support/round-trip";

/* The tables of goals of the real budgets, made again out of what they say. */

const cases = new Map<CaseName, WorkbookSnapshot>();
function workbookOf(name: CaseName): WorkbookSnapshot {
  const known = cases.get(name) ?? readCase(name);
  cases.set(name, known);
  return known;
}

const JIANGSU_PROJECTS = [
  "科研项目经费",
  "计量综合业务管理经费",
  "计量监督管理业务经费",
  "检验检测业务成本",
  "检验业务用房建设及改造经费",
  "信息化运行维护经费",
  "信息化建设经费",
  "计量检验检测能力提升经费",
];

interface Made {
  readonly name: CaseName;
  readonly template: string;
  /** How the names of the sheets begin that are made again. */
  readonly sheets: readonly string[];
  /** In what the table made again differs from the original, and why. */
  readonly differing: readonly string[];
}

const TABLES: readonly Made[] = [
  { name: "hunan-budget-2026", template: "hunan-budget-2026-21", sheets: ["预算21表"], differing: [] },
  {
    name: "hunan-budget-2026",
    template: "hunan-budget-2026-22",
    sheets: ["预算22表"],
    // The unit's code stands beside its project in 预算21表, here the cell was left blank.
    differing: ["A7 ∅ → 047007"],
  },
  { name: "hunan-budget-2026", template: "hunan-budget-2026-23", sheets: ["预算23表"], differing: [] },
  { name: "changsha-budget-2025", template: "changsha-budget-2025-09", sheets: ["9"], differing: [] },
  { name: "changsha-budget-2025", template: "changsha-budget-2025-10", sheets: ["10"], differing: [] },
  { name: "jiangsu-goals-2023", template: "jiangsu-goals-2023-whole", sheets: ["部门整体"], differing: [] },
  {
    name: "jiangsu-goals-2023",
    template: "jiangsu-goals-2023-project",
    sheets: JIANGSU_PROJECTS,
    differing: [],
  },
];

/** Sheets of goals, by workbook; what is left are the tables of amounts. */
const GOALS: Readonly<Partial<Record<CaseName, readonly string[]>>> = {
  "hunan-budget-2026": ["预算21表", "预算22表", "预算23表"],
  "changsha-budget-2025": ["9", "10"],
  "jiangsu-goals-2023": ["部门整体", ...JIANGSU_PROJECTS],
};

describe.each(TABLES)("$template made again", ({ name, template, sheets, differing }) => {
  const original = workbookOf(name);
  const compared = (plans: readonly SheetPlan[]): string[] =>
    sheets.flatMap((start) =>
      differences(
        sheetNamed(original, start),
        plans.find((plan) => plan.name.startsWith(start)),
      ),
    );

  test("beside the original differs from it in nothing else", () => {
    const { plans, missing } = madeAgain(original, template, ...sheets);
    expect(plans.map((plan) => plan.name.endsWith("（2）"))).toEqual(sheets.map(() => true));
    expect(compared(plans)).toEqual(differing);
    expect(missing).toEqual([]);
  });

  test("into a workbook that has no such table yet, without a formula too", () => {
    const goals = GOALS[name] ?? [];
    const carry = original.sheets
      .map((sheet) => sheet.name)
      .filter((sheet) => goals.some((start) => sheet.startsWith(start)));
    const { plans, missing } = generateTables(withoutSheets(original, ...goals), {
      templates: [builtInTemplate(template)],
      mode: "values",
      carryFrom: original,
      carry,
    });
    expect(plans.map((plan) => plan.name)).toEqual(sheets.map((start) => sheetNamed(original, start).name));
    expect(compared(plans)).toEqual(differing);
    expect(plans.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined))).toEqual([]);
    expect(missing).toEqual([]);
  });
});

test("a table taken over has the amounts of the open budget and the words of the old table", () => {
  const original = workbookOf("hunan-budget-2026");
  const budget = withoutSheets(original, "预算21表", "预算22表", "预算23表");
  const income = sheetNamed(budget, "预算02表");
  const more = income.cells.map((cell) =>
    cell.value === 1257.94 ? { ...cell, value: 1300, text: "1,300.00" } : cell,
  );
  const sheets = budget.sheets.map((sheet) => (sheet === income ? { ...income, cells: more } : sheet));
  const goals = sheetNamed(original, "预算23表");
  const { plans } = generateTables(
    { ...budget, sheets },
    {
      templates: [builtInTemplate("hunan-budget-2026-23")],
      mode: "functions",
      carryFrom: original,
      carry: [goals.name],
    },
  );
  expect(differences(goals, plans[0])).toEqual([
    "B7 #1,257.94 → #1300.00",
    "C7 #1,257.94 → #1300.00",
    "H7 #212.54 → #254.60",
    "B8 #1,257.94 → #1300.00",
    "C8 #1,257.94 → #1300.00",
    "H8 #212.54 → #254.60",
  ]);
});
