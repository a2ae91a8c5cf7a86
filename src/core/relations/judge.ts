import Decimal from "decimal.js";
import type { Verdict } from "../checks/evaluate";
import { CellState, locate, type Facts } from "../facts/facts";
import { Wide } from "../formulas/exact";
import { LARGEST_AMOUNT, liPer, type MoneyUnit } from "../workbook/money";
import { RuleDefect } from "./defect";
import { defects } from "./messages";
import type { Comparison, Tolerance } from "./relation";

/** A cell with the number it is multiplied by. */
export interface WeightedFact {
  readonly fact: number;
  readonly factor: Decimal;
}

/** One side with its cells found; `constant` is in 厘. */
export interface FoundSide {
  readonly facts: readonly WeightedFact[];
  readonly constant: Decimal;
}

/** A relation whose cells are found. */
export interface FoundRelation {
  readonly comparison: Comparison;
  readonly left: FoundSide;
  readonly right: FoundSide;
}

/** Whether a relation holds, with its figures in 厘; of the shown amounts where the verdict is rounding. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly left: Decimal;
  readonly right: Decimal;
}

interface Figures {
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly shown: Decimal;
}

const NOTHING = new Wide(0);

/**
 * Decides whether a relation holds. With a tolerance the amounts as stored may be that far apart and no further; without,
 * each amount is as good as its shown digits (design §7), and shown digits that do not add up are a rounding finding.
 * `unit` is that of a tolerance without a unit. Throws a `RuleDefect` where multiplying leads out of all amounts.
 */
export function judge(
  facts: Facts,
  { comparison, left, right }: FoundRelation,
  tolerance: Tolerance | null,
  unit: MoneyUnit,
): Judgement {
  const one = figuresOf(facts, left);
  const other = figuresOf(facts, right);
  for (const { high, low } of [one, other])
    if (high.gt(LARGEST_AMOUNT) || low.lt(-LARGEST_AMOUNT)) throw new RuleDefect(defects.tooLargeSum);
  const values = { left: one.value, right: other.value };
  if (tolerance !== null) {
    const beyond = excess(comparison, one.value.minus(other.value));
    const holds = beyond.lte(sizeOf(tolerance, other.value, unit));
    return { verdict: holds ? "satisfied" : "violated", ...values };
  }
  const tooMuch = comparison !== "≥" && one.low.gt(other.high);
  const tooLittle = comparison !== "≤" && one.high.lt(other.low);
  if (tooMuch || tooLittle) return { verdict: "violated", ...values };
  const beyond = excess(comparison, one.shown.minus(other.shown));
  return beyond.gt(slack(facts, [...left.facts, ...right.facts]))
    ? { verdict: "rounding", left: one.shown, right: other.shown }
    : { verdict: "satisfied", ...values };
}

function figuresOf(facts: Facts, side: FoundSide): Figures {
  const sum = (of: (fact: number, factor: Decimal) => number): Decimal =>
    side.facts.reduce<Decimal>(
      (rest, { fact, factor }) => rest.plus(factor.times(of(fact, factor))),
      side.constant,
    );
  const low = (fact: number): number => facts.low[fact] ?? 0;
  const high = (fact: number): number => facts.high[fact] ?? 0;
  return {
    value: sum((fact) => facts.value[fact] ?? 0),
    low: sum((fact, factor) => (factor.isNegative() ? high(fact) : low(fact))),
    high: sum((fact, factor) => (factor.isNegative() ? low(fact) : high(fact))),
    shown: sum((fact) => facts.shown[fact] ?? 0),
  };
}

/** By how much a difference is more than the comparison allows. */
function excess(comparison: Comparison, difference: Decimal): Decimal {
  if (comparison === "=") return difference.abs();
  return Decimal.max(NOTHING, comparison === "≤" ? difference : difference.negated());
}

function sizeOf(tolerance: Tolerance, right: Decimal, unit: MoneyUnit): Decimal {
  switch (tolerance.kind) {
    case "money":
      return tolerance.size;
    case "plain":
      return tolerance.size.times(liPer(unit));
    case "share":
      return right.abs().times(tolerance.size);
  }
}

/**
 * 30% of an amount of two decimals has four: what is shown agrees where it is that product, rounded. Half of the last
 * place of the coarsest cell; nothing where all factors are whole numbers.
 */
function slack(facts: Facts, weighted: readonly WeightedFact[]): Decimal {
  if (weighted.every(({ factor }) => factor.isInteger())) return NOTHING;
  const places = weighted.map(({ fact }) => {
    const { unit } = locate(facts, fact).facts.table;
    return liPer(unit) / 10 ** (facts.shownDecimals[fact] ?? 0);
  });
  return new Wide(Math.max(...places)).div(2);
}

/** The first cell among them that holds no amount and is not blank; null where all can be read. */
export function unreadableAmong(facts: Facts, weighted: readonly WeightedFact[]): number | null {
  return weighted.find(({ fact }) => facts.state[fact] === CellState.unreadable)?.fact ?? null;
}
