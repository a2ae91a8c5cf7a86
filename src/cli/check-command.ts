import { isOpenError } from "../core/accepted/apply-accepted";
import { checkWorkbook } from "../core/check-workbook";
import { brokenFamily } from "../core/checks/broken-family";
import type { PrecisionMode } from "../core/facts/precision";
import { EXIT, unusable } from "./exit";
import { readOwnFamilies } from "./read-family-files";
import { readWorkbook } from "./read-workbook";
import { summarise } from "./summary";
import { texts } from "./texts";

interface CheckCommandOptions {
  readonly json: boolean;
  readonly precision: PrecisionMode;
  /** Folders or files of form families besides those built in. */
  readonly forms: readonly string[];
}

/** `gouji check FILE`: prints the report and returns the exit status. */
export async function checkCommand(
  file: string,
  { json, precision, forms }: CheckCommandOptions,
): Promise<number> {
  const ownFamilies = await readOwnFamilies(forms);
  if (typeof ownFamilies === "string") return unusable(ownFamilies);
  const snapshot = await readWorkbook(file);
  if (typeof snapshot === "string") return unusable(snapshot);
  const report = checkWorkbook(snapshot, { precision, ownFamilies });
  if (report.tables.length === 0) {
    // A family in the workbook that cannot be used is the likeliest reason that its tables are not known.
    const broken = report.findings.find(({ check }) => check === brokenFamily.id);
    return unusable(broken?.message ?? texts.noTables(file));
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
