import type { CellRange } from "../../../core/workbook/address";
import type { SheetVisibility } from "../../../core/workbook/snapshot";
import { WHOLE_SHEET, checkedRange, parseAddress } from "../addresses";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import { HostObject, readOnly } from "../object-type";
import type { Method, ObjectType } from "../object-type";
import type { Json } from "../protocol";
import { colorOf, numberOf, textOf } from "../property-values";
import { checkSheetName } from "../sheet-name";
import { sheetById } from "../sheet-access";
import { eventMethods } from "./event-methods";
import { worksheetFreezePanesType } from "./freeze-panes";
import { pageLayoutType } from "./page-layout";
import { rangeObject } from "./range";
import { rangeAreasType } from "./range-areas";
import { SHEET_EVENTS } from "../event-hub";

/** Excel's words for how visible a sheet is. */
const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

function visibilityToJson(visibility: SheetVisibility): string {
  return visibility.slice(0, 1).toUpperCase() + visibility.slice(1);
}

function setVisibility(id: string, value: Json, host: HostContext): void {
  const visibility = VISIBILITIES[textOf(value)];
  if (visibility === undefined) throw new ExcelError("InvalidArgument", "no such visibility");
  const sheet = sheetById(host, id);
  if (visibility !== "visible") keepOneVisible(id, host);
  sheet.visibility = visibility;
}

/** A workbook shows at least one sheet. */
function keepOneVisible(id: string, host: HostContext): void {
  const others = host.model.sheets().some((sheet) => sheet.id !== id && sheet.visibility === "visible");
  if (!others) throw new ExcelError("InvalidOperation", "the last visible worksheet");
}

/** An address, or a name of the workbook. */
function rangeAt(text: string, sheetId: string, host: HostContext): CellRange {
  const range = parseAddress(text.trim());
  if (range !== null) return range;
  const formula = host.model.names().find(({ name }) => name.toLowerCase() === text.toLowerCase())?.formula;
  const named = formula === undefined ? null : parseAddress(formula.slice(1));
  const sheetName = sheetById(host, sheetId).name;
  if (named === null || formula === undefined || !formula.replaceAll("'", "").startsWith(`=${sheetName}!`)) {
    throw new ExcelError("InvalidArgument", `“${text}” is no range of this worksheet`);
  }
  return named;
}

function used(id: string, valuesOnly: boolean, host: HostContext): CellRange | null {
  return sheetById(host, id).usedRange(valuesOnly);
}

const methods: Readonly<Record<string, Method<string>>> = {
  Activate: (id, _args, host) => {
    if (sheetById(host, id).visibility !== "visible") {
      throw new ExcelError("InvalidOperation", "the worksheet is hidden");
    }
    host.model.select(id);
    return undefined;
  },
  Delete: (id, _args, host) => {
    keepOneVisible(id, host);
    host.model.deleteSheet(id);
    return undefined;
  },
  GetRange: (id, args, host) => {
    const address = args.optionalText(0);
    return rangeObject(host, id, address === null ? WHOLE_SHEET : rangeAt(address, id, host));
  },
  GetRanges: (id, args, host) => {
    const address = args.optionalText(0);
    const ranges =
      address === null ? [WHOLE_SHEET] : address.split(",").map((part) => rangeAt(part, id, host));
    return HostObject.of(rangeAreasType, { sheetId: id, ranges }, host);
  },
  GetCell: (id, args, host) => {
    const row = args.integer(0);
    const column = args.integer(1);
    return rangeObject(host, id, checkedRange({ top: row, bottom: row, left: column, right: column }));
  },
  GetRangeByIndexes: (id, args, host) => {
    const top = args.integer(0);
    const left = args.integer(1);
    const range = { top, left, bottom: top + args.integer(2) - 1, right: left + args.integer(3) - 1 };
    return rangeObject(host, id, checkedRange(range));
  },
  GetUsedRange: (id, args, host) =>
    rangeObject(host, id, used(id, args.flag(0), host) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
  GetUsedRangeOrNullObject: (id, args, host) => {
    const range = used(id, args.flag(0), host);
    return range === null ? null : rangeObject(host, id, range);
  },
  ...eventMethods<string>(SHEET_EVENTS, (id) => id),
};

/** A sheet is known by its id. */
export const worksheetType: ObjectType<string> = {
  name: "Worksheet",
  identity: (id) => ({ Id: id }),
  ensureAlive: (id, host) => {
    sheetById(host, id);
  },
  properties: {
    Id: readOnly((id) => id),
    Name: {
      get: (id, host) => sheetById(host, id).name,
      set: (id, value, host) => {
        const name = textOf(value);
        checkSheetName(host.model, name, id);
        sheetById(host, id).name = name;
      },
    },
    Position: {
      get: (id, host) => host.model.sheets().findIndex((sheet) => sheet.id === id),
      set: (id, value, host) => {
        const position = numberOf(value);
        const inside = Number.isInteger(position) && position >= 0 && position < host.model.sheets().length;
        if (!inside) throw new ExcelError("InvalidArgument", "no such position");
        host.model.moveSheet(id, position);
      },
    },
    Visibility: {
      get: (id, host) => visibilityToJson(sheetById(host, id).visibility),
      set: setVisibility,
    },
    TabColor: {
      get: (id, host) => sheetById(host, id).tabColor,
      set: (id, value, host) => {
        sheetById(host, id).tabColor = colorOf(value);
      },
    },
  },
  navigation: {
    Protection: (id, host) => HostObject.of(worksheetProtectionType, id, host),
    FreezePanes: (id, host) => HostObject.of(worksheetFreezePanesType, id, host),
    PageLayout: (id, host) => HostObject.of(pageLayoutType, id, host),
  },
  methods,
};

const worksheetProtectionType: ObjectType<string> = {
  name: "WorksheetProtection",
  properties: {
    Protected: readOnly((id, host) => sheetById(host, id).protected),
  },
  methods: {
    Protect: (id, _args, host) => {
      const sheet = sheetById(host, id);
      if (sheet.protected) throw new ExcelError("InvalidOperation", "already protected");
      sheet.protect();
      return undefined;
    },
    Unprotect: (id, _args, host) => {
      sheetById(host, id).unprotect();
      return undefined;
    },
  },
};
