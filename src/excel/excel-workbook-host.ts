import type { CellAddress } from "../core/workbook/address";
import { HostError } from "../core/workbook/host";
import type { CellMark, MarkOutcome, WorkbookHost } from "../core/workbook/host";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { runInExcel } from "./excel-run";
import type { ExcelLibrary } from "./excel-run";
import { surveyMarks } from "./mark-survey";
import type { MarkedSheet } from "./mark-survey";
import { marksLeftSentence } from "./messages";
import { readWorkbook } from "./read-workbook";
import { selectCell } from "./select-cell";
import { planMarks, writeMarks } from "./write-marks";

/**
 * The open workbook through Office.js. Needs ExcelApi 1.13. Reads and marks only: values, formulas, calculation mode
 * and settings of the workbook are never touched.
 */
export class ExcelWorkbookHost implements WorkbookHost {
  /** Marks found by the last reading, good for the marking that follows it; then asked for anew. */
  private known: readonly MarkedSheet[] | null = null;

  /** @param library the client library; office.js puts it into the global `Excel`. */
  constructor(private readonly library: ExcelLibrary = Excel) {}

  async readSnapshot(): Promise<WorkbookSnapshot> {
    this.known = null;
    const { snapshot, marks } = await runInExcel(this.library, readWorkbook);
    this.known = marks;
    return snapshot;
  }

  async mark(marks: readonly CellMark[]): Promise<MarkOutcome> {
    const known = this.known;
    this.known = null;
    if (known !== null) {
      try {
        return await this.write(known, marks);
      } catch (error) {
        // The workbook has changed since it was read: a sheet deleted, protected, a format removed. Look again.
        if (!(error instanceof HostError)) throw error;
      }
    }
    return this.write(await this.survey(), marks);
  }

  async clearMarks(): Promise<void> {
    this.known = null;
    const found = await this.survey();
    await this.write(found, []);
    const left = found.filter(({ sheet, markIds }) => sheet.isProtected && markIds.length > 0);
    if (left.length > 0) throw new HostError(marksLeftSentence(left.map(({ sheet }) => sheet.name)));
  }

  async select(sheet: string, address: CellAddress): Promise<void> {
    await runInExcel(this.library, (context) => selectCell(context, sheet, address));
  }

  private survey(): Promise<MarkedSheet[]> {
    return runInExcel(this.library, surveyMarks);
  }

  private async write(sheets: readonly MarkedSheet[], marks: readonly CellMark[]): Promise<MarkOutcome> {
    const { writes, skipped } = planMarks(sheets, marks);
    if (writes.length === 0) return { marked: 0, skipped };
    const marked = await runInExcel(this.library, (context) => writeMarks(context, writes));
    return { marked, skipped };
  }
}
