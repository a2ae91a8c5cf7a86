import Decimal from "decimal.js";
import { parseA1Range, type CellRange } from "../../workbook/address";
import type { ContentItem, ContentValue, Origin, Scope } from "../content";
import type { Template, TemplateCell } from "../template";

/** A template from a drawing: a line a row, cells between bars. */
export function template(drawing: string, more: Partial<Template> = {}): Template {
  const cells = drawing
    .trim()
    .split("\n")
    .flatMap((line, row) =>
      line.split("|").flatMap((part, column): TemplateCell[] => {
        const text = part.trim();
        return text === "" ? [] : [{ row, column, text }];
      }),
    );
  return {
    id: "test",
    title: "测试表",
    authority: "",
    sheetName: "测试表",
    each: null,
    merges: [],
    areas: [],
    columnWidths: [],
    rowHeights: [],
    dropDowns: [],
    frozenRows: 0,
    page: null,
    amounts: {},
    optional: [],
    ...more,
    cells,
  };
}

/** “A12:A13” as a range. */
export function at(a1: string): CellRange {
  const range = parseA1Range(a1);
  if (range === null) throw new Error(`no range: ${a1}`);
  return range;
}

export function ranges(...a1: readonly string[]): CellRange[] {
  return a1.map(at);
}

/** An amount shown with so many decimals, perhaps from a cell. */
export function amount(
  number: number | string,
  decimals: number | null = 2,
  formula: string | null = null,
): ContentValue {
  return { kind: "number", number: new Decimal(number), decimals, percent: false, formula };
}

type Given = string | number | ContentValue | ContentItem | null | readonly ScopeDrawing[];
/** Items and lists of a scope: texts, numbers with the decimals they have, null for known to be blank. */
export interface ScopeDrawing {
  readonly [name: string]: Given;
}

/** A scope from an object; what is no list is an item of that origin. */
export function scope(drawing: ScopeDrawing, origin: Origin = "carried"): Scope {
  const items = new Map<string, ContentItem>();
  const lists = new Map<string, readonly Scope[]>();
  for (const [name, given] of Object.entries(drawing)) {
    if (isList(given))
      lists.set(
        name,
        given.map((each) => scope(each, origin)),
      );
    else items.set(name, itemOf(given, origin));
  }
  return { items, lists };
}

function isList(given: Given): given is readonly ScopeDrawing[] {
  return Array.isArray(given);
}

function itemOf(given: Exclude<Given, readonly ScopeDrawing[]>, origin: Origin): ContentItem {
  if (given === null) return { value: { kind: "blank" }, origin };
  if (typeof given === "string") return { value: { kind: "text", text: given }, origin };
  if (typeof given === "number") return { value: amount(given, null), origin };
  return "value" in given ? given : { value: given, origin };
}
