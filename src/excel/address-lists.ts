import { rangeToA1 } from "../core/workbook/address";
import type { CellRange } from "../core/workbook/address";

/** `Worksheet.getRanges` takes 8192 characters; far below that nothing in between objects either. */
const MAX_ADDRESS_LENGTH = 2_000;

/** Addresses of the ranges for `Worksheet.getRanges`, as few texts as that takes. */
export function addressLists(ranges: readonly CellRange[]): string[] {
  const lists: string[] = [];
  for (const address of ranges.map(rangeToA1)) {
    const last = lists.at(-1);
    if (last === undefined || last.length + address.length >= MAX_ADDRESS_LENGTH) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
}
