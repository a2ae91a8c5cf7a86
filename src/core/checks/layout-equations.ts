import type { ColumnSum } from "../forms/header-tree";
import type { RowSum } from "../forms/table";
import { CellState, type Facts } from "../facts/facts";
import type { EquationWriter } from "./equations";

/**
 * States the equations of a block's layout: a sum of `sums` for each of `count` lines (or columns), which begin
 * `stride` facts apart from `first` on; within a line the numbers of a sum are `step` facts apart. Left out: sums of
 * blanks only, and sums with a cell that cannot be read, since those are not known.
 */
export function stateLayout(
  { state }: Facts,
  sums: readonly (ColumnSum | RowSum)[],
  first: number,
  { count, stride, step }: { readonly count: number; readonly stride: number; readonly step: number },
  write: EquationWriter,
): void {
  for (const { total, parts, relation } of sums) {
    for (let line = 0; line < count; line++) {
      const start = first + line * stride;
      const totalFact = start + total * step;
      let readable = state[totalFact] !== CellState.unreadable;
      for (const part of parts) {
        const fact = start + part * step;
        if (state[fact] === CellState.number) write.part(fact);
        else if (state[fact] === CellState.unreadable) readable = false;
      }
      const isEmpty =
        write.openParts === 0 && (relation === "atLeast" || state[totalFact] !== CellState.number);
      if (readable && !isEmpty) write.state(totalFact, relation);
      else write.drop();
    }
  }
}
