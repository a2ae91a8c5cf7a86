import type { ColumnSum } from "../forms/header-tree";
import type { RowSum } from "../forms/table";
import { CellState, hasAmount, type Facts } from "../facts/facts";
import type { Equation, EquationCheck } from "./check";

/**
 * The equations of a block's layout: for every line (or column) that begins at one of `starts`, a sum per entry of
 * `sums`, whose numbers are `step` facts apart. Left out: sums of blanks only, and sums with a cell that cannot be
 * read, since those are not known.
 */
export function layoutEquations(
  check: EquationCheck,
  facts: Facts,
  sums: readonly (ColumnSum | RowSum)[],
  starts: readonly number[],
  step: number,
): Equation[] {
  const equations: Equation[] = [];
  for (const { total, parts, relation } of sums) {
    for (const start of starts) {
      const totalFact = start + total * step;
      const filled = partsWithAmounts(facts, parts, start, step);
      if (filled === null || facts.state[totalFact] === CellState.unreadable) continue;
      if (filled.length === 0 && (relation === "atLeast" || !hasAmount(facts, totalFact))) continue;
      equations.push({ check, total: totalFact, parts: filled, relation });
    }
  }
  return equations;
}

/** Facts of the parts that hold an amount; null where one cannot be read. */
function partsWithAmounts(
  facts: Facts,
  parts: readonly number[],
  start: number,
  step: number,
): number[] | null {
  const filled: number[] = [];
  for (const part of parts) {
    const index = start + part * step;
    const state = facts.state[index];
    if (state === CellState.unreadable) return null;
    if (state === CellState.number) filled.push(index);
  }
  return filled;
}
