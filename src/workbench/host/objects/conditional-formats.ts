import { intersection, isUnbounded } from "../addresses";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import type { ConditionalFormatModel, ConditionalFormatPatch } from "../model";
import { HostObject, notCovered, readOnly } from "../object-type";
import type { ObjectType } from "../object-type";
import { booleanOf, colorOf, textOf } from "../property-values";
import type { Json } from "../protocol";
import { sheetById, writableSheet } from "../sheet-access";
import type { AreasRef } from "../sheet-access";
import { rangeObject } from "./range";
import { rangeAreasType } from "./range-areas";

interface FormatRef {
  readonly sheetId: string;
  readonly id: string;
}

/** Conditional formats that touch the areas, highest priority first. */
function touching({ sheetId, ranges }: AreasRef, host: HostContext): readonly ConditionalFormatModel[] {
  const all = sheetById(host, sheetId).conditionalFormats();
  if (ranges.some((range) => isUnbounded(range) && range.top === 0 && range.left === 0)) return all;
  return all.filter((format) =>
    format.ranges.some((own) => ranges.some((range) => intersection(own, range) !== null)),
  );
}

function find(self: AreasRef, id: Json, host: HostContext): HostObject | null {
  const format = touching(self, host).find((candidate) => candidate.id === id);
  return format === undefined ? null : formatObject(host, self.sheetId, format);
}

function formatObject(host: HostContext, sheetId: string, { id }: ConditionalFormatModel): HostObject {
  return HostObject.of(conditionalFormatType, { sheetId, id }, host);
}

function read({ sheetId, id }: FormatRef, host: HostContext): ConditionalFormatModel {
  const format = sheetById(host, sheetId)
    .conditionalFormats()
    .find((candidate) => candidate.id === id);
  if (format === undefined) throw new ExcelError("ItemNotFound", "the conditional format no longer exists");
  return format;
}

function update({ sheetId, id }: FormatRef, patch: ConditionalFormatPatch, host: HostContext): void {
  writableSheet(host, sheetId).updateConditionalFormat(id, patch);
}

export const conditionalFormatCollectionType: ObjectType<AreasRef> = {
  name: "ConditionalFormatCollection",
  items: (self, host) => touching(self, host).map((format) => formatObject(host, self.sheetId, format)),
  item: (self, key, host) => {
    const format = find(self, key, host);
    if (format === null) throw new ExcelError("ItemNotFound", `conditional format ${String(key)}`);
    return format;
  },
  methods: {
    Add: ({ sheetId, ranges }, args, host) => {
      const type = args.text(0);
      const sheet = writableSheet(host, sheetId);
      if (type !== "Custom") throw notCovered("ConditionalFormatCollection", `add("${type}")`);
      const blank = { formula: "", stopIfTrue: false, fillColor: "", fontColor: "", bold: null };
      return formatObject(host, sheetId, sheet.addConditionalFormat({ ...blank, type, ranges }));
    },
    GetCount: (self, _args, host) => touching(self, host).length,
    GetItemAt: (self, args, host) => {
      const format = touching(self, host)[args.integer(0)];
      if (format === undefined) throw new ExcelError("ItemNotFound", "no such conditional format");
      return formatObject(host, self.sheetId, format);
    },
    GetItemOrNullObject: (self, args, host) => find(self, args.text(0), host),
    ClearAll: (self, _args, host) => {
      const sheet = writableSheet(host, self.sheetId);
      for (const { id } of touching(self, host)) sheet.deleteConditionalFormat(id);
      return undefined;
    },
  },
};

const conditionalFormatType: ObjectType<FormatRef> = {
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  ensureAlive: (self, host) => {
    read(self, host);
  },
  properties: {
    Id: readOnly(({ id }) => id),
    Type: readOnly((self, host) => read(self, host).type),
    Priority: readOnly((self, host) =>
      sheetById(host, self.sheetId)
        .conditionalFormats()
        .findIndex(({ id }) => id === self.id),
    ),
    StopIfTrue: {
      get: (self, host) => read(self, host).stopIfTrue,
      set: (self, value, host) => update(self, { stopIfTrue: booleanOf(value) }, host),
    },
  },
  navigation: {
    Custom: (self, host) => {
      if (read(self, host).type !== "Custom") throw new ExcelError("InvalidArgument", "not a custom format");
      return HostObject.of(customType, self, host);
    },
    CustomOrNullObject: (self, host) =>
      read(self, host).type === "Custom" ? HostObject.of(customType, self, host) : null,
  },
  methods: {
    Delete: (self, _args, host) => {
      writableSheet(host, self.sheetId).deleteConditionalFormat(self.id);
      return undefined;
    },
    GetRange: (self, _args, host) => {
      const [range, ...more] = read(self, host).ranges;
      if (range === undefined || more.length > 0) throw new ExcelError("InvalidArgument", "use getRanges");
      return rangeObject(host, self.sheetId, range);
    },
    GetRanges: (self, _args, host) => {
      const { ranges } = read(self, host);
      return HostObject.of(rangeAreasType, { sheetId: self.sheetId, ranges }, host);
    },
  },
};

const customType: ObjectType<FormatRef> = {
  name: "CustomConditionalFormat",
  navigation: {
    Rule: (self, host) => HostObject.of(ruleType, self, host),
    Format: (self, host) => HostObject.of(conditionalRangeFormatType, self, host),
  },
};

const ruleType: ObjectType<FormatRef> = {
  name: "ConditionalFormatRule",
  properties: {
    Formula: {
      get: (self, host) => read(self, host).formula,
      set: (self, value, host) => {
        const formula = textOf(value);
        if (!/^=./.test(formula)) throw new ExcelError("InvalidArgument", "a formula starts with =");
        update(self, { formula }, host);
      },
    },
  },
};

const conditionalRangeFormatType: ObjectType<FormatRef> = {
  name: "ConditionalRangeFormat",
  navigation: {
    Fill: (self, host) => HostObject.of(conditionalFillType, self, host),
    Font: (self, host) => HostObject.of(conditionalFontType, self, host),
  },
};

const conditionalFillType: ObjectType<FormatRef> = {
  name: "ConditionalRangeFill",
  properties: {
    Color: {
      get: (self, host) => read(self, host).fillColor,
      set: (self, value, host) => update(self, { fillColor: colorOf(value) }, host),
    },
  },
  methods: {
    Clear: (self, _args, host) => {
      update(self, { fillColor: "" }, host);
      return undefined;
    },
  },
};

const conditionalFontType: ObjectType<FormatRef> = {
  name: "ConditionalRangeFont",
  properties: {
    Color: {
      get: (self, host) => read(self, host).fontColor,
      set: (self, value, host) => update(self, { fontColor: colorOf(value) }, host),
    },
    Bold: {
      get: (self, host) => read(self, host).bold,
      set: (self, value, host) => update(self, { bold: booleanOf(value) }, host),
    },
  },
  methods: {
    Clear: (self, _args, host) => {
      update(self, { fontColor: "", bold: null }, host);
      return undefined;
    },
  },
};
