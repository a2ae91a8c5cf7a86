import type { CellRange } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { DEFAULT_FORMAT } from "./model";
import type { CellFormat } from "./model";

/** A cell that holds something: content, a number format, or a format. */
export interface MemoryCell {
  readonly value: CellValue;
  readonly text: string;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly format: CellFormat;
}

export const BLANK_CELL: MemoryCell = {
  value: "",
  text: "",
  formula: null,
  numberFormat: "General",
  format: DEFAULT_FORMAT,
};

export function isFilled({ value, formula }: MemoryCell): boolean {
  return value !== "" || formula !== null;
}

/** Sparse cells of a sheet: what a rectangle holds, and moving rows about. */
export class MemoryCells {
  private rows = new Map<number, Map<number, MemoryCell>>();

  get(row: number, column: number): MemoryCell {
    return this.rows.get(row)?.get(column) ?? BLANK_CELL;
  }

  set(row: number, column: number, cell: MemoryCell): void {
    let cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, (cells = new Map()));
    if (!isFilled(cell) && cell.numberFormat === "General" && cell.format === DEFAULT_FORMAT)
      cells.delete(column);
    else cells.set(column, cell);
    if (cells.size === 0) this.rows.delete(row);
  }

  /** Every cell of the rectangle, blank ones too, row by row. */
  map<T>(range: CellRange, of: (cell: MemoryCell) => T): T[][] {
    const blank = of(BLANK_CELL);
    const grid: T[][] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const line = new Array<T>(range.right - range.left + 1).fill(blank);
      for (const [column, cell] of this.rows.get(row) ?? []) {
        if (column >= range.left && column <= range.right) line[column - range.left] = of(cell);
      }
      grid.push(line);
    }
    return grid;
  }

  /** Cells that hold something, row by row, each row from left to right. */
  *entries(): Generator<{ readonly row: number; readonly column: number; readonly cell: MemoryCell }> {
    for (const [row, cells] of [...this.rows].sort(([a], [b]) => a - b)) {
      for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) yield { row, column, cell };
    }
  }

  usedRange(filledOnly: boolean): CellRange | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (filledOnly && !isFilled(cell)) continue;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  /** Opens `count` blank rows before row `at`. */
  insertRows(at: number, count: number): void {
    this.rows = new Map([...this.rows].map(([row, cells]) => [row < at ? row : row + count, cells]));
  }

  copyRows(first: number, last: number, to: number): void {
    const copies = Array.from(
      { length: last - first + 1 },
      (_, offset) => new Map(this.rows.get(first + offset)),
    );
    for (const [offset, cells] of copies.entries()) this.rows.set(to + offset, cells);
  }
}
