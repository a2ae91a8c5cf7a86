import type { CellRange } from "../../core/workbook/address";

export function rangeContains({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
