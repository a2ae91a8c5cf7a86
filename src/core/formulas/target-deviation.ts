import { attainmentOf } from "../indicators/attainment";
import type { Target } from "../indicators/target";
import { readDecimalCount } from "./arguments";
import { elementWise } from "./element-wise";
import { roundHalfUp, toCellNumber } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";
import { RATE_DECIMALS } from "./ratio";
import { readTargetPair } from "./read-target-cells";

/**
 * 指标偏差率: (actual − target) ÷ target as a ratio, rounded half up to `decimals` places, by default 4; positive above the target, whichever
 * way is good. Of a range it counts from the nearer end, within it is 0. A target of 0 gives #DIV/0!; words, dates, bounds
 * in place of a value and units that do not compare give #N/A with the reason. Cell by cell over ranges of equal shape.
 */
export function targetDeviation(
  target: Grid<Argument>,
  actual: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const places = readDecimalCount(decimals, RATE_DECIMALS);
  if (isFormulaError(places)) return [[places]];
  return elementWise(
    [
      { parameter: PARAMETER.target, cells: target },
      { parameter: PARAMETER.actual, cells: actual },
    ],
    (targetCell, actualCell) => {
      const pair = readTargetPair(targetCell, actualCell);
      if (isFormulaError(pair)) return pair;
      const { deviation, status, reason } = attainmentOf(pair.target, pair.actual);
      if (deviation !== null) return toCellNumber(roundHalfUp(deviation, places));
      if (isZero(pair.target)) return formulaErrors.zeroDivisor(PARAMETER.target, "偏差率");
      return status === "unclear"
        ? formulaErrors.notKnown(reason)
        : formulaErrors.noDeviation(pair.target.text.trim(), pair.actual.text.trim());
    },
  );
}

function isZero(target: Target): boolean {
  return target.kind === "quantity" && target.value.isZero();
}
