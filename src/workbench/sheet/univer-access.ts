import { ICommandService, IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import type { IExecutionOptions, Injector, IRange, Univer, Workbook, Worksheet } from "@univerjs/core";
import { SHEET_COLUMNS, SHEET_ROWS } from "../../core/workbook/address";
import type { CellRange } from "../../core/workbook/address";
import { ExcelError } from "../host/excel-error";

/** The workbook on screen, and the ways into Univer that the model needs. Replaced as a whole when a file is opened. */
export interface UniverAccess {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
}

export function accessTo(univer: Univer, unitId: string): UniverAccess {
  const injector = univer.__getInjector();
  const workbook = injector
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
  if (workbook === null || workbook === undefined) throw new Error(`Univer has no workbook ${unitId}.`);
  return { injector, commands: injector.get(ICommandService), workbook };
}

/** The sheet by id; `ItemNotFound` where it has been deleted. */
export function worksheetById({ workbook }: UniverAccess, id: string): Worksheet {
  const sheet = workbook.getSheetBySheetId(id);
  if (sheet === null || sheet === undefined)
    throw new ExcelError("ItemNotFound", "the worksheet no longer exists");
  return sheet;
}

/**
 * Runs one of Univer's mutations, at once and outside its undo list: Excel too cannot undo what an add-in writes.
 * @throws ExcelError where Univer refuses
 */
export function mutate(
  { commands, workbook }: UniverAccess,
  sheetId: string,
  id: string,
  params: object,
  options: IExecutionOptions = {},
): void {
  const target = { unitId: workbook.getUnitId(), subUnitId: sheetId };
  const done = commands.syncExecuteCommand(id, { ...target, ...params }, options);
  if (done !== true) throw new ExcelError("GeneralException", id);
}

export function toUniverRange({ top, left, bottom, right }: CellRange): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

/** Univer leaves the bounds of whole rows and columns open, as NaN. */
export function fromUniverRange({ startRow, startColumn, endRow, endColumn }: IRange): CellRange {
  return {
    top: startRow || 0,
    left: startColumn || 0,
    bottom: Number.isNaN(endRow) ? SHEET_ROWS - 1 : endRow,
    right: Number.isNaN(endColumn) ? SHEET_COLUMNS - 1 : endColumn,
  };
}
