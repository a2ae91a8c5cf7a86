import { normaliseName } from "../classification/normalise";
import { CHINESE, DIGITS, numberOf } from "./number-text";
import {
  APPROXIMATION_AFTER,
  APPROXIMATION_BEFORE,
  approximationOf,
  joinOperators,
  OPERATOR_AFTER,
  OPERATOR_BEFORE,
  operatorAfter,
  operatorBefore,
} from "./operators";
import type { Change, Operator, Quantity, Range, Several } from "./target";
import { beginsWithUnit, isKnown, NO_UNIT, readUnit, type Unit } from "./unit";

/** Words in front of an amount; years and days in them are no amounts: “全省2022年度企业年报公示率达到85%”. */
const LABEL = String.raw`(?<label>(?:[^\d]|\d{4}年度?|\d{1,2}月|\d{1,2}日){0,40}?)`;

const BEFORE = String.raw`(?<before>${OPERATOR_BEFORE})?(?<about>${APPROXIMATION_BEFORE})?`;
const AFTER = String.raw`(?<after>${OPERATOR_AFTER}|左右)?`;

const ONE = new RegExp(
  String.raw`^${LABEL}${BEFORE}(?<value>-?${DIGITS})(?<more>${APPROXIMATION_AFTER})?(?<unit>[^\d]{0,24}?)${AFTER}$`,
);
/** “至少两次”: Chinese numerals count only at the beginning and in front of a counter, “形成统一体系” has none. */
const ONE_IN_WORDS = new RegExp(
  String.raw`^(?<label>完成|开展|组织|举办)?${BEFORE}(?<value>${CHINESE})(?<more>余|多)?(?<unit>[^\d]{0,24}?)${AFTER}$`,
);
const RANGE = new RegExp(
  String.raw`^${LABEL}(?:${OPERATOR_BEFORE})?(?<low>${DIGITS})(?<lowUnit>[^\d]{0,24}?)(?:-|~|至|到)(?<high>${DIGITS})(?<unit>[^\d]{0,24}?)(?:之间)?$`,
);

/** Longest words in front of an amount; what is longer, or has punctuation in it, is a sentence that mentions an amount. */
const LONGEST_LABEL = 20;

/** A sum to be worked out (“全省存量企业数*3%”) is no label either. */
function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && !/[,，。;；、*×÷+=]/.test(text);
}

/** Verbs that make the amount a change; with 至 or 到 it is a level again: “压缩至2个工作日”. */
const CHANGE =
  /(?<increase>提升|提高|增长|增加|上升|增收)|(?<decrease>下降|降低|减少|压减|缩减|压缩|减负|节约)/g;

/** A reading that failed although numbers are there, and why. */
export type QuantityFailure = "unreadable" | "contradictory-operators";

/** Reads one amount, a range or several amounts out of one text. `original` is kept as the text of what is read. */
export function readAmount(original: string): Quantity | Range | Several | QuantityFailure {
  const text = normaliseName(original).replace(/[。.;,、]+$/, "");
  const single = readPart(text, original);
  if (single !== "unreadable") return single;
  const parts = splitParts(text);
  if (parts.length < 2) return "unreadable";
  const read = parts.map((part) => readPart(part, part));
  const amounts = read.filter((part) => typeof part !== "string");
  return amounts.length === parts.length
    ? { kind: "several", text: original, remarks: [], parts: amounts }
    : "unreadable";
}

/** Splits at ; 、 and commas, but for the commas within a number. */
function splitParts(text: string): string[] {
  return text.split(/[;、]|,(?!\d{3}(?!\d))/).filter((part) => part !== "");
}

function readPart(text: string, original: string): Quantity | Range | QuantityFailure {
  const ends = RANGE.exec(text)?.groups;
  const range = ends === undefined ? "unreadable" : readRange(ends, original);
  if (range !== "unreadable") return range;
  const one = ONE.exec(text)?.groups ?? ONE_IN_WORDS.exec(text)?.groups;
  return one === undefined ? "unreadable" : readOne(one, original);
}

type Groups = Readonly<Record<string, string | undefined>>;

function readOne(groups: Groups, original: string): Quantity | QuantityFailure {
  const { label = "", before, about, value: written = "", more, unit: unitText = "", after } = groups;
  const value = numberOf(written);
  const unit = readUnit(unitText.replace(/^的/, ""));
  if (value === null || unit === null || isCode(written, unit) || !isLabel(label)) return "unreadable";
  if (!/\d/.test(written) && !beginsWithUnit(unitText)) return "unreadable";
  const { change, level } = changeOf(label + (before ?? ""));
  const word = before === undefined ? null : operatorBefore(before);
  const operator = joinOperators(word ?? level, after === undefined ? null : operatorAfter(after));
  if (operator === "contradiction") return "contradictory-operators";
  return {
    kind: "quantity",
    text: original,
    remarks: [],
    label: label.replace(/[:：]$/, ""),
    operator,
    change,
    approximation: approximationOf(about, more, after, /^(?:万|亿)?([余多])/.exec(unitText)?.[1]),
    value,
    unit,
  };
}

function readRange(groups: Groups, original: string): Range | QuantityFailure {
  const low = numberOf(groups.low ?? "");
  const high = numberOf(groups.high ?? "");
  const highUnit = readUnit(groups.unit ?? "");
  const lowWritten = readUnit(groups.lowUnit ?? "");
  if (low === null || high === null || highUnit === null || lowWritten === null) return "unreadable";
  const lowUnit = unitOfLow(lowWritten, highUnit);
  const label = (groups.label ?? "").replace(/[:：]$/, "");
  if (!isLabel(label)) return "unreadable";
  return {
    kind: "range",
    text: original,
    remarks: [],
    label,
    change: changeOf(label).change,
    low,
    lowUnit,
    high,
    highUnit,
  };
}

/** “5-8项” means 5项, “2万元-20万元/个” means 2万元/个. */
function unitOfLow(low: Unit, high: Unit): Unit {
  if (low.text === "") return high;
  return low.per.length === 0 && high.per.length > 0
    ? { ...low, text: `${low.text}/${high.per.join("/")}`, per: high.per }
    : low;
}

/** The change an introducing verb speaks of, or the operator of a level: “压缩至” ≤, “提高到” ≥. */
function changeOf(words: string): { change: Change | null; level: Operator | null } {
  const verb = [...words.matchAll(CHANGE)].at(-1);
  if (verb === undefined) return { change: null, level: null };
  const rest = words.slice(verb.index + verb[0].length);
  const isIncrease = verb.groups?.increase !== undefined;
  if (/^[至到]/.test(rest)) return { change: null, level: isIncrease ? "≥" : "≤" };
  return { change: isIncrease ? "increase" : "decrease", level: null };
}

/** Eight digits without unit are a date or a code, no amount. */
function isCode(written: string, unit: Unit): boolean {
  return /^\d{8}$/.test(written) && (unit === NO_UNIT || unit.text === "日");
}

/** Amounts mentioned anywhere in a sentence: 2次 and 26710人 in “考试 2次，年报考人数 26710人。”. */
export function mentionedAmounts(sentence: string): Quantity[] {
  const text = normaliseName(sentence);
  const pattern = new RegExp(
    String.raw`(?<![\d.A-Za-z])(?<value>${DIGITS})(?<more>余|多)?(?<unit>[万亿千]*(?:个百分点|百分点|%|[^\d,。;、:()"]{1,8}))?`,
    "g",
  );
  return [...text.matchAll(pattern)].flatMap(({ groups }) => {
    const { value = "", more = "", unit = "" } = groups ?? {};
    const known = longestUnit(unit);
    const read =
      known === null || /^年/.test(unit) ? null : readPart(value + more + known, value + more + known);
    return read !== null && typeof read !== "string" && read.kind === "quantity" ? [read] : [];
  });
}

/** The longest beginning that is a known unit without a noun: “户危房排危搬迁” → “户”. */
function longestUnit(text: string): string | null {
  for (let length = text.length; length > 0; length--) {
    const start = text.slice(0, length);
    const unit = readUnit(start);
    if (unit !== null && unit.noun === "" && isKnown(unit)) return start;
  }
  return null;
}
