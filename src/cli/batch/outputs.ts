import { existsSync, readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { batchSummary, type FileOutcome, type SummaryHead } from "../../core/batch-summary";
import { isReportSheet } from "../../core/report-sheet/is-report-sheet";
import { plannedSheet, readXlsx, UnreadableWorkbookError, writeXlsx } from "../../xlsx";
import { systemCode } from "../system-error";
import { isSameFile, writeWhole } from "../write-file";
import type { FoundFile } from "./find-workbooks";
import type { BatchCommandOptions } from "./options";
import { batchTexts } from "./texts";

/**
 * Why the files asked for cannot be written, null where they can: never over a workbook that is checked, over another file
 * only with --force. Going on with a run replaces its own summary.
 */
export function outputProblem(
  { jsonl, summary, resume, force }: BatchCommandOptions,
  files: readonly FoundFile[],
): string | null {
  if (resume && jsonl === undefined) return batchTexts.resumeWithoutJsonl;
  if (summary !== undefined && extname(summary).toLowerCase() !== ".xlsx")
    return batchTexts.summaryName(summary);
  const outputs = [jsonl, summary].flatMap((path) => path ?? []);
  for (const output of outputs) {
    const isInput = files.some(({ path, problem }) => problem === null && isSameFile(path, output));
    // The summary of an earlier run may lie among the workbooks.
    if (isInput && !isSummary(output)) return batchTexts.outputIsInput(output);
  }
  if (jsonl !== undefined && summary !== undefined && resolve(jsonl) === resolve(summary))
    return batchTexts.sameOutput(jsonl);
  if (force) return null;
  if (jsonl !== undefined && existsSync(jsonl) && !resume) return batchTexts.outputExistsResumable(jsonl);
  if (summary !== undefined && existsSync(summary) && !(resume && isSummary(summary)))
    return batchTexts.outputExists(summary);
  return null;
}

/** Whether a file is a summary or a report of ours and nothing else. */
function isSummary(path: string): boolean {
  try {
    return readXlsx(new Uint8Array(readFileSync(path)), basename(path)).sheets.every(isReportSheet);
  } catch (error) {
    if (error instanceof UnreadableWorkbookError || systemCode(error) !== null) return false;
    throw error;
  }
}

/** Writes the summary, whole or not at all. Throws the system's error. */
export async function writeSummary(
  path: string,
  files: readonly FileOutcome[],
  head: SummaryHead,
): Promise<void> {
  const sheets = batchSummary(files, head).map(({ plan, filter }) => ({
    ...plannedSheet(plan),
    ...(filter === null ? {} : { filter }),
  }));
  await writeWhole(path, writeXlsx({ sheets }));
}
