import { sheetGrid } from "../../workbook/grid";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { Scope } from "../content";
import type { Template } from "../template";
import { bestFit } from "./extract-content";
import { indicatorContent } from "./indicator-content";
import { mergeTables } from "./merge-tables";
import { completeIndicator } from "./target-forms";

/** What is taken over from existing tables (沿用). */
export interface CarriedContent {
  /** All of origin “carried”; years are those of the old tables. */
  readonly root: Scope;
  /** In tab order, how each sheet was read. */
  readonly sheets: readonly CarriedSheet[];
}

export interface CarriedSheet {
  readonly name: string;
  /** The template whose layout it has; null where only its indicators were found, by their headings, or nothing. */
  readonly template: Template | null;
  /** Whether anything was found to take over. */
  readonly isRead: boolean;
}

/** Below this, a table's own headings tell more of its indicators than a template that it hardly fits. */
const GOOD_FIT = 0.75;

/**
 * Takes content over from sheets of a workbook, all of them unless named: each is read by the template it fits best, or,
 * where it fits none, for its indicators. The same unit or project in several tables is one; earlier tables go first.
 * Throws a `TemplateDefect` for a template with mistakes; never for what stands in the workbook.
 */
export function carryOver(
  snapshot: WorkbookSnapshot,
  templates: readonly Template[],
  sheetNames: readonly string[] = snapshot.sheets.map(({ name }) => name),
): CarriedContent {
  const wanted = new Set(sheetNames);
  const sheets = snapshot.sheets.filter(({ name }) => wanted.has(name));
  const fits = new Map(sheets.map((sheet) => [sheet.name, bestFit(templates, sheetGrid(sheet))]));
  const doubtful = new Set(
    sheets.filter(({ name }) => (fits.get(name)?.score ?? 0) < GOOD_FIT).map(({ name }) => name),
  );
  const indicators = doubtful.size === 0 ? new Map<string, Scope>() : indicatorContent(snapshot, doubtful);
  const read = sheets.map(({ name }) => {
    const fit = fits.get(name) ?? null;
    const scope = indicators.get(name) ?? fit?.read() ?? null;
    return { name, scope, template: indicators.has(name) ? null : (fit?.template ?? null) };
  });
  return {
    root: mergeTables(read.flatMap(({ scope }) => (scope === null ? [] : [completed(scope)]))),
    sheets: read.map(({ name, scope, template }) => ({ name, template, isRead: scope !== null })),
  };
}

/** The scope with all indicators in it completed, at any depth. */
function completed({ items, lists }: Scope): Scope {
  const all = [...lists].map(([name, scopes]): [string, readonly Scope[]] => [
    name,
    scopes.map((scope) => (name === "指标" ? completeIndicator(completed(scope)) : completed(scope))),
  ]);
  return { items, lists: new Map(all) };
}
