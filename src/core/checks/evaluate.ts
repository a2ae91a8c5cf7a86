import type { Facts } from "../facts/facts";
import type { Equation } from "./check";

/** `rounding`: the intervals overlap, the shown digits do not add up. */
export type Verdict = "satisfied" | "rounding" | "violated";

/** An equation with its figures, in 厘. `difference` = total − sum, of the shown amounts where the verdict is rounding. */
export interface Evaluation {
  readonly equation: Equation;
  readonly verdict: Verdict;
  readonly sum: number;
  readonly difference: number;
}

/** Decides whether an equation holds, by intervals (design §7). */
export function evaluate(facts: Facts, equation: Equation): Evaluation {
  const { value, low, high, shown } = facts;
  const { total, parts, relation } = equation;
  let sum = 0;
  let sumLow = 0;
  let sumHigh = 0;
  let sumShown = 0;
  for (const part of parts) {
    sum += value[part] ?? 0;
    sumLow += low[part] ?? 0;
    sumHigh += high[part] ?? 0;
    sumShown += shown[part] ?? 0;
  }
  const tooSmall = (high[total] ?? 0) < sumLow;
  const tooLarge = relation === "equal" && (low[total] ?? 0) > sumHigh;
  if (tooSmall || tooLarge) {
    return { equation, verdict: "violated", sum, difference: (value[total] ?? 0) - sum };
  }
  const shownDifference = (shown[total] ?? 0) - sumShown;
  const adds = shownDifference === 0 || (relation === "atLeast" && shownDifference > 0);
  return adds
    ? { equation, verdict: "satisfied", sum, difference: 0 }
    : { equation, verdict: "rounding", sum: sumShown, difference: shownDifference };
}
