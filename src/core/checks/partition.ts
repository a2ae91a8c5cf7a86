import { BUDGET, contains, intersect, type Region } from "../classification/region";
import { holds, meets, worded as wordedOf, type WordedRegion } from "../classification/region-words";
import type { Facts } from "../facts/facts";
import { placeContains, type Place, type Positions } from "../facts/positions";
import { placedLines } from "./placed-lines";

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
  const { regions, wordedRegions: worded, scopes } = positions;
  const lines = placedLines(facts, positions, blockIndex);
  const { table = null } = facts.blocks[blockIndex] ?? {};
  const { ownRegions } = lines;
  const loose = looseRegions(facts, positions, blockIndex);
  const regionHolds: Relation = (outer, inner) => {
    const [a, b] = [worded[outer], worded[inner]];
    return a !== undefined && b !== undefined && holds(a, b);
  };
  const regionsMeet: Relation = (one, other) => {
    const [a, b] = [worded[one], worded[other]];
    return a !== undefined && b !== undefined && meets(a, b);
  };
  /** Whether what a region has in common with the wanted one is known from the smaller regions of the block. */
  const isBrokenDown = (own: number, wanted: Region): boolean => {
    const smaller = ownRegions.filter((other) => other !== own && regionHolds(own, other));
    if (!loose.has(own)) return smaller.length > 0;
    const whole = regions[own];
    return whole !== undefined && smaller.some((part) => coversShared(regions[part], whole, wanted));
  };
  const scope = scopes[blockIndex] ?? NOTHING;
  const otherScope = positions.otherScopes[blockIndex] ?? NOTHING;
  const project = table?.about.project ?? null;
  const home = project === null ? null : positions.projects.get(project);
  const partsWithin = (target: WordedRegion): number[] | null => {
    const wanted = target.region;
    // The columns may measure different things; of what none of them measures there are no parts.
    const bounds = wanted.measure === BUDGET ? scope : { ...otherScope, measure: wanted.measure };
    if (!contains(bounds, wanted)) return null;
    const inside: number[] = [];
    for (const own of ownRegions) {
      const found = worded[own];
      if (found === undefined || !meets(found, target)) continue;
      if (holds(target, found)) inside.push(own);
      // A region that the block does not break down cuts across the border: the block cannot tell.
      else if (!isBrokenDown(own, wanted)) return null;
    }
    const parts = largestOf(inside, regionHolds);
    if (disjoint(parts, regionsMeet).length === parts.length) return parts;
    return alongOneAxis(inside, wanted);
  };
  /** Of regions that cut the wanted one in several ways, those that cut it along one dimension and are all of it. */
  const alongOneAxis = (inside: readonly number[], wanted: Region): number[] | null => {
    for (const axis of ["kind", "economic", "flow"] as const) {
      const cuts = inside.filter((own) => {
        const region = regions[own];
        return region !== undefined && contains({ ...region, [axis]: wanted[axis] }, wanted);
      });
      const parts = largestOf(cuts, regionHolds);
      const union = parts.reduce((set, own) => set | (regions[own]?.[axis] ?? 0n), 0n);
      if (union === wanted[axis] && parts.length > 1 && disjoint(parts, regionsMeet).length === parts.length)
        return parts;
    }
    return null;
  };
  return {
    tableIndex: facts.blocks[blockIndex]?.tableIndex ?? -1,
    scope,
    hasAmounts: lines.hasAmounts,
    regionParts: memo((target) => {
      // Printed for every row, whatever else is printed across it: a table by fund source and by 基本/项目. In a list a
      // region is that of its line alone.
      if (!lines.isList && ownRegions.includes(target)) return [target];
      const wanted = worded[target];
      return wanted === undefined ? null : partsWithin(wanted);
    }),
    partsOfRegion: (wanted) => partsWithin(wordedOf(wanted)),
    placeParts: memo((target) => {
      if (lines.hasPlace(target)) return [target];
      // A table about one project is not complete for anything else.
      if (home !== null && !isWithin(positions, home, target)) return null;
      return lines.placeParts(target);
    }),
    regionsInside: memo((target) =>
      disjoint(
        largestOf(
          ownRegions.filter((own) => regionHolds(target, own)),
          regionHolds,
        ),
        regionsMeet,
      ),
    ),
    hasPlace: lines.hasPlace,
    factAt: lines.factAt,
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

/** Remembers what was computed for each key, a whole number ≥ 0. */
export function memo<T extends NonNullable<unknown> | null>(compute: (key: number) => T): (key: number) => T {
  const known: (T | undefined)[] = [];
  return (key) => {
    let found = known[key];
    if (found === undefined) {
      found = compute(key);
      known[key] = found;
    }
    return found;
  };
}
