import Decimal from "decimal.js";
import { readAmount, readDecimalCount, readTruthValue, readWeight } from "./arguments";
import { elementWise } from "./element-wise";
import { product, roundHalfUp, toCellNumber } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";

/** The performance forms print scores with two decimals. */
export const SCORE_DECIMALS = 2;

/** A ratio beyond is a percentage typed without its sign: 95.54 for 95.54%. */
const HIGHEST_RATE = 10;

/**
 * 预算执行得分: weight × rate in points, at least 0 and at most the weight, rounded half up to `decimals` places (by default 2), or
 * with `cut` the further digits cut off, as some authorities do (9.645 is 9.64). The rate is a ratio or a text such as “95.54%”;
 * above 10 it is #NUM!, since a percentage without its sign would silently give full points. A blank rate is 0, a blank
 * weight too; a negative weight is #NUM!. Cell by cell over ranges of equal shape.
 */
export function execScore(
  weight: Grid<Argument>,
  rate: Grid<Argument>,
  decimals: Argument = null,
  cut: Argument = null,
): Grid<FormulaResult> {
  const places = readDecimalCount(decimals, SCORE_DECIMALS);
  if (isFormulaError(places)) return [[places]];
  const isCut = readTruthValue(cut, PARAMETER.cut);
  if (isFormulaError(isCut)) return [[isCut]];
  return elementWise(
    [
      { parameter: PARAMETER.weight, cells: weight },
      { parameter: PARAMETER.rate, cells: rate },
    ],
    (weightCell, rateCell) => {
      const points = readWeight(weightCell);
      if (isFormulaError(points)) return points;
      const executed = readAmount(rateCell, PARAMETER.rate) ?? new Decimal(0);
      if (isFormulaError(executed)) return executed;
      if (executed.gt(HIGHEST_RATE)) return formulaErrors.rateInPercent(executed.toFixed());
      const score = Decimal.max(0, Decimal.min(points, product(points, executed)));
      return toCellNumber(
        isCut ? score.toDecimalPlaces(places, Decimal.ROUND_DOWN) : roundHalfUp(score, places),
      );
    },
  );
}
