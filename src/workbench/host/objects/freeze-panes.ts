import { WHOLE_SHEET } from "../addresses";
import { ExcelError } from "../excel-error";
import type { ObjectType } from "../object-type";
import { sheetById, writableSheet } from "../sheet-access";
import { rangeObject } from "./range";

/** Rows of a sheet that stay in sight; columns are not covered. A sheet is known by its id. */
export const worksheetFreezePanesType: ObjectType<string> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (id, args, host) => {
      const count = args.integer(0, 1);
      if (count < 1) throw new ExcelError("InvalidArgument", "at least one row is to be frozen");
      writableSheet(host, id).frozenRows = count;
      return undefined;
    },
    Unfreeze: (id, _args, host) => {
      writableSheet(host, id).frozenRows = 0;
      return undefined;
    },
    GetLocationOrNullObject: (id, _args, host) => {
      const { frozenRows } = sheetById(host, id);
      return frozenRows === 0 ? null : rangeObject(host, id, { ...WHOLE_SHEET, bottom: frozenRows - 1 });
    },
  },
};
