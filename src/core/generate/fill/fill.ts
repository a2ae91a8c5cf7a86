import type { CellRange } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/sheet-plan";
import type { Content } from "../content";
import type { FormulaNode } from "../formula";
import type { Template } from "../template";
import { fillSheet } from "./fill-sheet";
import { templateLayout, type Layout } from "./layout";
import { EMPTY_SCOPE, type Instance } from "./lines";
import { parseCell, type ParsedCell } from "./placeholders";
import { findList } from "./scopes";
import { sheetNamer } from "./sheet-names";
import type { TemplateDefect } from "./template-defect";
import { templateFormulas } from "./template-formulas";

/** What a template asks for and the content does not have; the cell stays blank and is marked. */
export interface Missing {
  /** Name of the planned sheet. */
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** “资金总额”, or an amount's expression. */
  readonly item: string;
  /** The unit or project it is missing for: “项目“业务工作经费””; "" for the whole. */
  readonly owner: string;
}

export interface FillOptions {
  /**
   * `functions`: formulas with the custom functions; `builtin`: with Excel's own in their place; `values`: no formulas.
   * A formula cell carries its result in every mode.
   */
  readonly mode: "functions" | "builtin" | "values";
  /** Names of sheets that are there already. */
  readonly sheetNames: readonly string[];
}

/** A template made ready once for all its sheets. */
export interface ReadyTemplate {
  readonly template: Template;
  readonly layout: Layout;
  readonly formulas: ReadonlyMap<ParsedCell, FormulaNode>;
  readonly sheetName: ParsedCell;
  /** Template merges by the template cell they begin with, `row,column`. */
  readonly merges: ReadonlyMap<string, CellRange>;
}

/**
 * Fills a template with content: one sheet, or one for each item of the template's `each`. What is not there is listed and
 * marked, never an error.
 *
 * @throws TemplateDefect where the template itself is wrong
 */
export function fillTemplate(
  template: Template,
  content: Content,
  { mode, sheetNames }: FillOptions,
): { readonly plans: SheetPlan[]; readonly missing: Missing[] } {
  const ready = readyTemplate(template);
  const nameSheet = sheetNamer(sheetNames);
  const sheets = places(template, content).map((place) => fillSheet(ready, place, content, mode, nameSheet));
  return { plans: sheets.map(({ plan }) => plan), missing: sheets.flatMap(({ missing }) => missing) };
}

function readyTemplate(template: Template): ReadyTemplate {
  const layout = templateLayout(template);
  const defects: TemplateDefect[] = [];
  const formulas = templateFormulas(layout, defects);
  const [defect] = defects;
  if (defect !== undefined) throw defect;
  const merges = new Map(
    template.merges.map((merge) => [`${String(merge.top)},${String(merge.left)}`, merge] as const),
  );
  // Above all rows, so that it lies in no repetition.
  const sheetName = parseCell({ row: -1, column: 0, text: template.sheetName });
  return { template, layout, formulas, sheetName, merges };
}

/** What each sheet is made for: the whole, or the items of a list; a list without items leaves one sheet. */
function places({ each }: Template, { root, unknown }: Content): Instance[] {
  const whole: Instance = {
    repetition: null,
    list: null,
    scope: root,
    ghost: null,
    index: 0,
    parent: null,
    first: 0,
    last: 0,
  };
  if (each === null) return [whole];
  const scopes = findList(whole, each);
  if (scopes === null || scopes.length === 0) {
    const ghost = scopes === null ? "absent" : "empty";
    const scope = (ghost === "absent" ? unknown?.get(each) : null) ?? EMPTY_SCOPE;
    return [{ ...whole, list: each, scope, ghost, parent: whole }];
  }
  return scopes.map((scope, index) => ({ ...whole, list: each, scope, index, parent: whole }));
}
