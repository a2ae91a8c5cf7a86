import type { Analysis } from "../analyse";
import { totalAcross } from "../checks/total-across";
import { totalDown } from "../checks/total-down";
import { checkOf } from "../checks/equations";
import { blockPosition, CellState, type Facts } from "../facts/facts";

/** A blank cell that an equation counts as 0. */
export interface BlankPart {
  readonly equation: number;
  readonly fact: number;
}

/**
 * The blank cells whose missing amount may be why an equation fails, parts and totals of the layout, each with all equations
 * it would be a part of.
 */
export function blankParts(
  { context: { facts }, equations }: Analysis,
  wrong: readonly number[],
): BlankPart[] {
  const blanks = new Set<number>();
  for (const at of wrong) {
    const check = checkOf(equations, at);
    if (check !== totalAcross && check !== totalDown) continue;
    const total = equations.total[at] ?? -1;
    for (const fact of [total, ...layoutParts(facts, total, check === totalAcross)]) {
      if (facts.state[fact] === CellState.blank || facts.state[fact] === CellState.none) blanks.add(fact);
    }
  }
  if (blanks.size === 0) return [];
  const across = new Map<number, number[]>();
  const down = new Map<number, number[]>();
  for (let at = 0; at < equations.count; at++) {
    const check = checkOf(equations, at);
    const index = check === totalAcross ? across : check === totalDown ? down : null;
    if (index === null) continue;
    const total = equations.total[at] ?? -1;
    const list = index.get(total);
    if (list === undefined) index.set(total, [at]);
    else list.push(at);
  }
  return [...blanks].flatMap((fact) =>
    [
      ...totalsOver(facts, fact, true).flatMap((total) => across.get(total) ?? []),
      ...totalsOver(facts, fact, false).flatMap((total) => down.get(total) ?? []),
    ].map((equation) => ({ equation, fact })),
  );
}

/** Facts the layout adds up to `total`, along its row or its column, blanks included. */
function layoutParts(facts: Facts, total: number, alongRow: boolean): number[] {
  const { block, offset, width, line, column } = blockPosition(facts, total);
  return alongRow
    ? block.columnSums
        .filter((sum) => sum.total === column)
        .flatMap(({ parts }) => parts.map((part) => offset + line * width + part))
    : block.rowSums
        .filter((sum) => sum.total === line)
        .flatMap(({ parts }) => parts.map((part) => offset + part * width + column));
}

/** Totals that count a fact as a part, along its row or its column. */
function totalsOver(facts: Facts, fact: number, alongRow: boolean): number[] {
  const { block, offset, width, line, column } = blockPosition(facts, fact);
  return alongRow
    ? block.columnSums
        .filter(({ parts }) => parts.includes(column))
        .map(({ total }) => offset + line * width + total)
    : block.rowSums
        .filter(({ parts }) => parts.includes(line))
        .map(({ total }) => offset + total * width + column);
}
