import type { CellRange } from "./address";
import type { Cell, SheetSnapshot } from "./snapshot";

/** A sheet's cells by row and column. Rows and columns are 0-based. */
export interface SheetGrid {
  readonly sheet: SheetSnapshot;
  /** Rows with at least one filled cell, ascending. */
  readonly rowNumbers: readonly number[];
  at(row: number, column: number): Cell | undefined;
  /** Filled cells of a row, from left to right. */
  row(row: number): readonly Cell[];
  /** The merged area a cell belongs to, if any. */
  mergeOf(row: number, column: number): CellRange | undefined;
}

/** Relies on the order of a snapshot's cells: row by row, each row from left to right. */
export function sheetGrid(sheet: SheetSnapshot): SheetGrid {
  const { cells } = sheet;
  const rowNumbers: number[] = [];
  const starts = new Map<number, number>();
  for (let at = 0; at < cells.length; at++) {
    const row = cells[at]?.row ?? 0;
    if (row === rowNumbers.at(-1)) continue;
    rowNumbers.push(row);
    starts.set(row, at);
  }
  const endOf = (row: number, start: number): number => {
    let end = start;
    while (cells[end]?.row === row) end++;
    return end;
  };
  return {
    sheet,
    rowNumbers,
    at(row, column) {
      const start = starts.get(row);
      if (start === undefined) return undefined;
      for (let at = start; at < cells.length; at++) {
        const cell = cells[at];
        if (cell === undefined || cell.row !== row || cell.column > column) return undefined;
        if (cell.column === column) return cell;
      }
      return undefined;
    },
    row(row) {
      const start = starts.get(row);
      return start === undefined ? [] : cells.slice(start, endOf(row, start));
    },
    mergeOf: (row, column) =>
      sheet.merges.find(
        ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
      ),
  };
}

/** A cell's text for reading: what is shown, or the stored text where the format hides it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell.value === "string" ? cell.value : cell.text;
}
