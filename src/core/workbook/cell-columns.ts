import { CELL_KIND, CellTable } from "./cell-table";
import type { Cell, Cells } from "./snapshot";

/**
 * The cells of a sheet by their positions in reading order, for loops over whole bodies: nothing is made for a cell that is
 * a plain number.
 */
export interface CellColumns {
  /** Rows with a filled cell, 0-based, ascending. */
  readonly rows: Int32Array;
  /** Position of the first cell of each of `rows`, then the number of all cells. */
  readonly starts: Int32Array;
  /** 0-based column of the cell at a position. */
  columnAt(position: number): number;
  /** The number at a position; NaN where there is none. */
  numberAt(position: number): number;
  /** `Cell.decimals` at a position, −1 for null. */
  decimalsAt(position: number): number;
  /** What the cell says, see `textOf`. */
  textAt(position: number): string;
}

/** Relies on the order of a snapshot's cells: row by row, each row from left to right. */
export function cellColumns(cells: Cells): CellColumns {
  return cells instanceof CellTable ? ofTable(cells) : ofArray(Array.isArray(cells) ? cells : [...cells]);
}

function ofTable(cells: CellTable): CellColumns {
  return {
    rows: cells.rowNumbers,
    starts: cells.rowStarts,
    columnAt: (position) => cells.columnAt(position),
    numberAt: (position) => cells.numberAt(position),
    decimalsAt: (position) => cells.decimalsAt(position) ?? -1,
    textAt: (position) =>
      cells.kindAt(position) === CELL_KIND.text ? cells.storedTextAt(position) : cells.textAt(position),
  };
}

function ofArray(cells: readonly Cell[]): CellColumns {
  return {
    ...linesOf(cells),
    columnAt: (position) => cells[position]?.column ?? -1,
    numberAt(position) {
      const value = cells[position]?.value;
      return typeof value === "number" ? value : NaN;
    },
    decimalsAt: (position) => cells[position]?.decimals ?? -1,
    textAt: (position) => textOf(cells[position]),
  };
}

/** Rows and their first positions. Rows are mostly as long as the one above, so few cells need looking at. */
function linesOf(cells: readonly Cell[]): Pick<CellColumns, "rows" | "starts"> {
  const rows: number[] = [];
  const starts: number[] = [];
  let length = 1;
  for (let start = 0; start < cells.length;) {
    const row = cells[start]?.row ?? 0;
    let end = cells[start + length - 1]?.row === row ? start + length : start + 1;
    while (end < cells.length && cells[end]?.row === row) end++;
    rows.push(row);
    starts.push(start);
    length = end - start;
    start = end;
  }
  starts.push(cells.length);
  return { rows: Int32Array.from(rows), starts: Int32Array.from(starts) };
}

/**
 * Position of a number in an ascending run of distinct whole numbers, from `from` to before `to`; −1 where it is not
 * there. In a run without gaps it is found at once.
 */
export function placeIn(at: (position: number) => number, from: number, to: number, wanted: number): number {
  if (from >= to) return -1;
  let low = Math.max(from, to - 1 - (at(to - 1) - wanted));
  let high = Math.min(to - 1, from + wanted - at(from));
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(middle);
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A cell's text for reading: what is shown, or the stored text where the format hides it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell.value === "string" ? cell.value : cell.text;
}
