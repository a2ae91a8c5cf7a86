import type { Approximation, Operator } from "./target";

/**
 * Words for the comparison. 以上、以下、以内、不超过 include the number itself, 超过、不满、以外 do not (民法典 第一千二百五十九条).
 * The longest word that begins another comes first.
 */
const BEFORE: readonly (readonly [word: string, operator: Operator])[] = [
  ["大于等于", "≥"],
  ["大于或等于", "≥"],
  ["不少于", "≥"],
  ["不低于", "≥"],
  ["不小于", "≥"],
  ["至少", "≥"],
  ["达到", "≥"],
  ["达", "≥"],
  ["小于等于", "≤"],
  ["小于或等于", "≤"],
  ["不超过", "≤"],
  ["不高于", "≤"],
  ["不大于", "≤"],
  ["不多于", "≤"],
  ["不超", "≤"],
  ["控制在", "≤"],
  ["至多", "≤"],
  ["最多", "≤"],
  ["大于", ">"],
  ["超过", ">"],
  ["高于", ">"],
  ["多于", ">"],
  ["小于", "<"],
  ["低于", "<"],
  ["少于", "<"],
  ["不满", "<"],
  ["不足", "<"],
  ["等于", "="],
  ["为", "="],
  [">=", "≥"],
  ["=>", "≥"],
  ["<=", "≤"],
  ["=<", "≤"],
  ["≧", "≥"],
  ["⩾", "≥"],
  ["≥", "≥"],
  ["≦", "≤"],
  ["⩽", "≤"],
  ["≤", "≤"],
  ["=", "="],
  [">", ">"],
  ["<", "<"],
];

const AFTER: ReadonlyMap<string, Operator> = new Map([
  ["以上", "≥"],
  ["及以上", "≥"],
  ["或以上", "≥"],
  ["以下", "≤"],
  ["及以下", "≤"],
  ["或以下", "≤"],
  ["以内", "≤"],
  ["之内", "≤"],
  ["内", "≤"],
  ["以外", ">"],
]);

/** Sources of regular expressions over normalised text. */
export const OPERATOR_BEFORE = BEFORE.map(([word]) => word).join("|");
export const OPERATOR_AFTER = String.raw`(?:\((?:不?含)[^()]*\))?(?:(?:及|或)?以上|(?:及|或)?以下|以内|之内|内|以外)(?:\((?:不?含)[^()]*\))?`;

/** The operator a word or sign in front of a number stands for: “不低于” → ≥; `null` where it is none. */
export function operatorBefore(text: string): Operator | null {
  return BEFORE.find(([word]) => word === text)?.[1] ?? null;
}

/** The operator of what follows a number: “以上” → ≥, “以上（不含）” → >, “（含）以下” → ≤; `null` where it is none. */
export function operatorAfter(text: string): Operator | null {
  const operator = AFTER.get(text.replace(/\([^()]*\)/g, "")) ?? null;
  if (operator === null || !text.includes("(不含")) return operator;
  return operator === "≥" ? ">" : "<";
}

/**
 * One operator out of what stands before and behind the number. “达到…以上”, “控制在…以内” say one thing twice; `null` where both are
 * blank, "contradiction" where one says at least and the other at most.
 */
export function joinOperators(
  before: Operator | null,
  after: Operator | null,
): Operator | null | "contradiction" {
  if (before === null || after === null) return before ?? after;
  if (before === "=" || before === after) return after;
  return before[0] === "≥" || before === ">"
    ? after === "≥" || after === ">"
      ? before
      : "contradiction"
    : after === "≤" || after === "<"
      ? before
      : "contradiction";
}

const APPROXIMATIONS: ReadonlyMap<string, Approximation> = new Map([
  ["约", "about"],
  ["大约", "about"],
  ["左右", "about"],
  ["近", "less"],
  ["逾", "more"],
  ["余", "more"],
  ["多", "more"],
  ["+", "more"],
]);

export const APPROXIMATION_BEFORE = "大约|约|近|逾";
export const APPROXIMATION_AFTER = "余|多|\\+";

export function approximationOf(...words: readonly (string | undefined)[]): Approximation | null {
  for (const word of words) {
    const found = word === undefined ? undefined : APPROXIMATIONS.get(word);
    if (found !== undefined) return found;
  }
  return null;
}
