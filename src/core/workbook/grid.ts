import type { CellRange } from "./address";
import { rowStartsOf } from "./cell-table";
import type { Cell, Cells, SheetSnapshot } from "./snapshot";

/** A sheet's cells by row and column. Rows and columns are 0-based. */
export interface SheetGrid {
  readonly sheet: SheetSnapshot;
  /** The year that the first lines speak of: 2024 of “2024年度…表”; null where they name none. */
  readonly year: number | null;
  /** Rows with at least one filled cell, ascending. */
  readonly rowNumbers: readonly number[];
  at(row: number, column: number): Cell | undefined;
  /** Filled cells of a row, from left to right. */
  row(row: number): readonly Cell[];
  /** The merged area a cell belongs to, if any. */
  mergeOf(row: number, column: number): CellRange | undefined;
}

const NO_CELLS: readonly Cell[] = [];

/** Relies on the order of a snapshot's cells: row by row, each row from left to right. */
export function sheetGrid(sheet: SheetSnapshot): SheetGrid {
  const { cells } = sheet;
  const { rowNumbers, rowStarts: bounds } = rowStartsOf(cells);
  const lines = new Map(rowNumbers.map((row, line) => [row, line]));
  // A cell is one object for all who ask for it.
  const slices: (readonly Cell[] | undefined)[] = [];
  const rowOf = (line: number): readonly Cell[] =>
    (slices[line] ??= cells.slice(bounds[line], bounds[line + 1]));
  return {
    sheet,
    year: yearOf(cells),
    rowNumbers,
    at(row, column) {
      const line = lines.get(row);
      if (line === undefined) return undefined;
      for (const cell of rowOf(line)) {
        if (cell.column > column) return undefined;
        if (cell.column === column) return cell;
      }
      return undefined;
    },
    row(row) {
      const line = lines.get(row);
      return line === undefined ? NO_CELLS : rowOf(line);
    },
    mergeOf: (row, column) =>
      sheet.merges.find(
        ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
      ),
  };
}

/** Cells at the top in which the year is looked for. */
const FIRST_CELLS = 12;

function yearOf(cells: Cells): number | null {
  for (const cell of cells.slice(0, FIRST_CELLS)) {
    const match = /(?<!\d)(20\d{2})\s*年/.exec(textOf(cell));
    if (match !== null) return Number(match[1]);
  }
  return null;
}

/** A cell's text for reading: what is shown, or the stored text where the format hides it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell.value === "string" ? cell.value : cell.text;
}
