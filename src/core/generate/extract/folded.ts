import { normaliseName } from "../../classification/normalise";
import { lineName } from "../../forms/words";

/** A text in one spelling, with the way back to what was written. */
export interface FoldedText {
  /** Without blanks, half-width, one kind of bracket; 、 and ． are points. */
  readonly text: string;
  /** Position in the original of each character, and its length at the end. */
  readonly origins: readonly number[];
}

/** One spelling for texts that differ only in how they were typed, so that “3、经费” meets “3.经费”. */
export function foldText(original: string): FoldedText {
  let text = "";
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    for (let count = 0; count < folded.length; count++) origins.push(at);
    text += folded;
    at += character.length;
  }
  origins.push(original.length);
  return { text, origins };
}

/** What was written from one folded position to another, without the blanks around it. */
export function writtenPart({ origins }: FoldedText, original: string, from: number, to: number): string {
  if (from === to) return "";
  return original.slice(origins[from] ?? original.length, origins[to] ?? original.length).trim();
}

function foldCharacter(character: string): string {
  const folded = normaliseName(character);
  return folded === "、" ? "." : folded;
}

/** Words of a label that tables of the same layout share: no ordinal, no unit of money, no year, no colon behind. */
export function labelKey(text: string): string {
  return foldText(lineName(text))
    .text.replace(/\((?:单位:)?(?:人民币)?(?:元|千元|万元|百万元|亿元)\)$/, "")
    .replace(/20\d{2}(?=年)/g, "Y")
    .replace(/:$/, "");
}

/** Below this, a pair of letters more or less says nothing. */
const SHORTEST_COMPARED = 8;
const ALIKE = 0.75;

/**
 * Whether two labels are the same but for a few letters. Both as `labelKey` gives them; short ones have to be equal.
 */
export function areAlike(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  // With that difference in length alone, too few pairs can be the same.
  if (shorter < SHORTEST_COMPARED || 2 * (shorter - 1) < ALIKE * (shorter + longer - 2)) return false;
  const counts = new Map<string, number>();
  for (const pair of pairsOf(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOf(b)) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared++;
  }
  return 2 * shared >= ALIKE * (a.length + b.length - 2);
}

const SHORTEST_LENGTHENED = 4;

/** Whether a label is another one with words put in: 项目支出名称 is longer than 项目名称, 全年(程)指标值 than 全年指标值. */
export function isLonger(longer: string, shorter: string): boolean {
  if (
    shorter.length < SHORTEST_LENGTHENED ||
    longer.length <= shorter.length ||
    longer.length > 2 * shorter.length
  )
    return false;
  let from = 0;
  while (longer[from] === shorter[from] && from < shorter.length) from++;
  const rest = shorter.length - from;
  // Words put in behind the label, or before it, make another one: 指标值 and 指标值类型.
  return from > 0 && rest > 0 && longer.endsWith(shorter.slice(from));
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
