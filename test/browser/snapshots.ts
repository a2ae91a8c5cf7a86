import { parseA1 } from "../../src/core/workbook/address";
import type { CellValue, WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/** Value of a cell of a read file; "" for a blank one. */
export function valueAt({ sheets }: WorkbookSnapshot, sheet: string, cell: string): CellValue {
  const at = parseA1(cell);
  const found = sheets.find(({ name }) => name === sheet);
  if (at === null || found === undefined) throw new Error(`no ${sheet}!${cell}`);
  return found.cells.find(({ row, column }) => row === at.row && column === at.column)?.value ?? "";
}
