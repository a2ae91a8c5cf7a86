import { BUDGET, EVERYTHING, isEmpty, regionKey, type Region } from "../classification/region";
import { worded, type WordedRegion } from "../classification/region-words";
import { narrow, regionOf, saysSomething, type Meaning } from "../forms/vocabulary";
import { unitNamed } from "../forms/row-places";
import { codeTree, functionParent, spansOf, unitParents, type Span } from "./code-tree";
import { codedLines, NO_PLACE } from "./coded-lines";
import { CellState, type Facts } from "./facts";
import { PairIndex } from "./pair-index";

/** The budget units and functional classes a row is about, as runs of leaves of their trees. */
export interface Place {
  readonly unit: Span;
  readonly function: Span;
}

/**
 * Where every fact stands in the classification model. Facts with the same place and region are one and the same
 * amount.
 */
export interface Positions {
  /** Id of the place of each fact, −1 where unknown. */
  readonly place: Int32Array;
  /** Id of the region of each fact; `UNKNOWN_REGION` or `NO_MONEY` where it has none. */
  readonly region: Int32Array;
  readonly places: readonly Place[];
  readonly regions: readonly Region[];
  /** The regions once more, fit to be compared for every pair of them. */
  readonly wordedRegions: readonly WordedRegion[];
  /** The places once more, as columns. */
  readonly spans: PlaceSpans;
  /** Region that all amounts of a block lie in. */
  readonly scopes: readonly Region[];
  /** The same, of measures other than the budget: nothing is known to be without money there. */
  readonly otherScopes: readonly Region[];
  /** Places of the projects that tables are about, by their names. */
  readonly projects: ReadonlyMap<string, Place>;
}

/** Of every place the first leaves of its unit and function, and the ones after the last. */
export interface PlaceSpans {
  readonly unitStart: Int32Array;
  readonly unitEnd: Int32Array;
  readonly functionStart: Int32Array;
  readonly functionEnd: Int32Array;
}

/** The headings or the line are not understood. */
export const UNKNOWN_REGION = -1;
/** Understood, but the workbook has no money of that kind at all. */
export const NO_MONEY = -2;

/** Maps all facts to the model. */
export function positionFacts(facts: Facts): Positions {
  const raw = rawRegions(facts);
  const live = liveAtoms(facts, raw);
  const { items: regions, idOf } = numbered(regionKey);
  const reducedIds = raw.regions.map((region) => {
    const reduced = reduce(region, live);
    return isEmpty(reduced) ? NO_MONEY : idOf(reduced);
  });
  const { region } = raw;
  for (let index = 0; index < facts.count; index++) {
    region[index] = reducedIds[region[index] ?? -1] ?? UNKNOWN_REGION;
  }
  const { place, places, projects } = placeFacts(facts);
  const otherScopes = facts.blocks.map(({ table, block }) => regionOf(narrow(table.scope, block.defaults)));
  const scopes = otherScopes.map((scope) => reduce(scope, live));
  return {
    place,
    region,
    places,
    regions,
    wordedRegions: regions.map(worded),
    spans: {
      unitStart: Int32Array.from(places, ({ unit }) => unit.start),
      unitEnd: Int32Array.from(places, ({ unit }) => unit.end),
      functionStart: Int32Array.from(places, (one) => one.function.start),
      functionEnd: Int32Array.from(places, (one) => one.function.end),
    },
    scopes,
    otherScopes,
    projects,
  };
}

interface RawRegions {
  readonly region: Int32Array;
  readonly regions: readonly Region[];
}

/** The region of each fact as the tables say it, before anything is known about which atoms are in use. */
function rawRegions(facts: Facts): RawRegions {
  const region = new Int32Array(facts.count).fill(UNKNOWN_REGION);
  const { items: regions, idOf: regionId } = numbered(regionKey);
  const idOf = (meaning: Meaning): number => regionId(regionOf(meaning));
  for (const { table, block, offset } of facts.blocks) {
    const width = block.columns.length;
    const columnMeanings = block.columns.map(({ meaning }) =>
      meaning === null ? null : narrow(table.scope, narrow(block.defaults, meaning)),
    );
    const columnIds = columnMeanings.map((meaning) => (meaning === null ? UNKNOWN_REGION : idOf(meaning)));
    const usual = Int32Array.from(columnIds);
    for (let line = 0, start = offset; line < block.rows.length; line++, start += width) {
      const says = block.rows[line]?.meaning ?? NOTHING_SAID;
      if (!saysSomething(says)) region.set(usual, start);
      else {
        columnMeanings.forEach((meaning, column) => {
          if (meaning !== null) region[start + column] = idOf(narrow(meaning, says));
        });
      }
    }
  }
  return { region, regions };
}

const NOTHING_SAID: Meaning = {};

/**
 * Atoms that are in use. Where the totals of the workbook show that there is no money of a kind at all (no
 * government fund this year and none carried over; no administrative unit), what is left is the same as everything:
 * 预算03表 and 预算07表 must then agree. A blank counts as none.
 */
function liveAtoms(facts: Facts, raw: RawRegions): Region {
  const top = topPositions(facts);
  const filled = filledRegions(facts, raw);
  let live: Region = { ...EVERYTHING, measure: BUDGET };
  for (const axis of ["flow", "kind", "economic"] as const) {
    let nil = 0n;
    for (const index of top) {
      const region = raw.regions[raw.region[index] ?? -1];
      if (region === undefined || region.measure !== BUDGET || isAmount(facts, index)) continue;
      if (isEverythingBut(axis, region, live)) nil |= region[axis];
    }
    for (const region of filled) {
      // An amount where there should be none: then there is some after all.
      if ((region[axis] & ~nil) === 0n) nil &= ~region[axis];
    }
    live = { ...live, [axis]: live[axis] & ~nil };
  }
  return live;
}

/** Regions in which some amount stands. */
function filledRegions(facts: Facts, { region, regions }: RawRegions): Region[] {
  const seen = new Uint8Array(regions.length);
  for (let index = 0; index < facts.count; index++) {
    const id = region[index] ?? -1;
    if (id >= 0 && isAmount(facts, index)) seen[id] = 1;
  }
  return regions.filter((_, id) => seen[id] === 1);
}

function isAmount(facts: Facts, index: number): boolean {
  return facts.state[index] === CellState.unreadable || facts.value[index] !== 0;
}

/** True where a region leaves all dimensions but one open. */
function isEverythingBut(axis: "flow" | "kind" | "economic", region: Region, live: Region): boolean {
  const open = {
    flow: (region.flow & live.flow) === live.flow,
    kind: (region.kind & live.kind) === live.kind,
    economic: (region.economic & live.economic) === live.economic,
  };
  return (
    (axis === "flow" || open.flow) && (axis === "kind" || open.kind) && (axis === "economic" || open.economic)
  );
}

/** Facts about all units and all functional classes. */
function topPositions(facts: Facts): number[] {
  const positions: number[] = [];
  for (const { block, offset } of facts.blocks) {
    block.rows.forEach(({ place }, line) => {
      if (place === null || place.unit !== null || place.function !== null) return;
      for (let column = 0; column < block.columns.length; column++) {
        positions.push(offset + line * block.columns.length + column);
      }
    });
  }
  return positions;
}

function reduce(region: Region, live: Region): Region {
  if (region.measure !== BUDGET) return region;
  return {
    flow: region.flow & live.flow,
    kind: region.kind & live.kind,
    economic: region.economic & live.economic,
    measure: region.measure,
  };
}

function placeFacts(facts: Facts): Pick<Positions, "place" | "places" | "projects"> {
  const lines = codedLines(facts);
  const units = usedCodes(lines.unitCodes, lines.isUsed.unit);
  const functions = usedCodes(lines.functionCodes, lines.isUsed.function);
  const unitTree = codeTree(units, unitParents(units));
  const functionTree = codeTree(functions, functionParent);
  const unitSpans = spansOf(unitTree, units, lines.unitCodes);
  const functionSpans = spansOf(functionTree, functions, lines.functionCodes);
  const place = new Int32Array(facts.count).fill(-1);
  const places: Place[] = [];
  const ids = new PairIndex(unitSpans.spans.length, functionSpans.spans.length);
  let at = 0;
  for (const { block, offset } of facts.blocks) {
    const width = block.columns.length;
    for (let start = offset; start < offset + block.rows.length * width; start += width, at++) {
      const unit = unitSpans.idOf[lines.unit[at] ?? NO_PLACE] ?? -1;
      const code = functionSpans.idOf[lines.function[at] ?? NO_PLACE] ?? -1;
      if (unit < 0 || code < 0) continue;
      const id = ids.idOf(unit, code);
      if (id === places.length) {
        places.push({
          unit: unitSpans.spans[unit] ?? NO_SPAN,
          function: functionSpans.spans[code] ?? NO_SPAN,
        });
      }
      place.fill(id, start, start + width);
    }
  }
  const projects = new Map<string, Place>();
  for (const { about } of facts.tables) {
    const key = about.project === null ? null : unitNamed(about.project);
    if (about.project === null || key === null || !unitTree.has(key)) continue;
    projects.set(about.project, { unit: unitTree.span(key), function: functionTree.span(null) });
  }
  return { place, places, projects };
}

function usedCodes(codes: readonly (string | null)[], isUsed: Uint8Array): ReadonlySet<string> {
  return new Set(codes.filter((code, id): code is string => code !== null && isUsed[id] === 1));
}

const NO_SPAN: Span = { start: 0, end: 0 };

/** Numbers items 0, 1, 2 …, the same number for those with the same key. */
function numbered<T>(keyOf: (item: T) => string): { readonly items: readonly T[]; idOf(item: T): number } {
  const items: T[] = [];
  const ids = new Map<string, number>();
  return {
    items,
    idOf(item) {
      const key = keyOf(item);
      let id = ids.get(key);
      if (id === undefined) {
        id = items.length;
        ids.set(key, id);
        items.push(item);
      }
      return id;
    },
  };
}

/** True where everything of `inner` is part of `outer`. */
export function placeContains(outer: Place, inner: Place): boolean {
  return spanContains(outer.unit, inner.unit) && spanContains(outer.function, inner.function);
}

function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a fact is mapped to the model. */
export function isClassified({ place, region }: Positions, index: number): boolean {
  return (place[index] ?? -1) >= 0 && region[index] !== UNKNOWN_REGION;
}
