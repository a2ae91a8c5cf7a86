import {
  SHEET_COLUMNS,
  SHEET_ROWS,
  columnLetters,
  parseA1,
  parseA1Range,
  rangeToA1,
} from "../../core/workbook/address";
import type { CellRange } from "../../core/workbook/address";
import { ExcelError } from "./excel-error";
import type { SheetModel } from "./model";

export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: SHEET_ROWS - 1, right: SHEET_COLUMNS - 1 };

export function isEntireColumn({ top, bottom }: CellRange): boolean {
  return top === 0 && bottom === SHEET_ROWS - 1;
}

export function isEntireRow({ left, right }: CellRange): boolean {
  return left === 0 && right === SHEET_COLUMNS - 1;
}

export function isUnbounded(range: CellRange): boolean {
  return isEntireColumn(range) || isEntireRow(range);
}

export function rowCount({ top, bottom }: CellRange): number {
  return bottom - top + 1;
}

export function columnCount({ left, right }: CellRange): number {
  return right - left + 1;
}

export function cellCount(range: CellRange): number {
  return rowCount(range) * columnCount(range);
}

export function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function intersection(a: CellRange, b: CellRange): CellRange | null {
  const common = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return common.top <= common.bottom && common.left <= common.right ? common : null;
}

export function sameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function isWithin(inner: CellRange, outer: CellRange): boolean {
  const common = intersection(inner, outer);
  return common !== null && sameRange(common, inner);
}

export function boundingRange(a: CellRange, b: CellRange): CellRange {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The range, or `InvalidArgument` where it is empty or leaves the sheet. */
export function checkedRange(range: CellRange): CellRange {
  const { top, left, bottom, right } = range;
  const inside = top >= 0 && left >= 0 && bottom < SHEET_ROWS && right < SHEET_COLUMNS;
  if (!inside || top > bottom || left > right) throw new ExcelError("InvalidArgument", "outside the sheet");
  return range;
}

/** `A1`, `A1:B2`, `A:C`, `2:5`, each with an optional sheet prefix, which is dropped; `null` where it is none. */
export function parseAddress(text: string): CellRange | null {
  const local = text.slice(text.lastIndexOf("!") + 1).replaceAll("$", "");
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(local);
  if (columns !== null) {
    const corners = parseA1Range(`${columns[1] ?? ""}1:${columns[2] ?? ""}1`);
    return corners === null ? null : { ...corners, bottom: SHEET_ROWS - 1 };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(local);
  if (rows !== null) {
    const corners = parseA1Range(`A${rows[1] ?? ""}:A${rows[2] ?? ""}`);
    return corners === null ? null : { ...corners, right: SHEET_COLUMNS - 1 };
  }
  return parseA1(local) === null && !local.includes(":") ? null : parseA1Range(local);
}

/** The sheet's name as it stands before the “!”, quoted where Excel quotes it. */
export function quotedSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** As `Range.address` reads: `Sheet1!A1:B2`, `Sheet1!A:C`, `Sheet1!2:5`. */
export function qualifiedAddress(sheet: SheetModel, range: CellRange): string {
  return `${quotedSheetName(sheet.name)}!${localAddress(range)}`;
}

function localAddress(range: CellRange): string {
  if (isEntireRow(range)) return `${String(range.top + 1)}:${String(range.bottom + 1)}`;
  if (isEntireColumn(range)) return `${columnLetters(range.left)}:${columnLetters(range.right)}`;
  return rangeToA1(range);
}
