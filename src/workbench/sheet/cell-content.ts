import { CellValueType } from "@univerjs/core";
import type { ICellData, Nullable, Styles } from "@univerjs/core";
import type { CellValue } from "../../core/workbook/snapshot";
import { isCellError } from "../../core/workbook/snapshot";
import { compileNumberFormat, GENERAL, type NumberFormat } from "../../xlsx/number-format";
import { looksNumeric } from "../files/cell-rows";
import type { CellContent } from "../host/model";

type Stored = Nullable<ICellData>;

const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

/** What a cell holds, in the words of a snapshot. */
export function valueOf(cell: Stored): CellValue {
  if (cell === null || cell === undefined) return "";
  const raw = cell.v ?? richText(cell);
  if (raw === null || raw === undefined) return "";
  if (typeof raw === "boolean") return raw;
  if (cell.t === CellValueType.BOOLEAN) return raw === 1 || raw === "1" || raw === "TRUE";
  if (typeof raw === "number") return raw;
  if (cell.t === CellValueType.NUMBER && looksNumeric(raw)) return Number(raw);
  // Univer keeps error values as texts.
  return ERROR_VALUE.test(raw) && cell.t !== CellValueType.FORCE_STRING ? { error: raw } : raw;
}

/** Text with formats of its own stands in a document of its cell, closed by a line end. */
function richText({ p }: ICellData): string | undefined {
  return p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
}

/** Cells use few formats; the style objects live as long as the workbook. */
const formats = new Map<string, NumberFormat>();

/** What the user sees, by the number format of the cell. */
export function textOf(value: CellValue, pattern: string): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value === "") return "";
  let format = formats.get(pattern);
  if (format === undefined) {
    format = pattern === "General" ? GENERAL : compileNumberFormat(pattern, false);
    formats.set(pattern, format);
  }
  return typeof value === "number" ? format.showNumber(value) : format.showText(value);
}

export function patternOf(cell: Stored, styles: Styles): string {
  return (
    (cell?.s === undefined || cell.s === null ? undefined : styles.getStyleByCell(cell)?.n?.pattern) ??
    "General"
  );
}

/** The properties that a written value or formula replaces; the format stays. */
export function cellDataOf(content: CellContent): ICellData {
  const blank = { v: null, t: null, f: null, si: null, p: null, ref: null };
  if ("formula" in content) return { ...blank, f: content.formula };
  const { value } = content;
  if (value === "") return blank;
  // Univer keeps error values as texts.
  if (isCellError(value)) return { ...blank, v: value.error, t: CellValueType.STRING };
  if (typeof value === "number") return { ...blank, v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...blank, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const forced = looksNumeric(value) || value.startsWith("=") || ERROR_VALUE.test(value);
  return { ...blank, v: value, t: forced ? CellValueType.FORCE_STRING : CellValueType.STRING };
}
