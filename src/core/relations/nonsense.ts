import type Decimal from "decimal.js";
import type { FoundRelation, WeightedFact } from "./judge";

/** The first cell that stands on both sides; null where none does. */
export function onBothSides({ left, right }: FoundRelation): number | null {
  const others = new Set(right.facts.map(({ fact }) => fact));
  return left.facts.find(({ fact }) => others.has(fact))?.fact ?? null;
}

/** A text that relations have in common where they say the same: terms in any order, sides exchanged, all doubled. */
export function meaningKey({ comparison, left, right }: FoundRelation): string {
  const factors = new Map<number, Decimal>();
  const add = ({ fact, factor }: WeightedFact): void => {
    factors.set(fact, factors.get(fact)?.plus(factor) ?? factor);
  };
  left.facts.forEach(add);
  right.facts.forEach(({ fact, factor }) => {
    add({ fact, factor: factor.negated() });
  });
  const terms = [...factors].filter(([, factor]) => !factor.isZero()).sort(([a], [b]) => a - b);
  const first = terms[0]?.[1];
  const scale = (size: Decimal): string => (first === undefined ? size : size.div(first)).toString();
  const turned = first?.isNegative() === true;
  const sign = { "=": "=", "≤": turned ? "≥" : "≤", "≥": turned ? "≤" : "≥" }[comparison];
  const texts = terms.map(([fact, factor]) => `${String(fact)}×${scale(factor)}`);
  return `${texts.join("+")}${sign}${scale(right.constant.minus(left.constant))}`;
}

/**
 * Takes definitions down one by one (one cell = others) and finds the one that closes a circle: a cell defined by others
 * of which one is, perhaps over several rules, defined by it.
 */
export class Definitions {
  private readonly known: { readonly row: number; readonly cell: number; readonly by: readonly number[] }[] =
    [];

  /**
   * Rows, in the order of the sheet, of the earlier rules with which this one closes a circle; empty where it closes none
   * and is taken down, or defines nothing.
   */
  add(row: number, { comparison, left, right }: FoundRelation): number[] {
    const [only, ...others] = left.facts;
    if (comparison !== "=" || only === undefined || others.length > 0 || right.facts.length === 0) return [];
    const by = right.facts.map(({ fact }) => fact);
    const circle = this.rowsBetween(by, only.fact);
    if (circle !== null) return circle.sort((a, b) => a - b);
    this.known.push({ row, cell: only.fact, by });
    return [];
  }

  /** Rows of the definitions that lead from some of these cells to the wanted one; null where none do. */
  private rowsBetween(from: readonly number[], wanted: number): number[] | null {
    const reached = new Map<number, readonly number[]>(from.map((cell) => [cell, []]));
    for (const [cell, rows] of reached) {
      if (cell === wanted) return [...rows];
      for (const { row, by } of this.known.filter((definition) => definition.cell === cell)) {
        for (const next of by) if (!reached.has(next)) reached.set(next, [...rows, row]);
      }
    }
    return null;
  }
}
