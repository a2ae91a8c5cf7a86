import Decimal from "decimal.js";
import { normaliseName } from "../classification/normalise";
import { remembered } from "../remembered";
import { product } from "../formulas/exact";
import { COUNTERS, JOINED_COUNTERS, MEASURES, MULTIPLES } from "./unit-words";

/** A unit of measurement or counting: “万人次”, “%”, “个产业链”, “元/人/天”. */
export interface Unit {
  /** As written, in one spelling (half-width, no blanks); "" where no unit is written. */
  readonly text: string;
  /** What one counts or measures: “人次”, “%”, “元”, “秒”; "" where the text is a bare multiple (“万”) or nothing. */
  readonly base: string;
  /** Base units in one of this unit: 10000 for 万人次. */
  readonly factor: Decimal;
  /** The word behind a counter: 产业链 in “个产业链”; "" without. */
  readonly noun: string;
  /** What it is counted per: “元/人/天” → 人, 天. */
  readonly per: readonly string[];
}

const ONE = new Decimal(1);

/** The unit of a number that has none. */
export const NO_UNIT: Unit = { text: "", base: "", factor: ONE, noun: "", per: [] };

/** Longest noun behind a counter; what is longer is a sentence, no unit. */
const LONGEST_NOUN = 12;

/** Longest unit the lists do not know; “ppm”, “标准箱”. */
const LONGEST_UNKNOWN = 6;

/**
 * Reads a unit. `null` where the text is none: it holds digits or punctuation, or is a sentence. A word the lists do
 * not know is a unit of its own if it is short. “人/次” is 人次 and “万/人次” 万人次; a bare “万” in “万/项” keeps base "".
 */
export const readUnit: (text: string) => Unit | null = remembered((text) => {
  const written = normaliseName(text);
  if (written === "") return NO_UNIT;
  const [head = "", ...rest] = splitPer(joinCounters(written));
  const size = readSize(head);
  if (size === null || rest.some((part) => !/^[^\d/,;。、]{1,12}$/.test(part))) return null;
  return { text: written, ...size, per: rest };
});

/** “人/次” → 人次; “万/人次” → 万人次, as a multiple is not counted per anything countable that follows a person. */
function joinCounters(text: string): string {
  let joined = text;
  for (const [written, word] of JOINED_COUNTERS) joined = joined.replace(written, word);
  const [, multiple, counter] = /^(万|亿)\/(人次|户次|家次|人|次)$/.exec(joined) ?? [];
  return multiple === undefined || counter === undefined ? joined : multiple + counter;
}

/** Splits at “/” and “每”-less strokes; “元/县(市区)” has one part behind the stroke. */
function splitPer(text: string): string[] {
  return text.split(/[/／]/);
}

function readSize(head: string): Pick<Unit, "base" | "factor" | "noun"> | null {
  const plain = readPlain(head);
  if (plain !== null) return plain;
  for (const [word, power] of MULTIPLES) {
    if (!head.startsWith(word)) continue;
    const factor = new Decimal(10).pow(power);
    const rest = head.slice(word.length).replace(/^[余多]/, "");
    if (rest === "") return { base: "", factor, noun: "" };
    const unit = readPlain(rest);
    if (unit !== null) return { ...unit, factor: product(factor, unit.factor) };
  }
  // “千家万户” must not become a unit: what begins with a multiple has to go on with a known word.
  const unknown = /^(?!万|亿|千)(?:\p{Script=Han}{1,4}|[A-Za-z℃°μΩ]+)$/u;
  return head.length <= LONGEST_UNKNOWN && unknown.test(head) ? { base: head, factor: ONE, noun: "" } : null;
}

function readPlain(text: string): Pick<Unit, "base" | "factor" | "noun"> | null {
  const measure = MEASURES.get(text);
  if (measure !== undefined) return { base: measure.base, factor: new Decimal(measure.factor), noun: "" };
  const counter = COUNTERS.find((word) => text.startsWith(word));
  if (counter === undefined) return null;
  const noun = text.slice(counter.length);
  const isNoun =
    noun === "" ||
    (noun.length <= LONGEST_NOUN && /^[\p{Script=Han}A-Za-z"()]+$/u.test(noun) && !noun.includes("的"));
  return isNoun ? { base: counter, factor: ONE, noun } : null;
}

/** True where a text begins with a word that counts or measures; Chinese numerals are numbers only in front of one. */
export function beginsWithUnit(text: string): boolean {
  return (
    COUNTERS.some((word) => text.startsWith(word)) ||
    [...MEASURES.keys()].some((word) => text.startsWith(word))
  );
}

/** Whether things are counted one by one, so that 3 and 4 have nothing between them. */
export function isCounting(unit: Unit): boolean {
  return COUNTERS.includes(unit.base) && unit.factor.eq(1);
}

export function isPercent(unit: Unit): boolean {
  return unit.base === "%" && unit.per.length === 0;
}

/** A unit the lists know, not a word that merely is as short as one. */
export function isKnown({ base }: Unit): boolean {
  return COUNTERS.includes(base) || [...MEASURES.values()].some((measure) => measure.base === base);
}

export function isMoney(unit: Unit): boolean {
  return unit.base === "元";
}

/** A length of time: shorter is better unless a target says otherwise. */
export function isDuration(unit: Unit): boolean {
  return unit.base === "秒" || unit.base === "工作日" || unit.base === "月";
}

/** A value in its base units, exact: 2.5 万人次 → 25000. */
export function inBase(value: Decimal, unit: Unit): Decimal {
  return product(value, unit.factor);
}

/**
 * How two units compare.
 * - `same`: a value converts by the factors alone.
 * - `assumed`: one of them leaves something out (no unit, no “/个”); comparing takes it as meant alike.
 * - `different`: 家 and 次 say nothing about each other.
 */
export type UnitComparison = "same" | "assumed" | "different";

export function compareUnits(a: Unit, b: Unit): UnitComparison {
  if (a.base !== b.base) return a.base === "" || b.base === "" ? "assumed" : "different";
  if (a.noun !== b.noun && a.noun !== "" && b.noun !== "") return "different";
  if (a.per.length === 0 && b.per.length === 0) return "same";
  if (a.per.length === 0 || b.per.length === 0) return "assumed";
  return samePer(a.per, b.per) ? "same" : "different";
}

function samePer(a: readonly string[], b: readonly string[]): boolean {
  const spelling = (part: string): string => part.replace(/^日$/, "天");
  return a.map(spelling).sort().join("/") === b.map(spelling).sort().join("/");
}
