import "../strict-csp";
import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { answerTo } from "./answer";
import type { EngineRequest } from "./messages";

/** The engine off the page's thread: takes a workbook sheet by sheet, answers one order, and is thrown away. */
const sheets: SheetSnapshot[] = [];

self.onmessage = ({ data }: MessageEvent<EngineRequest>): void => {
  if (data.type === "sheet") sheets.push(data.sheet);
  else self.postMessage(answerTo({ ...data.workbook, sheets }, data.order));
};
