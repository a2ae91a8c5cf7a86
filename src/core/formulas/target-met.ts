import { attainmentOf } from "../indicators/attainment";
import { elementWise } from "./element-wise";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";
import { readTargetPair } from "./read-target-cells";

/**
 * 是否达标: TRUE where the actual value reaches the target, FALSE where it misses it, #N/A with the reason where that cannot be told. See
 * `readTargetPair` for what is read and `attainmentOf` for how it is compared (units convert; without operator money and durations are
 * better low, the rest better high). Cell by cell over ranges of equal shape.
 */
export function targetMet(target: Grid<Argument>, actual: Grid<Argument>): Grid<FormulaResult> {
  return elementWise(
    [
      { parameter: PARAMETER.target, cells: target },
      { parameter: PARAMETER.actual, cells: actual },
    ],
    (targetCell, actualCell) => {
      const pair = readTargetPair(targetCell, actualCell);
      if (isFormulaError(pair)) return pair;
      const { status, reason } = attainmentOf(pair.target, pair.actual);
      return status === "unclear" ? formulaErrors.notKnown(reason) : status === "attained";
    },
  );
}
