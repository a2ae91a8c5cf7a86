import { rangeToA1 } from "../core/workbook/address";
import type { CellRange } from "../core/workbook/address";
import { HostError } from "../core/workbook/host";
import type { Reading } from "../core/workbook/host";
import { keptTexts } from "../core/workbook/kept-part";
import type { KeptTexts } from "../core/workbook/kept-part";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../core/workbook/snapshot";
import { cellsOf } from "./cells";
import { officeErrorOf } from "./errors";
import { breathe } from "./excel-run";
import { requestKept, requestKeptIds, type PartId } from "./kept-parts";
import type { MarkedSheet } from "./mark-survey";
import { READING_CANCELLED, sheetTooLargeSentence } from "./messages";
import { gridsOf, narrowerScope, positions, readOverview, requestMerges } from "./overview";
import type { OverviewScope, SheetOverview } from "./overview";
import { MAX_CELLS_PER_SHEET, beyond, cellsIn, firstWindow, halveTrip, planTrips } from "./reading-plan";
import type { Block } from "./reading-plan";
import { listSheets } from "./sheet-list";
import type { SheetEntry } from "./sheet-list";

/** A block's answer: its cells, and its hidden rows. */
export interface BlockContent {
  readonly block: Block;
  readonly cells: readonly Cell[];
  readonly hiddenRows: readonly number[];
}

/**
 * Reads the workbook, and which marks are on it, in two round trips however many sheets there are: names first, then
 * everything. Only what lies outside the first window, or what Excel refuses to answer at once, takes further ones.
 * A sheet counts as read once its last block is there. Marks are `null` where Excel could not list the conditional formats; the content is read all the same.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  reading: Reading = {},
): Promise<ReadWorkbook> {
  const askedIds = requestKeptIds(context);
  const { name, sheets } = await listSheets(context);
  const keptIds = askedIds();
  const { read, kept, marks } = await readSheets(context, sheets, keptIds, reading);
  return { snapshot: { name, sheets: read, ...kept }, sheets, keptIds, marks };
}

/** A workbook as it was read, with Excel's own names for its parts. */
export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** In the order of the snapshot. */
  readonly sheets: readonly SheetEntry[];
  readonly keptIds: readonly PartId[];
  readonly marks: readonly MarkedSheet[] | null;
}

/** Sheets as a whole, and what is kept with the workbook under the ids. */
export async function readSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
  keptIds: readonly PartId[],
  reading: Reading = {},
): Promise<{
  readonly read: readonly SheetSnapshot[];
  readonly kept: KeptTexts;
  readonly marks: readonly MarkedSheet[] | null;
}> {
  const tell = (unread: number): void => {
    reading.onProgress?.({ sheets: sheets.length - unread, of: sheets.length });
  };
  tell(sheets.length);
  const all = { window: firstWindow(sheets.length), merges: true, marks: true };
  const { overviews, kept, scope } = await overviewWithin(context, sheets, keptIds, all);
  for (const overview of overviews) refuseTooLarge(overview);

  const rest = overviews.flatMap(({ sheet, used }) =>
    beyond(used, scope.window).map((range) => ({ sheetId: sheet.id, range })),
  );
  const trips = planTrips(rest);
  const contents = await readTrips(context, trips, readBlocks, (next) => {
    tell(new Set(trips.slice(next).flatMap((trip) => trip.map(({ sheetId }) => sheetId))).size);
    if (reading.cancelled?.aborted === true) throw new HostError(READING_CANCELLED);
  });
  tell(0);
  const merges = scope.merges ? new Map<string, CellRange[]>() : await readMergesByBands(context, overviews);

  const read = overviews.map(({ sheet, used, cells, hiddenRows, hiddenColumns, ...overview }) => {
    const own = contents.filter(({ block }) => block.sheetId === sheet.id);
    const hidden = [...hiddenRows, ...own.flatMap((content) => content.hiddenRows)];
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      cells: inReadingOrder(cells, own),
      merges: overview.merges ?? merges.get(sheet.id) ?? [],
      hiddenRows: ascending(hidden.filter((row) => row <= used.bottom)),
      hiddenColumns,
    };
  });
  return { read, kept, marks: scope.marks ? overviews : null };
}

/** The overview and what is kept, within a narrower scope each time Excel refuses; ends after four attempts at most. */
async function overviewWithin(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
  keptIds: readonly PartId[],
  scope: OverviewScope,
): Promise<{
  readonly overviews: readonly SheetOverview[];
  readonly kept: KeptTexts;
  readonly scope: OverviewScope;
}> {
  try {
    const kept = requestKept(context, keptIds);
    const overviews = await readOverview(context, sheets, scope);
    return { overviews, kept: keptTexts(kept()), scope };
  } catch (thrown) {
    const narrower = narrowerScope(scope, thrown);
    if (narrower === null) throw thrown;
    return overviewWithin(context, sheets, keptIds, narrower);
  }
}

function refuseTooLarge({ sheet, used }: SheetOverview): void {
  if (cellsIn(used) <= MAX_CELLS_PER_SHEET) return;
  const corner = rangeToA1({ ...used, top: used.bottom, left: used.right });
  throw new HostError(sheetTooLargeSentence(sheet.name, corner));
}

/**
 * Trips one after the other, with a breath in between; one that is refused is done in halves.
 * @param before is told the number of each trip before it is made; what it throws ends the reading
 */
export async function readTrips<T>(
  context: Excel.RequestContext,
  trips: readonly (readonly Block[])[],
  read: (context: Excel.RequestContext, trip: readonly Block[]) => Promise<T[]>,
  before: (next: number) => void = () => undefined,
): Promise<T[]> {
  const answers: T[] = [];
  for (const [next, trip] of trips.entries()) {
    before(next);
    answers.push(...(await readInParts(context, trip, read)));
    await breathe();
  }
  return answers;
}

async function readInParts<T>(
  context: Excel.RequestContext,
  trip: readonly Block[],
  read: (context: Excel.RequestContext, trip: readonly Block[]) => Promise<T[]>,
): Promise<T[]> {
  try {
    return await read(context, trip);
  } catch (thrown) {
    const halves = officeErrorOf(thrown) === null ? null : halveTrip(trip);
    if (halves === null || !isTooMuch(thrown)) throw thrown;
    return readTrips(context, halves, read);
  }
}

/** Excel would answer less. */
function isTooMuch(thrown: unknown): boolean {
  const error = officeErrorOf(thrown);
  return (
    error?.code === "ResponsePayloadSizeLimitExceeded" ||
    error?.location.endsWith("getMergedAreasOrNullObject") === true
  );
}

function rangeOfBlock(context: Excel.RequestContext, { sheetId, range }: Block): Excel.Range {
  return context.workbook.worksheets.getItem(sheetId).getRange(rangeToA1(range)).untrack();
}

export async function readBlocks(
  context: Excel.RequestContext,
  trip: readonly Block[],
): Promise<BlockContent[]> {
  const requests = trip.map((block) => {
    const range = rangeOfBlock(context, block).load("values,text,formulas,numberFormat");
    return { block, range, rows: range.getRowProperties({ rowHidden: true }) };
  });
  await context.sync();
  return requests.map(({ block, range, rows }) => {
    const { top, left } = block.range;
    return {
      block,
      cells: cellsOf({ ...gridsOf(range), top, left }),
      hiddenRows: positions(
        top,
        rows.value.map(({ rowHidden }) => rowHidden),
      ),
    };
  });
}

/** Merged areas by sheet, where a sheet has more than Excel lists at once: by bands of rows. */
export async function readMergesByBands(
  context: Excel.RequestContext,
  overviews: readonly Pick<SheetOverview, "sheet" | "used">[],
): Promise<Map<string, CellRange[]>> {
  const bands = overviews.map(({ sheet, used }) => ({ sheetId: sheet.id, range: used }));
  const answers = await readTrips(
    context,
    bands.map((band) => [band]),
    async (_context, trip) => {
      const requests = trip.map((block) => ({ block, merges: requestMerges(rangeOfBlock(context, block)) }));
      await context.sync();
      return requests.map(({ block, merges }) => ({ sheetId: block.sheetId, merges: merges() }));
    },
  );
  const bySheet = new Map<string, Map<string, CellRange>>();
  for (const { sheetId, merges } of answers) {
    const known = bySheet.get(sheetId) ?? new Map<string, CellRange>();
    // A merge across two bands is listed in both.
    for (const merge of merges) known.set(rangeToA1(merge), merge);
    bySheet.set(sheetId, known);
  }
  return new Map([...bySheet].map(([sheetId, merges]) => [sheetId, [...merges.values()]]));
}

function inReadingOrder(first: readonly Cell[], more: readonly BlockContent[]): readonly Cell[] {
  if (more.length === 0) return first;
  return [...first, ...more.flatMap(({ cells }) => cells)].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
}

function ascending(rows: readonly number[]): number[] {
  return [...new Set(rows)].sort((a, b) => a - b);
}
