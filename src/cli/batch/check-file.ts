import { basename } from "node:path";
import type { FileOutcome } from "../../core/batch-summary";
import { analyseWorkbook } from "../../core/analyse";
import { reportOf } from "../../core/check-workbook";
import { brokenFamily } from "../../core/checks/broken-family";
import type { PrecisionMode } from "../../core/facts/precision";
import type { FormFamily } from "../../core/forms/definition";
import { isReportSheet } from "../../core/report-sheet/is-report-sheet";
import { reportHead } from "../../core/report-sheet/report-head";
import { readOwnFamilies } from "../read-family-files";
import { tryReadWorkbook } from "../read-workbook";
import { texts } from "../texts";
import { batchTexts } from "./texts";
import { outcomeOfRecord, recordLine, type FileProblem, type FileStamp } from "./record";

/** Code of a workbook that is nothing but a report or a summary of ours. */
export const OWN_REPORT = "own-report";

/** What a worker is told to do. */
export interface CheckTask extends FileStamp {
  readonly precision: PrecisionMode;
  /** Folders or files of form families besides those built in. */
  readonly forms: readonly string[];
}

/** What a worker answers. */
export interface CheckAnswer {
  /** The record as a line, without its end. */
  readonly line: string;
  readonly file: FileOutcome;
  /** Code of what went wrong, null where the file was checked. */
  readonly problem: string | null;
}

/** Checks one file; what is wrong with it is part of the answer. Runs in a worker. */
export async function checkFile(task: CheckTask): Promise<CheckAnswer> {
  const { path, precision, forms } = task;
  const snapshot = await tryReadWorkbook(path);
  if ("message" in snapshot) return failed(task, snapshot);
  if (snapshot.sheets.every(isReportSheet))
    return failed(task, { code: OWN_REPORT, message: batchTexts.ownReport(basename(path)) });
  const analysis = analyseWorkbook(snapshot, { precision, ownFamilies: await familiesOf(forms) });
  const report = reportOf(analysis, snapshot);
  if (report.tables.length === 0) {
    const broken = report.findings.find(({ check }) => check === brokenFamily.id);
    return failed(task, {
      code: "no-tables",
      message: broken?.message ?? texts.noTables(basename(path)),
    });
  }
  // Neither date nor version goes into the record.
  const owner = (reportHead(analysis, { date: "", version: "" }).units ?? []).join("、");
  return answer({ ...task, owner, report, problem: null });
}

/** The answer for a file that could not be checked. */
export function failed(task: FileStamp, problem: FileProblem): CheckAnswer {
  return answer({ ...task, owner: "", report: null, problem });
}

function answer(record: Parameters<typeof recordLine>[0]): CheckAnswer {
  return {
    line: recordLine(record),
    file: outcomeOfRecord(record),
    problem: record.problem?.code ?? null,
  };
}

/** A worker reads the families once. */
const families = new Map<string, Promise<readonly FormFamily[]>>();

function familiesOf(forms: readonly string[]): Promise<readonly FormFamily[]> {
  const key = forms.join("\n");
  let found = families.get(key);
  if (found === undefined) {
    found = readOwnFamilies(forms).then((read) => {
      // They were read when the call began: something has changed them since.
      if (typeof read === "string") throw new Error(read);
      return read;
    });
    families.set(key, found);
  }
  return found;
}
