import { CellState, linesOutermostFirst, tableIndexOf, type Facts } from "./facts";
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
}

/**
 * Facts by place and region, those groups in which some fact holds an amount. One fact a block: rows of one block that
 * mean the same (部门 and its only 单位) hang together by the block's own sums already. Unreadable cells are left out.
 */
export function amountGroups(facts: Facts, { place, region, places, regions }: Positions): AmountGroups {
  const keys = keyIndex(places.length * regions.length);
  const next = new Int32Array(facts.count).fill(-1);
  const first = new Int32Array(facts.count).fill(-1);
  const last = new Int32Array(facts.count).fill(-1);
  const filled = new Uint8Array(facts.count);
  let keyCount = 0;
  for (const found of facts.blocks) {
    const { block, offset } = found;
    const width = block.columns.length;
    for (const line of linesOutermostFirst(found)) {
      const start = offset + line * width;
      for (let index = start; index < start + width; index++) {
        const at = place[index] ?? -1;
        const what = region[index] ?? -1;
        if (at < 0 || what < 0 || facts.state[index] === CellState.unreadable) continue;
        const key = keys(at * regions.length + what);
        const previous = last[key] ?? -1;
        if (previous < 0) {
          first[key] = index;
          keyCount = key + 1;
        } else if (previous >= offset) continue;
        else next[previous] = index;
        last[key] = index;
        if (facts.state[index] === CellState.number) filled[key] = 1;
      }
    }
  }
  let count = 0;
  for (let key = 0; key < keyCount; key++) {
    if (filled[key] === 1) first[count++] = first[key] ?? -1;
  }
  return { count, first: first.subarray(0, count), next };
}

/** Facts of the group that begins with `first`. */
export function membersOf({ next }: AmountGroups, first: number): number[] {
  const members: number[] = [];
  for (let fact = first; fact >= 0; fact = next[fact] ?? -1) members.push(fact);
  return members;
}

/** Whether some fact of the group stands in the table. */
export function standsInTable(facts: Facts, { next }: AmountGroups, first: number, table: number): boolean {
  for (let fact = first; fact >= 0; fact = next[fact] ?? -1) {
    if (tableIndexOf(facts, fact) === table) return true;
  }
  return false;
}

/** Whether some fact of the group stands in another table. */
export function standsOutside(facts: Facts, { next }: AmountGroups, first: number, table: number): boolean {
  for (let fact = next[first] ?? -1; fact >= 0; fact = next[fact] ?? -1) {
    if (tableIndexOf(facts, fact) !== table) return true;
  }
  return false;
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
