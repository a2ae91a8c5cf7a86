import type { CellAddress } from "../src/core/workbook/address";
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { decimalPlaces } from "../src/core/workbook/number";

/* Ways in which a workbook gets one wrong amount, for the detection benchmark and the tests. */

/** A changed workbook and what was wrong about it. */
export interface Mutation {
  readonly workbook: WorkbookSnapshot;
  readonly sheet: string;
  /** Cells whose content is wrong now, 0-based; the first is where the amount was mistyped. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  /** What they should say; null for a blank. */
  readonly right: readonly (number | null)[];
}

export type MutationKind =
  | "transposed"
  | "digit"
  | "lostDigit"
  | "extraDigit"
  | "sign"
  | "unit"
  | "shiftedColumn"
  | "text"
  | "missingRow"
  | "duplicatedRow";

export const MUTATION_KINDS: readonly MutationKind[] = [
  "transposed",
  "digit",
  "lostDigit",
  "extraDigit",
  "sign",
  "unit",
  "shiftedColumn",
  "text",
  "missingRow",
  "duplicatedRow",
];

/** Differences up to this, in the table's unit, may be rounding and are no mutation. */
const BEYOND_ROUNDING = 0.2;

/**
 * Mistypes the amount at a cell; null where the slip does not apply there or stays within rounding. `right` is the
 * last column of amounts of the sheet's body.
 */
export function mutate(
  workbook: WorkbookSnapshot,
  sheetIndex: number,
  cell: Cell,
  kind: MutationKind,
): Mutation | null {
  const sheet = workbook.sheets[sheetIndex];
  if (sheet === undefined || typeof cell.value !== "number" || cell.value === 0) return null;
  const { value } = cell;
  const change = (changed: SheetSnapshot, cells: Mutation["cells"], right: Mutation["right"]): Mutation => ({
    workbook: {
      ...workbook,
      sheets: workbook.sheets.map((other, at) => (at === sheetIndex ? changed : other)),
    },
    sheet: sheet.name,
    cells,
    right,
  });
  const typed = (wrong: CellValue): Mutation => change(withValue(sheet, cell, wrong), [cell], [value]);
  const number = (wrong: number | null): Mutation | null =>
    wrong === null || !Number.isFinite(wrong) || Math.abs(wrong - value) <= BEYOND_ROUNDING
      ? null
      : typed(wrong);
  switch (kind) {
    case "transposed":
      return number(fromDigits(value, transpose(digitsOf(value))));
    case "digit":
      return number(fromDigits(value, changeDigit(digitsOf(value))));
    case "lostDigit":
      return number(fromDigits(value, digitsOf(value).slice(1)));
    case "extraDigit":
      return number(fromDigits(value, digitsOf(value).replace(/^(.)/, "$1$1")));
    case "sign":
      return number(-value);
    case "unit":
      return number(value * 10_000);
    case "text":
      return typed(
        value
          .toFixed(2)
          .replace(/[01]/, (digit) => (digit === "0" ? "O" : "l"))
          .replace(/^(\d)(.*)$/, "$1$2元整"),
      );
    case "shiftedColumn": {
      const target = { row: cell.row, column: cell.column + 1 };
      const occupied = sheet.cells.some(({ row, column }) => row === target.row && column === target.column);
      if (occupied || !isAmountColumn(sheet, target.column)) return null;
      const cells = sheet.cells.map((other) => (isSame(other, cell) ? { ...cell, ...target } : other));
      return change({ ...sheet, cells }, [target, cell], [null, value]);
    }
    case "missingRow": {
      const cells = sheet.cells
        .filter(({ row }) => row !== cell.row)
        .map((other) => (other.row > cell.row ? { ...other, row: other.row - 1 } : other));
      return isFirstAmountOfDetailRow(sheet, cell)
        ? change({ ...sheet, cells, merges: moved(sheet, cell.row, -1) }, [cell], [value])
        : null;
    }
    case "duplicatedRow": {
      const cells = sheet.cells.flatMap((other) => {
        if (other.row > cell.row) return [{ ...other, row: other.row + 1 }];
        return other.row === cell.row ? [other, { ...other, row: other.row + 1 }] : [other];
      });
      cells.sort((a, b) => a.row - b.row || a.column - b.column);
      return isFirstAmountOfDetailRow(sheet, cell)
        ? change(
            { ...sheet, cells, merges: moved(sheet, cell.row, 1) },
            [{ row: cell.row + 1, column: cell.column }, cell],
            [null, value],
          )
        : null;
    }
  }
}

function withValue(sheet: SheetSnapshot, cell: Cell, value: CellValue): SheetSnapshot {
  const text = typeof value === "number" ? value.toFixed(decimalPlaces(value)) : String(value);
  const cells = sheet.cells.map((other) => (isSame(other, cell) ? { ...cell, value, text } : other));
  return { ...sheet, cells };
}

function isSame(one: CellAddress, other: CellAddress): boolean {
  return one.row === other.row && one.column === other.column;
}

/** Significant digits at the two decimals of the tables: 9.20 → "920". */
function digitsOf(value: number): string {
  return Math.round(Math.abs(value) * 100).toString();
}

function fromDigits(value: number, digits: string | null): number | null {
  return digits === null || digits === "" ? null : (Math.sign(value) * Number(digits)) / 100;
}

/** Exchanges the first two neighbouring digits that differ. */
function transpose(digits: string): string | null {
  for (let at = 0; at + 1 < digits.length; at++) {
    const [a = "", b = ""] = [digits[at], digits[at + 1]];
    if (a !== b) return digits.slice(0, at) + b + a + digits.slice(at + 2);
  }
  return null;
}

/** Another first digit. */
function changeDigit(digits: string): string {
  const first = Number(digits[0]);
  return String(first === 9 ? 4 : first + 1) + digits.slice(1);
}

function isAmountColumn(sheet: SheetSnapshot, column: number): boolean {
  const header = sheet.cells.filter((cell) => typeof cell.value === "number").map(({ row }) => row);
  const first = Math.min(...header);
  return sheet.cells.some((cell) => cell.column === column && cell.row < first && cell.row > 2);
}

/** Rows with a code in the first cells that end in a leaf: one mutation a row is enough. */
function isFirstAmountOfDetailRow(sheet: SheetSnapshot, cell: Cell): boolean {
  const row = sheet.cells.filter((other) => other.row === cell.row);
  const first = row.find(({ value }) => typeof value === "number");
  const isFirst = first !== undefined && isSame(first, cell);
  const texts = row.flatMap(({ value }) => (typeof value === "string" ? [value.trim()] : []));
  const isDetail =
    texts.some((text) => /^\d{7}$/.test(text)) ||
    (/^\d{3}$/.test(texts[0] ?? "") && /^\d{2}$/.test(texts[1] ?? ""));
  return isFirst && isDetail;
}

function moved(sheet: SheetSnapshot, from: number, by: number): SheetSnapshot["merges"] {
  return sheet.merges.map((merge) =>
    merge.top > from ? { ...merge, top: merge.top + by, bottom: merge.bottom + by } : merge,
  );
}
