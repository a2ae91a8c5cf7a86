import Decimal from "decimal.js";
import { isBlankText, parseDecimalText } from "../../workbook/decimal-text";
import { decimalPlaces } from "../../workbook/number";
import { isCellError } from "../../workbook/snapshot";
import type { ContentValue } from "../content";
import type { SheetText } from "./sheet-lines";

export const BLANK: ContentValue = { kind: "blank" };

/** How a template's cell is to be read. */
export interface Reading {
  readonly amount: "money" | "number" | null;
  /** Decimal places by which the sheet's amounts of money are to be shifted to be in the template's unit. */
  readonly shift: number;
}

/**
 * What a cell says in the place of an item, exact: a number with the decimals it shows, a text to the letter. Where the
 * template counts on a number, a text written as one is read, and a dash is a blank. Null for an error value, which is not
 * taken over.
 */
export function readCellValue(
  item: string,
  { cell, written }: Pick<SheetText, "cell" | "written">,
  reading: Reading,
): ContentValue | null {
  const { value } = cell;
  if (isCellError(value)) return null;
  if (typeof value === "number") {
    if (isCode(item) || looksLikeDate(written)) return { kind: "text", text: written };
    // Excel's 15 digits: 904.8200000000001 is 904.82.
    const number = new Decimal(value.toFixed(decimalPlaces(value)));
    const percent = written.endsWith("%");
    return inUnit({ kind: "number", number, decimals: cell.decimals, percent, formula: null }, reading);
  }
  if (typeof value === "boolean") return { kind: "text", text: written };
  if (reading.amount === null || isCode(item)) return { kind: "text", text: value };
  if (isBlankText(written)) return BLANK;
  const number = readNumber(written);
  return number === null ? { kind: "text", text: value } : inUnit(number, reading);
}

/** A part of a text: an amount where it is one as a whole, such as 7071.38 of “一般公共预算：7071.38”. */
export function readPart(item: string, part: string, reading: Reading): ContentValue {
  if (part === "") return BLANK;
  const number = isCode(item) || /^0\d/.test(part) ? null : readNumber(part);
  return number === null ? { kind: "text", text: part } : inUnit(number, reading);
}

type NumberValue = ContentValue & { readonly kind: "number" };

function readNumber(text: string): NumberValue | null {
  const compact = text.replace(/[\s¥￥]/g, "");
  const number = parseDecimalText(compact);
  if (number === null) return null;
  const fraction = /[.．]([0-9０-９]*)/.exec(compact)?.[1] ?? "";
  const percent = /[%％]\)?$/.test(compact);
  return { kind: "number", number, decimals: fraction.length, percent, formula: null };
}

/** An amount of money in the template's unit. Its decimals were those of the other unit. */
function inUnit(value: NumberValue, { amount, shift }: Reading): NumberValue {
  if (amount !== "money" || shift === 0 || value.percent) return value;
  return { ...value, number: new Decimal(`${value.number.toFixed()}e${String(shift)}`), decimals: null };
}

/** Items whose digits are no amount: codes, years, telephone numbers. */
function isCode(item: string): boolean {
  return /^(?:年度|上年)$|代码|编码|编号|电话|序号|日期|时间|邮编/.test(item);
}

function looksLikeDate(written: string): boolean {
  return /[年月日:：]|\d[-/.]\d+[-/.]\d/.test(written);
}
