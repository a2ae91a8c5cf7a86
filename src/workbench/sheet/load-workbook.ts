import { BooleanNumber, LocaleType, UniverInstanceType } from "@univerjs/core";
import type { IWorkbookData, IWorksheetData, Univer } from "@univerjs/core";
import {
  IActiveDirtyManagerService,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { CellRows, OpenedSheet, OpenedWorkbook } from "../files/opened-workbook";
import { styleName } from "../files/cell-rows";
import { accessTo, mutate, worksheetById, type UniverAccess } from "./univer-access";

/** Counts workbooks since the page was loaded: ids of sheets must not come back for another workbook. */
let opened = 0;

export interface LoadedWorkbook {
  readonly access: UniverAccess;
  /** In tab order. */
  readonly sheetIds: readonly string[];
}

/**
 * Puts a workbook on screen with all its sheets, filled only where `firstCells` says so; `fillSheet` brings the rest.
 * @param activeCells cells of the sheet that shows first
 */
export function loadWorkbook(
  univer: Univer,
  workbook: OpenedWorkbook,
  activeCells: CellRows,
): LoadedWorkbook {
  const number = String(++opened);
  const sheetIds = workbook.sheets.map((_sheet, index) => `book${number}-sheet${String(index + 1)}`);
  const sheets = Object.fromEntries(
    workbook.sheets.map((sheet, index) => {
      const id = sheetIds[index] ?? "";
      return [id, worksheetData(id, sheet, index === workbook.activeSheet ? activeCells : {})];
    }),
  );
  const defaultStyle = workbook.styles[styleName(0)];
  const data: IWorkbookData = {
    id: `book${number}`,
    name: workbook.name,
    appVersion: "",
    locale: LocaleType.ZH_CN,
    styles: workbook.styles,
    ...(defaultStyle === undefined ? {} : { defaultStyle }),
    sheetOrder: [...sheetIds],
    sheets,
  };
  withoutCalculation(univer, () => {
    univer.createUnit<IWorkbookData, never>(UniverInstanceType.UNIVER_SHEET, data);
  });
  return { access: accessTo(univer, data.id), sheetIds };
}

/**
 * Univer orders a calculation for every new workbook, even where nothing is to be computed, and looks at all formulas
 * for it. The order is given in a later turn of the event loop; until then such orders are not heard.
 */
function withoutCalculation(univer: Univer, open: () => void): void {
  const orders = univer.__getInjector().get(IActiveDirtyManagerService);
  const { id } = SetTriggerFormulaCalculationStartMutation;
  orders.remove(id);
  setTimeout(() => {
    orders.register(id, { commandId: id, getDirtyData: ({ params }) => ({ ...params }) });
  }, 0);
  open();
}

/**
 * Fills a sheet that is not on screen yet. The cells go straight into its matrix: the formula engine reads them there
 * when it first needs them, and the values that the file brought along stay until something they depend on changes.
 */
export function fillSheet(access: UniverAccess, sheetId: string, cells: CellRows): void {
  Object.assign(worksheetById(access, sheetId).getCellMatrix().getMatrix(), cells);
}

/** Has the engine compute formulas that came without a value. */
export function computeFormulas(access: UniverAccess, sheetId: string, formulas: CellRows): void {
  mutate(access, sheetId, SetRangeValuesMutation.id, { cellValue: formulas });
}

function worksheetData(id: string, sheet: OpenedSheet, cellData: CellRows): Partial<IWorksheetData> {
  const { frozenRows, frozenColumns } = sheet;
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    defaultRowHeight: sheet.defaultRowHeight,
    defaultColumnWidth: sheet.defaultColumnWidth,
    rowData: sheet.rows,
    columnData: sheet.columns,
    mergeData: [...sheet.merges],
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows > 0 ? frozenRows : -1,
      startColumn: frozenColumns > 0 ? frozenColumns : -1,
    },
    cellData,
  };
}
