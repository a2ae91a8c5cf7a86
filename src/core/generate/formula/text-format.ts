import type Decimal from "decimal.js";
import { roundHalfUp, Wide } from "../../formulas/exact";

/** 0, 0.00, #,##0.00, 0.00%: digits, grouped by thousands or not, as a percentage or not. */
const FORMAT = /^(#,##)?0(?:\.(0+))?(%)?$/;

/** Significant digits of a number in Excel. */
const EXCEL_DIGITS = 15;

/** A number as Excel's TEXT writes it; null for a format that is not one of those above. */
export function formatted(number: Decimal, format: string): string | null {
  const match = FORMAT.exec(format);
  if (match === null) return null;
  const [, grouped, decimals = "", percent] = match;
  const size = new Wide(number.toSignificantDigits(EXCEL_DIGITS)).abs();
  const shown = roundHalfUp(percent === undefined ? size : size.times(100), decimals.length);
  const digits = shown.toFixed(decimals.length);
  const text = grouped === undefined ? digits : digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
  return (number.isNegative() && !number.isZero() ? "-" : "") + text + (percent ?? "");
}
