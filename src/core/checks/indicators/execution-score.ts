import Decimal from "decimal.js";
import { product, quotient, roundHalfUp } from "../../formulas/exact";
import type { IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { findingsOf, type Remark } from "./finding";
import { readPoints, scoreFrom } from "./points";
import { pointsMessages as say } from "./points-messages";
import { readAmount, readRate } from "./rate";

/** The score of 预算执行 against weight and rate. */
export const executionScore: CellCheck = {
  id: "execution-score",
  title: "预算执行得分",
  severity: "error",
  explanation:
    "预算执行的得分 = 分值 × 预算执行率，按显示的位数四舍五入，最多为分值；用显示的执行率或用未取整的执行率计算都可以，截去尾数得到的报为尾差。",
  findings: ({ indicators }) =>
    findingsOf(
      executionScore,
      [...new Map(indicators.map((table) => [table.execution, table])).values()].flatMap(remarksOf),
    ),
};

function remarksOf({ table, execution }: IndicatorTable): Remark[] {
  const weight = readPoints(execution?.weight);
  const score = readPoints(execution?.score);
  if (execution === null || weight === null || score === null) return [];
  const at = { sheet: table.sheet, cell: score.cell };
  const printed = score.shown.toFixed();
  const points = weight.shown.toFixed();
  const others = [execution.weight, execution.rate].flatMap((cell) =>
    cell === undefined ? [] : [{ sheet: table.sheet, cell }],
  );
  if (score.shown.gt(weight.shown)) {
    const message = say.executionAboveWeight(at, printed, points);
    return [{ at, message, expected: points, others }];
  }
  const budget = readAmount(execution.budget);
  const executed = readAmount(execution.executed);
  const exact =
    budget === null || executed === null || budget.value.isZero()
      ? null
      : quotient(executed.value, budget.value);
  const rate = execution.rate === undefined ? null : (readRate(execution.rate, exact)?.ratio ?? null);
  const rates = [rate, exact].filter((one) => one !== null);
  const [first] = rates;
  if (first === undefined) return [];
  const due = rates.map((one) => Decimal.min(weight.shown, product(weight.shown, one)));
  const ways = due.map((exactScore) => scoreFrom(exactScore, score, weight.shown));
  if (ways.includes("rounded")) return [];
  const right = roundHalfUp(due[0] ?? weight.shown, Math.max(score.decimals, 2)).toFixed();
  const rateText =
    rate === null
      ? `${executed?.cell.text ?? ""} ÷ ${budget?.cell.text ?? ""}`
      : (execution.rate?.text ?? "");
  const isCut = ways.includes("cut");
  const message = (isCut ? say.executionScoreCut : say.executionScore)(at, printed, points, rateText, right);
  return [{ at, message, severity: isCut ? "rounding" : executionScore.severity, expected: right, others }];
}
