import type { CellRange } from "./address";
import { cellColumns, placeIn, textOf, type CellColumns } from "./cell-columns";
import type { Cell, Cells, SheetSnapshot } from "./snapshot";

export { textOf } from "./cell-columns";

/** A sheet's cells by row and column. Rows and columns are 0-based. */
export interface SheetGrid {
  readonly sheet: SheetSnapshot;
  /** The year that the first lines speak of: 2024 of “2024年度…表”; null where they name none. */
  readonly year: number | null;
  /** Rows with at least one filled cell, ascending. */
  readonly rowNumbers: readonly number[];
  /** The cells by position, for loops over many of them. */
  readonly columns: CellColumns;
  /** Number of a row in `columns.rows`; −1 where it has no cell. */
  lineOf(row: number): number;
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
  const columns = cellColumns(cells);
  const { rows, starts } = columns;
  const rowAt = (line: number): number => rows[line] ?? -1;
  const lineOf = (row: number): number => placeIn(rowAt, 0, rows.length, row);
  // A cell is one object for all who ask for it.
  const slices: (readonly Cell[] | undefined)[] = [];
  const rowOf = (line: number): readonly Cell[] =>
    (slices[line] ??= cells.slice(starts[line], starts[line + 1]));
  let merges: MergeIndex | null = null;
  return {
    sheet,
    year: yearOf(cells),
    rowNumbers: [...rows],
    columns,
    lineOf,
    at(row, column) {
      const line = lineOf(row);
      if (line < 0) return undefined;
      const start = starts[line] ?? 0;
      const position = placeIn(columns.columnAt, start, starts[line + 1] ?? 0, column);
      return position < 0 ? undefined : rowOf(line)[position - start];
    },
    row(row) {
      const line = lineOf(row);
      return line < 0 ? NO_CELLS : rowOf(line);
    },
    mergeOf: (row, column) => (merges ??= mergeIndex(sheet.merges))(row, column),
  };
}

/** Rows with cells from `first` to `last`, both included: between two lines of a sheet a million blank ones may lie. */
export function filledRows({ rowNumbers }: SheetGrid, first: number, last: number): number[] {
  let from = 0;
  for (let to = rowNumbers.length; from < to;) {
    const middle = (from + to) >> 1;
    if ((rowNumbers[middle] ?? 0) < first) from = middle + 1;
    else to = middle;
  }
  const rows: number[] = [];
  for (let row = rowNumbers[from]; row !== undefined && row <= last; row = rowNumbers[++from]) rows.push(row);
  return rows;
}

type MergeIndex = SheetGrid["mergeOf"];

/** Taller areas are looked through one by one: there are few. */
const TALL = 64;

/** The first of the areas that holds a cell, found by its row. */
function mergeIndex(merges: readonly CellRange[]): MergeIndex {
  const byRow = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  const order = new Map(merges.map((merge, at) => [merge, at]));
  for (const merge of merges) {
    if (merge.bottom - merge.top >= TALL) tall.push(merge);
    else {
      for (let row = merge.top; row <= merge.bottom; row++) {
        const list = byRow.get(row);
        if (list === undefined) byRow.set(row, [merge]);
        else list.push(merge);
      }
    }
  }
  return (row, column) => {
    const isOver = ({ top, left, bottom, right }: CellRange): boolean =>
      top <= row && row <= bottom && left <= column && column <= right;
    const own = byRow.get(row)?.find(isOver);
    const other = tall.find(isOver);
    if (own === undefined || other === undefined) return own ?? other;
    return (order.get(own) ?? 0) < (order.get(other) ?? 0) ? own : other;
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
