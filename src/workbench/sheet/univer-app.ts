import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import type { Plugin, PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import sheetsTexts from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formattingTexts from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { CalculationMode } from "@univerjs/sheets-formula";
import { ScrollToRangeOperation } from "@univerjs/sheets-ui";
import { defaultTheme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import type { CellRange } from "../../core/workbook/address";
import { makeFormulasPatient } from "./patient-formulas";
import { setEditable } from "./sheet-permission";
import { toUniverRange } from "./univer-access";
import type { WorkbookSurface } from "./univer-workbook";

/** Univer in the page. */
export interface UniverApp {
  readonly univer: Univer;
  readonly surface: Omit<WorkbookSurface, "staysHidden" | "partsChanged">;
  setDark(dark: boolean): void;
  /** Takes a workbook off again. */
  close(unitId: string): void;
  /** Computes every formula anew. */
  recalculate(): void;
}

type PluginEntry = PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, object?];

/** What cannot be saved is not offered. */
const HIDDEN_MENUS = {
  "sheet.menu.conditional-formatting": { hidden: true },
  "sheet.contextMenu.permission": { hidden: true },
  "sheet.menu.sheets-protection": { hidden: true },
} as const;

/** Starts Univer, in Chinese, in `container`. */
export function startUniver(container: HTMLElement): UniverApp {
  makeFormulasPatient();
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: { ...sheetsTexts, ...formattingTexts } },
    theme: defaultTheme,
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    menu: HIDDEN_MENUS,
    footer: { menus: false },
    // Codes are texts of digits in every budget table; a corner on each would say nothing.
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    // Values come with the file; the engine computes what changes.
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
  });
  for (const entry of [...plugins, ...UniverSheetsConditionalFormattingPreset().plugins] as PluginEntry[]) {
    if (typeof entry === "function") univer.registerPlugin(entry);
    else univer.registerPlugin(entry[0], entry[1]);
  }
  const api = FUniver.newAPI(univer);
  return {
    univer,
    surface: {
      reveal: (_sheetId: string, range: CellRange) => {
        void api.executeCommand(ScrollToRangeOperation.id, { range: toUniverRange(range) });
      },
      setEditable: (sheetId, editable) => {
        const unitId = api.getActiveWorkbook()?.getId();
        if (unitId !== undefined) setEditable(univer, unitId, sheetId, editable);
      },
    },
    setDark: (dark) => {
      api.toggleDarkMode(dark);
    },
    close: (unitId) => {
      api.disposeUnit(unitId);
    },
    recalculate: () => {
      api.getFormula().executeCalculation();
    },
  };
}
