import { LocaleType, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { SheetView } from "../files/opened-workbook";
import { fillSheet, loadWorkbook, type LoadedWorkbook } from "./load-workbook";
import { openedFromSnapshot, type Opened } from "./opened.testing";
import type { WorkbookSurface } from "./univer-workbook";

/** Nothing on screen. */
export const NO_PAGE: WorkbookSurface = {
  reveal: () => undefined,
  setEditable: () => undefined,
  staysHidden: () => undefined,
  partsChanged: () => undefined,
};

/** A snapshot opened in Univer, without a page. Univer keeps timers until the caller disposes of it. */
export function loadedFromSnapshot(
  content: WorkbookSnapshot,
  view: Partial<SheetView> = {},
): Opened & { readonly univer: Univer; readonly loaded: LoadedWorkbook } {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {} });
  univer.registerPlugins([
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    [UniverSheetsFormulaPlugin],
    [UniverSheetsConditionalFormattingPlugin],
  ]);
  const { book, cells } = openedFromSnapshot(content, view);
  const loaded = loadWorkbook(univer, book, cells[book.activeSheet] ?? {});
  for (const [index, id] of loaded.sheetIds.entries()) fillSheet(loaded.access, id, cells[index] ?? {});
  return { univer, loaded, book, cells };
}
