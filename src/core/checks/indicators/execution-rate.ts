import Decimal from "decimal.js";
import { roundHalfUp } from "../../formulas/exact";
import type { IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { findingsOf, type Remark } from "./finding";
import { judgeRate, readAmount, readRate, showRate } from "./rate";
import { pointsMessages as say } from "./points-messages";

/** Digits in which an exact rate is shown beyond those printed. */
const MORE_DIGITS = 1;

/** The printed rate of execution against its two amounts. */
export const executionRate: CellCheck = {
  id: "execution-rate",
  title: "预算执行率",
  severity: "error",
  explanation:
    "预算执行率 = 全年执行数 ÷ 全年预算数，按显示的位数四舍五入；截去尾数得到的、或在金额取整范围内的报为尾差。全年预算数为 0 的没有执行率，写“/”。",
  findings: ({ indicators }) =>
    findingsOf(
      executionRate,
      // A sheet with several headers of indicators has one line on execution.
      [...new Map(indicators.map((table) => [table.execution, table])).values()].flatMap(remarksOf),
    ),
};

function remarksOf({ table, execution }: IndicatorTable): Remark[] {
  const budget = readAmount(execution?.budget);
  const executed = readAmount(execution?.executed);
  if (execution?.rate === undefined || budget === null || executed === null) return [];
  const at = { sheet: table.sheet, cell: execution.rate };
  const printed = execution.rate.text;
  const others = [executed.cell, budget.cell].map((cell) => ({ sheet: table.sheet, cell }));
  if (budget.value.isZero()) {
    const rate = readRate(execution.rate, null);
    const isRate = rate !== null && !rate.ratio.isZero();
    return isRate ? [{ at, message: say.rateOfNothing(at, printed), expected: "/", others }] : [];
  }
  const judged = judgeRate(execution.rate, executed, budget);
  if (judged === null || judged.kind === "rounded") return [];
  const { rate, exact } = judged;
  const right = showRate(roundHalfUp(exact, rate.decimals), rate);
  const amounts = [executed.cell.text, budget.cell.text] as const;
  const message = ((): string => {
    switch (judged.kind) {
      case "cut": {
        const longer = { ...rate, decimals: rate.decimals + MORE_DIGITS };
        const shown = showRate(exact.toDecimalPlaces(longer.decimals, Decimal.ROUND_DOWN), longer);
        return say.rateCut(at, printed, ...amounts, shown.replace(/%?$/, "…$&"), right);
      }
      case "amounts":
        return say.rateOfAmounts(at, printed, ...amounts, right);
      case "different":
        return say.rate(at, printed, ...amounts, right);
    }
  })();
  const severity = judged.kind === "different" ? executionRate.severity : "rounding";
  return [{ at, message, severity, expected: right, others }];
}
