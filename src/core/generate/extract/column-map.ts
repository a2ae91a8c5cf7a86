import { wordsFit } from "./cell-pattern";
import type { SheetLines, SheetText } from "./sheet-lines";
import type { ShapeCell, TemplateShape } from "./template-shape";

/** Where the columns of a template stand in a sheet. All columns are 0-based. */
export interface ColumnMap {
  /** Column of the sheet for a template's column outside of repeated columns; null where it is not there. */
  columnOf(column: number): number | null;
  /** Columns of the sheet for a template's repeated column, one for each item. */
  columnsOf(column: number): readonly number[];
}

/** Rows at the top and at the bottom in which headings with a year or a name in them are looked for. */
const TOP_ROWS = 120;
const BOTTOM_ROWS = 40;

/** A heading over several columns says little about where the first of them is. */
const WIDE_LABEL = 0.3;

/** Columns beyond are no columns of a form. */
const WIDEST = 1000;

/**
 * Finds the columns of a template in a sheet by their headings, so that inserted, left-out and moved columns do not
 * matter; columns without headings stand where their neighbours put them.
 */
export function mapColumns(shape: TemplateShape, lines: SheetLines): ColumnMap {
  const width = Math.min(lines.width, WIDEST);
  const fixed = shape.columns.filter((column) => shape.blockOf(column) === null);
  const votes = headingVotes(shape, lines, width);
  const placed = inOrder(fixed, votes, width);
  placeMoved(fixed, votes, placed);
  placeUnnamed(fixed, shape, placed);
  const blocks = new Map(
    shape.blocks.map((block) => {
      const size = block.last - block.first + 1;
      const before = fixed.findLast((column) => column < block.first && placed.has(column));
      const after = fixed.find((column) => column > block.last && placed.has(column));
      const start = before === undefined ? block.first : (placed.get(before) ?? 0) + (block.first - before);
      const end = after === undefined ? width : (placed.get(after) ?? width) - (after - block.last - 1);
      const items = Math.max(0, Math.floor((end - start) / size));
      return [block, Array.from({ length: items }, (_, at) => start + at * size)] as const;
    }),
  );
  return {
    columnOf: (column) => placed.get(column) ?? null,
    columnsOf(column) {
      const block = shape.blockOf(column);
      return block === null ? [] : (blocks.get(block) ?? []).map((start) => start + column - block.first);
    },
  };
}

/** For each column of the template, how much its headings speak for each column of the sheet. */
type Votes = ReadonlyMap<number, ReadonlyMap<number, number>>;

function headingVotes(shape: TemplateShape, lines: SheetLines, width: number): Votes {
  const byKey = new Map<string, SheetText[]>();
  const near: SheetText[] = [];
  lines.rows.forEach((row, at) => {
    const isNear = at < TOP_ROWS || at >= lines.rows.length - BOTTOM_ROWS;
    for (const text of lines.textsOf(row)) {
      if (text.cell.column >= width) continue;
      const known = byKey.get(text.key);
      if (known === undefined) byKey.set(text.key, [text]);
      else known.push(text);
      if (isNear) near.push(text);
    }
  });
  const votes = new Map<number, Map<number, number>>();
  for (const label of shape.labels) {
    const { pattern } = label;
    const equal = pattern.kind === "constant" ? (byKey.get(pattern.key) ?? []) : [];
    const found =
      equal.length > 0 ? equal : near.filter((text) => wordsFit(pattern, text) > 0 || endsAlike(label, text));
    const columns = new Set(found.map(({ cell }) => cell.column));
    const weight =
      (label.isWide ? WIDE_LABEL : 1) / columns.size / (equal.length > 0 || pattern.kind === "mixed" ? 1 : 2);
    const own = votes.get(label.column) ?? new Map<number, number>();
    votes.set(label.column, own);
    for (const column of columns) own.set(column, (own.get(column) ?? 0) + weight);
  }
  return votes;
}

/** 得分 and 自评得分: one heading made longer in front. */
function endsAlike({ pattern }: ShapeCell, { key }: SheetText): boolean {
  if (pattern.kind !== "constant") return false;
  const [shorter, longer] = pattern.key.length < key.length ? [pattern.key, key] : [key, pattern.key];
  return shorter.length > 1 && longer.endsWith(shorter) && longer.length <= 2 * shorter.length;
}

/** A column in its old place is the likelier one where headings do not decide. */
const SAME_PLACE = 1e-3;

/** The best mapping that keeps the columns in their order. */
function inOrder(fixed: readonly number[], votes: Votes, width: number): Map<number, number> {
  const best: number[][] = Array.from({ length: fixed.length + 1 }, () => Array<number>(width + 1).fill(0));
  const gain = (at: number, column: number): number => {
    const own = fixed[at] ?? 0;
    const vote = votes.get(own)?.get(column) ?? 0;
    return vote === 0 ? 0 : vote + (own === column ? SAME_PLACE : 0);
  };
  for (let at = 1; at <= fixed.length; at++) {
    for (let column = 1; column <= width; column++) {
      const vote = gain(at - 1, column - 1);
      const line = best[at] ?? [];
      const above = best[at - 1] ?? [];
      line[column] = Math.max(
        above[column] ?? 0,
        line[column - 1] ?? 0,
        vote === 0 ? 0 : (above[column - 1] ?? 0) + vote,
      );
    }
  }
  const placed = new Map<number, number>();
  let column = width;
  for (let at = fixed.length; at > 0;) {
    const here = best[at]?.[column] ?? 0;
    if (here === (best[at - 1]?.[column] ?? 0)) at--;
    else if (column > 0 && here === (best[at]?.[column - 1] ?? 0)) column--;
    else {
      placed.set(fixed[at - 1] ?? 0, column - 1);
      at--;
      column--;
    }
  }
  return placed;
}

/** Columns that were moved over others: the place that just their heading names. */
function placeMoved(fixed: readonly number[], votes: Votes, placed: Map<number, number>): void {
  const taken = new Set(placed.values());
  for (const column of fixed) {
    if (placed.has(column)) continue;
    const candidates = [...(votes.get(column) ?? [])].filter(([to, vote]) => !taken.has(to) && vote >= 0.5);
    const [first] = candidates.sort(([, a], [, b]) => b - a);
    if (first === undefined) continue;
    placed.set(column, first[0]);
    taken.add(first[0]);
  }
}

/** Columns without a heading keep their distance to the next column that has one, the left one first. */
function placeUnnamed(fixed: readonly number[], shape: TemplateShape, placed: Map<number, number>): void {
  const named = fixed.filter((column) => placed.has(column));
  const taken = new Set(placed.values());
  const isBeside = (a: number, b: number): boolean =>
    !shape.blocks.some(({ first }) => Math.min(a, b) < first && first < Math.max(a, b));
  for (const column of fixed) {
    if (placed.has(column)) continue;
    const anchors = [named.findLast((other) => other < column), named.find((other) => other > column)].filter(
      (other) => other !== undefined,
    );
    const places = anchors
      .filter((other) => isBeside(other, column))
      .map((other) => (placed.get(other) ?? 0) + column - other);
    const place = anchors.length === 0 ? column : places.find((to) => to >= 0 && !taken.has(to));
    if (place === undefined) continue;
    placed.set(column, place);
    taken.add(place);
  }
}
