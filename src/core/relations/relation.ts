import type Decimal from "decimal.js";
import type { Amount } from "../workbook/money";

/** ≥ and ≤ let the one side be more, or less, than the other. */
export type Comparison = "=" | "≤" | "≥";

/** A name as written in a relation, with the headings or rows above it: 本年收入/小计 is two parts. */
export type NamePath = readonly string[];

/** One amount of a table, by the names people know it by: `预算02表[合计, 本年收入/小计]`. */
export interface Term {
  readonly table: NamePath;
  readonly row: NamePath;
  /** Null where none is written: the table has but one column of amounts. */
  readonly column: NamePath | null;
  /** Written 表.名称: 合计 of the column of that name; where there is none, of the row. */
  readonly short?: true;
  /** As it stands in the relation. */
  readonly text: string;
}

/** A term times a number; −1 for one that is taken away. */
export interface WeightedTerm {
  readonly factor: Decimal;
  readonly term: Term;
}

/** One side of a relation, multiplied out: the sum of its terms and constants. */
export interface Side {
  readonly terms: readonly WeightedTerm[];
  /** Numbers without a unit: they are in the unit of the relation's first table. */
  readonly plain: Decimal;
  /** Numbers with a unit (50万元), in 厘. */
  readonly money: Decimal;
}

/** A relation somebody has written, understood but not yet looked up. */
export interface Relation {
  readonly comparison: Comparison;
  readonly left: Side;
  readonly right: Side;
}

/** How far the two sides may be apart: an amount, 厘; one in the unit of the first table; a share of the right side. */
export type Tolerance =
  | { readonly kind: "money"; readonly size: Decimal }
  | { readonly kind: "plain"; readonly size: Decimal }
  | { readonly kind: "share"; readonly size: Decimal };

/** Numbers beyond this are no amounts; in any unit. */
export const LARGEST_NUMBER: Amount = 1e15;
