import type Decimal from "decimal.js";
import { CHINESE, DIGITS, numberOf } from "../number-text";
import type { Interval } from "../interval";
import { OPERATOR_AFTER, OPERATOR_BEFORE, operatorAfter, operatorBefore } from "../operators";
import type { Operator } from "../target";
import { beginsWithUnit, NO_UNIT, readUnit, type Unit } from "../unit";
import type { Condition } from "./rule";

/** A number with its unit; Chinese numerals too, as rules say “四次”. */
const VALUE = (name: string): string => String.raw`(?<${name}>(?:${DIGITS}|${CHINESE})[^\d,;。<>≤≥=()~-]*?)`;
const MEASURE = String.raw`(?<measure>[^\d]*?)`;

const CHAIN = new RegExp(`^${VALUE("low")}(?<lowSign>≤|<|<=)${MEASURE}(?<highSign>≤|<|<=)${VALUE("high")}$`);
const BOTH = new RegExp(
  `^${MEASURE}(?<first>${OPERATOR_BEFORE})${VALUE("a")}(?:且|并且|并|、|,)?[^\\d]*?(?<second>${OPERATOR_BEFORE})${VALUE("b")}$`,
);
const RANGE = new RegExp(`^${MEASURE}${VALUE("a")}(?:-|~|至|到)${VALUE("b")}(?:之间)?$`);
const AFTER = new RegExp(`^${MEASURE}(?:达到|达|为)?${VALUE("a")}(?<after>${OPERATOR_AFTER})$`);
const BEFORE = new RegExp(`^${MEASURE}(?<before>${OPERATOR_BEFORE})${VALUE("a")}$`);
const POINT = new RegExp(`^${MEASURE}${VALUE("a")}$`);

/** What begins so is about happenings, not about a stretch of values: “少一次不得分”, “发生一次”. */
const NO_STRETCH = /^(?:少|每|未|没|出现|发生|发现|如|若|不)|或|一次不$/;

/**
 * Reads the stretch of values a condition names; `null` where it names none. `text` is normalised. A bare “偏离50%”
 * is a point. “（含）” keeps a bound in, “（不含）” keeps it out; 以上、以下、以内 include the number (民法典 第一千二百五十九条).
 */
export function readCondition(text: string): Condition | null {
  if (NO_STRETCH.test(text)) return null;
  const isExclusive = text.includes("(不含");
  const plain = text
    .replace(/\((?:不?含)[^()]*\)/g, "")
    .replace(/(?:的|为不及格|为不合格)$/, "")
    .replace(/^(?:如果|若)/, "");
  const found = firstReading(plain, isExclusive);
  return found === null ? null : { text, ...found };
}

type Reading = Omit<Condition, "text">;

function firstReading(text: string, isExclusive: boolean): Reading | null {
  return (
    chain(CHAIN.exec(text)?.groups) ??
    both(BOTH.exec(text)?.groups) ??
    range(RANGE.exec(text)?.groups) ??
    after(AFTER.exec(text)?.groups, isExclusive) ??
    before(BEFORE.exec(text)?.groups) ??
    point(POINT.exec(text)?.groups)
  );
}

type Groups = Readonly<Record<string, string | undefined>> | undefined;

interface Amount {
  readonly value: Decimal;
  readonly unit: Unit;
}

function amountOf(text: string | undefined): Amount | null {
  if (text === undefined) return null;
  const written = new RegExp(`^(?:${DIGITS}|${CHINESE})`).exec(text)?.[0] ?? "";
  const rest = text.slice(written.length);
  const value = numberOf(written);
  const unit = rest === "" ? NO_UNIT : readUnit(rest);
  if (value === null || unit === null || (rest !== "" && !beginsWithUnit(rest))) return null;
  return { value, unit };
}

function between(a: Amount | null, b: Amount | null): { low: Decimal; high: Decimal; unit: Unit } | null {
  if (a === null || b === null) return null;
  const unit = b.unit.text === "" ? a.unit : b.unit;
  const [low, high] = a.value.lte(b.value) ? [a.value, b.value] : [b.value, a.value];
  return { low, high, unit };
}

function stretch(groups: Groups, unit: Unit, interval: Interval): Reading {
  return { measure: groups?.measure ?? "", unit, interval, isPoint: false };
}

function chain(groups: Groups): Reading | null {
  const ends = between(amountOf(groups?.low), amountOf(groups?.high));
  if (ends === null) return null;
  const { low, high, unit } = ends;
  const closed = (sign: string | undefined): boolean => sign !== "<";
  return stretch(groups, unit, {
    low,
    lowClosed: closed(groups?.lowSign),
    high,
    highClosed: closed(groups?.highSign),
  });
}

function both(groups: Groups): Reading | null {
  const a = amountOf(groups?.a);
  const b = amountOf(groups?.b);
  const first = operatorBefore(groups?.first ?? "");
  const second = operatorBefore(groups?.second ?? "");
  if (a === null || b === null || first === null || second === null) return null;
  const unit = b.unit.text === "" ? a.unit : b.unit;
  const one = bounded(first, a.value);
  const two = bounded(second, b.value);
  // Both must bound different sides: “大于60%且大于80%” names no stretch.
  if ((one.low === null) === (two.low === null)) return null;
  const [lower, upper] = one.low === null ? [two, one] : [one, two];
  return stretch(groups, unit, {
    low: lower.low,
    lowClosed: lower.lowClosed,
    high: upper.high,
    highClosed: upper.highClosed,
  });
}

function range(groups: Groups): Reading | null {
  // “小于60%-90%” says two things at once.
  if (
    groups === undefined ||
    new RegExp(`(?:${OPERATOR_BEFORE.replace("|达|", "|").replace("|为", "")})$`).test(groups.measure ?? "")
  ) {
    return null;
  }
  const ends = between(amountOf(groups.a), amountOf(groups.b));
  return ends === null
    ? null
    : stretch(groups, ends.unit, { low: ends.low, lowClosed: true, high: ends.high, highClosed: true });
}

function after(groups: Groups, isExclusive: boolean): Reading | null {
  const amount = amountOf(groups?.a);
  const operator = operatorAfter(groups?.after ?? "");
  if (amount === null || operator === null) return null;
  const sharp: Operator = !isExclusive
    ? operator
    : operator === "≥"
      ? ">"
      : operator === "≤"
        ? "<"
        : operator;
  return stretch(groups, amount.unit, bounded(sharp, amount.value));
}

function before(groups: Groups): Reading | null {
  const amount = amountOf(groups?.a);
  const operator = operatorBefore(groups?.before ?? "");
  if (amount === null || operator === null) return null;
  if (operator === "=") return point(groups);
  return stretch(groups, amount.unit, bounded(operator, amount.value));
}

function point(groups: Groups): Reading | null {
  const amount = amountOf(groups?.a);
  if (amount === null) return null;
  const interval = { low: amount.value, lowClosed: true, high: amount.value, highClosed: true };
  return { measure: groups?.measure ?? "", unit: amount.unit, interval, isPoint: true };
}

function bounded(operator: Operator, value: Decimal): Interval {
  const closed = operator === "≥" || operator === "≤";
  return operator === "≥" || operator === ">"
    ? { low: value, lowClosed: closed, high: null, highClosed: false }
    : { low: null, lowClosed: false, high: value, highClosed: closed };
}
