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

export function sheetGrid(sheet: SheetSnapshot): SheetGrid {
  const rows = new Map<number, Cell[]>();
  const lookup = new Map<number, (Cell | undefined)[]>();
  for (const cell of sheet.cells) {
    let cells = rows.get(cell.row);
    let byColumn = lookup.get(cell.row);
    if (cells === undefined || byColumn === undefined) {
      cells = [];
      byColumn = [];
      rows.set(cell.row, cells);
      lookup.set(cell.row, byColumn);
    }
    cells.push(cell);
    byColumn[cell.column] = cell;
  }
  return {
    sheet,
    rowNumbers: [...rows.keys()].sort((a, b) => a - b),
    at: (row, column) => lookup.get(row)?.[column],
    row: (row) => rows.get(row) ?? [],
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
