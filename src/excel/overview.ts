import { rangeToA1 } from "../core/workbook/address";
import type { CellRange } from "../core/workbook/address";
import type { Cell } from "../core/workbook/snapshot";
import { cellsOf, rangeOfAddress } from "./cells";
import { officeErrorOf } from "./errors";
import { concernsMarks, requestMarkIds } from "./mark-survey";
import type { SheetEntry } from "./sheet-list";

/** All of a sheet that the second round trip brings. */
export interface SheetOverview {
  readonly sheet: SheetEntry;
  /** Of filled cells; a blank sheet answers its first cell. */
  readonly used: CellRange;
  /** Cells and hidden rows within the window. */
  readonly cells: readonly Cell[];
  readonly hiddenRows: readonly number[];
  /** `null` where Excel would not list them all at once. */
  readonly merges: readonly CellRange[] | null;
  readonly hiddenColumns: readonly number[];
  /** As in `MarkedSheet`, or `null` where they were not asked for. */
  readonly markIds: readonly string[] | null;
}

export interface OverviewScope {
  /** Corner of every sheet whose cells come along; `null` for none. */
  readonly window: CellRange | null;
  readonly merges: boolean;
  readonly marks: boolean;
}

/** Everything about all sheets in one round trip, as far as the scope goes. */
export async function readOverview(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
  scope: OverviewScope,
): Promise<SheetOverview[]> {
  const requests = sheets.map((sheet) => requestSheet(context, sheet, scope));
  await context.sync();
  return requests.map((answer) => answer());
}

/** Less at once, where Excel refused `scope` with this error; `null` where that would not help. */
export function narrowerScope(scope: OverviewScope, thrown: unknown): OverviewScope | null {
  const error = officeErrorOf(thrown);
  if (error === null) return null;
  if (error.code === "ResponsePayloadSizeLimitExceeded" && scope.window !== null)
    return { ...scope, window: null };
  if (error.location.endsWith("getMergedAreasOrNullObject") && scope.merges) {
    return { ...scope, merges: false };
  }
  return scope.marks && concernsMarks(thrown) ? { ...scope, marks: false } : null;
}

/** Queues what is asked of one sheet; the result reads the answers after the sync. */
function requestSheet(
  context: Excel.RequestContext,
  sheet: SheetEntry,
  { window, merges, marks }: OverviewScope,
): () => SheetOverview {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const used = worksheet.getUsedRange(true).untrack();
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const columns = used.getColumnProperties({ columnHidden: true });
  const content = window === null ? null : requestWindow(worksheet, window);
  // The range with formats: a merged heading may be wider than what is filled.
  const areas = merges ? requestMerges(worksheet.getUsedRange(false).untrack()) : null;
  const markIds = marks ? requestMarkIds(worksheet) : null;
  return () => {
    const top = used.rowIndex;
    const left = used.columnIndex;
    return {
      sheet,
      used: { top, left, bottom: top + used.rowCount - 1, right: left + used.columnCount - 1 },
      ...(content?.() ?? NOTHING_READ),
      merges: areas?.() ?? null,
      hiddenColumns: positions(
        left,
        columns.value.map(({ columnHidden }) => columnHidden),
      ),
      markIds: markIds?.() ?? null,
    };
  };
}

const NOTHING_READ = { cells: [], hiddenRows: [] };

function requestWindow(
  worksheet: Excel.Worksheet,
  window: CellRange,
): () => Pick<SheetOverview, "cells" | "hiddenRows"> {
  const corner = worksheet.getRange(rangeToA1(window)).untrack();
  const rows = corner.getRowProperties({ rowHidden: true });
  const filled = corner.getUsedRangeOrNullObject(true).untrack();
  filled.load("rowIndex,columnIndex,values,text,formulas,numberFormat");
  return () => ({
    cells: filled.isNullObject
      ? []
      : cellsOf({ ...gridsOf(filled), top: filled.rowIndex, left: filled.columnIndex }),
    hiddenRows: positions(
      window.top,
      rows.value.map(({ rowHidden }) => rowHidden),
    ),
  });
}

export function requestMerges(range: Excel.Range): () => readonly CellRange[] {
  const areas = range.getMergedAreasOrNullObject().untrack();
  areas.load("areas/address");
  return () =>
    areas.isNullObject
      ? []
      : areas.areas.items.map(({ address }) => rangeOfAddress(address)).filter((merge) => merge !== null);
}

export function gridsOf({ values, text, formulas, numberFormat }: Excel.Range): {
  readonly values: unknown[][];
  readonly text: string[][];
  readonly formulas: unknown[][];
  readonly numberFormat: unknown[][];
} {
  return { values, text, formulas, numberFormat };
}

/** Where, counted from `first`, the answer is yes. */
export function positions(first: number, flags: readonly (boolean | undefined)[]): number[] {
  return flags.flatMap((flag, offset) => (flag === true ? [first + offset] : []));
}
