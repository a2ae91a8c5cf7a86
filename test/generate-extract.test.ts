import { normaliseName } from "../src/core/classification/normalise";
import type { Scope } from "../src/core/generate/content";
import { carryOver } from "../src/core/generate/extract/carry-over";
import { bestFit, type Fit } from "../src/core/generate/extract/extract-content";
import { textOfValue } from "../src/core/generate/fill/value-text";
import { listOf, textOfItem } from "../src/core/generate/sources/scopes";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import { indicatorModel } from "../src/core/indicators/describe";
import { sheetGrid } from "../src/core/workbook/grid";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { CASES, readCase, type CaseName } from "./support/cases";
import { workbook } from "./support/grid";
import { EVALUATIONS } from "./support/unseen/evaluations";
import { VARIANTS } from "./support/variants";

/* The real tables are read by the templates of their forms, as they stand and as people change them. */

const snapshots = new Map(CASES.map((name) => [name, readCase(name)]));

function sheetsOf(name: CaseName, ...beginnings: readonly string[]): SheetSnapshot[] {
  const sheets = snapshots.get(name)?.sheets ?? [];
  return sheets.filter((sheet) => beginnings.some((beginning) => sheet.name.startsWith(beginning)));
}

function fitOf(sheet: SheetSnapshot): Fit | null {
  return bestFit(BUILT_IN_TEMPLATES, sheetGrid(sheet));
}

function readSheet(name: CaseName, beginning: string): Scope {
  const [sheet] = sheetsOf(name, beginning);
  const scope = sheet === undefined ? undefined : fitOf(sheet)?.read();
  if (scope === undefined) throw new Error(`nothing is read from ${beginning}`);
  return scope;
}

/** A scope reached by the names of lists and positions in them. */
function within(scope: Scope, ...path: readonly (readonly [list: string, position: number])[]): Scope {
  return path.reduce((at, [list, position]) => {
    const found = listOf(at, list)[position];
    if (found === undefined) throw new Error(`no ${list} ${String(position)}`);
    return found;
  }, scope);
}

/** All indicators of a scope and the scopes below it, in the order of the sheet. */
function indicatorsOf(scope: Scope): Scope[] {
  return [...scope.lists].flatMap(([name, scopes]) =>
    name === "指标" ? scopes : scopes.flatMap(indicatorsOf),
  );
}

const FORMS: readonly (readonly [CaseName, sheet: string, template: string])[] = [
  ["hunan-budget-2026", "预算21表", "hunan-budget-2026-21"],
  ["hunan-budget-2026", "预算22表", "hunan-budget-2026-22"],
  ["hunan-budget-2026", "预算23表", "hunan-budget-2026-23"],
  ["changsha-budget-2025", "9", "changsha-budget-2025-09"],
  ["changsha-budget-2025", "10", "changsha-budget-2025-10"],
  ["jiangsu-goals-2023", "部门整体绩效目标表", "jiangsu-goals-2023-whole"],
  ["jiangsu-goals-2023", "计量监督管理业务经费", "jiangsu-goals-2023-project"],
  ["jiangsu-goals-2023", "信息化建设经费", "jiangsu-goals-2023-project"],
  ["hunan-self-evaluation-2024", "附件1", "hunan-evaluation-2024-annex-1"],
  ["hunan-self-evaluation-2024", "附件2", "hunan-evaluation-2024-annex-2"],
  ["hunan-self-evaluation-2024", "附件3-1", "hunan-evaluation-2024-annex-3"],
  ["hunan-self-evaluation-2024", "附件3-2", "hunan-evaluation-2024-annex-3"],
  ["hunan-special-fund-2023", "附件1", "hunan-evaluation-2024-fund-annex-1"],
  ["hunan-special-fund-2023", "附件2", "hunan-evaluation-2024-fund-annex-2"],
  ["hunan-special-fund-2023", "附件3", "hunan-evaluation-2024-fund-annex-3"],
  ["hunan-special-fund-2023", "附件4", "hunan-evaluation-2024-fund-annex-4"],
];

test.each(FORMS)("%s, %s: its own template fits best", (name, sheet, template) => {
  expect(sheetsOf(name, sheet).map((found) => fitOf(found)?.template.id)).toEqual([template]);
});

test("budget tables fit none", () => {
  const budget = ["hunan-budget-2026", "changsha-budget-2025"] as const;
  const forms = new Set(FORMS.flatMap(([name, sheet]) => sheetsOf(name, sheet)));
  const others = budget.flatMap((name) => sheetsOf(name, "").filter((sheet) => !forms.has(sheet)));
  expect(others.length).toBeGreaterThan(25);
  expect(others.filter((sheet) => fitOf(sheet) !== null).map(({ name }) => name)).toEqual([]);
});

test.each(FORMS.filter(([, , template]) => !/annex-1|fund-annex-[23]/.test(template)))(
  "%s, %s: every indicator and every level without one, as the review of indicators reads them",
  (name, beginning) => {
    const snapshot = snapshots.get(name);
    if (snapshot === undefined) throw new Error(name);
    const tables = indicatorModel(snapshot).tables.filter(({ sheet }) => sheet.startsWith(beginning));
    const groups = tables.flatMap((table) => table.groups);
    const read = indicatorsOf(readSheet(name, beginning));
    const words = (scope: Scope, ...items: readonly string[]): string =>
      items.map((item) => normaliseName(textOfItem(scope, item))).join("|");
    const filled = read.filter(
      (scope) => words(scope, "三级指标", "指标值", "年度指标值", "全年指标值") !== "|||",
    );
    expect(filled.map((scope) => words(scope, "二级指标", "三级指标"))).toEqual(
      groups.flatMap(({ indicators }) =>
        indicators.map(({ level2, name: own }) => `${level2}|${normaliseName(own)}`),
      ),
    );
    expect(read.length - filled.length).toBe(groups.flatMap(({ emptyLevels }) => emptyLevels).length);
  },
);

describe("figures and texts", () => {
  test.each<[CaseName, string, readonly (readonly [string, number])[], string, string]>([
    [
      "hunan-budget-2026",
      "预算21表",
      [
        ["单位", 0],
        ["项目", 1],
      ],
      "专项名称",
      "市场监督管理专项",
    ],
    [
      "hunan-budget-2026",
      "预算21表",
      [
        ["单位", 0],
        ["项目", 1],
      ],
      "资金总额",
      "60.00",
    ],
    [
      "hunan-budget-2026",
      "预算21表",
      [
        ["单位", 0],
        ["项目", 1],
      ],
      "类别",
      "专项",
    ],
    ["hunan-budget-2026", "预算23表", [["单位", 0]], "项目支出", "212.54"],
    [
      "changsha-budget-2025",
      "9",
      [
        ["单位", 2],
        ["项目", 3],
      ],
      "资金总额",
      "1000.00",
    ],
    ["changsha-budget-2025", "9", [["单位", 1]], "单位代码", "501006"],
    ["changsha-budget-2025", "10", [["单位", 1]], "基本支出", "320.10"],
    [
      "jiangsu-goals-2023",
      "计量监督",
      [
        ["项目", 0],
        ["支出明细", 3],
      ],
      "半年计划执行数",
      "40.00",
    ],
    [
      "jiangsu-goals-2023",
      "部门整体",
      [
        ["单位", 0],
        ["项目", 7],
      ],
      "资金总额",
      "3600.00",
    ],
    ["hunan-self-evaluation-2024", "附件1", [], "公务接待.本年决算数", "0.36"],
    ["hunan-self-evaluation-2024", "附件1", [["项目", 2]], "项目名称", "其他事业发展资金"],
    ["hunan-self-evaluation-2024", "附件2", [["单位", 0]], "一般公共预算", "7071.38"],
    [
      "hunan-self-evaluation-2024",
      "附件2",
      [
        ["单位", 0],
        ["指标", 20],
      ],
      "一级分值",
      "10",
    ],
    ["hunan-self-evaluation-2024", "附件3-2", [["项目", 0]], "其他资金.全年执行数", "6.80"],
    [
      "hunan-special-fund-2023",
      "附件1",
      [
        ["支出项目", 0],
        ["费用项", 2],
      ],
      "金额",
      "16.6172",
    ],
    ["hunan-special-fund-2023", "附件1", [["费用项", 20]], "名称", "其他"],
    [
      "hunan-special-fund-2023",
      "附件2",
      [
        ["地区", 1],
        ["区县", 3],
      ],
      "名称",
      "泸溪县",
    ],
    ["hunan-special-fund-2023", "附件3", [], "立项程序规范性.得分", "3.60"],
  ])("%s, %s %j: %s is %s", (name, sheet, path, item, text) => {
    expect(textOfItem(within(readSheet(name, sheet), ...path), item)).toBe(text);
  });
});

/** What is told, without blanks: dashes people put for them are told by some tables and not by others. */
function filledItems({ items, lists }: Scope, path = ""): string[] {
  const own = [...items].flatMap(([name, { value }]) => {
    const text = value.kind === "number" ? value.number.toFixed() : normaliseName(textOfValue(value));
    return /^[-—/]*$/.test(text) ? [] : [`${path}${name}=${text}`];
  });
  const below = [...lists].flatMap(([name, scopes]) =>
    scopes.flatMap((scope, at) => filledItems(scope, `${path}${name}${String(at)}.`)),
  );
  return [...own, ...below];
}

/** Several tables on one sheet are not taken apart. */
const STACKED = /one sheet|two tables a sheet/;

describe.each([
  ["hunan-budget-2026", ["预算21表", "预算22表", "预算23表"]],
  ["changsha-budget-2025", ["9", "10"]],
] as const)("%s as people keep it", (name, beginnings) => {
  const sheets = sheetsOf(name, ...beginnings);
  const original = sheets.map((sheet) => [
    fitOf(sheet)?.template.id,
    filledItems(readSheet(name, sheet.name)),
  ]);

  test.each(
    VARIANTS.filter((variant) => !STACKED.test(variant.name)).map(
      (variant) => [variant.name, variant] as const,
    ),
  )("%s", (_name, variant) => {
    const { snapshot } = variant.apply({ name, sheets });
    const read = snapshot.sheets.flatMap((sheet) => {
      const fit = fitOf(sheet);
      return fit === null ? [] : [[fit.template.id, filledItems(fit.read())] as const];
    });
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(original));
    expect(read).toHaveLength(original.length);
  });
});

describe("taken over as a whole", () => {
  test("Jiangsu's sheets are one unit with its projects, each with the whole table's amounts and its own goals", () => {
    const snapshot = snapshots.get("jiangsu-goals-2023");
    if (snapshot === undefined) throw new Error("no case");
    const { root, sheets } = carryOver(snapshot, BUILT_IN_TEMPLATES);
    expect(sheets.filter(({ isRead }) => !isRead)).toEqual([]);
    const [unit, second] = listOf(root, "单位");
    expect(second).toBeUndefined();
    expect(listOf(root, "项目")).toEqual([]);
    const projects = unit === undefined ? [] : listOf(unit, "项目");
    expect(projects).toHaveLength(8);
    for (const project of projects) {
      const spent = listOf(project, "支出明细").map((line) => Number(textOfItem(line, "全年预算数")));
      const total = spent.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
      expect([textOfItem(project, "项目名称"), total / 100]).toEqual([
        textOfItem(project, "项目名称"),
        Number(textOfItem(project, "资金总额")),
      ]);
      expect(listOf(project, "指标").length).toBeGreaterThan(20);
    }
  });

  test("tables that no template is given for tell the same indicators by their headings", () => {
    const snapshot = snapshots.get("changsha-budget-2025");
    if (snapshot === undefined) throw new Error("no case");
    const names = (root: Scope): string[] =>
      listOf(root, "单位").flatMap((unit) =>
        [unit, ...listOf(unit, "项目")].flatMap((owner) =>
          listOf(owner, "指标").map((indicator) =>
            [
              textOfItem(unit, "单位名称"),
              textOfItem(owner, "项目名称"),
              ...["三级指标", "年度指标值", "分值"].map((item) => textOfItem(indicator, item)),
            ].join("|"),
          ),
        ),
      );
    const byHeadings = names(carryOver(snapshot, []).root);
    expect(byHeadings.length).toBeGreaterThan(180);
    expect([...byHeadings].sort()).toEqual([...names(carryOver(snapshot, BUILT_IN_TEMPLATES).root)].sort());
  });
});

test.each(EVALUATIONS.slice(0, 2).map((evaluation) => [evaluation.what, evaluation] as const))(
  "%s: a table in the layout that many authorities share is taken over whole",
  (_what, { sheet }) => {
    const { root, sheets } = carryOver(workbook(sheet), BUILT_IN_TEMPLATES);
    const [project, second] = listOf(root, "项目");
    expect(second).toBeUndefined();
    expect(sheets.map(({ template }) => template !== null)).toEqual([true]);
    if (project === undefined) throw new Error("no project");
    for (const item of ["项目名称", "主管部门", "实施单位", "当年财政拨款.全年执行数", "年度绩效目标"])
      expect([item, textOfItem(project, item)]).not.toEqual([item, ""]);
    const [model] = indicatorModel(workbook(sheet)).tables;
    expect(listOf(project, "指标").map((indicator) => textOfItem(indicator, "三级指标"))).toEqual(
      model?.groups.flatMap(({ indicators }) => indicators.map(({ name }) => name)),
    );
  },
);
