import Decimal from "decimal.js";
import { parseDecimalText } from "../../workbook/decimal-text";
import { LEVEL_ITEMS, type AmountLookup, type ContentValue } from "../content";
import { foldName, isInherited, itemOfList, levelOfItem } from "./items";
import type { Homes } from "./homes";
import { enclosing, type Instance, type Lines } from "./lines";
import {
  fillExpression,
  placeholdersOf,
  withoutCondition,
  type AmountPart,
  type ItemPart,
  type ParsedCell,
  type Placeholder,
} from "./placeholders";
import { findItem, isOfOnlyUnit, itemOf } from "./scopes";
import { textOfValue } from "./value-text";

/** What stands for a placeholder; null where nothing does. */
export interface Filled {
  readonly value: ContentValue | null;
  /** The item or amount that is wanted and not there. */
  readonly missing: string | null;
}

const BLANK: Filled = { value: null, missing: null };

export interface ValueSources {
  readonly rows: Lines;
  readonly homes: Homes;
  readonly lookup: AmountLookup;
  /** By folded item name. */
  readonly amounts: ReadonlyMap<string, readonly string[]>;
  /** Folded names of items that may be blank. */
  readonly optional: ReadonlySet<string>;
}

/** Finds what stands for the placeholders of one sheet. */
export interface Values {
  /** @param place the item whose cell it is; null where a column's item has nothing for the row */
  fill(cell: ParsedCell, part: Placeholder, place: Instance | null): Filled;
  /** The levels of an indicator from the outermost to this one as one text; null where this one is blank. */
  levelKey(indicator: Instance, level: number): string | null;
}

export function valuesOf({ rows, homes, lookup, amounts, optional }: ValueSources): Values {
  const looked = new Map<string, ContentValue | null>();
  const lookUp = (expression: string): ContentValue | null => {
    let value = looked.get(expression);
    if (value === undefined) {
      value = lookup(expression);
      looked.set(expression, value);
    }
    return value;
  };
  const amountOf = (written: string, place: Instance): ContentValue | null => {
    const { expression, ofOnlyUnit } = withoutCondition(written);
    if (ofOnlyUnit && !isOfOnlyUnit(place)) return null;
    const filled = fillExpression(expression, (item) => {
      const found = findItem(place, item);
      return found === null || found.value.kind === "blank" ? null : textOfValue(found.value);
    });
    return filled === null ? null : lookUp(filled);
  };

  const keys = LEVEL_ITEMS.map(() => new WeakMap<Instance, { readonly key: string | null }>());
  const levelKey = (indicator: Instance, level: number): string | null => {
    const known = keys[level]?.get(indicator);
    if (known !== undefined) return known.key;
    const names = LEVEL_ITEMS.slice(0, level + 1).map((item) => {
      const found = itemOf(indicator.scope, item);
      return found === null ? "" : foldName(textOfValue(found.value));
    });
    const key = names.at(-1) === "" ? null : names.join("\n");
    keys[level]?.set(indicator, { key });
    return key;
  };
  const pointsByLevel = LEVEL_ITEMS.map(() => new Map<Instance, Decimal | null>());
  /**
   * The points of a level: the sum of 分值 of its neighbouring indicators, or the points stated for the level outside of it
   * where it is all there is of that one. Null where no indicator has any.
   */
  const pointsOf = (indicator: Instance, level: number): ContentValue | null => {
    const points = pointsByLevel[level];
    if (points === undefined) return null;
    if (!points.has(indicator)) addPoints(points, level, rows.instancesOf(indicator.repetition));
    const number = points.get(indicator) ?? null;
    return number === null ? null : { kind: "number", number, decimals: null, percent: false, formula: null };
  };
  const addPoints = (
    points: Map<Instance, Decimal | null>,
    level: number,
    indicators: readonly Instance[],
  ): void => {
    let from = 0;
    while (from < indicators.length) {
      const first = indicators[from];
      if (first === undefined) break;
      const key = levelKey(first, level);
      let to = from + 1;
      for (; to < indicators.length; to++) {
        const next = indicators[to];
        if (key === null || next?.parent !== first.parent || levelKey(next, level) !== key) break;
      }
      const group = indicators.slice(from, to);
      const sum = group.reduce<Decimal | null>((total, { scope }) => {
        const own = numberOf(itemOf(scope, "分值")?.value ?? null);
        return own === null ? total : (total ?? new Decimal(0)).plus(own);
      }, null);
      const isAll = [indicators[from - 1], indicators[to]].every(
        (other) => other === undefined || !isSameLevel(other, first, level - 1),
      );
      const stated = isAll ? statedPoints(first, level - 1) : null;
      for (const indicator of group) points.set(indicator, stated ?? sum);
      from = to;
    }
  };

  const isSameLevel = (one: Instance, other: Instance, level: number): boolean =>
    one.parent === other.parent && levelKey(one, level) === levelKey(other, level);

  /** The item for which a placeholder stands: of a column's heading the column's, else that of its home. */
  const homeOf = (cell: ParsedCell, part: Placeholder, place: Instance): Instance => {
    const repetition = homes.ofPart(cell, part);
    const isColumn = place.repetition !== null && rows.instancesOf(place.repetition).length === 0;
    return isColumn && repetition === null ? place : (enclosing(place, repetition) ?? place);
  };
  const fillItem = (cell: ParsedCell, part: ItemPart, place: Instance): Filled => {
    const missing = part.optional || optional.has(foldName(part.item)) ? null : part.item;
    const explicit = /[.．]/.test(part.item) ? itemOfList(part.item, listsAround(place)) : null;
    if (explicit !== null) {
      const wanted = foldName(explicit.list);
      const owner = outwards(place).find(({ list }) => list !== null && foldName(list) === wanted);
      const value = owner === undefined ? null : (itemOf(owner.scope, explicit.item)?.value ?? null);
      return value === null
        ? { value, missing: owner?.ghost === "empty" ? null : missing }
        : { value, missing: null };
    }
    const home = homeOf(cell, part, place);
    const found = findItem(place, part.item);
    if (home.ghost !== null && (found === null || !isInherited(part.item)))
      return { value: null, missing: home.ghost === "absent" ? missing : null };
    if (found?.origin === "input") return { value: found.value, missing: null };
    for (const expression of amounts.get(foldName(part.item)) ?? []) {
      const value = amountOf(expression, place);
      if (value !== null) return { value, missing: null };
    }
    if (found !== null) return { value: found.value, missing: null };
    const points = levelOfItem(part.item);
    if (points?.isPoints === true) {
      const indicator = outwards(place).find(({ list }) => list !== null && foldName(list) === "指标");
      // Indicators without points are told as such, not again with their sum.
      return indicator === undefined
        ? { value: null, missing }
        : { value: pointsOf(indicator, points.level), missing: null };
    }
    return { value: null, missing };
  };
  const fillAmount = (cell: ParsedCell, part: AmountPart, place: Instance): Filled => {
    const home = homeOf(cell, part, place);
    const value = amountOf(part.expression, place);
    if (value !== null) return { value, missing: null };
    return { value, missing: part.optional || home.ghost === "empty" ? null : part.expression };
  };
  const fillOrdinal = (cell: ParsedCell, part: Placeholder, place: Instance): Filled => {
    const counted = homeOf(cell, part, place);
    if (counted.ghost !== null) return BLANK;
    const number = new Decimal(counted.index + 1);
    return { value: { kind: "number", number, decimals: 0, percent: false, formula: null }, missing: null };
  };
  return {
    levelKey,
    fill(cell, part, place) {
      if (place === null) return BLANK;
      if (part.kind === "item") return fillItem(cell, part, place);
      return part.kind === "amount" ? fillAmount(cell, part, place) : fillOrdinal(cell, part, place);
    },
  };
}

/** Points that the content has for a level itself; rounded points of indicators need not add up to them. */
function statedPoints({ scope }: Instance, level: number): Decimal | null {
  const item = LEVEL_ITEMS[level]?.replace(/指标$/, "分值");
  return item === undefined ? null : numberOf(itemOf(scope, item)?.value ?? null);
}

function outwards(place: Instance): Instance[] {
  const found: Instance[] = [];
  for (let at: Instance | null = place; at !== null; at = at.parent) found.push(at);
  return found;
}

function listsAround(place: Instance): string[] {
  return outwards(place).flatMap(({ list }) => list ?? []);
}

function numberOf(value: ContentValue | null): Decimal | null {
  if (value?.kind === "number") return value.number;
  return value?.kind === "text" ? parseDecimalText(value.text) : null;
}

/** What a cell without formula holds. */
export interface FilledCell {
  /** null where it stays blank. */
  readonly value: ContentValue | null;
  readonly missing: readonly string[];
}

const NOTHING: readonly string[] = [];

/** Fills a cell: a placeholder alone keeps its type, among other words it is text. */
export function fillCell(values: Values, cell: ParsedCell, place: Instance | null): FilledCell {
  const { parts } = cell;
  const [first] = parts;
  if (first !== undefined && first.kind !== "text" && parts.length === 1) {
    const { value, missing } = values.fill(cell, first, place);
    return { value: value?.kind === "blank" ? null : value, missing: missing === null ? NOTHING : [missing] };
  }
  const filled = new Map(placeholdersOf(cell).map((part) => [part, values.fill(cell, part, place)]));
  const missing = [...filled.values()].flatMap((each) => each.missing ?? []);
  const pieces = parts.map((part): Piece => {
    if (part.kind === "text") return { text: part.text, isConstant: true };
    const value = filled.get(part)?.value ?? null;
    return { text: value === null ? "" : textOfValue(value), isConstant: false };
  });
  const isRepeated = place === null || place.repetition !== null;
  const text = isRepeated ? textOfRepeated(pieces) : pieces.map((piece) => piece.text).join("");
  return { value: text === "" ? null : { kind: "text", text }, missing };
}

interface Piece {
  readonly text: string;
  readonly isConstant: boolean;
}

/**
 * In repeated rows no words stand for nothing: none where all placeholders are blank, and no brackets around a blank one
 * (产出指标 without points is not “产出指标（分）”).
 */
function textOfRepeated(pieces: readonly Piece[]): string {
  const isBlank = ({ text, isConstant }: Piece): boolean => !isConstant && text === "";
  const placeholders = pieces.filter(({ isConstant }) => !isConstant);
  if (placeholders.length > 0 && placeholders.every(isBlank)) return "";
  const texts = pieces.map(({ text }) => text);
  pieces.forEach((piece, at) => {
    const before = /[（(][^（(）)]*$/.exec(texts[at - 1] ?? "");
    const after = /^[^（(）)]*[）)]/.exec(texts[at + 1] ?? "");
    if (!isBlank(piece) || before === null || after === null) return;
    texts[at - 1] = (texts[at - 1] ?? "").slice(0, before.index);
    texts[at + 1] = (texts[at + 1] ?? "").slice(after[0].length);
  });
  return texts.join("");
}
