import Decimal from "decimal.js";
import { roundHalfUp } from "../formulas/exact";
import type { RateLine } from "../forms/rate-lines";
import type { CellCheck } from "./check";
import { findingsOf, type Remark } from "./indicators/finding";
import { judgeRate, readAmount, readRate, showRate } from "./indicators/rate";
import { messages } from "./messages";

/** Rates that a table prints beside the amounts they are made of: 使用率, 控制率. */
export const rateOfAmounts: CellCheck = {
  id: "rate-of-amounts",
  title: "比率",
  severity: "error",
  explanation:
    "使用率、控制率等比率应等于同一行两个数相除，按显示的位数四舍五入；截去尾数得到的、或在金额取整范围内的报为尾差。除数为 0 的没有比率，写“/”。",
  findings: ({ facts }) =>
    findingsOf(
      rateOfAmounts,
      facts.tables.flatMap(({ sheet, rates }) => rates.flatMap((line) => remarksOf(sheet, line))),
    ),
};

function remarksOf(sheet: string, { label, rate, of, by }: RateLine): Remark[] {
  const divisor = readAmount(by ?? undefined);
  const dividend = readAmount(of ?? undefined);
  const at = { sheet, cell: rate };
  const others = [of, by].flatMap((cell) => (cell === null ? [] : [{ sheet, cell }]));
  if (divisor === null || divisor.value.isZero()) {
    const printed = readRate(rate, null);
    if (printed === null || printed.ratio.isZero() || by === null) return [];
    return [{ at, message: messages.rateOfNothing(at, label, rate.text), expected: "/", others }];
  }
  const judged = judgeRate(rate, dividend ?? { cell: rate, value: ZERO, half: ZERO }, divisor);
  if (judged === null || judged.kind === "rounded") return [];
  const right = showRate(roundHalfUp(judged.exact, judged.rate.decimals), judged.rate);
  const isError = judged.kind === "different";
  const say = isError ? messages.rate : messages.rateRounding;
  return [
    {
      at,
      message: say(at, label, rate.text, of?.text ?? "0", divisor.cell.text, right),
      severity: isError ? rateOfAmounts.severity : "rounding",
      expected: right,
      others,
    },
  ];
}

const ZERO = new Decimal(0);
