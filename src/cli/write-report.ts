import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import packageJson from "../../package.json";
import type { Analysis } from "../core/analyse";
import { dayText } from "../core/report-sheet/day-text";
import { reportHead } from "../core/report-sheet/report-head";
import { reportPlan } from "../core/report-sheet/report-plan";
import type { CheckReport } from "../core/report";
import { plannedSheet, writeXlsx } from "../xlsx";
import { texts } from "./texts";

/**
 * Writes the report sheet into a new workbook of its own; a file that is there is never overwritten. Gives the sentence that
 * says why it could not be written, null where it was.
 */
export async function writeReport(
  file: string,
  analysis: Analysis,
  report: CheckReport,
): Promise<string | null> {
  if (extname(file).toLowerCase() !== ".xlsx") return texts.reportName(file);
  const head = reportHead(analysis, { date: dayText(new Date()), version: packageJson.version });
  const plan = reportPlan(report, head);
  try {
    await writeFile(file, writeXlsx({ sheets: [plannedSheet(plan)] }), { flag: "wx" });
    return null;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return error.code === "EEXIST" ? texts.reportExists(file) : texts.cannotWrite(file, String(error.code));
  }
}
