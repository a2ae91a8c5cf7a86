import { cellCount, qualifiedAddress } from "../addresses";
import { ExcelError } from "../excel-error";
import { HostObject, readOnly } from "../object-type";
import type { ObjectType } from "../object-type";
import { sheetById } from "../sheet-access";
import type { AreasRef } from "../sheet-access";
import { conditionalFormatCollectionType } from "./conditional-formats";
import { rangeObject } from "./range";
import { rangeFormatType } from "./range-format";
import { worksheetType } from "./worksheet";

export const rangeAreasType: ObjectType<AreasRef> = {
  name: "RangeAreas",
  ensureAlive: ({ sheetId }, host) => {
    sheetById(host, sheetId);
  },
  properties: {
    Address: readOnly(({ sheetId, ranges }, host) => {
      const sheet = sheetById(host, sheetId);
      return ranges.map((range) => qualifiedAddress(sheet, range)).join(",");
    }),
    AreaCount: readOnly(({ ranges }) => ranges.length),
    CellCount: readOnly(({ ranges }) => ranges.reduce((sum, range) => sum + cellCount(range), 0)),
  },
  navigation: {
    Areas: (self, host) => HostObject.of(rangeCollectionType, self, host),
    Worksheet: ({ sheetId }, host) => HostObject.of(worksheetType, sheetId, host),
    Format: (self, host) => HostObject.of(rangeFormatType, self, host),
    ConditionalFormats: (self, host) => HostObject.of(conditionalFormatCollectionType, self, host),
  },
};

const rangeCollectionType: ObjectType<AreasRef> = {
  name: "RangeCollection",
  items: ({ sheetId, ranges }, host) => ranges.map((range) => rangeObject(host, sheetId, range)),
  methods: {
    GetCount: ({ ranges }) => ranges.length,
    GetItemAt: ({ sheetId, ranges }, args, host) => {
      const range = ranges[args.integer(0)];
      if (range === undefined) throw new ExcelError("InvalidArgument", "no such area");
      return rangeObject(host, sheetId, range);
    },
  },
};
