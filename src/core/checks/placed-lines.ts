import { CellState, linesOutermostFirst, type BlockFacts, type Facts } from "../facts/facts";
import { IntMap } from "../facts/int-map";
import type { Positions } from "../facts/positions";
import { saysSomething } from "../forms/vocabulary";

/** The lines of a block by their places, in arrays by line: every check asks for every amount. */
export interface PlacedLines {
  /** Lines have members of their own, so a region is that of a line rather than of a column. */
  readonly isList: boolean;
  readonly hasAmounts: boolean;
  /** Ids of the regions of all facts that have a place, each once. */
  readonly ownRegions: readonly number[];
  hasPlace(place: number): boolean;
  /** The fact at a place and region; −1 where the block has none. */
  factAt(place: number, region: number): number;
  /**
   * The largest places of the block that together are all of the target; null where a row that is no total cuts across
   * its border.
   */
  placeParts(target: number): readonly number[] | null;
}

export function placedLines(facts: Facts, positions: Positions, blockIndex: number): PlacedLines {
  const found = facts.blocks[blockIndex];
  return found === undefined ? NO_LINES : linesOf(facts, positions, found);
}

const NO_LINES: PlacedLines = {
  isList: false,
  hasAmounts: false,
  ownRegions: [],
  hasPlace: () => false,
  factAt: () => -1,
  placeParts: () => null,
};

function linesOf(facts: Facts, positions: Positions, found: BlockFacts): PlacedLines {
  const { place, region } = positions;
  const { block, offset } = found;
  const width = block.columns.length;
  const end = offset + block.rows.length * width;
  const isList = block.rows.some(({ meaning }) => saysSomething(meaning));
  // In a list every line is of its own region; elsewhere a row has that of its columns, and the first row of a place counts.
  const lines = isList ? block.rows.keys() : linesOutermostFirst(found);
  const ownRegions = new Set<number>();
  const firstOfPlace = new IntMap(block.rows.length);
  for (const line of lines) {
    const start = offset + line * width;
    const at = place[start] ?? -1;
    if (at < 0 || (!isList && firstOfPlace.get(at) >= 0)) continue;
    for (let index = start; index < start + width; index++) {
      const what = region[index] ?? -1;
      if (what < 0) continue;
      ownRegions.add(what);
      if (firstOfPlace.get(at) < 0) firstOfPlace.set(at, start);
    }
  }
  const columnOf = firstColumns(region, offset, width);
  return {
    isList,
    hasAmounts: facts.state.subarray(offset, end).includes(CellState.number),
    ownRegions: [...ownRegions],
    hasPlace: (at) => firstOfPlace.get(at) >= 0,
    factAt(at, what) {
      const first = firstOfPlace.get(at);
      if (first < 0) return -1;
      if (!isList) {
        const column = columnOf.get(what);
        return column < 0 ? -1 : first + column;
      }
      for (let start = first; start < end; start += width) {
        if (place[start] !== at) continue;
        for (let index = start; index < start + width; index++) if (region[index] === what) return index;
      }
      return -1;
    },
    placeParts: placePartsOf(positions, found),
  };
}

/** The first column of each region of a line. */
function firstColumns(region: Int32Array, start: number, width: number): IntMap {
  const columns = new IntMap(width);
  for (let column = 0; column < width; column++) {
    const what = region[start + column] ?? -1;
    if (what >= 0 && columns.get(what) < 0) columns.set(what, column);
  }
  return columns;
}

/** See `placeParts`. For a single unit that has rows only those need looking at. */
function placePartsOf({ place, spans }: Positions, { block, offset }: BlockFacts): PlacedLines["placeParts"] {
  const { unitStart, unitEnd, functionStart, functionEnd } = spans;
  const count = block.rows.length;
  const width = block.columns.length;
  const placeOf = new Int32Array(count);
  for (let line = 0; line < count; line++) placeOf[line] = place[offset + line * width] ?? -1;
  const isTotal = new Uint8Array(count);
  /** Place of the row that a row is added to; −1 where there is none. */
  const parent = new Int32Array(count).fill(-1);
  for (const { total, parts } of block.rowSums) {
    isTotal[total] = 1;
    for (const part of parts) parent[part] = placeOf[total] ?? -1;
  }
  const firstOfUnit = new IntMap(count);
  /** The next line of the same single unit. */
  const next = new Int32Array(count).fill(-1);
  for (let line = count - 1; line >= 0; line--) {
    const at = placeOf[line] ?? -1;
    const unit = unitStart[at] ?? -1;
    if (at < 0 || unitEnd[at] !== unit + 1) continue;
    next[line] = firstOfUnit.get(unit);
    firstOfUnit.set(unit, line);
  }
  return (target) => {
    const units = unitStart[target];
    if (units === undefined) return null;
    const unitsEnd = unitEnd[target] ?? 0;
    const functions = functionStart[target] ?? 0;
    const functionsEnd = functionEnd[target] ?? 0;
    const first = unitsEnd === units + 1 ? firstOfUnit.get(units) : -1;
    const inside = new Map<number, number>();
    for (
      let line = Math.max(first, 0);
      line >= 0 && line < count;
      line = first < 0 ? line + 1 : (next[line] ?? -1)
    ) {
      const own = placeOf[line] ?? -1;
      const start = unitStart[own] ?? 0;
      const end = unitEnd[own] ?? 0;
      if (own < 0 || start >= unitsEnd || end <= units) continue;
      const from = functionStart[own] ?? 0;
      const to = functionEnd[own] ?? 0;
      if (from >= functionsEnd || to <= functions) continue;
      if (units <= start && end <= unitsEnd && functions <= from && to <= functionsEnd) {
        // Of rows that are about the same, one inside the other, the outer one tells what stands above.
        const above = parent[line] ?? -1;
        if (above !== own || !inside.has(own)) inside.set(own, above);
      } else if (isTotal[line] === 0) return null;
    }
    const parts: number[] = [];
    for (const [own, above] of inside) if (above === own || !inside.has(above)) parts.push(own);
    return parts;
  };
}
