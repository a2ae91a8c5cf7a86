import type { CellAddress } from "../core/workbook/address";
import type { Cell, CellValue } from "../core/workbook/snapshot";
import { serialOfIsoDate } from "./date-text";
import { GENERAL, type NumberFormat } from "./number-format";
import { decodeXstring } from "./xstring";

/** What a whole workbook has in common and every cell needs. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
  /** Whether formulas whose result is "" are cells, too. */
  readonly blankFormulas: boolean;
}

/** A cell as it stands in the file. */
export interface StoredCell extends CellAddress {
  /** Attribute `t`; "n" where it is missing. */
  readonly type: string;
  /** Attribute `s`. */
  readonly style: string | undefined;
  /** Text of `<v>`, or of `<is>` for an inline string; null where neither is there. */
  readonly content: string | null;
  /** With its leading “=”. */
  readonly formula: string | null;
}

/**
 * The cell with its value and displayed text; null where it is blank, `missing` where a shared string does not exist.
 * What claims to be a number and is none stays the text it is: the checks say so then, with the cell.
 */
export function readCell(stored: StoredCell, context: CellContext): Cell | null | "missing" {
  const { style, type } = stored;
  const format = (style === undefined ? context.formats[0] : context.formats[Number(style)]) ?? GENERAL;
  const content = stored.content ?? "";
  if (content === "") return null;
  if (type === "n") return numberCell(stored, content, format);
  if (type === "s") {
    const text = context.sharedStrings[Number(content)];
    return text === undefined ? "missing" : textCell(stored, text, format);
  }
  if (type === "b") {
    const value = content === "1" || content === "true";
    return newCell(stored, value, value ? "TRUE" : "FALSE", format);
  }
  if (type === "e") return newCell(stored, { error: content }, content, format);
  if (type === "d") {
    const serial = serialOfIsoDate(content, context.date1904);
    if (serial !== null) return newCell(stored, serial, format.showNumber(serial), format);
  }
  return textCell(stored, decodeXstring(content), format);
}

function numberCell(stored: StoredCell, content: string, format: NumberFormat): Cell | null {
  const value = Number(content);
  const letter = content.charCodeAt(1) | 32;
  // Number() also takes 0x1F, 0b1, 0o7 and blanks, which are no numbers of a file.
  const isOther = letter === 0x78 || letter === 0x62 || letter === 0x6f;
  if (!Number.isFinite(value) || isOther || (value === 0 && content.trim() === "")) {
    return textCell(stored, content, format);
  }
  // No −0: it equals 0 but prints and compares oddly.
  const number = value === 0 ? 0 : value;
  return newCell(stored, number, format.showNumber(number), format);
}

function textCell(stored: StoredCell, value: string, format: NumberFormat): Cell | null {
  return value === "" ? null : newCell(stored, value, format.showText(value), format);
}

function newCell(stored: StoredCell, value: CellValue, text: string, { decimals }: NumberFormat): Cell {
  return { row: stored.row, column: stored.column, value, text, formula: stored.formula, decimals };
}
