import { columnCount, rowCount } from "./addresses";
import type { CellRange } from "../../core/workbook/address";
import { isCellError } from "../../core/workbook/snapshot";
import type { CellValue } from "../../core/workbook/snapshot";
import { ExcelError } from "./excel-error";
import type { CellContent } from "./model";
import type { Json } from "./protocol";

/**
 * The 2-D array the client wrote to a range, one entry a cell. One plain value stands for every cell; an array of
 * another shape is `InvalidArgument`, as in Excel.
 */
export function matrixFor(range: CellRange, input: Json): readonly (readonly Json[])[] {
  const rows = rowCount(range);
  const columns = columnCount(range);
  if (!Array.isArray(input)) {
    if (input === null) throw new ExcelError("InvalidArgument", "null is no value for a whole range");
    return Array.from({ length: rows }, () => Array<Json>(columns).fill(input));
  }
  const matrix = input as readonly Json[];
  const fits =
    matrix.length === rows && matrix.every((row) => Array.isArray(row) && (row as Json[]).length === columns);
  if (!fits) {
    throw new ExcelError(
      "InvalidArgument",
      "the number of rows or columns in the array doesn't match the size of the range",
    );
  }
  return matrix as readonly (readonly Json[])[];
}

const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

/**
 * What Excel makes of a written value: “=…” is a formula, “'…” a text, and what reads as a number, a truth value or an
 * error is one unless the cell is formatted as text. `null` leaves the cell alone.
 */
export function contentOf(input: Json, numberFormat: string): CellContent | null {
  if (input === null) return null;
  if (typeof input === "number" || typeof input === "boolean") return { value: input };
  if (typeof input !== "string")
    throw new ExcelError("InvalidArgument", "a cell takes a text, number or boolean");
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (numberFormat === "@") return { value: input };
  if (input.startsWith("=") && input.length > 1) return { formula: input };
  const text = input.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return { value: Number(text.replaceAll(",", "")) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100 };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  return { value: ERROR_VALUE.test(text) ? { error: text } : input };
}

export function valueToJson(value: CellValue): Json {
  return isCellError(value) ? value.error : value;
}

/** Excel.RangeValueType. */
export function valueType(value: CellValue): string {
  if (isCellError(value)) return "Error";
  if (value === "") return "Empty";
  return { string: "String", number: "Double", boolean: "Boolean" }[
    typeof value as "string" | "number" | "boolean"
  ];
}
