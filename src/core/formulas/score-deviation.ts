import Decimal from "decimal.js";
import { readAmount, readTruthValue } from "./arguments";
import { elementWise } from "./element-wise";
import { difference, quotient, toCellNumber } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";

/**
 * 得分偏差: score − weight in points, exact; or (score − weight) ÷ weight as a ratio, unrounded, when `relative` is TRUE.
 * Negative where points were lost. Cell by cell over ranges of equal shape; a single cell next to a range goes with every
 * cell of it.
 *
 * A blank weight or score is 0, as in Excel's own subtraction. Relative to a blank weight or a weight of 0 it is #DIV/0!,
 * a text that is no number gives #VALUE!. An error in a cell is passed on for that cell alone.
 */
export function scoreDeviation(
  weight: Grid<Argument>,
  score: Grid<Argument>,
  relative: Argument = null,
): Grid<FormulaResult> {
  const isRelative = readTruthValue(relative, PARAMETER.relative);
  if (isFormulaError(isRelative)) return [[isRelative]];
  return elementWise(
    [
      { parameter: PARAMETER.weight, cells: weight },
      { parameter: PARAMETER.score, cells: score },
    ],
    (weightCell, scoreCell) => deviationOf(weightCell, scoreCell, isRelative),
  );
}

function deviationOf(weightCell: Argument, scoreCell: Argument, isRelative: boolean): FormulaResult {
  const weight = readAmount(weightCell, PARAMETER.weight) ?? new Decimal(0);
  if (isFormulaError(weight)) return weight;
  const score = readAmount(scoreCell, PARAMETER.score) ?? new Decimal(0);
  if (isFormulaError(score)) return score;
  const lost = difference(score, weight);
  if (!isRelative) return toCellNumber(lost);
  return weight.isZero()
    ? formulaErrors.zeroDivisor(PARAMETER.weight, "相对偏差")
    : toCellNumber(quotient(lost, weight));
}
