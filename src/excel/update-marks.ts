import type { CellMark } from "../core/workbook/host";
import type { CellRange } from "../core/workbook/address";
import { rangeOfAddress } from "./cells";
import { requestMarks } from "./mark-survey";
import { joinedCells, markFormats, type MarkFormat } from "./marks";
import { cellsIn } from "./reading-plan";
import type { SheetEntry } from "./sheet-list";
import { writeMarks, type SheetWrite } from "./write-marks";

/** A conditional format of ours that is there. */
interface PresentMark {
  readonly id: string;
  readonly formula: string;
  readonly ranges: readonly CellRange[];
}

/**
 * Makes these the marks of the sheets: a format that marks just the cells it should stays as it is. Looks at what is
 * really there, since formats move with rows and are copied with cells. Two round trips, three where something is written.
 */
export async function updateMarks(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
  due: ReadonlyMap<string, readonly CellMark[]>,
): Promise<void> {
  const writes = (await presentMarks(context, sheets)).flatMap(({ sheet, present }): SheetWrite[] => {
    const { formats } = markFormats(due.get(sheet.name) ?? []);
    const stays = (format: MarkFormat): boolean => present.some((mark) => marksJust(mark, format));
    const markIds = present
      .filter((mark) => !formats.some((format) => marksJust(mark, format)))
      .map(({ id }) => id);
    const missing = formats.filter((format) => !stays(format));
    return markIds.length === 0 && missing.length === 0 ? [] : [{ sheet, markIds, formats: missing }];
  });
  if (writes.length > 0) await writeMarks(context, writes);
}

async function presentMarks(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
): Promise<readonly { readonly sheet: SheetEntry; readonly present: readonly PresentMark[] }[]> {
  const { worksheets } = context.workbook;
  const requests = sheets.map((sheet) => ({ sheet, marks: requestMarks(worksheets.getItem(sheet.id)) }));
  await context.sync();
  const found = requests.map(({ sheet, marks }) => {
    const { conditionalFormats } = worksheets.getItem(sheet.id).getRange().untrack();
    return {
      sheet,
      marks: marks().map((mark) => {
        const areas = conditionalFormats.getItem(mark.id).getRanges().untrack();
        return { ...mark, areas: areas.load("address") };
      }),
    };
  });
  if (found.some(({ marks }) => marks.length > 0)) await context.sync();
  return found.map(({ sheet, marks }) => ({
    sheet,
    present: marks.map(({ id, formula, areas }) => ({ id, formula, ranges: rangesOf(areas.address) })),
  }));
}

/** `表1!A1,表1!B2:B3`; what is no rectangle of cells (a whole column) counts as none of ours. */
function rangesOf(addresses: string): readonly CellRange[] {
  const ranges = splitAddresses(addresses).map(rangeOfAddress);
  return ranges.includes(null) ? [] : ranges.filter((range) => range !== null);
}

/** Names of sheets in quotes may hold commas. */
function splitAddresses(addresses: string): readonly string[] {
  return addresses.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

function marksJust({ formula, ranges }: PresentMark, format: MarkFormat): boolean {
  if (formula.trim() !== format.formula) return false;
  const due = splitAddresses(format.addresses).flatMap((address) => rangeOfAddress(address) ?? []);
  const count = (all: readonly CellRange[]): number => all.reduce((sum, range) => sum + cellsIn(range), 0);
  // The host may have joined them in another way.
  return count(ranges) === count(due) && keyOf(ranges) === keyOf(due);
}

function keyOf(ranges: readonly CellRange[]): string {
  const cells = ranges.flatMap(({ top, left, bottom, right }) =>
    Array.from({ length: bottom - top + 1 }, (_row, r) =>
      Array.from({ length: right - left + 1 }, (_column, c) => ({ row: top + r, column: left + c })),
    ).flat(),
  );
  return JSON.stringify(joinedCells(cells));
}

/** What was marked on every sheet last, and what may have moved marks since. */
export class MarkMemory {
  private marked: ReadonlyMap<string, string> | null = null;
  private touched = new Set<string>();

  /** Cells of a sheet were changed: its marks may have moved, or been copied. */
  touch(sheetId: string): void {
    this.touched.add(sheetId);
  }

  forget(): void {
    this.marked = null;
  }

  /** Takes these for the marks from now on, and for what they were where they are not set in the end: then `forget`. */
  remember(sheets: readonly SheetEntry[], due: ReadonlyMap<string, readonly CellMark[]>): void {
    this.marked = new Map(sheets.map(({ id, name }) => [id, keyOfMarks(due.get(name))]));
    this.touched = new Set();
  }

  /** The sheets whose marks may not be those due; null where nothing is known. */
  inDoubt(
    sheets: readonly SheetEntry[],
    due: ReadonlyMap<string, readonly CellMark[]>,
  ): readonly SheetEntry[] | null {
    const { marked, touched } = this;
    if (marked === null) return null;
    return sheets.filter(({ id, name }) => touched.has(id) || marked.get(id) !== keyOfMarks(due.get(name)));
  }
}

function keyOfMarks(marks: readonly CellMark[] = []): string {
  return JSON.stringify(marks.map(({ row, column, severity }) => [row, column, severity]));
}
