import type { CellRange } from "../../core/workbook/address";
import { ExcelError } from "./excel-error";
import type { HostContext } from "./host-context";
import type { SheetModel } from "./model";

/** One or more rectangles of one sheet: what a Range, a RangeAreas and all that hangs on them are about. */
export interface AreasRef {
  readonly sheetId: string;
  readonly ranges: readonly CellRange[];
}

/** The sheet, by id; `ItemNotFound` where it has been deleted. */
export function sheetById(host: HostContext, id: string): SheetModel {
  const sheet = host.model.sheets().find((candidate) => candidate.id === id);
  if (sheet === undefined) throw new ExcelError("ItemNotFound", "the worksheet no longer exists");
  return sheet;
}

/** The sheet, to be changed; `AccessDenied` where it is protected. */
export function writableSheet(host: HostContext, id: string): SheetModel {
  const sheet = sheetById(host, id);
  if (sheet.protected) throw new ExcelError("AccessDenied", `the worksheet “${sheet.name}” is protected`);
  return sheet;
}
