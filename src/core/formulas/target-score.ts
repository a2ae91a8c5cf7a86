import Decimal from "decimal.js";
import { ruleOf } from "../indicators/assess";
import { attainmentOf } from "../indicators/attainment";
import { parseGradingRule, scoreBy } from "../indicators/grading-rule";
import { isBlankText } from "../workbook/decimal-text";
import { readDecimalCount, readWeight } from "./arguments";
import { elementWise } from "./element-wise";
import { roundHalfUp, toCellNumber } from "./exact";
import { SCORE_DECIMALS } from "./exec-score";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";
import { readTargetPair, readText } from "./read-target-cells";

/**
 * 指标得分: the score a grading rule (评分标准) gives for the actual value, in points from 0 to the weight, rounded half up to `decimals` places, by
 * default 2. A blank weight takes the rule's own “共5分”. Without a rule an attained target gives the weight, a missed one #N/A; so
 * does a rule from which no score can be worked out, each with the reason. Cell by cell over ranges of equal shape.
 */
export function targetScore(
  target: Grid<Argument>,
  actual: Grid<Argument>,
  weight: Grid<Argument>,
  rule: Grid<Argument> = [[null]],
  decimals: Argument = null,
): Grid<FormulaResult> {
  const places = readDecimalCount(decimals, SCORE_DECIMALS);
  if (isFormulaError(places)) return [[places]];
  return elementWise(
    [
      { parameter: PARAMETER.target, cells: target },
      { parameter: PARAMETER.actual, cells: actual },
      { parameter: PARAMETER.weight, cells: weight },
      { parameter: PARAMETER.rule, cells: rule },
    ],
    (...cells) => {
      const points = scoreOf(...cells);
      return points instanceof Decimal ? toCellNumber(roundHalfUp(points, places)) : points;
    },
  );
}

function scoreOf(
  targetCell: Argument,
  actualCell: Argument,
  weightCell: Argument,
  ruleCell: Argument,
): Decimal | FormulaResult {
  const pair = readTargetPair(targetCell, actualCell);
  if (isFormulaError(pair)) return pair;
  const { target, actual } = pair;
  const read = readWeight(weightCell);
  if (isFormulaError(read)) return read;
  const text = readText(ruleCell, PARAMETER.rule);
  if (isFormulaError(text)) return text;
  const rule = ruleOf({ rule: isBlankText(text) ? null : parseGradingRule(text), target });
  // A blank weight may be 0 in Excel for Windows; an indicator of 0 points is none.
  const weight = read.isZero() ? null : read;
  if (rule !== null) {
    const score = scoreBy(rule, target, actual, weight);
    return score.kind === "score" ? score.points : formulaErrors.notKnown(score.reason);
  }
  if (weight === null) return formulaErrors.blank(PARAMETER.weight);
  const { status, reason } = attainmentOf(target, actual);
  if (status === "attained") return weight;
  return status === "missed" ? formulaErrors.noRule(reason) : formulaErrors.notKnown(reason);
}
