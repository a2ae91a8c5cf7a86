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
export function amountGroups(facts: Facts, { place, region, places, regions }: Positions): AmountGroup[] {
  const keys = keyIndex(places.length * regions.length);
  const next = new Int32Array(facts.count).fill(-1);
  const first: number[] = [];
  const last: number[] = [];
  const filled: boolean[] = [];
  for (const { block, offset } of facts.blocks) {
    const end = offset + block.rows.length * block.columns.length;
    for (let index = offset; index < end; index++) {
      const at = place[index] ?? -1;
      const what = region[index] ?? -1;
      if (at < 0 || what < 0 || facts.state[index] === CellState.unreadable) continue;
      const key = keys(at * regions.length + what);
      const previous = last[key];
      if (previous === undefined) first[key] = index;
      else if (previous >= offset) continue;
      else next[previous] = index;
      last[key] = index;
      filled[key] = filled[key] === true || facts.state[index] === CellState.number;
    }
  }
  return first.flatMap((start, key): AmountGroup[] => {
    if (filled[key] !== true) return [];
    const members: number[] = [];
    for (let index = start; index >= 0; index = next[index] ?? -1) members.push(index);
    return [{ place: place[start] ?? -1, region: region[start] ?? -1, facts: members }];
  });
}

/** Positions up to which a table is kept instead of a map. */
const DENSE = 1 << 23;

/** Numbers keys 0, 1, 2 … in the order in which they are first asked for. */
function keyIndex(size: number): (key: number) => number {
  let count = 0;
  if (size <= DENSE) {
    const dense = new Int32Array(size);
    return (key) => {
      const known = dense[key] ?? 0;
      if (known > 0) return known - 1;
      dense[key] = ++count;
      return count - 1;
    };
  }
  const sparse = new Map<number, number>();
  return (key) => {
    const known = sparse.get(key);
    if (known !== undefined) return known;
    sparse.set(key, count);
    return count++;
  };
}

/** The tables a group stands in. */
export function tablesOf(facts: Facts, group: AmountGroup): readonly number[] {
  return group.facts.map((index) => tableIndexOf(facts, index));
}
