import "../strict-csp";
import { receivedSheet } from "../../core/workbook/sent-sheet";
import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { holdWorkbook } from "./held-workbook";
import type { EngineAnswer, EngineRequest } from "./messages";

/**
 * The engine off the page's thread: takes a workbook sheet by sheet, answers an order, and is thrown away; or kept, to check
 * the workbook again after each change.
 */
const sheets: SheetSnapshot[] = [];
const held = holdWorkbook();

self.onmessage = ({ data }: MessageEvent<EngineRequest>): void => {
  switch (data.type) {
    case "sheet":
      sheets.push(receivedSheet(data.sheet));
      return;
    case "order":
      answer(held.answer({ ...data.workbook, sheets: sheets.splice(0) }, data.order));
      return;
    case "recheck":
      answer(held.recheck(data.patch, data.told));
  }
};

function answer(given: EngineAnswer): void {
  self.postMessage(given);
}
