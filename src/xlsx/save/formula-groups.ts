import type { CellAddress, CellRange } from "../../core/workbook/address";
import { formulaAt, takeApart, type SharedFormula } from "../shared-formula";
import { decodeXstring } from "../xstring";
import { cellsOf, keyOf, rangeOf, type PlacedRow } from "./sheet-rows";
import { attributesOf, childrenOf, textOf, type XmlElement } from "./xml-source";

/** What a sheet's formulas say about each other. */
export interface FormulaGroups {
  /**
   * Formulas, without “=” and as stored, of the cells whose shared formula stands in a cell that is overwritten, by
   * `keyOf`. Each gets its own: the shorter way, to make the next cell the master, would need its range to be exact, and
   * a group may have gaps and several columns.
   */
  readonly expanded: ReadonlyMap<number, string>;
  /** Ranges of array formulas and data tables that have more than one cell. */
  readonly locked: readonly CellRange[];
}

const NONE: FormulaGroups = { expanded: new Map(), locked: [] };
/** Of a sheet without these, no cell has to be looked at. */
const GROUP = /<(?:[^\s/>:]+:)?f\s[^>]*\bt\s*=\s*["'](?:shared|array|dataTable)/;

interface Group {
  readonly master: CellAddress;
  readonly overwritten: boolean;
  readonly formula: string;
  parts: SharedFormula | null;
}

export function formulaGroups(
  xml: string,
  rows: readonly PlacedRow[],
  isOverwritten: (cell: CellAddress) => boolean,
): FormulaGroups {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return NONE;
  if (!GROUP.test(xml.slice(first.element.start, last.element.end))) return NONE;
  const expanded = new Map<number, string>();
  const locked: CellRange[] = [];
  // A number may be used anew further down.
  const groups = new Map<string, Group>();
  for (const row of rows) {
    if (!GROUP.test(xml.slice(row.element.start, row.element.end))) continue;
    for (const cell of cellsOf(xml, row)) {
      const formula = formulaOf(xml, cell.element);
      if (formula === undefined) continue;
      const attributes = attributesOf(xml, formula);
      const type = attributes.get("t");
      if (type === "array" || type === "dataTable") {
        const range = rangeOf(attributes.get("ref"));
        if (range !== null && (range.top < range.bottom || range.left < range.right)) locked.push(range);
      }
      if (type !== "shared") continue;
      const index = attributes.get("si") ?? "";
      const text = decodeXstring(textOf(xml, formula).trim());
      if (text !== "") {
        groups.set(index, { master: cell, overwritten: isOverwritten(cell), formula: text, parts: null });
        continue;
      }
      const group = groups.get(index);
      if (group === undefined || !group.overwritten || isOverwritten(cell)) continue;
      group.parts ??= takeApart(group.formula);
      expanded.set(keyOf(cell), formulaAt(group.parts, group.master, cell));
    }
  }
  return { expanded, locked };
}

export function formulaOf(xml: string, cell: XmlElement): XmlElement | undefined {
  return childrenOf(xml, cell).find(({ name }) => name === "f");
}
