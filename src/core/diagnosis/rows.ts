import type { CheckContext } from "../checks/check";
import { checkOf } from "../checks/equations";
import { totalDown } from "../checks/total-down";
import { placeContains, type Positions } from "../facts/positions";
import { membersOf } from "../facts/amount-groups";
import { blockIndexOf, hasAmount, type BlockFacts, type Facts } from "../facts/facts";
import { isBareTotal } from "../forms/words";
import type { Explanation } from "./explanation";
import { shiftsOf, type State } from "./state";

/** A row that is there twice or not at all touches many cells by one slip. */
const ROW_COST = 0.5;
/** 0.01 万元 in 厘. */
const LAST_PLACE = 1e5;
const MOST_CANDIDATES = 50;

/** Explanations by a row printed twice or left out, in blocks where sums down a column fail. */
export function rowExplanations(
  context: CheckContext,
  state: State,
  printed: PrintedAmounts,
  open: readonly number[],
): Explanation[] {
  const { facts } = context;
  const failing = new Map<number, number[]>();
  for (const at of open) {
    const { equations } = state.system;
    if (checkOf(equations, at) !== totalDown) continue;
    const block = blockIndexOf(facts, equations.total[at] ?? -1);
    const list = failing.get(block);
    if (list === undefined) failing.set(block, [at]);
    else list.push(at);
  }
  return [...failing].flatMap(([blockIndex, equations]) => {
    const block = facts.blocks[blockIndex];
    if (block === undefined) return [];
    return [
      ...duplicateRows(context, state, block),
      ...missingRows(context, state, printed, block, equations),
    ];
  });
}

function lineFacts({ block, offset }: BlockFacts, line: number): number[] {
  const width = block.columns.length;
  return block.columns.map((_, column) => offset + line * width + column);
}

/** Rows of the same unit and code as an earlier row of the block. */
function duplicateRows({ facts }: CheckContext, state: State, found: BlockFacts): Explanation[] {
  const seen = new Set<string>();
  return found.block.rows.flatMap(({ place }, line) => {
    if (place === null) return [];
    const key = `${place.unit ?? ""}|${place.function ?? ""}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const changes = new Map(
      lineFacts(found, line)
        .filter((fact) => hasAmount(facts, fact))
        .map((fact) => [fact, -(facts.value[fact] ?? 0)]),
    );
    return explanation(state, "duplicateRow", changes, shiftsOf(state.system, changes));
  });
}

/**
 * Rows that other tables have and this block has not: put in, with the amounts printed elsewhere, they must make the
 * failing sums hold. Only places that print just the amount some failing sum lacks need looking at.
 */
function missingRows(
  { positions }: CheckContext,
  state: State,
  printed: PrintedAmounts,
  found: BlockFacts,
  failing: readonly number[],
): Explanation[] {
  const own = new Set(placesOf(positions, found));
  const totalOf = (at: number): number => state.system.equations.total[at] ?? -1;
  const regionOf = (at: number): number => positions.region[totalOf(at)] ?? -1;
  const candidates = new Set(
    failing.flatMap((at) =>
      printed.placesWith(regionOf(at), state.residual(at)).filter((place) => !own.has(place)),
    ),
  );
  return [...candidates].slice(0, MOST_CANDIDATES).flatMap((place) => {
    const row = printed.rowOf(place);
    if (row === null) return [];
    const shifts = new Map<number, number>();
    let agreeing = 0;
    for (const at of failing) {
      if (!contains(positions, totalOf(at), place)) continue;
      const amount = printed.amountAt(place, regionOf(at));
      // Where no other table prints the amount, the gap itself tells it.
      const shift = amount === null ? -state.residual(at) : -amount;
      if (amount !== null && state.holds(at, shift)) agreeing++;
      shifts.set(at, shift);
    }
    const [first] = explanation(
      state,
      "missingRow",
      insertionPoint(state.system.facts, found, row.code, shifts),
      shifts,
    );
    if (first === undefined || agreeing === 0 || first.mended.length < shifts.size) return [];
    return [{ ...first, row: { label: `${row.code} ${row.label}`, row: insertionRow(found, row.code) } }];
  });
}

/** What the tables print, by place and region of the model. */
export interface PrintedAmounts {
  /** Places that print this amount (厘), to the last shown place of 万元, for the region. */
  placesWith(region: number, amount: number): readonly number[];
  amountAt(place: number, region: number): number | null;
  /** Code and name of a place that some row prints; null for totals. */
  rowOf(place: number): { readonly code: string; readonly label: string } | null;
}

/** Index of what is printed, made when first asked. */
export function printedAmounts({ facts, positions, groups }: CheckContext): PrintedAmounts {
  const { place, region, regions } = positions;
  const index = once(() => {
    const amounts = new Map<number, number>();
    const byAmount = new Map<string, number[]>();
    for (const first of groups.first) {
      const fact = membersOf(groups, first).find((member) => hasAmount(facts, member));
      if (fact === undefined) continue;
      const at = place[fact] ?? -1;
      const what = region[fact] ?? -1;
      const amount = facts.value[fact] ?? 0;
      amounts.set(at * regions.length + what, amount);
      const key = amountKey(what, amount);
      const list = byAmount.get(key);
      if (list === undefined) byAmount.set(key, [at]);
      else list.push(at);
    }
    const rows = new Map<number, { code: string; label: string }>();
    for (const { block, offset } of facts.blocks) {
      block.rows.forEach((row, line) => {
        const at = place[offset + line * block.columns.length] ?? -1;
        const code = row.place?.function ?? row.place?.unit ?? null;
        if (at >= 0 && code !== null && !isBareTotal(row.label) && !rows.has(at))
          rows.set(at, { code, label: row.label });
      });
    }
    return { amounts, byAmount, rows };
  });
  return {
    placesWith: (what, amount) =>
      [-1, 0, 1].flatMap((step) => index().byAmount.get(amountKey(what, amount + step * LAST_PLACE)) ?? []),
    amountAt: (at, what) => (what < 0 ? null : (index().amounts.get(at * regions.length + what) ?? null)),
    rowOf: (at) => index().rows.get(at) ?? null,
  };
}

/** Computes when first asked, and remembers. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

function amountKey(region: number, amount: number): string {
  return `${String(region)} ${String(Math.round(amount / LAST_PLACE))}`;
}

function explanation(
  state: State,
  kind: "duplicateRow" | "missingRow",
  changes: Explanation["changes"],
  shifts: Explanation["shifts"],
): Explanation[] {
  const outcome = state.outcome(shifts);
  const merit = outcome.mended.length - outcome.broken - ROW_COST;
  return merit > 0 ? [{ kind, changes, followers: [], shifts, ...outcome, merit }] : [];
}

function placesOf({ place }: Positions, { block, offset }: BlockFacts): number[] {
  return block.rows.map((_, line) => place[offset + line * block.columns.length] ?? -1);
}

function contains({ place, places }: Positions, total: number, inner: number): boolean {
  const outer = places[place[total] ?? -1];
  const part = places[inner];
  return outer !== undefined && part !== undefined && placeContains(outer, part);
}

/** The row of the block before which a code belongs; after the last where there is none. */
function insertionLine({ block }: BlockFacts, code: string): number {
  const line = block.rows.findIndex(({ place }) => {
    const own = place?.function ?? null;
    return own !== null && own > code;
  });
  return line < 0 ? block.rows.length : line;
}

/** Row of the sheet, 0-based, in which the missing row belongs. */
function insertionRow(found: BlockFacts, code: string): number {
  const { rows } = found.block;
  const line = insertionLine(found, code);
  return rows[line]?.row ?? (rows.at(-1)?.row ?? 0) + 1;
}

/** A fact in the first column the row has an amount in, with that amount. */
function insertionPoint(
  facts: Facts,
  found: BlockFacts,
  code: string,
  shifts: Explanation["shifts"],
): Explanation["changes"] {
  const line = Math.min(insertionLine(found, code), found.block.rows.length - 1);
  const fact = lineFacts(found, line).find((candidate) => hasAmount(facts, candidate)) ?? found.offset;
  return new Map([[fact, Math.max(...[...shifts.values()].map((shift) => -shift), 0)]]);
}
