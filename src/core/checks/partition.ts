import { BUDGET, contains, intersect, overlap, type Region } from "../classification/region";
import { CellState, linesOutermostFirst, type Facts } from "../facts/facts";
import type { Span } from "../facts/code-tree";
import { placeContains, placesOverlap, type Place, type Positions } from "../facts/positions";

/**
 * One block seen as a grid of places × regions of the model, and which of them make up a given one.
 * A table is complete within its scope: what it does not print is nothing.
 */
export interface BlockPartition {
  readonly tableIndex: number;
  /** What the block speaks of at most. */
  readonly scope: Region;
  /** False for a table without a single amount. */
  readonly hasAmounts: boolean;
  /** Regions of the block that together are exactly `region`; null where the block cannot tell. */
  regionParts(region: number): readonly number[] | null;
  /** The same for a region that need not be printed anywhere. */
  partsOfRegion(region: Region): readonly number[] | null;
  /** The same for places. */
  placeParts(place: number): readonly number[] | null;
  /** Largest regions of the block inside `region`, complete or not. */
  regionsInside(region: number): readonly number[];
  hasPlace(place: number): boolean;
  /** The fact at a place and region; −1 where the block has none. */
  factAt(place: number, region: number): number;
}

export function blockPartition(facts: Facts, positions: Positions, blockIndex: number): BlockPartition {
  const { place, region, regions, scopes } = positions;
  const block = facts.blocks[blockIndex];
  const offset = block?.offset ?? 0;
  const size = block === undefined ? 0 : block.block.rows.length * block.block.columns.length;
  const ownPlaces = new Set<number>();
  const ownRegions = new Set<number>();
  const width = block?.block.columns.length ?? 1;
  const firstOfPlace = new Map<number, number>();
  const isList = (block?.block.rows ?? []).some(({ meaning }) => Object.keys(meaning).length > 0);
  const lines = block === undefined ? [] : isList ? [...block.block.rows.keys()] : linesOutermostFirst(block);
  for (const line of lines) {
    const start = offset + line * width;
    for (let index = start; index < start + width; index++) {
      const at = place[index] ?? -1;
      const what = region[index] ?? -1;
      if (at < 0 || what < 0) continue;
      if (!ownPlaces.has(at)) {
        ownPlaces.add(at);
        firstOfPlace.set(at, start);
      }
      ownRegions.add(what);
    }
  }
  const regionContains = (outer: number, inner: number): boolean => {
    const a = regions[outer];
    const b = regions[inner];
    return a !== undefined && b !== undefined && contains(a, b);
  };
  const regionsOverlap = (one: number, other: number): boolean => {
    const a = regions[one];
    const b = regions[other];
    return a !== undefined && b !== undefined && overlap(a, b);
  };
  const loose = looseRegions(facts, positions, blockIndex);
  /** Whether what a region has in common with the wanted one is known from the smaller regions of the block. */
  const isBrokenDown = (own: number, wanted: Region): boolean => {
    const smaller = [...ownRegions].filter((other) => other !== own && regionContains(own, other));
    if (!loose.has(own)) return smaller.length > 0;
    const whole = regions[own];
    return whole !== undefined && smaller.some((part) => coversShared(regions[part], whole, wanted));
  };
  const placed = placedLines(facts, positions, blockIndex);
  const scope = scopes[blockIndex] ?? NOTHING;
  const otherScope = positions.otherScopes[blockIndex] ?? NOTHING;
  const project = block?.table.about.project ?? null;
  const home = project === null ? null : positions.projects.get(project);
  const partsOfRegion = (wanted: Region): number[] | null => {
    // The columns may measure different things; of what none of them measures there are no parts.
    const bounds = wanted.measure === BUDGET ? scope : { ...otherScope, measure: wanted.measure };
    if (!contains(bounds, wanted)) return null;
    const inside: number[] = [];
    for (const own of ownRegions) {
      const found = regions[own];
      if (found === undefined || !overlap(found, wanted)) continue;
      if (contains(wanted, found)) inside.push(own);
      // A region that the block does not break down cuts across the border: the block cannot tell.
      else if (!isBrokenDown(own, wanted)) return null;
    }
    const parts = largestOf(inside, regionContains);
    if (disjoint(parts, regionsOverlap).length === parts.length) return parts;
    return alongOneAxis(inside, wanted);
  };
  /** Of regions that cut the wanted one in several ways, those that cut it along one dimension and are all of it. */
  const alongOneAxis = (inside: readonly number[], wanted: Region): number[] | null => {
    for (const axis of ["kind", "economic", "flow"] as const) {
      const cuts = inside.filter((own) => {
        const region = regions[own];
        return region !== undefined && contains({ ...region, [axis]: wanted[axis] }, wanted);
      });
      const parts = largestOf(cuts, regionContains);
      const union = parts.reduce((set, own) => set | (regions[own]?.[axis] ?? 0n), 0n);
      if (
        union === wanted[axis] &&
        parts.length > 1 &&
        disjoint(parts, regionsOverlap).length === parts.length
      )
        return parts;
    }
    return null;
  };
  return {
    tableIndex: block?.tableIndex ?? -1,
    scope,
    hasAmounts: facts.state.subarray(offset, offset + size).includes(CellState.number),
    regionParts: memo((target) => {
      // Printed for every row, whatever else is printed across it: a table by fund source and by 基本/项目. In a list a
      // region is that of its line alone.
      if (!isList && ownRegions.has(target)) return [target];
      const wanted = regions[target];
      return wanted === undefined ? null : partsOfRegion(wanted);
    }),
    partsOfRegion,
    placeParts: memo((target) => {
      if (ownPlaces.has(target)) return [target];
      // A table about one project is not complete for anything else.
      if (home !== null && !isWithin(positions, home, target)) return null;
      return placePartsOf(positions, placed, target);
    }),
    regionsInside: memo((target) =>
      disjoint(
        largestOf(
          [...ownRegions].filter((own) => regionContains(target, own)),
          regionContains,
        ),
        regionsOverlap,
      ),
    ),
    hasPlace: (at) => ownPlaces.has(at),
    factAt(at, what) {
      // A row has one place, and the first row of a place counts; in a list every line is of its own region.
      for (let start = firstOfPlace.get(at) ?? size + offset; start < offset + size; start += width) {
        for (let index = start; index < start + width; index++) {
          if (region[index] === what && place[index] === at) return index;
        }
        if (!isList) break;
      }
      return -1;
    },
  };
}

/**
 * Regions of which a block names only some parts (其中：经费拨款 of 本级财政拨款): what is left over belongs to none of its
 * smaller regions.
 */
function looseRegions(facts: Facts, { region }: Positions, blockIndex: number): ReadonlySet<number> {
  const found = facts.blocks[blockIndex];
  const loose = new Set<number>();
  if (found === undefined) return loose;
  const { block, offset } = found;
  const width = block.columns.length;
  const add = (line: number, column: number): void => {
    loose.add(region[offset + line * width + column] ?? -1);
  };
  for (const { total, relation } of block.columnSums)
    if (relation === "atLeast") block.rows.forEach((_, line) => add(line, total));
  for (const { total, relation } of block.rowSums)
    if (relation === "atLeast") block.columns.forEach((_, column) => add(total, column));
  return loose;
}

/** Whether a part holds all that the whole has in common with the wanted region. */
function coversShared(part: Region | undefined, whole: Region, wanted: Region): boolean {
  return part !== undefined && contains(part, intersect(whole, wanted));
}

/** Whether a place is a part of a project. A project without amounts of its own contains nothing. */
function isWithin({ places }: Positions, home: Place | undefined, target: number): boolean {
  const place = places[target];
  return home !== undefined && place !== undefined && placeContains(home, place);
}

const NOTHING: Region = { flow: 0n, kind: 0n, economic: 0n, measure: "" };

/** A row of a block with its place in the block's own hierarchy. */
interface PlacedLine {
  readonly place: number;
  /** Whether other rows of the block add up to it. */
  readonly isTotal: boolean;
  /** Place of the row it is added to; −1 where there is none. */
  readonly parent: number;
}

interface PlacedLines {
  readonly all: readonly PlacedLine[];
  /** Rows by the unit they are about. */
  readonly byUnit: ReadonlyMap<string, readonly PlacedLine[]>;
}

function placedLines(facts: Facts, { place, places }: Positions, blockIndex: number): PlacedLines {
  const found = facts.blocks[blockIndex];
  if (found === undefined) return { all: [], byUnit: new Map() };
  const { block, offset } = found;
  const placeOf = (line: number): number => place[offset + line * block.columns.length] ?? -1;
  const parents = new Map<number, number>();
  for (const { total, parts } of block.rowSums) for (const part of parts) parents.set(part, placeOf(total));
  const totals = new Set(block.rowSums.map(({ total }) => total));
  const all: PlacedLine[] = [];
  const byUnit = new Map<string, PlacedLine[]>();
  block.rows.forEach((_, line) => {
    const own = places[placeOf(line)];
    if (own === undefined) return;
    const entry = { place: placeOf(line), isTotal: totals.has(line), parent: parents.get(line) ?? -1 };
    all.push(entry);
    const key = spanKey(own.unit);
    const list = byUnit.get(key);
    if (list === undefined) byUnit.set(key, [entry]);
    else list.push(entry);
  });
  return { all, byUnit };
}

function spanKey({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`;
}

/**
 * The largest places of a block that together are all of the target; null where a row that is no total cuts across its
 * border. For a single unit that has rows only those need looking at.
 */
function placePartsOf({ places }: Positions, { all, byUnit }: PlacedLines, target: number): number[] | null {
  const wanted = places[target];
  if (wanted === undefined) return null;
  const isOneUnit = wanted.unit.end - wanted.unit.start === 1;
  const lines = (isOneUnit ? byUnit.get(spanKey(wanted.unit)) : undefined) ?? all;
  const inside = new Set<number>();
  const parents = new Map<number, number>();
  for (const { place, isTotal, parent } of lines) {
    const own = places[place];
    if (own === undefined || !placesOverlap(own, wanted)) continue;
    if (placeContains(wanted, own)) {
      inside.add(place);
      // Of rows that are about the same, one inside the other, the outer one tells what stands above.
      if (parent !== place || !parents.has(place)) parents.set(place, parent);
    } else if (!isTotal) return null;
  }
  return [...inside].filter((place) => {
    const parent = parents.get(place) ?? -1;
    return parent === place || !inside.has(parent);
  });
}

type Relation = (outer: number, inner: number) => boolean;

/** Those that no other one holds. */
function largestOf(candidates: readonly number[], holds: Relation): number[] {
  return candidates.filter(
    (candidate) => !candidates.some((other) => other !== candidate && holds(other, candidate)),
  );
}

/** The parts without those that overlap an earlier one. */
function disjoint(parts: readonly number[], meets: Relation): number[] {
  const kept: number[] = [];
  for (const part of parts) if (!kept.some((earlier) => meets(earlier, part))) kept.push(part);
  return kept;
}

/** Remembers what was computed for each key. */
export function memo<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as T;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
