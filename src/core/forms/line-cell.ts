import type { CellAddress } from "../workbook/address";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { CellValue } from "../workbook/snapshot";

/** A cell of a line, with the text it shows. Rows and columns are 0-based; a merged cell is where its text stands. */
export interface LineCell extends CellAddress {
  /** Blanks around it trimmed; never "". */
  readonly text: string;
  readonly value: CellValue;
}

/** The cell at a place, or the merged cell over it. */
export function cellAt(grid: SheetGrid, row: number, column: number): LineCell | null {
  const merge = grid.mergeOf(row, column);
  const origin = merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
  const cell = grid.at(origin.row, origin.column);
  const text = cell === undefined ? "" : textOf(cell).trim();
  return cell === undefined || text === "" ? null : { ...origin, text, value: cell.value };
}
