import Decimal from "decimal.js";
import { parseDecimalText } from "../workbook/decimal-text";
import { readChineseNumber } from "./chinese-number";

/** Source of a regular expression for a number in digits, as `normaliseName` leaves it. */
export const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

/** Source of a regular expression for a number in Chinese words below ten thousand. */
export const CHINESE = "[一二两三四五六七八九十百千]+";

/** Value of a text that matches `DIGITS` or `CHINESE`; `null` where the words are no number (“百家”). */
export function numberOf(text: string): Decimal | null {
  const inDigits = parseDecimalText(text);
  if (inDigits !== null) return inDigits;
  const inWords = readChineseNumber(text);
  return inWords === null ? null : new Decimal(inWords);
}
