import { isOpenError } from "../accepted/apply-accepted";
import { BUILT_IN_FAMILIES } from "../forms/families";
import { withFittingRows } from "../generate/row-heights";
import type { CheckReport } from "../report";
import type { SheetPlan } from "../workbook/sheet-plan";
import { writeFindings } from "./finding-rows";
import { BASE, COLUMN, COLUMN_WIDTHS, COLUMNS, HEIGHT, LABEL, TITLE } from "./look";
import { REPORT_TITLE, texts } from "./messages";
import { SheetDraft } from "./sheet-draft";
import { writeTables } from "./table-rows";

/** What a report sheet says of itself, beside what was found. */
export interface ReportHead {
  /** Day of the check, “2026-03-31”. */
  readonly date: string;
  /** Of the tool. */
  readonly version: string;
  /** Who made the tables; a line to be filled in where nobody is named. */
  readonly units?: readonly string[];
  /** Names of form families by id, for those that do not come with the tool. */
  readonly familyNames?: ReadonlyMap<string, string>;
}

/**
 * The report (检查报告) as a sheet to be printed and handed in: what was checked, by whom and when, a summary by table, the
 * findings under their causes, accepted differences with their reasons, and lines to sign. `isReportSheet` knows it again.
 */
export function reportPlan(report: CheckReport, head: ReportHead): SheetPlan {
  const draft = new SheetDraft(COLUMNS);
  draft.line(REPORT_TITLE, TITLE, HEIGHT.title);
  for (const [label, value] of headLines(report, head)) {
    const row = draft.write([label, null, value]);
    draft.merge(row, COLUMN.number, COLUMN.sheet);
    draft.merge(row, COLUMN.text, COLUMNS - 1);
    draft.style(row, row, LABEL, COLUMN.number, COLUMN.number);
  }
  writeTables(draft, report);
  const findings = writeFindings(draft, report);
  draft.row++;
  writeSignatures(draft);

  const all = { top: 0, bottom: draft.row - 1, left: 0, right: COLUMNS - 1 };
  return withRoomyRows({
    name: texts.sheet,
    // A report tells of one moment: a later one does not take the place of an earlier one.
    otherNames: [],
    cells: draft.cells,
    areas: [{ range: all, style: BASE }, ...draft.areas],
    merges: draft.merges,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: draft.rowHeights,
    page: {
      orientation: "landscape",
      paper: "A4",
      fitToWidth: true,
      titleRows: { top: findings, bottom: findings },
      printArea: all,
      centred: true,
      margins: { top: 42, bottom: 42, left: 36, right: 36 },
    },
    start: { row: 0, column: 0 },
  });
}

/** Fonts differ between programs: rows are fitted as if the columns were a little narrower. */
const NARROWER = 0.85;

function withRoomyRows(plan: SheetPlan): SheetPlan {
  const { columnWidths } = plan;
  const narrower = { ...plan, columnWidths: columnWidths.map((width) => width * NARROWER) };
  return { ...withFittingRows(narrower), columnWidths };
}

function headLines(report: CheckReport, head: ReportHead): (readonly [label: string, value: string])[] {
  const { findings, tables, summary, reopened } = report;
  const openErrors = findings.filter(isOpenError).length;
  const rounding = findings.filter(({ severity }) => severity === "rounding").length;
  const amounts = tables.reduce((sum, table) => sum + table.amounts, 0);
  return [
    [texts.head.unit, (head.units ?? []).join("、")],
    [texts.head.workbook, report.file],
    [texts.head.families, familyNames(report, head)],
    [texts.head.date, texts.date(head.date)],
    [texts.head.tool, texts.tool(head.version)],
    [texts.head.extent, texts.extent(tables.length, amounts, summary)],
    [texts.head.outcome, texts.outcome(summary, rounding, reopened.length)],
    [texts.head.conclusion, texts.conclusion(openErrors, summary.error - openErrors)],
  ];
}

function familyNames({ families }: CheckReport, { familyNames = new Map() }: ReportHead): string {
  const nameOf = (id: string): string =>
    familyNames.get(id) ?? BUILT_IN_FAMILIES.find((family) => family.id === id)?.name ?? id;
  return families.length === 0 ? texts.noFamily : families.map(nameOf).join("、");
}

/** Three places to sign, side by side. */
function writeSignatures(draft: SheetDraft): void {
  const { sheet, text, severity, others, actual, suggested } = COLUMN;
  const places = [
    [sheet, text],
    [severity, others],
    [actual, suggested],
  ] as const;
  const values = Array<string | null>(COLUMNS).fill(null);
  places.forEach(([left], at) => {
    values[left] = texts.signatures[at] ?? null;
  });
  const row = draft.write(values, LABEL, HEIGHT.signature);
  for (const [left, right] of places) draft.merge(row, left, right);
}
