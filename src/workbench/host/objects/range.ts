import type { CellRange } from "../../../core/workbook/address";
import {
  cellCount,
  columnCount,
  isEntireColumn,
  isEntireRow,
  isUnbounded,
  qualifiedAddress,
  rowCount,
} from "../addresses";
import { contentOf, matrixFor, valueToJson, valueType } from "../cell-input";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import type { SheetModel } from "../model";
import { HostObject, readOnly } from "../object-type";
import type { ObjectType, Property } from "../object-type";
import type { Json } from "../protocol";
import { booleanOf, textOf } from "../property-values";
import { sheetById, writableSheet } from "../sheet-access";
import type { AreasRef } from "../sheet-access";
import { conditionalFormatCollectionType } from "./conditional-formats";
import { dataValidationType } from "./data-validation";
import { rangeFormatType } from "./range-format";
import { rangeMethods } from "./range-methods";
import { worksheetType } from "./worksheet";

export interface RangeRef {
  readonly sheetId: string;
  readonly range: CellRange;
}

/** Excel reads at most five million cells at once. */
const MAX_CELLS_READ = 5_000_000;

export function rangeObject(host: HostContext, sheetId: string, range: CellRange): HostObject {
  return HostObject.of(rangeType, { sheetId, range }, host);
}

/** A 2-D property; `null` for whole rows and columns, whose size nobody wants to transport. */
function grid(
  read: (sheet: SheetModel, range: CellRange) => Json,
  write?: (sheet: SheetModel, range: CellRange, input: readonly (readonly Json[])[]) => void,
): Property<RangeRef> {
  const get = ({ sheetId, range }: RangeRef, host: HostContext): Json => {
    if (isUnbounded(range)) return null;
    if (cellCount(range) > MAX_CELLS_READ) throw new ExcelError("RangeExceedsLimit");
    return read(sheetById(host, sheetId), range);
  };
  if (write === undefined) return { get };
  return {
    get,
    set: ({ sheetId, range }, value, host) => {
      const sheet = writableSheet(host, sheetId);
      if (isUnbounded(range)) throw new ExcelError("InvalidArgument", "a bounded range is needed");
      write(sheet, range, matrixFor(range, value));
    },
  };
}

function writeCells(sheet: SheetModel, range: CellRange, input: readonly (readonly Json[])[]): void {
  const formats = sheet.numberFormats(range);
  sheet.write(
    range,
    input.map((row, r) => row.map((cell, c) => contentOf(cell, formats[r]?.[c] ?? "General"))),
  );
}

function readFormulas(sheet: SheetModel, range: CellRange): Json {
  const values = sheet.values(range);
  return sheet
    .formulas(range)
    .map((row, r) => row.map((formula, c) => formula ?? valueToJson(values[r]?.[c] ?? "")));
}

/** True or false where all agree, else `null`. */
function uniform(first: number, last: number, of: (index: number) => boolean): boolean | null {
  const value = of(first);
  for (let index = first + 1; index <= last; index++) if (of(index) !== value) return null;
  return value;
}

function rowsHidden({ sheetId, range }: RangeRef, host: HostContext): boolean | null {
  const sheet = sheetById(host, sheetId);
  return uniform(range.top, range.bottom, (row) => sheet.isRowHidden(row));
}

function columnsHidden({ sheetId, range }: RangeRef, host: HostContext): boolean | null {
  const sheet = sheetById(host, sheetId);
  return uniform(range.left, range.right, (column) => sheet.isColumnHidden(column));
}

export const rangeType: ObjectType<RangeRef> = {
  name: "Range",
  ensureAlive: ({ sheetId }, host) => {
    sheetById(host, sheetId);
  },
  properties: {
    Values: grid(
      (sheet, range) => sheet.values(range).map((row) => row.map(valueToJson)),
      (sheet, range, input) => writeCells(sheet, range, input),
    ),
    Formulas: grid(readFormulas, (sheet, range, input) => writeCells(sheet, range, input)),
    Text: grid((sheet, range) => sheet.texts(range)),
    ValueTypes: grid((sheet, range) => sheet.values(range).map((row) => row.map(valueType))),
    NumberFormat: grid(
      (sheet, range) => sheet.numberFormats(range),
      (sheet, range, input) =>
        sheet.setNumberFormats(
          range,
          input.map((row) => row.map((cell) => (cell === null ? null : textOf(cell) || "General"))),
        ),
    ),
    Address: readOnly(({ sheetId, range }, host) => qualifiedAddress(sheetById(host, sheetId), range)),
    RowIndex: readOnly(({ range }) => range.top),
    ColumnIndex: readOnly(({ range }) => range.left),
    RowCount: readOnly(({ range }) => rowCount(range)),
    ColumnCount: readOnly(({ range }) => columnCount(range)),
    // −1 is what Excel answers beyond 2³¹ − 1 cells.
    CellCount: readOnly(({ range }) => (cellCount(range) > 0x7fffffff ? -1 : cellCount(range))),
    IsEntireRow: readOnly(({ range }) => isEntireRow(range)),
    IsEntireColumn: readOnly(({ range }) => isEntireColumn(range)),
    // Where only some cells are filled Excel answers `null`; so does this host.
    HasSpill: readOnly(({ sheetId, range }, host) =>
      sheetById(host, sheetId).hasSpill(range) ? null : false,
    ),
    RowHidden: {
      get: rowsHidden,
      set: ({ sheetId, range }, value, host) =>
        writableSheet(host, sheetId).setRowsHidden(range.top, range.bottom, booleanOf(value)),
    },
    ColumnHidden: {
      get: columnsHidden,
      set: ({ sheetId, range }, value, host) =>
        writableSheet(host, sheetId).setColumnsHidden(range.left, range.right, booleanOf(value)),
    },
  },
  navigation: {
    Worksheet: ({ sheetId }, host) => HostObject.of(worksheetType, sheetId, host),
    Format: (self, host) => HostObject.of(rangeFormatType, areasOf(self), host),
    ConditionalFormats: (self, host) => HostObject.of(conditionalFormatCollectionType, areasOf(self), host),
    DataValidation: (self, host) => HostObject.of(dataValidationType, self, host),
  },
  methods: rangeMethods,
};

function areasOf({ sheetId, range }: RangeRef): AreasRef {
  return { sheetId, ranges: [range] };
}
