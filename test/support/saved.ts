import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { writeXlsx } from "../../src/xlsx";

/** A file with the values and merges of a workbook; formulas stay as their values, formats are lost. */
export function savedWorkbook({ sheets }: WorkbookSnapshot): Uint8Array {
  return writeXlsx({
    sheets: sheets.map(({ name, visibility, cells, merges }) => ({
      name,
      visibility,
      merges,
      cells: cells.flatMap(({ row, column, value }) =>
        typeof value === "object" ? [] : [{ row, column, content: { value } }],
      ),
    })),
  });
}
