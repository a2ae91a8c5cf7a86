import type { CellRange } from "../../../core/workbook/address";
import { cellCount, isUnbounded } from "../addresses";
import type { HostContext } from "../host-context";
import type { CellFormat, CellFormatPatch, SheetModel } from "../model";
import { HostObject } from "../object-type";
import type { ObjectType, Property } from "../object-type";
import type { Json } from "../protocol";
import { booleanOf, colorOf, numberOf, textOf } from "../property-values";
import { sheetById, writableSheet } from "../sheet-access";
import type { AreasRef } from "../sheet-access";
import { rangeBordersType } from "./range-borders";

/** Beyond this the host does not look whether all cells agree, and answers `null` (mixed). */
const MAX_CELLS_COMPARED = 1_000_000;

/** The value all cells share, else `null`, as Excel answers for mixed formats. */
function shared({ sheetId, ranges }: AreasRef, host: HostContext, of: (format: CellFormat) => Json): Json {
  const sheet = sheetById(host, sheetId);
  let value: Json | undefined;
  for (const range of ranges) {
    if (isUnbounded(range) || cellCount(range) > MAX_CELLS_COMPARED) return null;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const next = of(sheet.cellFormat(row, column));
        if (value !== undefined && next !== value) return null;
        value = next;
      }
    }
  }
  return value ?? null;
}

function patchAll({ sheetId, ranges }: AreasRef, host: HostContext, patch: CellFormatPatch): void {
  const sheet = writableSheet(host, sheetId);
  for (const range of ranges) sheet.setCellFormat(range, patch);
}

function formatted<K extends keyof CellFormat>(
  key: K,
  read: (value: Json) => CellFormat[K] & Json,
  shown: (value: CellFormat[K]) => Json = (value) => value as Json,
): Property<AreasRef> {
  return {
    get: (self, host) => shared(self, host, (format) => shown(format[key])),
    set: (self, value, host) => patchAll(self, host, { [key]: read(value) } as CellFormatPatch),
  };
}

/** Width of columns or height of rows, in points. */
function size(
  first: (range: CellRange) => number,
  last: (range: CellRange) => number,
  get: (sheet: SheetModel, index: number) => number,
  set: (sheet: SheetModel, first: number, last: number, points: number) => void,
): Property<AreasRef> {
  return {
    get: ({ sheetId, ranges }, host) => {
      const sheet = sheetById(host, sheetId);
      let value: number | undefined;
      for (const range of ranges) {
        for (let index = first(range); index <= last(range); index++) {
          const next = get(sheet, index);
          if (value !== undefined && next !== value) return null;
          value = next;
        }
      }
      return value ?? null;
    },
    set: ({ sheetId, ranges }, value, host) => {
      const sheet = writableSheet(host, sheetId);
      for (const range of ranges) set(sheet, first(range), last(range), numberOf(value));
    },
  };
}

export const rangeFormatType: ObjectType<AreasRef> = {
  name: "RangeFormat",
  properties: {
    ColumnWidth: size(
      ({ left }) => left,
      ({ right }) => right,
      (sheet, column) => sheet.columnWidth(column),
      (sheet, first, last, points) => sheet.setColumnWidth(first, last, points),
    ),
    RowHeight: size(
      ({ top }) => top,
      ({ bottom }) => bottom,
      (sheet, row) => sheet.rowHeight(row),
      (sheet, first, last, points) => sheet.setRowHeight(first, last, points),
    ),
    HorizontalAlignment: formatted("horizontalAlignment", textOf),
    VerticalAlignment: formatted("verticalAlignment", textOf),
    WrapText: formatted("wrapText", booleanOf),
    ShrinkToFit: formatted("shrinkToFit", booleanOf),
    IndentLevel: formatted("indentLevel", numberOf),
  },
  navigation: {
    Fill: (self, host) => HostObject.of(rangeFillType, self, host),
    Font: (self, host) => HostObject.of(rangeFontType, self, host),
    Borders: (self, host) => HostObject.of(rangeBordersType, self, host),
  },
};

const rangeFillType: ObjectType<AreasRef> = {
  name: "RangeFill",
  properties: {
    // Excel answers white for a cell without a fill.
    Color: formatted("fillColor", colorOf, (color) => (color === "" ? "#FFFFFF" : color)),
  },
  methods: {
    Clear: (self, _args, host) => {
      patchAll(self, host, { fillColor: "" });
      return undefined;
    },
  },
};

const rangeFontType: ObjectType<AreasRef> = {
  name: "RangeFont",
  properties: {
    Name: formatted("fontName", textOf),
    Size: formatted("fontSize", numberOf),
    Color: formatted("fontColor", colorOf),
    Bold: formatted("bold", booleanOf),
    Italic: formatted("italic", booleanOf),
    Underline: formatted("underline", textOf),
    Strikethrough: formatted("strikethrough", booleanOf),
  },
};
