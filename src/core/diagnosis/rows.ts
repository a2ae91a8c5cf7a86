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
/** A row that says just what another says tells by itself that it is one too many: likelier than a wrong amount in it. */
const COPY_COST = -0.1;
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
  const seen = new Map<string, readonly number[]>();
  return found.block.rows.flatMap(({ place }, line) => {
    if (place === null) return [];
    const key = `${place.unit ?? ""}|${place.function ?? ""}`;
    const own = lineFacts(found, line);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, own);
      return [];
    }
    const changes = new Map(
      own.filter((fact) => hasAmount(facts, fact)).map((fact) => [fact, -(facts.value[fact] ?? 0)]),
    );
    const isCopy = own.every((fact, at) => facts.value[fact] === facts.value[earlier[at] ?? -1]);
    const cost = isCopy ? COPY_COST : ROW_COST;
    return explanation(state, "duplicateRow", { changes, shifts: shiftsOf(state.system, changes), cost });
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
  const lengths = new Set(found.block.rows.map(({ place }) => place?.function?.length ?? 0));
  return [...candidates].slice(0, MOST_CANDIDATES).flatMap((place) => {
    const rows = printed.rowsOf(place);
    // 208, 20805 and 2080505 may be the same place: meant is the one such as the block prints.
    const row = rows.find(({ function: code }) => lengths.has(code?.length ?? 0)) ?? rows[0];
    if (row === undefined) return [];
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
    const line = insertionLine(found, row);
    const changes = insertionPoint(state.system.facts, found, line, shifts);
    const [first] = explanation(state, "missingRow", { changes, shifts, cost: ROW_COST });
    if (first === undefined || agreeing === 0 || first.mended.length < shifts.size) return [];
    return [{ ...first, row: { name: nameOf(found, row), row: insertionRow(found, line) } }];
  });
}

/** A row of a code or of a unit that some table prints. */
interface PrintedRow {
  readonly unit: string | null;
  readonly function: string | null;
  readonly label: string;
}

/** “2013801 行政运行”; in a block of several units with the unit's own name: “乙单位”的“2013801 行政运行”. */
function nameOf({ block }: BlockFacts, row: PrintedRow): string {
  const own = `“${[row.function ?? row.unit ?? "", row.label].join(" ")}”`;
  const units = new Set(
    block.rows.flatMap(({ place }) => (typeof place?.function === "string" ? (place.unit ?? []) : [])),
  );
  if (row.function === null || row.unit === null || units.size < 2) return own;
  const unit = block.rows.find(({ place }) => place?.function === null && place.unit === row.unit);
  return `“${unit?.label.trim() ?? row.unit}”的${own}`;
}

/** What the tables print, by place and region of the model. */
export interface PrintedAmounts {
  /** Places that print this amount (厘), to the last shown place of 万元, for the region. */
  placesWith(region: number, amount: number): readonly number[];
  amountAt(place: number, region: number): number | null;
  /** Rows that print a place, one of each code; none for totals. */
  rowsOf(place: number): readonly PrintedRow[];
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
    const rows = new Map<number, PrintedRow[]>();
    for (const { block, offset } of facts.blocks) {
      block.rows.forEach((row, line) => {
        const at = place[offset + line * block.columns.length] ?? -1;
        const { unit = null, function: code = null } = row.place ?? {};
        if (at < 0 || (code ?? unit) === null || isBareTotal(row.label)) return;
        const known = rows.get(at) ?? [];
        if (known.some((one) => one.function === code)) return;
        rows.set(at, [...known, { unit, function: code, label: row.label }]);
      });
    }
    return { amounts, byAmount, rows };
  });
  return {
    placesWith: (what, amount) =>
      [-1, 0, 1].flatMap((step) => index().byAmount.get(amountKey(what, amount + step * LAST_PLACE)) ?? []),
    amountAt: (at, what) => (what < 0 ? null : (index().amounts.get(at * regions.length + what) ?? null)),
    rowsOf: (at) => index().rows.get(at) ?? [],
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
  { changes, shifts, cost }: Pick<Explanation, "changes" | "shifts"> & { readonly cost: number },
): Explanation[] {
  const outcome = state.outcome(shifts);
  const merit = outcome.mended.length - outcome.broken - cost;
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

/** Position in the block before which a row belongs: among those of its unit by its code, else by its unit. */
function insertionLine({ block: { rows } }: BlockFacts, { unit, function: code }: PrintedRow): number {
  const isOfUnit = (line: number): boolean => (rows[line]?.place?.unit ?? null) === unit;
  const lines = rows.map((_, line) => line);
  const own = code === null ? [] : lines.filter(isOfUnit);
  const line =
    own.length === 0
      ? rows.findIndex(({ place }) => (place?.unit ?? "") > (unit ?? ""))
      : (own.find((at) => (rows[at]?.place?.function ?? "") > (code ?? "")) ?? (own.at(-1) ?? 0) + 1);
  return line < 0 ? rows.length : line;
}

/** Row of the sheet, 0-based, of a position in the block, or after the last. */
function insertionRow({ block: { rows } }: BlockFacts, line: number): number {
  return rows[line]?.row ?? (rows.at(-1)?.row ?? 0) + 1;
}

/** A fact in the first column the row has an amount in, with that amount. */
function insertionPoint(
  facts: Facts,
  found: BlockFacts,
  line: number,
  shifts: Explanation["shifts"],
): Explanation["changes"] {
  const there = Math.min(line, found.block.rows.length - 1);
  const fact = lineFacts(found, there).find((candidate) => hasAmount(facts, candidate)) ?? found.offset;
  return new Map([[fact, Math.max(...[...shifts.values()].map((shift) => -shift), 0)]]);
}
