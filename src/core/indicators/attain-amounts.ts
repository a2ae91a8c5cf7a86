import Decimal from "decimal.js";
import { difference, quotient } from "../formulas/exact";
import { contains, isDisjoint, isWithin, pointInterval, type Interval } from "./interval";
import { attainmentMessages as say } from "./messages";
import type { Operator, Quantity, Range } from "./target";
import { compareUnits, inBase, isDuration, isMoney, isPercent, type Unit } from "./unit";
import type { Direction, Verdict } from "./verdict";

type Amount = Quantity | Range;

/** Compares amounts, in the base of their unit. `better` is which way is good where the target does not say. */
export function attainAmounts(target: Amount, actual: Amount, better?: "higher" | "lower"): Verdict {
  const units = unitVerdict(target, actual);
  if (units.kind === "different") return { status: "unclear", how: units.how };
  const direction = directionOf(target, better);
  const assumed = target.kind === "quantity" && target.operator === null && direction !== "exact";
  const how =
    units.how + (assumed && !isPlainMatch(target, actual) ? say.direction(direction === "higher") : "");
  const asked = askedInterval(target, direction);
  const reached = reachedInterval(actual, target);
  const numbers = { direction, ...ratios(target, actual, direction) };
  if (isWithin(reached, asked)) return { status: "attained", how, ...numbers };
  if (!isDisjoint(reached, asked)) return { status: "unclear", how: say.overlaps, ...numbers };
  if (
    target.kind === "range" &&
    direction === "higher" &&
    !contains(lowest(asked), reached.high ?? new Decimal(0))
  ) {
    return { status: "attained", how: how + say.rangeAbove, ...numbers };
  }
  if (beats(target, asked, reached)) return { status: "unclear", how: say.above, ...numbers };
  return { status: "missed", how, ...numbers };
}

/** Everything up to the high end of a range. */
function lowest(range: Interval): Interval {
  return { low: null, lowClosed: false, high: range.high, highClosed: range.highClosed };
}

/** “= 8次” and 9 were done: more than asked, and “=” does not say that more is welcome. */
function beats(target: Amount, asked: Interval, reached: Interval): boolean {
  if (target.kind !== "quantity" || target.operator !== "=" || asked.high === null || asked.high.isZero())
    return false;
  if (isPercent(target.unit) || isMoney(target.unit)) return false;
  return reached.low !== null && reached.low.gt(asked.high);
}

/** Same amount, written out: no word about an assumed operator is needed. */
function isPlainMatch(target: Amount, actual: Amount): boolean {
  return (
    target.kind === "quantity" &&
    actual.kind === "quantity" &&
    inBase(target.value, target.unit).eq(inBase(actual.value, actual.unit))
  );
}

/**
 * Which way is good. Where a target has no operator, “=” aside: money, durations and nothing at all (0 accidents) are better
 * low, the rest better high.
 */
export function directionOf(target: Amount, better?: "higher" | "lower"): Direction {
  if (target.kind === "quantity" && target.operator !== null) {
    if (target.operator === "=") return "exact";
    return target.operator === "≥" || target.operator === ">" ? "higher" : "lower";
  }
  if (target.change !== null) return "higher"; // the more of the change asked for
  if (better !== undefined) return better;
  const unit = target.kind === "quantity" ? target.unit : target.highUnit;
  const isNothing = target.kind === "quantity" && target.value.isZero();
  return isMoney(unit) || isDuration(unit) || isNothing ? "lower" : "higher";
}

const BOUNDS: Readonly<Record<Operator, (value: Decimal) => Interval>> = {
  "≥": (low) => ({ low, lowClosed: true, high: null, highClosed: false }),
  ">": (low) => ({ low, lowClosed: false, high: null, highClosed: false }),
  "≤": (high) => ({ low: null, lowClosed: false, high, highClosed: true }),
  "<": (high) => ({ low: null, lowClosed: false, high, highClosed: false }),
  "=": pointInterval,
};

function askedInterval(target: Amount, direction: Direction): Interval {
  if (target.kind === "range") return rangeInterval(target);
  const operator = target.operator ?? (direction === "lower" ? "≤" : "≥");
  return BOUNDS[operator](inBase(target.value, target.unit));
}

function rangeInterval({ low, lowUnit, high, highUnit }: Range): Interval {
  return { low: inBase(low, lowUnit), lowClosed: true, high: inBase(high, highUnit), highClosed: true };
}

/** What is known of the actual value: “50余家” is more than 50, “≤2小时” anything up to it. */
function reachedInterval(actual: Amount, target: Amount): Interval {
  if (actual.kind === "range") return rangeInterval(actual);
  const value = signedValue(actual, target);
  if (actual.approximation === "more") return BOUNDS[">"](value);
  if (actual.approximation === "less") return BOUNDS["<"](value);
  return BOUNDS[actual.operator ?? "="](value);
}

/** “下降3%” where an increase was asked for counts as −3%. */
function signedValue(actual: Quantity, target: Amount): Decimal {
  const value = inBase(actual.value, actual.unit);
  return actual.change !== null && target.change !== null && actual.change !== target.change
    ? value.negated()
    : value;
}

function ratios(target: Amount, actual: Amount, direction: Direction): Pick<Verdict, "degree" | "deviation"> {
  const isValue = actual.kind === "quantity" && actual.operator === null && actual.approximation === null;
  if (!isValue) return { degree: null, deviation: null };
  const value = signedValue(actual, target);
  const asked = nearest(target, value);
  const [dividend, divisor] = direction === "lower" ? [asked, value] : [value, asked];
  return {
    degree: divisor.isZero() ? null : quotient(dividend, divisor),
    deviation: asked.isZero() ? null : quotient(difference(value, asked), asked),
  };
}

/** The target's value; of a range the end the value is nearer to, within it the value itself. */
function nearest(target: Amount, value: Decimal): Decimal {
  if (target.kind === "quantity") return inBase(target.value, target.unit);
  const low = inBase(target.low, target.lowUnit);
  const high = inBase(target.high, target.highUnit);
  return value.lt(low) ? low : value.gt(high) ? high : value;
}

type UnitVerdict = { readonly kind: "same" | "different"; readonly how: string };

function unitVerdict(target: Amount, actual: Amount): UnitVerdict {
  const asked = target.kind === "quantity" ? target.unit : target.highUnit;
  const reached = actual.kind === "quantity" ? actual.unit : actual.highUnit;
  const percent = bareForPercent(asked, reached, actual) ?? bareForPercent(reached, asked, target);
  if (percent !== null) return percent;
  // “2万元-20万元/个” and 7.91万元, 91万 and 74.1万元: the other is meant as it is written here.
  switch (compareUnits(asked, reached)) {
    case "same":
      return { kind: "same", how: "" };
    case "assumed":
      return { kind: "same", how: isNothing(actual) ? "" : say.unitAssumed(asked.text, reached.text) };
    case "different":
      return { kind: "different", how: say.units(asked.text, reached.text) };
  }
}

/** A number without % next to a percentage: 95 may be read as 95%, but 0.95 and 1 are as likely ratios. */
function bareForPercent(percent: Unit, bare: Unit, amount: Amount): UnitVerdict | null {
  if (!isPercent(percent) || bare.text !== "" || isNothing(amount)) return null;
  const value = amount.kind === "quantity" ? amount.value : amount.low;
  if (value.gt(1)) return { kind: "same", how: say.unitAssumed(percent.text, "") };
  return { kind: "different", how: say.percentAmbiguous };
}

/** Zero is zero in any unit. */
function isNothing(amount: Amount): boolean {
  return amount.kind === "quantity" && amount.value.isZero();
}
