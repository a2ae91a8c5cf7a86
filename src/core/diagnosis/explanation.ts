import type { Changes, Shifts } from "./state";

/**
 * One way to make wrong equations right.
 * - `amount`: one amount is wrong, in all cells that print it; totals made from it follow.
 * - `move`: an amount stands in the wrong cell, or two are exchanged.
 * - `duplicateRow`: a row is there twice. `missingRow`: a row that other tables have is not there.
 */
export interface Explanation {
  readonly kind: "amount" | "move" | "duplicateRow" | "missingRow";
  /** Facts that are wrong and by how much they must change; the first is the cell to point at. */
  readonly changes: Changes;
  /** Facts that must follow: totals that hold now because they were made from the wrong amount. */
  readonly followers: readonly number[];
  readonly shifts: Shifts;
  /** Equations that did not hold and would. */
  readonly mended: readonly number[];
  /** Equations that held and would no longer. */
  readonly broken: number;
  /** Higher is better. */
  readonly merit: number;
  /** For a missing row: what it is called, in quotation marks, and the row of the sheet (0-based) it belongs in. */
  readonly row?: { readonly name: string; readonly row: number };
}

export function better(a: Explanation | null, b: Explanation | null): Explanation | null {
  if (a === null || b === null) return a ?? b;
  return b.merit > a.merit ? b : a;
}
