import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { checkWorkbook } from "../core/check-workbook";
import type { PrecisionMode } from "../core/facts/precision";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { readXlsx, UnreadableWorkbookError } from "../xlsx";
import { EXIT } from "./exit";
import { summarise } from "./summary";
import { texts } from "./texts";

interface CheckCommandOptions {
  readonly json: boolean;
  readonly precision: PrecisionMode;
}

/** `gouji check FILE`: prints the report and returns the exit status. */
export async function checkCommand(file: string, { json, precision }: CheckCommandOptions): Promise<number> {
  const snapshot = await readSnapshot(file);
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

function unusable(message: string): number {
  process.stderr.write(`${message}\n`);
  return EXIT.unusable;
}

/** The workbook, or a sentence saying why it cannot be read. */
async function readSnapshot(file: string): Promise<WorkbookSnapshot | string> {
  try {
    return readXlsx(await readFile(file), basename(file));
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) return error.message;
    if (error instanceof Error && "code" in error) return fileProblem(file, String(error.code));
    throw error;
  }
}

function fileProblem(file: string, code: string): string {
  switch (code) {
    case "ENOENT":
      return texts.noFile(file);
    case "EISDIR":
      return texts.notAFile(file);
    case "EACCES":
    case "EPERM":
      return texts.noAccess(file);
    default:
      return texts.cannotRead(file, code);
  }
}
