import Decimal from "decimal.js";
import type { FormulaResult } from "./formula-value";
import { formulaErrors } from "./messages";

/**
 * Division keeps so many digits that rounding the quotient again to at most 15 decimals cannot go wrong for any
 * amount written with fewer than some 20 digits. The library's default of 20 would round twice.
 */
export const Wide = Decimal.clone({ precision: 60 });

/** dividend ÷ divisor; the divisor is not 0. */
export function quotient(dividend: Decimal, divisor: Decimal): Decimal {
  return new Wide(dividend).div(new Wide(divisor));
}

/** minuend − subtrahend, exact. */
export function difference(minuend: Decimal, subtrahend: Decimal): Decimal {
  return new Wide(minuend).minus(new Wide(subtrahend));
}

/** a × b, exact. */
export function product(a: Decimal, b: Decimal): Decimal {
  return new Wide(a).times(new Wide(b));
}

/**
 * Rounds half up as Excel's ROUND does: a tie goes away from zero, so 0.00005 becomes 0.0001 and −0.00005
 * becomes −0.0001.
 */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
}

/** The double nearest to the exact value, which is all a cell can hold. */
export function toCellNumber(value: Decimal): FormulaResult {
  const number = value.toNumber();
  if (!Number.isFinite(number)) return formulaErrors.tooLarge();
  return number === 0 ? 0 : number; // never −0
}
