import type { Facts } from "../facts/facts";
import { equationAt, type Equation, type Equations } from "./equations";

/** `rounding`: the intervals overlap, the shown digits do not add up. */
export type Verdict = "satisfied" | "rounding" | "violated";

/** Verdicts as kept in arrays. */
export const VERDICTS: readonly Verdict[] = ["satisfied", "rounding", "violated"];
export const SATISFIED = 0;
export const ROUNDING = 1;
export const VIOLATED = 2;

/** An equation with its figures, in 厘. `difference` = total − sum, of the shown amounts where the verdict is rounding. */
export interface Evaluation {
  /** Number of the equation. */
  readonly at: number;
  readonly equation: Equation;
  readonly verdict: Verdict;
  readonly sum: number;
  readonly difference: number;
}

/** Decides for every equation whether it holds, by intervals (design §7). The result holds places in `VERDICTS`. */
export function evaluateAll(facts: Facts, equations: Equations): Uint8Array {
  const { low, high, shown } = facts;
  const { count, total: totals, start, parts, atLeast } = equations;
  const verdicts = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const total = totals[at] ?? 0;
    let sumLow = 0;
    let sumHigh = 0;
    let sumShown = 0;
    for (let place = start[at] ?? 0; place < (start[at + 1] ?? 0); place++) {
      const part = parts[place] ?? 0;
      sumLow += low[part] ?? 0;
      sumHigh += high[part] ?? 0;
      sumShown += shown[part] ?? 0;
    }
    const isAtLeast = atLeast[at] === 1;
    const difference = (shown[total] ?? 0) - sumShown;
    if ((high[total] ?? 0) < sumLow || (!isAtLeast && (low[total] ?? 0) > sumHigh)) verdicts[at] = VIOLATED;
    else if (difference !== 0 && !(isAtLeast && difference > 0)) verdicts[at] = ROUNDING;
  }
  return verdicts;
}

/** One equation with its figures. */
export function evaluationAt(
  facts: Facts,
  equations: Equations,
  verdicts: Uint8Array,
  at: number,
): Evaluation {
  const equation = equationAt(equations, at);
  const verdict = VERDICTS[verdicts[at] ?? 0] ?? "satisfied";
  const amounts = verdict === "rounding" ? facts.shown : facts.value;
  const sum = equation.parts.reduce((rest, part) => rest + (amounts[part] ?? 0), 0);
  const difference = verdict === "satisfied" ? 0 : (amounts[equation.total] ?? 0) - sum;
  return { at, equation, verdict, sum, difference };
}
