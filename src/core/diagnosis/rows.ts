import type { CheckContext } from "../checks/check";
import { checkOf } from "../checks/equations";
import { totalDown } from "../checks/total-down";
import { placeContains, type Positions } from "../facts/positions";
import { blockIndexOf, CellState, hasAmount, type BlockFacts, type Facts } from "../facts/facts";
import { isBareTotal } from "../forms/words";
import type { Explanation } from "./explanation";
import { shiftsOf, type State } from "./state";

/** A row that is there twice or not at all touches many cells by one slip. */
const ROW_COST = 0.5;

/** Explanations by a row printed twice or left out, in blocks where sums down a column fail. */
export function rowExplanations(context: CheckContext, state: State, open: readonly number[]): Explanation[] {
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
      ...missingRows(context, state, block, blockIndex, equations),
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
 * failing sums hold.
 */
function missingRows(
  { facts, positions }: CheckContext,
  state: State,
  found: BlockFacts,
  blockIndex: number,
  failing: readonly number[],
): Explanation[] {
  const own = new Set(placesOf(positions, found));
  const elsewhere = new Map<number, { readonly label: string; readonly code: string }>();
  facts.blocks.forEach((other, at) => {
    if (at === blockIndex) return;
    other.block.rows.forEach((row, line) => {
      const place = positions.place[other.offset + line * other.block.columns.length] ?? -1;
      if (place < 0 || own.has(place) || elsewhere.has(place)) return;
      const code = row.place?.function ?? row.place?.unit;
      if (code !== undefined && code !== null && !isBareTotal(row.label))
        elsewhere.set(place, { label: row.label, code });
    });
  });
  return [...elsewhere].flatMap(([place, { label, code }]) => {
    const shifts = new Map<number, number>();
    let agreeing = 0;
    for (const at of failing) {
      const total = state.system.equations.total[at] ?? -1;
      if (!contains(positions, total, place)) continue;
      const amount = amountElsewhere(facts, positions, place, positions.region[total] ?? -1);
      // Where no other table prints the amount, the gap itself tells it.
      const shift = amount === null ? -state.residual(at) : -amount;
      if (amount !== null && state.holds(at, shift)) agreeing++;
      shifts.set(at, shift);
    }
    const [first] = explanation(state, "missingRow", insertionPoint(facts, found, code, shifts), shifts);
    if (first === undefined || agreeing === 0 || first.mended.length < shifts.size) return [];
    return [{ ...first, row: { label: `${code} ${label}`, row: insertionRow(found, code) } }];
  });
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

/** The amount other tables print for a place and region; null where none does. */
function amountElsewhere(
  facts: Facts,
  { place, region }: Positions,
  at: number,
  what: number,
): number | null {
  if (what < 0) return null;
  for (let fact = 0; fact < facts.count; fact++) {
    if (place[fact] === at && region[fact] === what && facts.state[fact] === CellState.number) {
      return facts.value[fact] ?? 0;
    }
  }
  return null;
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
