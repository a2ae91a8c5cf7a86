import type { CellAddress } from "../core/workbook/address";
import type { CellTableBuilder } from "../core/workbook/cell-table-builder";
import { serialOfIsoDate } from "./date-text";
import type { NumberFormats } from "./styles";
import { detached } from "./detached";
import { decodeXstring } from "./xstring";

/** What a whole workbook has in common and every cell needs. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly numberFormats: NumberFormats;
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
  /** Text of `<v>`, or of `<is>` for an inline string; "" where neither is there. */
  readonly content: string;
  /** With its leading “=”. */
  readonly formula: string | null;
}

/**
 * Adds the cell to the table unless it is blank; `missing` where a shared string does not exist.
 * What claims to be a number and is none stays the text it is: the checks say so then, with the cell.
 */
export function addCell(
  table: CellTableBuilder,
  stored: StoredCell,
  context: CellContext,
): "added" | "blank" | "missing" {
  const { content, type } = stored;
  if (content === "") return "blank";
  const { ofStyle } = context.numberFormats;
  const format = (stored.style === undefined ? ofStyle[0] : ofStyle[readIndex(stored.style)]) ?? 0;
  const { row, column, formula } = stored;
  switch (type) {
    case "n": {
      const number = readNumber(content);
      if (number === null) table.text(row, column, format, detached(content), formula);
      else table.number(row, column, format, number, formula);
      return "added";
    }
    case "s": {
      const index = readIndex(content);
      const text = context.sharedStrings[index];
      if (text === undefined) return "missing";
      if (text === "") return "blank";
      table.sharedText(row, column, format, index, formula);
      return "added";
    }
    case "b":
      table.boolean(row, column, format, content === "1" || content === "true", formula);
      return "added";
    case "e":
      table.error(row, column, format, detached(content), formula);
      return "added";
    case "d": {
      const serial = serialOfIsoDate(content, context.date1904);
      if (serial !== null) {
        table.number(row, column, format, serial, formula);
        return "added";
      }
    }
  }
  table.text(row, column, format, detached(decodeXstring(content)), formula);
  return "added";
}

/** As `Number`, which is slow for short strings that were just cut out. */
function readIndex(text: string): number {
  let index = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return Number(text);
    index = index * 10 + code - 48;
  }
  return index;
}

/**
 * The number that a cell of type “n” holds; null for what is no number of a file.
 *
 * Nearly all are digits with a point among them. Up to 15 digits and the power of ten to divide them by are exact as doubles,
 * so that the one division gives the nearest double, as `Number` does, in a quarter of the time.
 */
export function readNumber(content: string): number | null {
  const end = content.length;
  const negative = content.charCodeAt(0) === 45; /* “-” */
  let digits = 0;
  let at = negative ? 1 : 0;
  const first = at;
  let point = -1;
  for (; at < end; at++) {
    const code = content.charCodeAt(at);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 /* “.” */ && point < 0) point = at;
    else return readOtherNumber(content);
  }
  const count = end - first - (point < 0 ? 0 : 1);
  if (count < 1 || count > 15) return readOtherNumber(content);
  const value = point < 0 ? digits : digits / (POWERS_OF_TEN[end - 1 - point] as number);
  return negative && value !== 0 ? -value : value;
}

const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

function readOtherNumber(content: string): number | null {
  const value = Number(content);
  const letter = content.charCodeAt(1) | 32;
  // Number() also takes 0x1F, 0b1, 0o7 and blanks, which are no numbers of a file.
  const isOther = letter === 0x78 || letter === 0x62 || letter === 0x6f;
  if (!Number.isFinite(value) || isOther || (value === 0 && content.trim() === "")) return null;
  // No −0: it equals 0 but prints and compares oddly.
  return value === 0 ? 0 : value;
}
