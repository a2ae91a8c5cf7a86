import type { CellMark, MarkOutcome } from "../core/workbook/host";
import { markFormats, type MarkFormat } from "./marks";
import type { MarkedSheet } from "./mark-survey";
import { FORMATS_UNREADABLE, SHEET_GONE, SHEET_PROTECTED } from "./messages";
import type { SheetEntry } from "./sheet-list";

/** What marking does to one sheet: formats of ours come off, new ones go on. */
export interface SheetWrite {
  readonly sheet: SheetEntry;
  readonly markIds: readonly string[];
  readonly formats: readonly MarkFormat[];
}

export interface MarkPlan {
  /** Empty where there is nothing to do. */
  readonly writes: readonly SheetWrite[];
  /** Cells that are marked then. */
  readonly marked: number;
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
  let marked = 0;
  const writes = sheets.flatMap(({ sheet, markIds }) => {
    const nothingToDo = !due.has(sheet.name) && markIds?.length === 0;
    if (sheet.isProtected || markIds === null || nothingToDo) return [];
    const { cells, formats } = markFormats(due.get(sheet.name) ?? []);
    marked += cells;
    return [{ sheet, markIds, formats }];
  });
  return { writes, marked, skipped };
}

/** Carries a plan out in one round trip. */
export async function writeMarks(
  context: Excel.RequestContext,
  writes: readonly SheetWrite[],
): Promise<void> {
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  for (const { sheet, markIds, formats } of writes) {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    removeMarks(worksheet, markIds);
    addMarks(worksheet, formats);
  }
  await context.sync();
}

function removeMarks(worksheet: Excel.Worksheet, markIds: readonly string[]): void {
  if (markIds.length === 0) return;
  const { conditionalFormats } = worksheet.getRange().untrack();
  // Last first: should an id be no more than a position, those before it still hold.
  for (const id of [...markIds].reverse()) conditionalFormats.getItem(id).delete();
}

function addMarks(worksheet: Excel.Worksheet, formats: readonly MarkFormat[]): void {
  for (const { formula, fill, addresses } of formats) {
    const format = worksheet.getRanges(addresses).untrack().conditionalFormats.add("Custom");
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = fill;
  }
}

/** Marks by the names of their sheets. */
export function groupBySheet(marks: readonly CellMark[]): Map<string, CellMark[]> {
  const groups = new Map<string, CellMark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.sheet);
    if (group === undefined) groups.set(mark.sheet, [mark]);
    else group.push(mark);
  }
  return groups;
}
