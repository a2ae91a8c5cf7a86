import { withFittingRows } from "../generate/row-heights";
import { BASE, CENTRED, HEADER, HEIGHT, NOTE, TABLE, TITLE } from "../report-sheet/look";
import { SheetDraft } from "../report-sheet/sheet-draft";
import type { CellRange } from "../workbook/address";
import type { SheetPlan } from "../workbook/sheet-plan";
import { texts } from "./messages";

/** What every sheet says of itself. */
export interface SummaryHead {
  /** Day of the check, “2026-03-31”. */
  readonly date: string;
  /** Of the tool. */
  readonly version: string;
  /** Files that were not checked because the run was stopped. */
  readonly left: number;
}

/** A sheet of the summary, and the rows and columns that its filter runs over, header and all; null without lines. */
export interface SummarySheet {
  readonly plan: SheetPlan;
  readonly filter: CellRange | null;
}

interface SummaryLayout {
  readonly name: string;
  readonly headings: readonly string[];
  /** In points. */
  readonly widths: readonly number[];
  /** Columns whose texts stand at the left; the others are centred. */
  readonly leftColumns: readonly number[];
  readonly notes: readonly string[];
}

/** Rows above the header: title, tool, two notes. The header is the last of the rows that stay in sight. */
const HEADER_ROW = 4;

/**
 * A list to be looked through on screen: head, header that stays in sight, lines.
 *
 * @param write takes the lines down; `style` columns there as the report does.
 * @param after lines that do not belong under the filter, such as a total.
 */
export function summarySheet(
  { name, headings, widths, leftColumns, notes }: SummaryLayout,
  head: SummaryHead,
  write: (draft: SheetDraft) => void,
  after: (draft: SheetDraft) => void = () => undefined,
): SummarySheet {
  const draft = new SheetDraft(headings.length);
  draft.line(texts.title, { ...TITLE, horizontal: "left" }, HEIGHT.title);
  draft.write([texts.toolLabel, texts.tool(head.version, head.date)], UNWRAPPED);
  for (let at = 0; at < HEADER_ROW - 2; at++) draft.line(notes[at] ?? "", NOTE);
  const header = draft.write(headings, HEADER, HEIGHT.section);
  const first = draft.row;
  const styled = draft.areas.length;
  write(draft);
  const lastLine = draft.row - 1;
  if (lastLine < first) draft.write([texts.none]);
  after(draft);
  const last = draft.row - 1;
  draft.under(styled, () => {
    draft.style(header, last, TABLE);
    headings.forEach((_, column) => {
      if (!leftColumns.includes(column)) draft.style(first, last, CENTRED, column, column);
    });
  });
  const all = { top: 0, bottom: last, left: 0, right: headings.length - 1 };
  const plan: SheetPlan = {
    name,
    otherNames: [],
    cells: draft.cells,
    areas: [{ range: all, style: BASE }, ...draft.areas],
    merges: draft.merges,
    columnWidths: widths,
    rowHeights: draft.rowHeights,
    frozenRows: HEADER_ROW + 1,
    page: {
      orientation: "landscape",
      paper: "A4",
      fitToWidth: true,
      titleRows: { top: header, bottom: header },
      printArea: all,
      margins: { top: 42, bottom: 42, left: 36, right: 36 },
    },
    start: { row: first, column: 0 },
  };
  return {
    plan: withFittingRows(plan),
    filter: lastLine < first ? null : { ...all, top: header, bottom: lastLine },
  };
}

/** The line on the tool runs on over the blank cells beside it. */
const UNWRAPPED = { wrapText: false, horizontal: "left" } as const;
