import { isOpenError } from "../core/accepted/apply-accepted";
import { analyseWorkbook } from "../core/analyse";
import { reportOf } from "../core/check-workbook";
import { brokenFamily } from "../core/checks/broken-family";
import type { PrecisionMode } from "../core/facts/precision";
import { EXIT, unusable } from "./exit";
import { readOwnFamilies } from "./read-family-files";
import { readWorkbook } from "./read-workbook";
import { summarise } from "./summary";
import { texts } from "./texts";
import { writeReport } from "./write-report";

interface CheckCommandOptions {
  readonly json: boolean;
  readonly precision: PrecisionMode;
  /** File to write the report sheet to; null for none. */
  readonly report: string | null;
  /** Folders or files of form families besides those built in. */
  readonly forms: readonly string[];
}

/** `gouji check FILE`: prints the report and returns the exit status. */
export async function checkCommand(
  file: string,
  { json, precision, report: reportFile, forms }: CheckCommandOptions,
): Promise<number> {
  const ownFamilies = await readOwnFamilies(forms);
  if (typeof ownFamilies === "string") return unusable(ownFamilies);
  const snapshot = await readWorkbook(file);
  if (typeof snapshot === "string") return unusable(snapshot);
  const analysis = analyseWorkbook(snapshot, { precision, ownFamilies });
  const report = reportOf(analysis, snapshot);
  if (report.tables.length === 0) {
    // A family in the workbook that cannot be used is the likeliest reason that its tables are not known.
    const broken = report.findings.find(({ check }) => check === brokenFamily.id);
    return unusable(broken?.message ?? texts.noTables(file));
  }
  if (reportFile !== null) {
    const problem = await writeReport(reportFile, analysis, report);
    if (problem !== null) return unusable(problem);
  }
  process.stdout.write(
    json
      ? `${JSON.stringify(report, null, 2)}\n`
      : summarise(
          report,
          snapshot.sheets.map(({ name }) => name),
        ),
  );
  return report.findings.some(isOpenError) ? EXIT.findings : EXIT.ok;
}
