import { isDeepStrictEqual } from "node:util";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/**
 * Expects two snapshots to say the same, whether their cells are arrays or tables. Merges may come in any order, as no host
 * promises one. Of many thousand cells only those that differ are put before the matcher: its comparison takes seconds
 * for them all, and its list of differences minutes.
 */
export function expectSameWorkbook(actual: WorkbookSnapshot, expected: WorkbookSnapshot): void {
  expect({ ...actual, sheets: actual.sheets.map(withoutCells) }).toEqual({
    ...expected,
    sheets: expected.sheets.map(withoutCells),
  });
  actual.sheets.forEach(({ name, cells }, at) => {
    const others = [...(expected.sheets[at]?.cells ?? [])];
    [...cells].forEach((cell, position) => {
      const other = others[position];
      if (!isDeepStrictEqual(cell, other)) expect({ name, cell }).toEqual({ name, cell: other });
    });
  });
}

/** A sheet with the number of its cells. */
function withoutCells({ merges, cells, ...sheet }: SheetSnapshot): object {
  return {
    ...sheet,
    count: cells.length,
    merges: [...merges].sort((a, b) => a.top - b.top || a.left - b.left),
  };
}
