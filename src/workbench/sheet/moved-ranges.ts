import type { CellRange } from "../../core/workbook/address";
import type { ModelEvent } from "../host/model";
import type { SheetState } from "./sheet-state";

type Change = Extract<ModelEvent, { kind: "changed" }>;

/**
 * Ranges that the page keeps beside Univer, after rows or columns were inserted or deleted: as in Excel, a range moves, grows and
 * shrinks with its cells, and is gone with the last of them.
 */
export function moveRanges(state: SheetState, change: Change): void {
  if (change.change === "RangeEdited") return;
  const moved = (range: CellRange): CellRange | null => movedRange(range, change);
  state.dropDowns = state.dropDowns.flatMap((dropDown) => {
    const range = moved(dropDown.range);
    return range === null ? [] : [{ ...dropDown, range }];
  });
  if (state.pageSetup === null) return;
  const { titleRows, printArea, ...page } = state.pageSetup;
  const titles = titleRows === undefined ? null : moved({ ...titleRows, left: 0, right: 0 });
  const area = printArea === undefined ? null : moved(printArea);
  state.pageSetup = {
    ...page,
    ...(titles === null ? {} : { titleRows: { top: titles.top, bottom: titles.bottom } }),
    ...(area === null ? {} : { printArea: area }),
  };
}

function movedRange(range: CellRange, { range: lines, change }: Change): CellRange | null {
  const isRows = change === "RowInserted" || change === "RowDeleted";
  const [at, last] = isRows ? [lines.top, lines.bottom] : [lines.left, lines.right];
  const isInserted = change === "RowInserted" || change === "ColumnInserted";
  const count = last - at + 1;
  const [from, to] = isRows ? [range.top, range.bottom] : [range.left, range.right];
  const first = isInserted ? from + (from >= at ? count : 0) : from - Math.min(count, Math.max(0, from - at));
  const end = isInserted ? to + (to >= at ? count : 0) : to - Math.min(count, Math.max(0, to - at + 1));
  if (end < first) return null;
  return isRows ? { ...range, top: first, bottom: end } : { ...range, left: first, right: end };
}
