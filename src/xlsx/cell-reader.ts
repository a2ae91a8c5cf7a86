import type { CellError, CellValue } from "../core/workbook/snapshot";
import { serialOfIsoDate } from "./date-text";
import { GENERAL, type NumberFormat } from "./number-format";
import { decodeXstring } from "./xstring";

/** What a whole workbook has in common and every cell needs. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

/** A cell as it stands in the file. */
export interface StoredCell {
  /** Attribute `t`; "n" where it is missing. */
  readonly type: string;
  /** Attribute `s`. */
  readonly style: string | undefined;
  /** Text of `<v>`, or of `<is>` for an inline string; null where neither is there. */
  readonly content: string | null;
}

export interface ReadValue {
  readonly value: CellValue;
  readonly text: string;
  readonly decimals: number | null;
}

/**
 * Value and displayed text of a stored cell; null where it is blank, `missing` where a shared string does not exist.
 * What claims to be a number and is none stays the text it is: the checks say so then, with the cell.
 */
export function readCell(cell: StoredCell, context: CellContext): ReadValue | null | "missing" {
  const format =
    (cell.style === undefined ? context.formats[0] : context.formats[Number(cell.style)]) ?? GENERAL;
  const content = cell.content ?? "";
  switch (cell.type) {
    case "n":
      return numberCell(content, format);
    case "s":
      return sharedCell(content, context.sharedStrings, format);
    case "b":
      if (content === "") return null;
      return booleanCell(content === "1" || content === "true", format);
    case "e":
      return content === "" ? null : errorCell({ error: content }, format);
    case "d":
      return dateCell(content, context.date1904, format);
    default:
      return textCell(decodeXstring(content), format);
  }
}

function numberCell(content: string, format: NumberFormat): ReadValue | null {
  if (content === "") return null;
  const value = Number(content);
  const letter = content.charCodeAt(1) | 32;
  // Number() also takes 0x1F, 0b1, 0o7 and blanks, which are no numbers of a file.
  const isOther = letter === 0x78 || letter === 0x62 || letter === 0x6f;
  if (!Number.isFinite(value) || isOther || content.trim() === "") return textCell(content, format);
  const number = value === 0 ? 0 : value;
  return { value: number, text: format.showNumber(number), decimals: format.decimals };
}

function sharedCell(
  content: string,
  strings: readonly string[],
  format: NumberFormat,
): ReadValue | null | "missing" {
  if (content === "") return null;
  const text = strings[Number(content)];
  return text === undefined ? "missing" : textCell(text, format);
}

function textCell(value: string, format: NumberFormat): ReadValue | null {
  return value === "" ? null : { value, text: format.showText(value), decimals: format.decimals };
}

function booleanCell(value: boolean, format: NumberFormat): ReadValue {
  return { value, text: value ? "TRUE" : "FALSE", decimals: format.decimals };
}

function errorCell(value: CellError, format: NumberFormat): ReadValue {
  return { value, text: value.error, decimals: format.decimals };
}

function dateCell(content: string, date1904: boolean, format: NumberFormat): ReadValue | null {
  const serial = serialOfIsoDate(content, date1904);
  if (serial === null) return textCell(content, format);
  return { value: serial, text: format.showNumber(serial), decimals: format.decimals };
}
