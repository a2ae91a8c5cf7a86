import type { IRange, Worksheet } from "@univerjs/core";
import type { CellRange } from "../../core/workbook/address";
import type { DropDown, PageSetup } from "../../core/workbook/sheet-plan";
import { boundingRange } from "../host/addresses";
import { fromUniverRange } from "./univer-access";

/** What the model knows of a sheet and Univer does not. */
export interface SheetState {
  isProtected: boolean;
  veryHidden: boolean;
  pageSetup: PageSetup | null;
  dropDowns: readonly DropDown[];
  /** Smallest rectangles of filled cells and of formatted ones; `null` while unknown. */
  used: UsedRanges | null;
}

export interface UsedRanges {
  readonly filled: CellRange | null;
  readonly formatted: CellRange | null;
}

/** Of a sheet that nothing is known of. */
export function freshState(known: Partial<SheetState> = {}): SheetState {
  return { isProtected: false, veryHidden: false, pageSetup: null, dropDowns: [], used: null, ...known };
}

/** Looks at every cell: cheap for one sheet, too much for each of fifty sheets at each question. */
export function scanUsedRanges(sheet: Worksheet): UsedRanges {
  const filled = new Bounds();
  const formatted = new Bounds();
  const rows = sheet.getCellMatrix().getMatrix();
  for (const rowKey of Object.keys(rows)) {
    const row = Number(rowKey);
    const line = rows[row];
    if (line === undefined) continue;
    for (const columnKey of Object.keys(line)) {
      const column = Number(columnKey);
      const cell = line[column];
      if (cell === null || cell === undefined) continue;
      const { v, f, si, p, s } = cell;
      const isFilled = (v !== undefined && v !== null && v !== "") || Boolean(f) || Boolean(si) || Boolean(p);
      if (isFilled) filled.add(row, column);
      if (isFilled || (s !== undefined && s !== null)) formatted.add(row, column);
    }
  }
  return { filled: filled.range(), formatted: withMerges(formatted.range(), sheet.getMergeData()) };
}

class Bounds {
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  add(row: number, column: number): void {
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  range(): CellRange | null {
    const { top, left, bottom, right } = this;
    return bottom < 0 ? null : { top, left, bottom, right };
  }
}

/** A merge is a format: it widens what Excel calls the used range. */
function withMerges(range: CellRange | null, merges: readonly IRange[]): CellRange | null {
  return merges
    .map(fromUniverRange)
    .reduce<CellRange | null>((all, merge) => (all === null ? merge : boundingRange(all, merge)), range);
}
