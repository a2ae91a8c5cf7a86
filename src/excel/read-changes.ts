import type { CellRange } from "../core/workbook/address";
import type { ReadChanges, WorkbookChange } from "../core/workbook/host";
import { patchWorkbook, type SheetPatch, type WorkbookPatch } from "../core/workbook/patch";
import type { SheetSnapshot } from "../core/workbook/snapshot";
import { formulaAreas } from "./formula-areas";
import { requestKeptIds, type PartId } from "./kept-parts";
import { readBlocks, readMergesByBands, readSheets, readTrips, type ReadWorkbook } from "./read-workbook";
import { cellsIn, planTrips, type Block } from "./reading-plan";
import { listSheets, type SheetEntry } from "./sheet-list";

/** A workbook that was read, and Excel's names for what is in it. */
export type KnownWorkbook = Pick<ReadWorkbook, "snapshot" | "sheets" | "keptIds">;

/** Beyond this a sheet is read as a whole: that also tells where it ends. */
const LARGEST_AREA = 20_000;

/** What is to be read of a sheet. */
type SheetPlan =
  | { readonly kind: "whole"; readonly sheet: SheetEntry }
  | {
      readonly kind: "areas";
      readonly sheet: SheetEntry;
      /** Position in the snapshot before. */
      readonly before: number;
      readonly areas: readonly CellRange[];
      /** Whether cells may have been merged: a single cell cannot. */
      readonly merges: boolean;
    };

/** As in `WorkbookHost.readChanges`. Two round trips for what a user types; sheets that were not changed are not read. */
export async function readChanges(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  changes: readonly WorkbookChange[],
): Promise<KnownWorkbook & ReadChanges> {
  const askedIds = requestKeptIds(context);
  const { name, sheets } = await listSheets(context);
  const keptIds = askedIds();
  const plans = sheets.map((sheet) => planOf(sheet, known, changes));

  const whole = plans.filter(({ kind }) => kind === "whole").map(({ sheet }) => sheet);
  const areIdsKnown = sameIds(keptIds, known.keptIds);
  const readWhole =
    whole.length === 0 && areIdsKnown ? null : await readSheets(context, whole, areIdsKnown ? [] : keptIds);
  const wholeSheets = new Map(whole.map(({ id }, at) => [id, readWhole?.read[at]]));
  const areas = await readAreas(context, plans);
  const patch: WorkbookPatch = {
    name,
    sheets: plans.flatMap((plan) => {
      const { id } = plan.sheet;
      const read = wholeSheets.get(id);
      return plan.kind === "areas"
        ? [areas(plan)]
        : read === undefined
          ? []
          : [{ kind: "whole", sheet: read }];
    }),
    kept: areIdsKnown ? null : (readWhole?.kept ?? null),
  };
  return { patch, snapshot: patchWorkbook(known.snapshot, patch), sheets, keptIds };
}

function planOf(sheet: SheetEntry, known: KnownWorkbook, changes: readonly WorkbookChange[]): SheetPlan {
  const before = known.sheets.findIndex(({ id }) => id === sheet.id);
  const snapshot = known.snapshot.sheets[before];
  if (snapshot === undefined) return { kind: "whole", sheet };
  const edited: CellRange[] = [];
  for (const change of changes) {
    if (change.kind !== "cells" || (change.sheet !== sheet.id && change.sheet !== sheet.name)) continue;
    if (change.range === null) return { kind: "whole", sheet };
    edited.push(change.range);
  }
  const size = edited.reduce((sum, range) => sum + cellsIn(range), 0);
  if (size > LARGEST_AREA) return { kind: "whole", sheet };
  const merges = edited.some((range) => cellsIn(range) > 1);
  return { kind: "areas", sheet, before, areas: [...distinct(edited), ...formulaAreas(snapshot)], merges };
}

/** Filling and typing may tell of one cell many times. */
function distinct(ranges: readonly CellRange[]): readonly CellRange[] {
  return [...new Map(ranges.map((range) => [JSON.stringify(range), range])).values()];
}

/** Reads the areas of all sheets; the result gives the patch of each. */
async function readAreas(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
): Promise<(plan: Extract<SheetPlan, { kind: "areas" }>) => SheetPatch> {
  const partly = plans.filter((plan) => plan.kind === "areas");
  const blocks = partly.flatMap(({ sheet, areas }): Block[] =>
    areas.map((range) => ({ sheetId: sheet.id, range })),
  );
  const contents = await readTrips(context, planTrips(blocks), readBlocks);
  const merges = await readMerges(
    context,
    partly.filter((plan) => plan.merges).map(({ sheet }) => sheet),
  );
  return ({ sheet: { id, name, visibility }, before }) => ({
    kind: "areas",
    before,
    name,
    visibility,
    areas: contents
      .filter(({ block }) => block.sheetId === id)
      .map(({ block, cells }) => ({ range: block.range, cells })),
    merges: merges.get(id) ?? null,
  });
}

/** Merged areas of whole sheets: the same that a reading of them gives. */
async function readMerges(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
): Promise<ReadonlyMap<string, SheetSnapshot["merges"]>> {
  if (sheets.length === 0) return new Map();
  const requests = sheets.map((sheet) => {
    const range = context.workbook.worksheets.getItem(sheet.id).getUsedRange(false).untrack();
    return { sheet, range: range.load("rowIndex,columnIndex,rowCount,columnCount") };
  });
  await context.sync();
  const used = requests.map(({ sheet, range }) => ({
    sheet,
    used: {
      top: range.rowIndex,
      left: range.columnIndex,
      bottom: range.rowIndex + range.rowCount - 1,
      right: range.columnIndex + range.columnCount - 1,
    },
  }));
  const found = await readMergesByBands(context, used);
  return new Map(used.map(({ sheet }) => [sheet.id, found.get(sheet.id) ?? []]));
}

function sameIds(some: readonly PartId[], others: readonly PartId[]): boolean {
  return some.length === others.length && some.every(({ id }, at) => id === others[at]?.id);
}

/** Whether anything that was told can have changed what stands in a workbook that was read. */
export function concerns({ snapshot }: KnownWorkbook, changes: readonly WorkbookChange[]): boolean {
  return (
    changes.some(({ kind }) => kind !== "calculated") ||
    snapshot.sheets.some((sheet) => formulaAreas(sheet).length > 0)
  );
}
