import { normaliseName } from "../classification/normalise";
import { filledRows, textOf, type Positions, type SheetGrid } from "../workbook/grid";
import type { Cell } from "../workbook/snapshot";
import { isPageMark } from "./preamble";
import { headingName } from "./text-rows";
import { isNote, isSignOff, saysEmptyTable } from "./words";

/**
 * Of rows below a header those that hold lines of the table: no notes, no column numbers, no header repeated on a new
 * page, no page marks, no sums carried from page to page. `header` are the first and last row of the header.
 */
export function bodyRows(
  grid: SheetGrid,
  header: { readonly top: number; readonly bottom: number },
  rows: readonly number[],
): number[] {
  const body = rows.slice(0, endOfAmounts(grid, rows));
  const headings = new Set(
    filledRows(grid, header.top, header.bottom).flatMap((row) =>
      grid.row(row).map((cell) => headingKey(cell.column, textOf(cell))),
    ),
  );
  const { columns } = grid;
  return body.filter((row) => {
    const positions = grid.positionsOf(row);
    const first = firstText(grid, positions);
    if (first === "" || isNote(first) || saysEmptyTable(first) || isCarriedSum(first)) return false;
    if (every(positions, (at) => isPageMark(columns.textAt(at)))) return false;
    if (every(positions, (at) => headings.has(headingKey(columns.columnAt(at), columns.textAt(at))))) {
      return false;
    }
    const mayNumber = every(positions, (at) => mayBeColumnNumber(columns.numberAt(at), columns.textAt(at)));
    return !mayNumber || !isColumnNumbers(grid.row(row));
  });
}

function every({ from, to }: Positions, holds: (position: number) => boolean): boolean {
  for (let position = from; position < to; position++) if (!holds(position)) return false;
  return true;
}

/** The first text of a row that is not blank; "" where all are. */
function firstText({ columns }: SheetGrid, { from, to }: Positions): string {
  for (let position = from; position < to; position++) {
    const text = columns.textAt(position);
    if (text.trim() !== "") return text;
  }
  return "";
}

/** Position of the first note or sign-off line below which no amount stands: what follows is text. */
function endOfAmounts(grid: SheetGrid, rows: readonly number[]): number {
  const last = rows.findLastIndex((row) => grid.hasAmount(row));
  const end = rows.findIndex(
    (row, at) => at > last && grid.row(row).some((cell) => isNote(textOf(cell)) || isSignOff(textOf(cell))),
  );
  return end < 0 ? rows.length : end;
}

function headingKey(column: number, text: string): string {
  return `${String(column)}:${headingName(text)}`;
}

/** “本页小计”, “承前页”, “过次页”: sums of a printed page, not of the table. */
function isCarriedSum(text: string): boolean {
  return /^(?:本页(?:小计|合计)|承前页|过次页|转下页|接上页)$/.test(normaliseName(text));
}

/** “** | ** | 1 | 2 | 3”, “栏次 | 1=2+3 | 2 | 3”, “甲 | 乙 | 1 | 2” or “公式 | A=B+C | B | C”: a row that numbers the columns. */
export function isColumnNumbers(cells: readonly Cell[]): boolean {
  if (
    !cells.every((cell) => mayBeColumnNumber(typeof cell.value === "number" ? cell.value : NaN, textOf(cell)))
  ) {
    return false;
  }
  const texts = cells.map((cell) => normaliseName(textOf(cell)));
  const numbers = texts.flatMap((text) => {
    const [, number, letter] = /^(?:(\d{1,2})|([A-Z]))(?:=[\dA-Z+\-*/×÷()%]+)?$/.exec(text) ?? [];
    if (letter !== undefined) return letter.charCodeAt(0) - 64;
    return number === undefined ? [] : Number(number);
  });
  const others = texts.filter((text) => !/^[\dA-Z]/.test(text));
  return (
    numbers.length > 1 &&
    numbers.length + others.length === texts.length &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at) &&
    (numbers[0] ?? 0) <= 1 &&
    others.every((text) => /^(?:\*+|栏次|序号|行次|公式|类|款|项|[甲乙丙丁])?$/.test(text))
  );
}

const LONGEST_COLUMN_NUMBER = 12;
const MOST_COLUMNS = 99;

/** Tells nearly every row of a body from a row of column numbers by one cell; `number` is NaN where it holds a text. */
function mayBeColumnNumber(number: number, text: string): boolean {
  if (Number.isNaN(number)) return text.length <= LONGEST_COLUMN_NUMBER;
  return Number.isInteger(number) && number <= MOST_COLUMNS;
}
