import type { CellRange } from "../../../core/workbook/address";
import {
  WHOLE_SHEET,
  boundingRange,
  checkedRange,
  columnCount,
  intersection,
  isUnbounded,
  parseAddress,
  rowCount,
} from "../addresses";
import type { HostArguments } from "../arguments";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import { DEFAULT_FORMAT } from "../model";
import type { SheetModel } from "../model";
import { HostObject } from "../object-type";
import type { Method } from "../object-type";
import type { Json } from "../protocol";
import { sheetById, writableSheet } from "../sheet-access";
import { rangeObject, rangeType } from "./range";
import type { RangeRef } from "./range";
import { rangeAreasType } from "./range-areas";

/** Excel refuses to list more merged areas than this. */
export const MAX_MERGED_AREAS = 512;

type RangeMethod = Method<RangeRef>;

/** A method that answers another range of the same sheet. */
function to(target: (range: CellRange, args: HostArguments) => CellRange): RangeMethod {
  return ({ sheetId, range }, args, host) => rangeObject(host, sheetId, checkedRange(target(range, args)));
}

/** The other range of a call: an object, or an address on the same sheet. */
function other(self: RangeRef, args: HostArguments): CellRange {
  const value = args.any(0);
  const range = value instanceof HostObject ? value.as(rangeType)?.range : parseAddress(args.text(0));
  if (range === undefined || range === null) throw new ExcelError("InvalidArgument", "a range is needed");
  if (value instanceof HostObject && value.as(rangeType)?.sheetId !== self.sheetId) {
    throw new ExcelError("InvalidArgument", "both ranges must be on one worksheet");
  }
  return range;
}

function usedWithin({ sheetId, range }: RangeRef, args: HostArguments, host: HostContext): CellRange | null {
  const used = sheetById(host, sheetId).usedRange(args.flag(0));
  return used === null ? null : intersection(used, range);
}

function mergedAreas(
  { sheetId, range }: RangeRef,
  _args: HostArguments,
  host: HostContext,
): HostObject | null {
  const ranges = sheetById(host, sheetId)
    .merges()
    .filter((merge) => intersection(merge, range) !== null);
  if (ranges.length > MAX_MERGED_AREAS) {
    throw new ExcelError("GeneralException", `more than ${String(MAX_MERGED_AREAS)} merged areas`);
  }
  return ranges.length === 0 ? null : HostObject.of(rangeAreasType, { sheetId, ranges }, host);
}

/** One record a row (or column), with the properties asked for. */
function bandProperties(
  first: number,
  last: number,
  asked: Json,
  readers: Readonly<Record<string, (index: number) => Json>>,
): Json {
  const names = typeof asked === "object" && asked !== null ? Object.entries(asked) : [];
  const wanted = names.filter(([, yes]) => yes === true).map(([name]) => name);
  for (const name of wanted) {
    if (readers[name] === undefined)
      throw new ExcelError("ApiNotFound", `this host does not cover ${name} here`);
  }
  return Array.from({ length: last - first + 1 }, (_, offset) =>
    Object.fromEntries(wanted.map((name) => [name, readers[name]?.(first + offset) ?? null])),
  );
}

function clear(sheet: SheetModel, range: CellRange, applyTo: string): void {
  if (applyTo === "All" || applyTo === "Contents") {
    const used = sheet.usedRange(true);
    const filled = used === null ? null : intersection(used, range);
    if (filled !== null) {
      const blank = Array(columnCount(filled)).fill({ value: "" });
      sheet.write(filled, Array(rowCount(filled)).fill(blank));
    }
  }
  if (applyTo === "All" || applyTo === "Formats") {
    const used = sheet.usedRange(false);
    const formatted = used === null ? null : intersection(used, range);
    if (formatted !== null) {
      sheet.setCellFormat(formatted, DEFAULT_FORMAT);
      sheet.setNumberFormats(
        formatted,
        Array(rowCount(formatted)).fill(Array(columnCount(formatted)).fill("General")),
      );
    }
  }
}

export const rangeMethods: Readonly<Record<string, RangeMethod>> = {
  GetCell: to(({ top, left }, args) => {
    const row = top + args.integer(0);
    const column = left + args.integer(1);
    return { top: row, bottom: row, left: column, right: column };
  }),
  GetRow: to((range, args) => {
    const row = range.top + args.integer(0);
    return { ...range, top: row, bottom: row };
  }),
  GetColumn: to((range, args) => {
    const column = range.left + args.integer(0);
    return { ...range, left: column, right: column };
  }),
  GetEntireRow: to((range) => ({ ...range, left: WHOLE_SHEET.left, right: WHOLE_SHEET.right })),
  GetEntireColumn: to((range) => ({ ...range, top: WHOLE_SHEET.top, bottom: WHOLE_SHEET.bottom })),
  GetLastCell: to((range) => ({ ...range, top: range.bottom, left: range.right })),
  GetLastRow: to((range) => ({ ...range, top: range.bottom })),
  GetLastColumn: to((range) => ({ ...range, left: range.right })),
  GetOffsetRange: to(({ top, left, bottom, right }, args) => {
    const down = args.integer(0);
    const across = args.integer(1);
    return { top: top + down, bottom: bottom + down, left: left + across, right: right + across };
  }),
  GetResizedRange: to((range, args) => ({
    ...range,
    bottom: range.bottom + args.integer(0, 0),
    right: range.right + args.integer(1, 0),
  })),
  GetAbsoluteResizedRange: to((range, args) => ({
    ...range,
    bottom: range.top + args.integer(0) - 1,
    right: range.left + args.integer(1) - 1,
  })),
  GetBoundingRect: (self, args, host) =>
    rangeObject(host, self.sheetId, boundingRange(self.range, other(self, args))),
  GetIntersection: (self, args, host) => {
    const common = intersection(self.range, other(self, args));
    if (common === null) throw new ExcelError("ItemNotFound", "the ranges do not meet");
    return rangeObject(host, self.sheetId, common);
  },
  GetIntersectionOrNullObject: (self, args, host) => {
    const common = intersection(self.range, other(self, args));
    return common === null ? null : rangeObject(host, self.sheetId, common);
  },
  GetUsedRange: (self, args, host) => {
    const used = usedWithin(self, args, host);
    if (used === null) throw new ExcelError("ItemNotFound", "no used cell within the range");
    return rangeObject(host, self.sheetId, used);
  },
  GetUsedRangeOrNullObject: (self, args, host) => {
    const used = usedWithin(self, args, host);
    return used === null ? null : rangeObject(host, self.sheetId, used);
  },
  GetMergedAreasOrNullObject: mergedAreas,
  GetRowProperties: ({ sheetId, range }, args, host) => {
    const sheet = sheetById(host, sheetId);
    return bandProperties(range.top, range.bottom, args.json(0), {
      rowHidden: (row) => sheet.isRowHidden(row),
      rowIndex: (row) => row,
    });
  },
  GetColumnProperties: ({ sheetId, range }, args, host) => {
    const sheet = sheetById(host, sheetId);
    return bandProperties(range.left, range.right, args.json(0), {
      columnHidden: (column) => sheet.isColumnHidden(column),
      columnIndex: (column) => column,
    });
  },
  Select: ({ sheetId, range }, _args, host) => {
    if (sheetById(host, sheetId).visibility !== "visible") {
      throw new ExcelError("InvalidOperation", "the worksheet is hidden");
    }
    host.model.select(sheetId, range);
    return undefined;
  },
  Clear: ({ sheetId, range }, args, host) => {
    clear(writableSheet(host, sheetId), range, args.optionalText(0) ?? "All");
    return undefined;
  },
  Merge: ({ sheetId, range }, args, host) => {
    const sheet = writableSheet(host, sheetId);
    if (isUnbounded(range)) throw new ExcelError("InvalidArgument", "a bounded range is needed");
    sheet.unmerge(range);
    if (!args.flag(0)) sheet.merge(range);
    else
      for (let row = range.top; row <= range.bottom; row++) sheet.merge({ ...range, top: row, bottom: row });
    return undefined;
  },
  Unmerge: ({ sheetId, range }, _args, host) => {
    writableSheet(host, sheetId).unmerge(range);
    return undefined;
  },
  /** The client asks before it writes a large array in slices. */
  _ValidateArraySize: ({ range }, args) => {
    if (args.integer(0) !== rowCount(range) || args.integer(1) !== columnCount(range)) {
      throw new ExcelError("InvalidArgument", "the array doesn't match the size of the range");
    }
    return undefined;
  },
};
