import { WORKBOOK_EVENTS } from "../event-hub";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import type { SheetModel } from "../model";
import { HostObject } from "../object-type";
import type { ObjectType } from "../object-type";
import type { Json } from "../protocol";
import { checkSheetName, freeSheetName } from "../sheet-name";
import { eventMethods } from "./event-methods";
import { worksheetType } from "./worksheet";

function sheetObject(host: HostContext, sheet: SheetModel | undefined): HostObject | null {
  return sheet === undefined ? null : HostObject.of(worksheetType, sheet.id, host);
}

/** By name, whatever its case, or by id. */
function find(host: HostContext, key: Json): HostObject | null {
  const text = typeof key === "string" ? key.toLowerCase() : null;
  const sheets = host.model.sheets();
  const byName = sheets.find((sheet) => sheet.name.toLowerCase() === text);
  return sheetObject(host, byName ?? sheets.find((sheet) => sheet.id === key));
}

function list(host: HostContext, visibleOnly: boolean): readonly SheetModel[] {
  return host.model.sheets().filter((sheet) => !visibleOnly || sheet.visibility === "visible");
}

function existing(object: HostObject | null, what: string): HostObject {
  if (object === null) throw new ExcelError("ItemNotFound", what);
  return object;
}

export const worksheetCollectionType: ObjectType<null> = {
  name: "WorksheetCollection",
  items: (_self, host) => host.model.sheets().map((sheet) => HostObject.of(worksheetType, sheet.id, host)),
  item: (_self, key, host) => existing(find(host, key), `worksheet “${String(key)}”`),
  methods: {
    Add: (_self, args, host) => {
      const name = args.optionalText(0) ?? freeSheetName(host.model);
      checkSheetName(host.model, name, null);
      return sheetObject(host, host.model.addSheet(name));
    },
    GetActiveWorksheet: (_self, _args, host) =>
      existing(find(host, host.model.selection().sheetId), "active worksheet"),
    GetCount: (_self, args, host) => list(host, args.flag(0)).length,
    GetFirst: (_self, args, host) => existing(sheetObject(host, list(host, args.flag(0))[0]), "worksheet"),
    GetLast: (_self, args, host) => existing(sheetObject(host, list(host, args.flag(0)).at(-1)), "worksheet"),
    GetItemOrNullObject: (_self, args, host) => find(host, args.text(0)),
    ...eventMethods<null>(WORKBOOK_EVENTS, () => null),
  },
};
