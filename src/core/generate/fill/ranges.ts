import type { CellRange } from "../../workbook/address";
import { runsOf, type Lines, type Run } from "./lines";

/** Where a template's ranges go. */
export interface RangeMap {
  /** The rectangles made from a range of the template: one where its lines stay together. */
  rangesOf(range: CellRange): CellRange[];
  rowRuns(top: number, bottom: number): readonly Run[];
}

/** @param height rows of the template @param width columns of the template */
export function rangeMap(rows: Lines, height: number, columns: Lines, width: number): RangeMap {
  const rowRuns = runFinder(rows, height);
  const columnRuns = runFinder(columns, width);
  return {
    rowRuns,
    rangesOf: ({ top, left, bottom, right }) =>
      rowRuns(top, bottom).flatMap((row) =>
        columnRuns(left, right).map((column) => ({
          top: row.first,
          left: column.first,
          bottom: row.last,
          right: column.last,
        })),
      ),
  };
}

function runFinder(lines: Lines, length: number): (from: number, to: number) => readonly Run[] {
  const known = new Map<string, readonly Run[]>();
  return (from, to) => {
    const key = `${String(from)}:${String(to)}`;
    let runs = known.get(key);
    if (runs === undefined) {
      runs = linesFrom(lines, length, from, to);
      known.set(key, runs);
    }
    return runs;
  };
}

function linesFrom(lines: Lines, length: number, from: number, to: number): Run[] {
  const made: number[] = [];
  lines.templateLines.forEach((line, at) => {
    if (from <= line && line <= to) made.push(at);
  });
  const runs = runsOf(made);
  if (to < length) return runs;
  // Below the template there is nothing that repeats.
  const beyond = { first: Math.max(from, length), last: to };
  const shift = lines.templateLines.length - length;
  const last = runs.at(-1);
  if (last === undefined || last.last + 1 !== beyond.first + shift)
    return [...runs, { first: beyond.first + shift, last: beyond.last + shift }];
  return [...runs.slice(0, -1), { first: last.first, last: beyond.last + shift }];
}

/** Rectangles put together where they fill a larger one, first downwards, then across. */
export function joinedRanges(ranges: readonly CellRange[]): CellRange[] {
  const down = joinedAlong(
    [...ranges].sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top),
    (before, next) =>
      before.left === next.left && before.right === next.right && before.bottom + 1 === next.top
        ? { ...before, bottom: next.bottom }
        : null,
  );
  return joinedAlong(
    down.sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left),
    (before, next) =>
      before.top === next.top && before.bottom === next.bottom && before.right + 1 === next.left
        ? { ...before, right: next.right }
        : null,
  );
}

function joinedAlong(
  ranges: readonly CellRange[],
  join: (before: CellRange, next: CellRange) => CellRange | null,
): CellRange[] {
  const joined: CellRange[] = [];
  for (const range of ranges) {
    const before = joined.at(-1);
    const both = before === undefined ? null : join(before, range);
    if (both === null) joined.push(range);
    else joined[joined.length - 1] = both;
  }
  return joined;
}
