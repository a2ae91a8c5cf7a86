import { normaliseName } from "../classification/normalise";
import type { SheetPlan } from "../workbook/sheet-plan";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Content } from "./content";
import { fillTemplate, type FillOptions, type Missing } from "./fill/fill";
import { knownContent, type GenerateOptions, type KnownContent } from "./known-content";
import { withFittingRows } from "./row-heights";
import { indicatorRows, ledgerRows, textRows } from "./sources/input/input-rows";
import type { Template } from "./template";
import { INPUT_TEMPLATES } from "./templates";

export { UnknownProject, type GenerateOptions } from "./known-content";

export interface GeneratedTables extends Pick<KnownContent, "problems" | "carried"> {
  readonly plans: readonly SheetPlan[];
  /** What the templates ask for and nothing tells; those cells are blank and marked. */
  readonly missing: readonly Missing[];
}

/**
 * Fills templates with what is known: what the user has typed into the input sheets of the open workbook, what is taken
 * over from existing tables, and what its budget tables tell. New sheets get names that no sheet has yet.
 *
 * @throws TemplateDefect where a template is wrong, UnknownProject for a project that is nowhere
 */
export function generateTables(snapshot: WorkbookSnapshot, options: GenerateOptions): GeneratedTables {
  const { problems, carried, ...known } = knownContent(snapshot, options);
  const tables = options.templates.map((template) => [template, known.for(template)] as const);
  return { ...filled(snapshot, tables, options.mode), problems, carried };
}

/**
 * The sheets into which a user types what the templates need and nothing tells: 绩效指标录入 with every level that has to be
 * there, 绩效资料录入 with a line for each item that is missing, 支出明细 for tables on the use of funds. Those that the workbook
 * has are left out.
 *
 * @throws as `generateTables` does
 */
export function generateInputSheets(snapshot: WorkbookSnapshot, options: GenerateOptions): GeneratedTables {
  const { templates } = options;
  const { problems, carried, ...known } = knownContent(snapshot, options);
  const contents = templates.map((template) => [template, known.for(template)] as const);
  const { missing } = filled(snapshot, contents, "values");
  const content = contents[0]?.[1] ?? known.for(INPUT_TEMPLATES.indicators);
  const { indicators, texts, ledger } = INPUT_TEMPLATES;
  const sheets: readonly (readonly [Template, Content])[] = [
    ...(templates.some(needsIndicators) ? [[indicators, indicatorRows(content)] as const] : []),
    [texts, textRows(content, missing)],
    ...(templates.some(needsLedger) ? [[ledger, ledgerRows(content)] as const] : []),
  ];
  const there = new Set(snapshot.sheets.map(({ name }) => normaliseName(name)));
  const fresh = sheets.filter(([{ sheetName }]) => !there.has(normaliseName(sheetName)));
  return { ...filled(snapshot, fresh, "values"), missing, problems, carried };
}

function filled(
  snapshot: WorkbookSnapshot,
  tables: readonly (readonly [Template, Content])[],
  mode: FillOptions["mode"],
): Pick<GeneratedTables, "plans" | "missing"> {
  const plans: SheetPlan[] = [];
  const missing: Missing[] = [];
  for (const [template, content] of tables) {
    const sheetNames = [...snapshot.sheets, ...plans].map(({ name }) => name);
    const sheets = fillTemplate(template, content, { mode, sheetNames });
    plans.push(...sheets.plans.map(withFittingRows));
    missing.push(...sheets.missing);
  }
  return { plans, missing };
}

function needsIndicators({ cells }: Template): boolean {
  return cells.some(({ text }) => /[{｛]{2}#\s*指标/.test(text));
}

/** Whether a table repeats what only 支出明细 tells; see `ledgerLists`. */
function needsLedger({ cells }: Template): boolean {
  return cells.some(({ text }) => /[{｛]{2}#\s*(?:支出项目|费用项|子项目|评价单位|地区)/.test(text));
}
