import "../strict-csp";
import { checkWorkbook } from "../../core/check-workbook";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { EngineAnswer, EngineRequest } from "./messages";

/** The engine off the page's thread: takes a workbook sheet by sheet, answers with one report, and is thrown away. */
const sheets: SheetSnapshot[] = [];

self.onmessage = ({ data }: MessageEvent<EngineRequest>): void => {
  if (data.type === "sheet") sheets.push(data.sheet);
  else self.postMessage(answerTo({ ...data.workbook, sheets }));
};

function answerTo(snapshot: WorkbookSnapshot): EngineAnswer {
  try {
    return { type: "report", report: checkWorkbook(snapshot) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { type: "failed", message, stack };
  }
}
