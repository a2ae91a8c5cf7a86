import { areAlike, foldText, isLonger, labelKey, writtenPart, type FoldedText } from "./folded";

/** A piece of a template cell's text, as far as reading goes. */
export type PatternPart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "item"; readonly item: string }
  /** A counter, or an amount that is computed: it stands there, but is not read. */
  | { readonly kind: "unread"; readonly isCounter: boolean };

/** What a sheet has where the template has a cell. */
export type CellPattern =
  /** Words of the layout itself. */
  | { readonly kind: "constant"; readonly key: string; readonly text: string }
  /** One item and nothing else: the whole cell. */
  | { readonly kind: "value"; readonly item: string }
  /** Items between words: “填报单位：{{单位名称}}”. */
  | {
      readonly kind: "mixed";
      readonly items: readonly string[];
      readonly whole: RegExp;
      /** Words before the first item, folded; "" where an item comes first. */
      readonly lead: string;
      /** Whether there are words enough to tell the cell from others. */
      readonly isTelling: boolean;
    }
  /** A formula, or an amount of the budget tables: whatever stands there is computed anew. */
  | { readonly kind: "computed" };

/** What was found in a cell: items with the text written in their place, "" where there is none. */
export type Captured = readonly (readonly [item: string, text: string])[];

/** What of a text is compared. */
export interface Comparable {
  readonly written: string;
  readonly folded: FoldedText;
  readonly key: string;
}

/** The pattern of a template cell; null for one without text. */
export function cellPattern(parts: readonly PatternPart[]): CellPattern | null {
  const told = parts.filter((part) => part.kind !== "literal" || foldText(part.text).text !== "");
  const [first] = told;
  if (first === undefined) return null;
  const words = told.flatMap((part) => (part.kind === "literal" ? [part.text] : []));
  if (words.length === told.length) {
    const text = words.join("");
    return { kind: "constant", key: labelKey(text), text: foldText(text).text };
  }
  if (told.length === 1)
    return first.kind === "item" ? { kind: "value", item: first.item } : { kind: "computed" };
  return {
    kind: "mixed",
    items: told.flatMap((part) => (part.kind === "item" ? [part.item] : [])),
    whole: new RegExp(`^${told.map(sourceOf).join("")}$`, "s"),
    lead: first.kind === "literal" ? foldText(first.text).text : "",
    isTelling: foldText(words.join("")).text.length > 1,
  };
}

function sourceOf(part: PatternPart): string {
  if (part.kind === "literal") return foldText(part.text).text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  if (part.kind === "unread") return part.isCounter ? "(?:\\d*|[一二三四五六七八九十]*)" : ".*?";
  if (isYear(part.item)) return "(20\\d\\d|[本上]?)";
  return isPoints(part.item) ? "(\\d+(?:\\.\\d+)?|)" : "(.*?)";
}

/** Items that are years, which tables also call 本年 and 上年. */
export function isYear(item: string): boolean {
  return item === "年度" || item === "上年";
}

function isPoints(item: string): boolean {
  return /分值$/.test(item);
}

/** Words that were put into a label speak for it, but other labels are made so, too. */
export const LONGER = 0.6;

/** How well a text fits the words of a pattern: 1 throughout, 0 not at all. Patterns without words are never asked. */
export function wordsFit(pattern: CellPattern, { written, folded, key }: Comparable): number {
  if (pattern.kind === "constant") {
    if (pattern.text === folded.text || (key !== "" && pattern.key === key)) return 1;
    if (areAlike(pattern.key, key)) return 0.9;
    return isLonger(pattern.key, key) || isLonger(key, pattern.key) ? LONGER : 0;
  }
  if (pattern.kind !== "mixed") return 0;
  if (pattern.whole.test(folded.text)) return 1;
  return pattern.lead.length > 1 && folded.text.startsWith(pattern.lead) && written !== "" ? 0.8 : 0;
}

/** What stands in the place of the items of a mixed pattern; null where the words are others. */
export function captured(
  pattern: CellPattern & { readonly kind: "mixed" },
  text: Comparable,
): Captured | null {
  const { written, folded } = text;
  const match = new RegExp(pattern.whole, "ds").exec(folded.text);
  const spans = match?.indices;
  if (spans !== undefined) {
    return pattern.items.flatMap((item, at) => {
      const [from, to] = spans[at + 1] ?? [0, 0];
      const part = writtenPart(folded, written, from, to);
      // 本年 says no year, and points that are not printed are not nothing.
      if (isPoints(item) && part === "") return [];
      return [[item, isYear(item) && !/\d/.test(part) ? "" : part] as const];
    });
  }
  // The words behind may have been left out or changed: “产出指标” for “{{一级指标}}（{{一级分值}}分）”.
  const [first] = pattern.items;
  if (first === undefined || isYear(first) || isPoints(first) || !folded.text.startsWith(pattern.lead))
    return null;
  const rest = writtenPart(folded, written, pattern.lead.length, folded.text.length);
  return [[first, rest]];
}
