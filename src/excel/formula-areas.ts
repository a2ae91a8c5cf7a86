import { rememberedOf } from "../core/remembered";
import type { CellRange } from "../core/workbook/address";
import type { SheetSnapshot } from "../core/workbook/snapshot";

/** Rectangles of formulas asked for one by one; where there would be more, what lies between them comes along. */
const MOST_AREAS = 40;

/** Rectangles that hold all formulas of a sheet, as few as neighbours give; they do not overlap. */
export const formulaAreas: (sheet: SheetSnapshot) => readonly CellRange[] = rememberedOf((sheet) => {
  const areas = joined(rowRuns(sheet));
  return areas.length > MOST_AREAS ? [around(areas)] : areas;
});

/** Neighbours in a row as one range each, row by row. */
function rowRuns({ cells }: SheetSnapshot): CellRange[] {
  const runs: CellRange[] = [];
  for (const { row, column, formula } of cells) {
    if (formula === null) continue;
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}

/** Runs of the same columns in rows that follow each other become one. */
function joined(runs: readonly CellRange[]): CellRange[] {
  const done: CellRange[] = [];
  const open = new Map<string, CellRange>();
  for (const run of runs) {
    const key = `${String(run.left)}:${String(run.right)}`;
    const above = open.get(key);
    if (above?.bottom === run.top - 1) open.set(key, { ...above, bottom: run.bottom });
    else {
      if (above !== undefined) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}

function around(areas: readonly CellRange[]): CellRange {
  return areas.reduce((all, { top, left, bottom, right }) => ({
    top: Math.min(all.top, top),
    left: Math.min(all.left, left),
    bottom: Math.max(all.bottom, bottom),
    right: Math.max(all.right, right),
  }));
}
