import { LocaleType, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { describeWorkbookModel } from "../host/model-contract.testing";
import { openedFromSnapshot } from "./opened.testing";
import { fillSheet, loadWorkbook } from "./load-workbook";
import { UniverWorkbook } from "./univer-workbook";

const running: Univer[] = [];

// Univer keeps timers until it is told to go.
afterEach(() => {
  for (const univer of running.splice(0)) univer.dispose();
});

function open(content: WorkbookSnapshot): UniverWorkbook {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {} });
  running.push(univer);
  univer.registerPlugins([
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    [UniverSheetsFormulaPlugin],
    [UniverSheetsConditionalFormattingPlugin],
  ]);
  const { book, cells } = openedFromSnapshot(content);
  const loaded = loadWorkbook(univer, book, cells[book.activeSheet] ?? {});
  for (const [index, id] of loaded.sheetIds.entries()) fillSheet(loaded.access, id, cells[index] ?? {});
  return new UniverWorkbook(loaded, book, { reveal: () => undefined, setEditable: () => undefined });
}

describeWorkbookModel("UniverWorkbook", open);
