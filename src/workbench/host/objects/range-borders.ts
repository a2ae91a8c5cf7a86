import type { CellRange } from "../../../core/workbook/address";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import type { BorderEdge, BorderLine } from "../model";
import { HostObject, notCovered, readOnly } from "../object-type";
import type { ObjectType, Property } from "../object-type";
import type { Json } from "../protocol";
import { colorOf, textOf } from "../property-values";
import { sheetById, writableSheet } from "../sheet-access";
import type { AreasRef } from "../sheet-access";

interface BorderRef extends AreasRef {
  /** Excel.BorderIndex. */
  readonly index: string;
}

/** A strip of cells and the edge of each that a border of the whole range consists of. */
interface Strip {
  readonly range: CellRange;
  readonly edge: BorderEdge;
}

/** Excel.BorderIndex in the order of the collection, with the cells it is drawn on. */
const STRIPS: Readonly<Record<string, (range: CellRange) => readonly Strip[]>> = {
  EdgeTop: (range) => [{ range: { ...range, bottom: range.top }, edge: "EdgeTop" }],
  EdgeBottom: (range) => [{ range: { ...range, top: range.bottom }, edge: "EdgeBottom" }],
  EdgeLeft: (range) => [{ range: { ...range, right: range.left }, edge: "EdgeLeft" }],
  EdgeRight: (range) => [{ range: { ...range, left: range.right }, edge: "EdgeRight" }],
  InsideHorizontal: (range) =>
    range.top === range.bottom
      ? []
      : [
          { range: { ...range, bottom: range.bottom - 1 }, edge: "EdgeBottom" },
          { range: { ...range, top: range.top + 1 }, edge: "EdgeTop" },
        ],
  InsideVertical: (range) =>
    range.left === range.right
      ? []
      : [
          { range: { ...range, right: range.right - 1 }, edge: "EdgeRight" },
          { range: { ...range, left: range.left + 1 }, edge: "EdgeLeft" },
        ],
};

const NO_LINE: BorderLine = { style: "None", weight: "Thin", color: "#000000" };

function strips({ ranges, index }: BorderRef): readonly Strip[] {
  return ranges.flatMap((range) => STRIPS[index]?.(range) ?? []);
}

function border(self: AreasRef, index: string, host: HostContext): HostObject {
  if (STRIPS[index] === undefined) throw notCovered("RangeBorderCollection", `getItem("${index}")`);
  return HostObject.of(rangeBorderType, { ...self, index }, host);
}

/** The line of the first cell; borders are set evenly by this host's users. */
function lineOf(self: BorderRef, host: HostContext): BorderLine {
  const strip = strips(self)[0];
  if (strip === undefined) return NO_LINE;
  const { borders } = sheetById(host, self.sheetId).cellFormat(strip.range.top, strip.range.left);
  return borders[strip.edge] ?? NO_LINE;
}

function line<K extends keyof BorderLine>(key: K, read: (value: Json) => string): Property<BorderRef> {
  return {
    get: (self, host) => lineOf(self, host)[key],
    set: (self, value, host) => {
      const sheet = writableSheet(host, self.sheetId);
      const before = lineOf(self, host);
      // A weight or a colour alone draws the line, as in Excel.
      const drawn = key !== "style" && before.style === "None" ? { ...before, style: "Continuous" } : before;
      const next: BorderLine = { ...drawn, [key]: read(value) };
      for (const { range, edge } of strips(self)) sheet.setCellFormat(range, { borders: { [edge]: next } });
    },
  };
}

export const rangeBordersType: ObjectType<AreasRef> = {
  name: "RangeBorderCollection",
  items: (self, host) => Object.keys(STRIPS).map((index) => border(self, index, host)),
  item: (self, key, host) => border(self, textOf(key), host),
  methods: {
    GetItemAt: (self, args, host) => {
      const index = Object.keys(STRIPS)[args.integer(0)];
      if (index === undefined) throw new ExcelError("InvalidArgument", "no such border");
      return border(self, index, host);
    },
  },
};

const rangeBorderType: ObjectType<BorderRef> = {
  name: "RangeBorder",
  properties: {
    SideIndex: readOnly(({ index }) => index),
    Style: line("style", textOf),
    Weight: line("weight", textOf),
    Color: line("color", colorOf),
  },
};
