import { CellState, linesOutermostFirst, type Facts } from "./facts";
import { PairIndex } from "./pair-index";
import type { Positions } from "./positions";

/**
 * Groups of facts that are one and the same amount: same place, same region. Each is a chain in reading order, one fact
 * a block, kept in arrays because there are nearly as many groups as amounts.
 */
export interface AmountGroups {
  readonly count: number;
  /** First fact of each group. */
  readonly first: Int32Array;
  /** The next fact of the same group for every fact; −1 at the end. */
  readonly next: Int32Array;
  /** Position in `facts.tables` of the table each fact stands in. */
  readonly table: Int32Array;
}

/**
 * Facts by place and region, those groups in which some fact holds an amount. One fact a block: rows of one block that
 * mean the same (部门 and its only 单位) hang together by the block's own sums already. Unreadable cells are left out.
 */
export function amountGroups(facts: Facts, { place, region, places, regions }: Positions): AmountGroups {
  const { state, count: factCount } = facts;
  const keys = new PairIndex(places.length, regions.length);
  const next = new Int32Array(factCount).fill(-1);
  const first = new Int32Array(factCount);
  const last = new Int32Array(factCount);
  const filled = new Uint8Array(factCount);
  const table = new Int32Array(factCount);
  for (const found of facts.blocks) {
    const { block, offset, tableIndex } = found;
    const width = block.columns.length;
    table.fill(tableIndex, offset, offset + block.rows.length * width);
    for (const line of linesOutermostFirst(found)) {
      const start = offset + line * width;
      const at = place[start] ?? -1;
      if (at < 0) continue;
      for (let index = start; index < start + width; index++) {
        const what = region[index] ?? -1;
        if (what < 0 || state[index] === CellState.unreadable) continue;
        const known = keys.count;
        const key = keys.idOf(at, what);
        if (key === known) first[key] = index;
        else {
          const previous = last[key] ?? -1;
          if (previous >= offset) continue;
          next[previous] = index;
        }
        last[key] = index;
        if (state[index] === CellState.number) filled[key] = 1;
      }
    }
  }
  let count = 0;
  for (let key = 0; key < keys.count; key++) {
    if (filled[key] === 1) first[count++] = first[key] ?? -1;
  }
  return { count, first: first.subarray(0, count), next, table };
}

/** Facts of the group that begins with `first`. */
export function membersOf({ next }: AmountGroups, first: number): number[] {
  const members: number[] = [];
  for (let fact = first; fact >= 0; fact = next[fact] ?? -1) members.push(fact);
  return members;
}

/** Whether some fact of the group stands in the table. */
export function standsInTable({ next, table }: AmountGroups, first: number, wanted: number): boolean {
  for (let fact = first; fact >= 0; fact = next[fact] ?? -1) {
    if (table[fact] === wanted) return true;
  }
  return false;
}

/** Whether some fact of the group stands in another table. */
export function standsOutside({ next, table }: AmountGroups, first: number, own: number): boolean {
  for (let fact = next[first] ?? -1; fact >= 0; fact = next[fact] ?? -1) {
    if (table[fact] !== own) return true;
  }
  return false;
}
