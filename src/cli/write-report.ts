import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import packageJson from "../../package.json";
import type { Analysis } from "../core/analyse";
import { contentOfBudget } from "../core/generate/sources/budget-content";
import { textOfItem } from "../core/generate/sources/scopes";
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
  const unit = textOfItem(contentOfBudget(analysis), "部门名称");
  const families = analysis.context.facts.tables.flatMap(({ family }) => family ?? []);
  const plan = reportPlan(report, {
    date: today(),
    version: packageJson.version,
    units: unit === "" ? [] : [unit],
    familyNames: new Map(families.map(({ id, name }) => [id, name])),
  });
  try {
    await writeFile(file, writeXlsx({ sheets: [plannedSheet(plan)] }), { flag: "wx" });
    return null;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return error.code === "EEXIST" ? texts.reportExists(file) : texts.cannotWrite(file, String(error.code));
  }
}

/** The day it is here, “2026-03-31”. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
