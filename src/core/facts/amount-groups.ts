import { CellState, tableIndexOf, type Facts } from "./facts";
import type { Positions } from "./positions";

/** Facts that are one and the same amount: same place, same region. */
export interface AmountGroup {
  readonly place: number;
  readonly region: number;
  /** In reading order, one a block. */
  readonly facts: readonly number[];
}

/**
 * Facts by place and region, those groups in which some fact holds an amount. One fact a block: rows of one block that
 * mean the same (部门 and its only 单位) hang together by the block's own sums already. Unreadable cells are left out.
 */
export function amountGroups(facts: Facts, { place, region, regions }: Positions): AmountGroup[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  const next = new Int32Array(facts.count).fill(-1);
  const filled = new Set<number>();
  for (const { block, offset } of facts.blocks) {
    const end = offset + block.rows.length * block.columns.length;
    for (let index = offset; index < end; index++) {
      const at = place[index] ?? -1;
      const what = region[index] ?? -1;
      if (at < 0 || what < 0 || facts.state[index] === CellState.unreadable) continue;
      const key = at * regions.length + what;
      const previous = last.get(key);
      if (previous === undefined) first.set(key, index);
      else if (previous >= offset) continue;
      else next[previous] = index;
      last.set(key, index);
      if (facts.state[index] === CellState.number) filled.add(key);
    }
  }
  const groups: AmountGroup[] = [];
  for (const key of filled) {
    const members: number[] = [];
    for (let index = first.get(key) ?? -1; index >= 0; index = next[index] ?? -1) members.push(index);
    groups.push({ place: Math.floor(key / regions.length), region: key % regions.length, facts: members });
  }
  return groups;
}

/** The tables a group stands in. */
export function tablesOf(facts: Facts, group: AmountGroup): ReadonlySet<number> {
  return new Set(group.facts.map((index) => tableIndexOf(facts, index)));
}
