import { checkWorkbook } from "../core/check-workbook";
import type { PrecisionMode } from "../core/facts/precision";
import { EXIT, unusable } from "./exit";
import { readWorkbook } from "./read-workbook";
import { summarise } from "./summary";
import { texts } from "./texts";

interface CheckCommandOptions {
  readonly json: boolean;
  readonly precision: PrecisionMode;
}

/** `gouji check FILE`: prints the report and returns the exit status. */
export async function checkCommand(file: string, { json, precision }: CheckCommandOptions): Promise<number> {
  const snapshot = await readWorkbook(file);
  if (typeof snapshot === "string") return unusable(snapshot);
  const report = checkWorkbook(snapshot, { precision });
  if (report.tables.length === 0) return unusable(texts.noTables(file));
  process.stdout.write(
    json
      ? `${JSON.stringify(report, null, 2)}\n`
      : summarise(
          report,
          snapshot.sheets.map(({ name }) => name),
        ),
  );
  return report.summary.error > 0 ? EXIT.findings : EXIT.ok;
}
