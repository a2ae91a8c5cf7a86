import { mutate, type MutationKind } from "../../scripts/mutations";
import { parseA1 } from "../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/** A workbook with one slip at a cell, by the beginning of the sheet's name; throws where there can be none. */
export function mutatedAt(
  book: WorkbookSnapshot,
  table: string,
  cell: string,
  kind: MutationKind,
): WorkbookSnapshot {
  const sheetIndex = book.sheets.findIndex(({ name }) => name.startsWith(table));
  const address = parseA1(cell);
  const amount = book.sheets[sheetIndex]?.cells.find(
    ({ row, column }) => row === address?.row && column === address.column,
  );
  const mutation = amount === undefined ? null : mutate(book, sheetIndex, amount, kind);
  if (mutation === null) throw new Error(`${kind} ${table} ${cell}`);
  return mutation.workbook;
}
