import type { ICellData, IStyleData } from "@univerjs/core";
import { isCellError } from "../../core/workbook/snapshot";
import type { Cell, Cells, SheetSnapshot } from "../../core/workbook/snapshot";
import type { CellRange } from "../../core/workbook/address";
import type { CellRows, OpenedSheet } from "./opened-workbook";
import { fittedRows } from "./row-heights";
import type { SheetLook } from "./xlsx-look";

/** Univer's numbers for the kinds of cell values. */
const KIND = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/** Room below and to the right of what the file holds, for the user to type into. */
const MORE_ROWS = 60;
const MORE_COLUMNS = 12;
const LEAST = { rows: 100, columns: 26 };

/**
 * Prefixes under which Excel stores functions that are younger than the format, and custom functions; nobody types
 * or sees them.
 */
const STORED_PREFIX = /_xlfn\.(?:_xlws\.)?|_xldudf_/g;

/** A stored formula as the user knows it. */
export function shownFormula(stored: string): string {
  return stored.includes("_xl") ? stored.replace(STORED_PREFIX, "") : stored;
}

/** Name of a style of the file in Univer's table of styles. */
export function styleName(index: number): string {
  return `x${String(index)}`;
}

/** Cells in Univer's form, blank ones with a format included. */
export function cellRowsOf(sheet: SheetSnapshot, look: SheetLook): CellRows {
  const rows: CellRows = {};
  for (const [row, line] of look.styles) {
    const cells: Record<number, ICellData> = (rows[row] = {});
    for (const [column, style] of line) cells[column] = { s: styleName(style) };
  }
  for (const cell of sheet.cells) {
    const line = (rows[cell.row] ??= {});
    line[cell.column] = { ...line[cell.column], ...contentOf(cell) };
  }
  return rows;
}

function contentOf({ value, formula }: Cell): ICellData {
  const computed = formula === null ? {} : { f: shownFormula(formula) };
  if (isCellError(value)) return { ...computed, v: value.error, t: KIND.text };
  if (typeof value === "number") return { ...computed, v: value, t: KIND.number };
  if (typeof value === "boolean") return { ...computed, v: value ? 1 : 0, t: KIND.boolean };
  // A formula that nothing has computed yet: without a value the engine computes it.
  if (value === "" && formula !== null) return computed;
  // A text of digits (codes such as 201) would become a number.
  const t = formula === null && looksNumeric(value) ? KIND.forcedText : KIND.text;
  return { ...computed, v: value, t };
}

/** Of these cells the formulas that came without a value. */
export function uncomputedOf(cells: CellRows): CellRows {
  const uncomputed: CellRows = {};
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, { f, v }] of Object.entries(line)) {
      if (f && v === undefined) (uncomputed[Number(row)] ??= {})[Number(column)] = { f };
    }
  }
  return uncomputed;
}

export function looksNumeric(text: string): boolean {
  return text.trim() !== "" && !Number.isNaN(Number(text));
}

/** The sheet without its cells. */
export function openedSheet(
  sheet: SheetSnapshot,
  look: SheetLook,
  styles: readonly IStyleData[],
): OpenedSheet {
  const used = usedRangeOf(sheet.cells);
  const merges = sheet.merges.map(({ top, left, bottom, right }) => ({
    startRow: top,
    startColumn: left,
    endRow: bottom,
    endColumn: right,
  }));
  const lastRow = merges.reduce((last, merge) => Math.max(last, merge.endRow), used?.bottom ?? 0);
  const lastColumn = merges.reduce((last, merge) => Math.max(last, merge.endColumn), used?.right ?? 0);
  return {
    ...lookOf(look),
    name: sheet.name,
    visibility: sheet.visibility,
    rowCount: Math.max(LEAST.rows, lastRow + 1 + MORE_ROWS),
    columnCount: Math.max(LEAST.columns, lastColumn + 1 + MORE_COLUMNS),
    rows: fittedRows(sheet, look, styles),
    merges,
    usedRange: used,
  };
}

/** Style indices stay in the worker; cells carry them. */
function lookOf({ styles: _styles, ...look }: SheetLook): Omit<SheetLook, "styles"> {
  return look;
}

function usedRangeOf(cells: Cells): CellRange | null {
  const first = cells.at(0);
  if (first === undefined) return null;
  let [top, left, bottom, right] = [first.row, first.column, first.row, first.column];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return { top, left, bottom, right };
}
