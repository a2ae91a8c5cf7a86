import type { CellRange } from "./address";
import { cellColumns, placeIn, textOf, type CellColumns } from "./cell-columns";
import { isAmountLike } from "./number";
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
  /** Positions of a row's cells in `columns`: the first, and the one after the last. */
  positionsOf(row: number): Positions;
  /** Position of a cell in `columns`; −1 where there is none. */
  positionOf(row: number, column: number): number;
  /** What the cell says, see `textOf`; "" where there is none. For loops: no `Cell` is made. */
  textAt(row: number, column: number): string;
  /** Whether a cell of the row holds a number or a text written as an amount. */
  hasAmount(row: number): boolean;
  /** Filled cells of a row, from left to right. */
  row(row: number): readonly Cell[];
  /** The merged area a cell belongs to, if any. */
  mergeOf(row: number, column: number): CellRange | undefined;
}

/** Cells that follow one another in reading order. */
export interface Positions {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

const NO_CELLS: readonly Cell[] = [];
const NO_POSITIONS: Positions = { from: 0, to: 0 };

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
  const positionIn = (line: number, column: number): number =>
    line < 0 ? -1 : placeIn(columns.columnAt, starts[line] ?? 0, starts[line + 1] ?? 0, column);
  const isAmountLine = amountLines(columns);
  let merges: MergeIndex | null = null;
  return {
    sheet,
    year: yearOf(cells),
    rowNumbers: [...rows],
    columns,
    lineOf,
    at(row, column) {
      const line = lineOf(row);
      const position = positionIn(line, column);
      return position < 0 ? undefined : rowOf(line)[position - (starts[line] ?? 0)];
    },
    positionsOf(row) {
      const line = lineOf(row);
      return line < 0 ? NO_POSITIONS : { from: starts[line] ?? 0, to: starts[line + 1] ?? 0 };
    },
    positionOf: (row, column) => positionIn(lineOf(row), column),
    textAt(row, column) {
      const position = positionIn(lineOf(row), column);
      return position < 0 ? "" : columns.textAt(position);
    },
    hasAmount(row) {
      const line = lineOf(row);
      return line >= 0 && isAmountLine(line);
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

/** Whether a cell holds a number or a text written as an amount. */
export function isAmountAt(columns: CellColumns, position: number): boolean {
  return !Number.isNaN(columns.numberAt(position)) || isAmountLike(columns.textAt(position));
}

/** Whether lines hold amounts, each looked at once. */
function amountLines(columns: CellColumns): (line: number) => boolean {
  const known = new Uint8Array(columns.rows.length);
  const look = (line: number): boolean => {
    const end = columns.starts[line + 1] ?? 0;
    for (let position = columns.starts[line] ?? 0; position < end; position++) {
      if (isAmountAt(columns, position)) return true;
    }
    return false;
  };
  return (line) => {
    if (known[line] === 0) known[line] = look(line) ? 1 : 2;
    return known[line] === 1;
  };
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
