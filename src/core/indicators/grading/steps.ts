import Decimal from "decimal.js";
import { difference, product, quotient } from "../../formulas/exact";
import { daysLate } from "../attain-dates";
import { contains } from "../interval";
import { CHINESE, DIGITS, numberOf } from "../number-text";
import type { Target } from "../target";
import { isPercent, NO_UNIT, readUnit, type Unit } from "../unit";
import { clamp, pointsOf, show } from "./awards";
import type { Clause } from "./clauses";
import { fits, measured } from "./measured";
import { scoreMessages as say } from "./messages";
import type { Condition, Measure, StepRule } from "./rule";
import { noScore, score, type RuleBase, type Score } from "./score";

/**
 * “完成5次计满分，每少一次扣0.5分，扣完为止”, “满意度≥95%，每低1%扣0.66分”, “控制率100%以内得10分，每超1%扣一分”. `null` where the clauses are not of
 * this family; they may name where full points end, one step, and values that give nothing.
 */
export function stepRule(clauses: readonly Clause[], base: RuleBase): StepRule | null {
  const steps = clauses.filter((clause) => clause.kind === "step");
  const [step] = steps;
  if (step === undefined || steps.length > 1) return null;
  const amount = amountOf(step.amount);
  const awards = clauses.filter((clause) => clause.kind === "award");
  const zeros = awards.filter(({ award }) => award.kind === "zero");
  const fulls = awards.filter(({ award }) => award.kind !== "zero");
  if (amount === null || fulls.length > 1 || zeros.some(({ condition }) => condition === null)) return null;
  if (clauses.some(({ kind }) => kind === "event" || kind === "deduct" || kind === "formula")) return null;
  const stated = clauses.find((clause) => clause.kind === "condition");
  return {
    ...base,
    kind: "steps",
    full: fulls[0]?.condition ?? stated?.condition ?? null,
    fullAward: fulls[0]?.award ?? { kind: "full" },
    side: sideOf(step.words),
    step: amount.value,
    unit: amount.unit,
    measure: /完成率|执行率|偏离/.test(step.words) ? measureOf(step.words) : "value",
    deduct: step.deduct,
    zero: zeros[0]?.condition ?? null,
  };
}

function measureOf(words: string): Measure {
  return words.includes("偏离") ? "deviation" : "rate";
}

function sideOf(words: string): StepRule["side"] {
  if (/延迟|延期|逾期|推迟|晚/.test(words)) return "late";
  return /超|多|高|增加|偏离/.test(words) ? "above" : "below";
}

function amountOf(text: string): { value: Decimal; unit: Unit } | null {
  const written = new RegExp(`^(?:${DIGITS}|${CHINESE})`).exec(text)?.[0] ?? "";
  const value = numberOf(written);
  const unit = readUnit(text.slice(written.length).replace(/^个(?=%)/, ""));
  return value === null || value.isZero() || unit === null ? null : { value, unit };
}

/** Only whole steps cost points; “每” says so much. */
export function scoreSteps(rule: StepRule, target: Target | null, actual: Target, weight: Decimal): Score {
  const away = distance(rule, target, actual);
  if (away.kind === "not-measured") return noScore(away.reason);
  const full = clamp(pointsOf(rule.fullAward, weight), weight);
  if (away.isZeroed) return score(new Decimal(0), say.zero(away.text));
  if (away.value.isZero()) return score(full, say.full(say.attained, show(full)));
  const count = quotient(away.value, rule.step).floor();
  const each = pointsOf(rule.deduct, weight);
  const lost = product(count, each);
  const step = `${rule.step.toFixed()}${rule.unit.text}`;
  if (lost.gte(full)) return score(new Decimal(0), say.allLost(away.text, step, show(each)));
  const points = difference(full, lost);
  return score(points, say.steps(away.text, step, show(each), count.toFixed(), show(lost), show(points)));
}

type Distance =
  | {
      readonly kind: "value";
      readonly value: Decimal;
      readonly text: string;
      /** The rule says that such a value gives nothing at all. */
      readonly isZeroed: boolean;
    }
  | { readonly kind: "not-measured"; readonly reason: string };

/** How far the actual value is away on the side that costs points, in the step's unit; 0 on the other side. */
function distance(rule: StepRule, target: Target | null, actual: Target): Distance {
  if (rule.side === "late") {
    const days = target?.kind === "date" && actual.kind === "date" ? daysLate(target, actual) : null;
    if (days === null || rule.unit.factor.toNumber() !== 86_400)
      return { kind: "not-measured", reason: say.noTarget };
    return { kind: "value", value: new Decimal(days), isZeroed: false, text: say.late(String(days)) };
  }
  const measure = measureFor(rule, target);
  const unit = rule.unit;
  const value = measured(measure, unit, target, actual);
  if (value.kind === "not-measured") return value;
  const full = fullEnd(rule, measure, target);
  if (full === null) return { kind: "not-measured", reason: say.noTarget };
  const away =
    rule.side === "below" ? difference(full.value, value.value) : difference(value.value, full.value);
  const positive = Decimal.max(0, away);
  const shown = measure === "value" ? value.text : `${value.text}%`;
  const sentence = rule.side === "below" ? say.below : say.above;
  return {
    kind: "value",
    value: positive,
    isZeroed: rule.zero !== null && contains(rule.zero.interval, value.value),
    text: sentence(shown, full.text, `${show(positive)}${unit.text}`),
  };
}

/** “每少1%” of a target in 次 is of the rate of completion; of a rate it is the rate's own points. */
function measureFor(rule: StepRule, target: Target | null): Measure {
  if (rule.measure !== "value") {
    return target?.kind === "quantity" && isPercent(target.unit) && rule.measure === "rate"
      ? "value"
      : rule.measure;
  }
  const isShare = isPercent(rule.unit) && target?.kind === "quantity" && !fits(target.unit, rule.unit);
  return isShare ? "rate" : "value";
}

/** Where full points end, in the step's unit: the rule's own word first, then the target. */
function fullEnd(
  rule: StepRule,
  measure: Measure,
  target: Target | null,
): { value: Decimal; text: string } | null {
  const stated = rule.full === null ? null : endOf(rule.full, rule.unit);
  if (stated !== null) return stated;
  if (measure === "rate") return { value: new Decimal(100), text: "100%" };
  if (measure === "deviation") return { value: new Decimal(0), text: "目标" };
  if (target?.kind !== "quantity" || !fits(target.unit, rule.unit)) return null;
  const factor = rule.unit === NO_UNIT || rule.unit.text === "" ? target.unit.factor : rule.unit.factor;
  return {
    value: quotient(product(target.value, target.unit.factor), factor),
    text: `${target.value.toFixed()}${target.unit.text}`,
  };
}

function endOf(condition: Condition, unit: Unit): { value: Decimal; text: string } | null {
  const { low, high } = condition.interval;
  const end = low ?? high;
  if (end === null || !fits(condition.unit, unit)) return null;
  const factor = unit.text === "" ? condition.unit.factor : unit.factor;
  return {
    value: quotient(product(end, condition.unit.factor), factor),
    text: `${end.toFixed()}${condition.unit.text}`,
  };
}
