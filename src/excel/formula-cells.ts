import { rangeToA1, type CellAddress, type CellRange } from "../core/workbook/address";
import type { FrozenCell } from "../core/workbook/host";
import { cellsOf } from "./cells";
import { breathe } from "./excel-run";
import { planTrips } from "./reading-plan";
import { RANGE_BYTES, tripsOf, type Step } from "./step";

/** A filled cell as it is now, with its number format; `formula` is "" where there is none. */
export interface ReadCell extends FrozenCell {
  readonly format: string;
}

export async function readCells(
  context: Excel.RequestContext,
  sheetId: string,
  range: CellRange,
): Promise<readonly ReadCell[]> {
  const all: ReadCell[] = [];
  for (const trip of planTrips([{ sheetId, range }])) {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const requests = trip.map((block) => {
      const read = sheet.getRange(rangeToA1(block.range)).untrack();
      return { block, read: read.load("values,formulas,numberFormat") };
    });
    await context.sync();
    for (const { block, read } of requests) {
      const { top, left } = block.range;
      const { values, formulas } = read;
      const numberFormat = read.numberFormat as unknown[][];
      for (const cell of cellsOf({ top, left, values, formulas, numberFormat, text: [] })) {
        const { row, column, value } = cell;
        const format = String(numberFormat[row - top]?.[column - left] ?? "");
        all.push({ row, column, value, formula: cell.formula ?? "", format });
      }
    }
    await breathe();
  }
  return all;
}

/** What is written into a cell: a formula, or a value as it is to be typed. */
export type Typed = string | number | boolean;

/**
 * Writes the cells and nothing else, in as few round trips as they fit in.
 * @param content what becomes of a cell
 */
export async function writeCells<T extends CellAddress>(
  context: Excel.RequestContext,
  sheetId: string,
  cells: readonly T[],
  content: (cell: T) => Typed,
): Promise<void> {
  const steps = bandsOf(cells).map((band) => writeStep(band, content));
  if (steps.length === 0) return;
  for (const trip of tripsOf(steps)) {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    for (const { run } of trip) run(sheet);
    await context.sync();
    await breathe();
  }
}

/** Cells of one block of writing, those between them included. */
const BLOCK_CELLS = 20_000;

/** The cells in bands of rows that are not too large. */
function bandsOf<T extends CellAddress>(cells: readonly T[]): T[][] {
  const all = boundsOf(cells);
  if (all === null) return [];
  const height = Math.max(1, Math.floor(BLOCK_CELLS / (all.right - all.left + 1)));
  const bands = new Map<number, T[]>();
  for (const cell of cells) {
    const number = Math.floor((cell.row - all.top) / height);
    const band = bands.get(number);
    if (band === undefined) bands.set(number, [cell]);
    else band.push(cell);
  }
  return [...bands.values()];
}

/** One range around the cells; for the client library `null` leaves a cell alone. */
function writeStep<T extends CellAddress>(cells: readonly T[], content: (cell: T) => Typed): Step {
  const range = boundsOf(cells) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const { top, left, bottom, right } = range;
  const grid = Array.from({ length: bottom - top + 1 }, () =>
    Array<Typed | null>(right - left + 1).fill(null),
  );
  for (const cell of cells) {
    const line = grid[cell.row - top];
    if (line !== undefined) line[cell.column - left] = content(cell);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(grid)).length;
  return {
    bytes: bytes + Math.ceil((grid.length * (right - left + 1)) / 1_500) * 4 * RANGE_BYTES,
    run: (sheet) => {
      sheet.getRange(rangeToA1(range)).untrack().values = grid;
    },
  };
}

/** The smallest range around cells; `null` where there are none. */
export function boundsOf(cells: readonly CellAddress[]): CellRange | null {
  const [first] = cells;
  if (first === undefined) return null;
  const bounds = { top: first.row, bottom: first.row, left: first.column, right: first.column };
  for (const { row, column } of cells) {
    bounds.top = Math.min(bounds.top, row);
    bounds.bottom = Math.max(bounds.bottom, row);
    bounds.left = Math.min(bounds.left, column);
    bounds.right = Math.max(bounds.right, column);
  }
  return bounds;
}
