import type { CellMark, MarkOutcome } from "../core/workbook/host";
import { markFormats } from "./marks";
import type { MarkedSheet } from "./mark-survey";
import { FORMATS_UNREADABLE, SHEET_GONE, SHEET_PROTECTED } from "./messages";
import type { SheetEntry } from "./sheet-list";

/** What marking does to one sheet: old marks come off, new ones go on. */
interface SheetWrite {
  readonly sheet: SheetEntry;
  readonly markIds: readonly string[];
  readonly marks: readonly CellMark[];
}

export interface MarkPlan {
  /** Empty where there is nothing to do. */
  readonly writes: readonly SheetWrite[];
  /** Sheets with marks due that are protected, unreadable or gone. */
  readonly skipped: MarkOutcome["skipped"];
}

/** Decides, sheet by sheet, what is to be done to have exactly these marks. */
export function planMarks(sheets: readonly MarkedSheet[], marks: readonly CellMark[]): MarkPlan {
  const due = groupBySheet(marks);
  const known = new Map(sheets.map((entry) => [entry.sheet.name, entry]));
  const skipped = [...due.keys()].flatMap((sheet) => {
    const entry = known.get(sheet);
    if (entry === undefined) return [{ sheet, reason: SHEET_GONE }];
    if (entry.sheet.isProtected) return [{ sheet, reason: SHEET_PROTECTED }];
    return entry.markIds === null ? [{ sheet, reason: FORMATS_UNREADABLE }] : [];
  });
  const writes = sheets.flatMap(({ sheet, markIds }) => {
    const nothingToDo = !due.has(sheet.name) && markIds?.length === 0;
    if (sheet.isProtected || markIds === null || nothingToDo) return [];
    return [{ sheet, markIds, marks: due.get(sheet.name) ?? [] }];
  });
  return { writes, skipped };
}

/** Carries a plan out in one round trip; answers how many cells are marked now. */
export async function writeMarks(
  context: Excel.RequestContext,
  writes: readonly SheetWrite[],
): Promise<number> {
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  let marked = 0;
  for (const { sheet, markIds, marks } of writes) {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    removeMarks(worksheet, markIds);
    marked += addMarks(worksheet, marks);
  }
  await context.sync();
  return marked;
}

function removeMarks(worksheet: Excel.Worksheet, markIds: readonly string[]): void {
  if (markIds.length === 0) return;
  const { conditionalFormats } = worksheet.getRange().untrack();
  // Last first: should an id be no more than a position, those before it still hold.
  for (const id of [...markIds].reverse()) conditionalFormats.getItem(id).delete();
}

function addMarks(worksheet: Excel.Worksheet, marks: readonly CellMark[]): number {
  const { cells, formats } = markFormats(marks);
  for (const { formula, fill, addresses } of formats) {
    const format = worksheet.getRanges(addresses).untrack().conditionalFormats.add("Custom");
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = fill;
  }
  return cells;
}

function groupBySheet(marks: readonly CellMark[]): Map<string, CellMark[]> {
  const groups = new Map<string, CellMark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.sheet);
    if (group === undefined) groups.set(mark.sheet, [mark]);
    else group.push(mark);
  }
  return groups;
}
