import Decimal from "decimal.js";
import { readAmount, readDecimalCount } from "./arguments";
import { elementWise } from "./element-wise";
import { quotient, roundHalfUp, toCellNumber } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, type ParameterName } from "./messages";

/** The performance forms print rates as percentages with two decimals: 95.54 %. */
export const RATE_DECIMALS = 4;

/** What a rate is called and made of, in the words the user sees. */
export interface RatioWords {
  readonly rate: string;
  readonly dividend: ParameterName;
  readonly divisor: ParameterName;
}

/** A pair of amounts as read from their cells. A blank dividend is 0, the divisor is not 0. */
export type RatioOf = (dividend: Decimal, divisor: Decimal) => Decimal | FormulaResult;

/**
 * A rate of two amounts as a ratio (0.9554, not 95.54), rounded half up to `decimals` places, by default 4. Cell by cell over
 * ranges of equal shape; a single cell next to a range goes with every cell of it.
 *
 * A blank dividend is 0. A blank divisor and a divisor of 0 give #DIV/0!, a text that is no number #VALUE!, a number of places
 * outside 0 … 15 #NUM!. An error in a cell is passed on for that cell alone.
 */
export function ratio(
  words: RatioWords,
  dividends: Grid<Argument>,
  divisors: Grid<Argument>,
  decimals: Argument,
  of: RatioOf = quotient,
): Grid<FormulaResult> {
  const places = readDecimalCount(decimals, RATE_DECIMALS);
  if (isFormulaError(places)) return [[places]];
  return elementWise(
    [
      { parameter: words.dividend, cells: dividends },
      { parameter: words.divisor, cells: divisors },
    ],
    (dividendCell, divisorCell) => {
      const dividend = readAmount(dividendCell, words.dividend) ?? new Decimal(0);
      if (isFormulaError(dividend)) return dividend;
      const divisor = readAmount(divisorCell, words.divisor);
      if (isFormulaError(divisor)) return divisor;
      if (divisor === null || divisor.isZero()) return formulaErrors.zeroDivisor(words.divisor, words.rate);
      const rate = of(dividend, divisor);
      return rate instanceof Decimal ? toCellNumber(roundHalfUp(rate, places)) : rate;
    },
  );
}
