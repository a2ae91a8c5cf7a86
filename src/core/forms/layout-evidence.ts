import type { SheetGrid } from "../workbook/grid";
import { isAmountLike, readNumber } from "../workbook/number";
import type { ColumnSum } from "./header-tree";
import type { RowSum } from "./table";

/*
 * Without a form, the layout only suggests what adds up. A suggestion counts where the amounts bear it out in at least
 * half of the lines, so that one wrong amount is found and a wrong guess says nothing.
 */

/** Amounts of a block, line by line; 0 where blank, NaN where a cell holds no number. */
export type AmountGrid = readonly (readonly number[])[];

export function amountGrid(grid: SheetGrid, rows: readonly number[], columns: readonly number[]): AmountGrid {
  return rows.map((row) =>
    columns.map((column) => {
      const cell = grid.at(row, column);
      if (cell === undefined) return 0;
      const reading = readNumber(cell.value);
      if (reading.kind === "none") return 0;
      return reading.kind === "number" && (isAmountLike(cell.value) || reading.typed === "text")
        ? reading.value
        : Number.NaN;
    }),
  );
}

export function transposed(amounts: AmountGrid): AmountGrid {
  return (amounts[0] ?? []).map((_, column) => amounts.map((line) => line[column] ?? 0));
}

/** What rounding to two decimals may take from an amount. */
const HALF_PLACE = 0.005;

interface Tally {
  /** Lines in which the sum says something. */
  readonly lines: number;
  readonly holding: number;
}

/** In how many lines a sum over their positions holds. */
function tally({ total, parts, relation }: RowSum | ColumnSum, lines: AmountGrid): Tally {
  let count = 0;
  let holding = 0;
  for (const line of lines) {
    const whole = line[total] ?? 0;
    const values = parts.map((part) => line[part] ?? 0);
    if (Number.isNaN(whole) || values.some(Number.isNaN)) continue;
    if (whole === 0 && values.every((value) => value === 0)) continue;
    const sum = values.reduce((rest, value) => rest + value, 0);
    const slack = HALF_PLACE * (values.length + 1) + Math.abs(whole) * 1e-12;
    count++;
    if (relation === "equal" ? Math.abs(whole - sum) <= slack : whole >= sum - slack) holding++;
  }
  return { lines: count, holding };
}

/** Sums that the amounts bear out; a sum that can be tried in a single line counts on its own word. */
export function borneOut<T extends RowSum | ColumnSum>(sums: readonly T[], lines: AmountGrid): T[] {
  return sums.filter((sum) => {
    const { lines: count, holding } = tally(sum, lines);
    return count <= 1 || holding * 2 >= count;
  });
}

/** Whether a sum holds in one of the lines at least. */
export function holdsSomewhere(sum: RowSum | ColumnSum, lines: AmountGrid): boolean {
  return tally(sum, lines).holding > 0;
}

/**
 * Sums of which the amounts bear out all parts, or those that are understood: a column or line that nobody knows is left
 * out where it does not fit, and a sum it is the whole of as well.
 */
export function fitting<T extends RowSum | ColumnSum>(
  sums: readonly T[],
  isKnown: (position: number) => boolean,
  lines: AmountGrid,
): T[] {
  return sums.flatMap((sum) => {
    const known = sum.parts.filter(isKnown);
    if (known.length === sum.parts.length && isKnown(sum.total)) return [sum];
    if (borneOut([sum], lines).length > 0) return [sum];
    return isKnown(sum.total) && known.length > 0 ? [{ ...sum, parts: known }] : [];
  });
}

/**
 * A list in which nothing marks the parts of a line: lines that follow it and add up to it, in every column, are taken
 * for its parts; the totals of the list are then made of what is left. Empty where there is no such line.
 */
export function unmarkedParts(list: readonly RowSum[], byColumn: AmountGrid): RowSum[] {
  const flat = list.filter(({ relation }) => relation === "equal");
  const isTotal = new Set(flat.map(({ total }) => total));
  const lines = [...new Set(flat.flatMap(({ parts }) => parts))].sort((a, b) => a - b);
  const inner = new Set<number>();
  const found: RowSum[] = [];
  for (let at = 0; at < lines.length; at++) {
    const total = lines[at] ?? 0;
    if (isTotal.has(total)) continue;
    const last = partsThatAddUp(lines, at, isTotal, byColumn);
    if (last < 0) continue;
    const parts = lines.slice(at + 1, last + 1);
    found.push({ total, parts, relation: "equal" });
    for (const part of parts) inner.add(part);
    at = last;
  }
  if (found.length === 0) return [];
  const rest = flat.map((sum) => ({ ...sum, parts: sum.parts.filter((part) => !inner.has(part)) }));
  return [...found, ...rest];
}

/** Lines that one line may be the sum of, at the most. */
const MOST_PARTS = 60;

/** Position in `lines` of the last of the lines after `at` that add up to it in every column; −1 where none do. */
function partsThatAddUp(
  lines: readonly number[],
  at: number,
  isTotal: ReadonlySet<number>,
  byColumn: AmountGrid,
): number {
  const whole = byColumn.map((column) => column[lines[at] ?? 0] ?? 0);
  if (whole.every((value) => value === 0) || whole.some(Number.isNaN)) return -1;
  const sums = whole.map(() => 0);
  for (let end = at + 1; end < lines.length && end - at <= MOST_PARTS; end++) {
    const part = lines[end] ?? 0;
    if (isTotal.has(part)) return -1;
    byColumn.forEach((column, index) => (sums[index] = (sums[index] ?? 0) + (column[part] ?? 0)));
    const terms = end - at + 1;
    if (end > at + 1 && sums.every((sum, index) => Math.abs((whole[index] ?? 0) - sum) <= HALF_PLACE * terms))
      return end;
  }
  return -1;
}

/**
 * Of several ways to add up, the one the amounts bear out best: by sums that hold, less those that fail. One slip breaks
 * two sums of a way at the most, its own and the one it is a part of: a way of which more fail than hold, and more than
 * one slip can break, is none.
 */
export function bestWay(ways: readonly (readonly RowSum[])[], lines: AmountGrid): readonly RowSum[] {
  let best: { way: readonly RowSum[]; holding: number; failing: number } = {
    way: [],
    holding: 0,
    failing: 0,
  };
  for (const way of ways) {
    const tallies = way.filter(({ relation }) => relation === "equal").map((sum) => tally(sum, lines));
    const holding = tallies.reduce((sum, one) => sum + one.holding, 0);
    const failing = tallies.reduce((sum, one) => sum + one.lines - one.holding, 0);
    if (way.length === 0 || (failing > holding && failing > (holding > 0 ? 2 : 1))) continue;
    const merit = holding - failing;
    if (best.way.length === 0 || merit > best.holding - best.failing) best = { way, holding, failing };
  }
  return best.way;
}
