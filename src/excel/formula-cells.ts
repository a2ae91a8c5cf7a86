import { rangeToA1, type CellAddress, type CellRange } from "../core/workbook/address";
import type { FrozenCell } from "../core/workbook/host";
import { cellsOf } from "./cells";
import { breathe } from "./excel-run";
import { planTrips } from "./reading-plan";
import { RANGE_BYTES, tripsOf } from "./step";

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

/** A cell as it was read, and what is to be written there. */
export interface Exchange {
  readonly before: ReadCell;
  readonly content: Typed;
}

/**
 * Writes into the cells and nowhere else, in as few round trips as they fit in.
 * @returns by round trip, for every cell what it held just before; its format is the one it was read with
 */
export async function exchangeCells(
  context: Excel.RequestContext,
  sheetId: string,
  exchanges: readonly Exchange[],
): Promise<readonly (readonly ReadCell[])[]> {
  const steps = bandsOf(exchanges).map(exchangeStep);
  const replaced: ReadCell[][] = [];
  if (steps.length === 0) return replaced;
  for (const trip of tripsOf(steps)) {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const answers = trip.map(({ exchange }) => exchange(sheet));
    await context.sync();
    replaced.push(answers.flatMap((answer) => answer()));
    await breathe();
  }
  return replaced;
}

/** Cells of one block of writing, those between them included. */
const BLOCK_CELLS = 20_000;
/** What a cell takes up in an answer with values and formulas. */
const ANSWER_BYTES_A_CELL = 30;

/** The cells in bands of rows that are not too large. */
function bandsOf(exchanges: readonly Exchange[]): Exchange[][] {
  const all = boundsOf(exchanges.map(({ before }) => before));
  if (all === null) return [];
  const height = Math.max(1, Math.floor(BLOCK_CELLS / (all.right - all.left + 1)));
  const bands = new Map<number, Exchange[]>();
  for (const exchange of exchanges) {
    const number = Math.floor((exchange.before.row - all.top) / height);
    const band = bands.get(number);
    if (band === undefined) bands.set(number, [exchange]);
    else band.push(exchange);
  }
  return [...bands.values()];
}

interface ExchangeStep {
  readonly bytes: number;
  /** Queues reading and writing; the result gives what was read after the sync. */
  readonly exchange: (sheet: Excel.Worksheet) => () => ReadCell[];
}

/** One range around the cells; for the client library `null` leaves a cell alone. */
function exchangeStep(exchanges: readonly Exchange[]): ExchangeStep {
  const cells = exchanges.map(({ before }) => before);
  const range = boundsOf(cells) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const { top, left, bottom, right } = range;
  const grid = Array.from({ length: bottom - top + 1 }, () =>
    Array<Typed | null>(right - left + 1).fill(null),
  );
  for (const { before, content } of exchanges) {
    const line = grid[before.row - top];
    if (line !== undefined) line[before.column - left] = content;
  }
  const size = grid.length * (right - left + 1);
  const bytes = new TextEncoder().encode(JSON.stringify([grid, cells.map(({ formula }) => formula)])).length;
  return {
    bytes: bytes + size * ANSWER_BYTES_A_CELL + Math.ceil(size / 1_500) * 4 * RANGE_BYTES,
    exchange: (sheet) => {
      const held = sheet.getRange(rangeToA1(range)).untrack().load("values,formulas");
      sheet.getRange(rangeToA1(range)).untrack().values = grid;
      return () => {
        const { values, formulas } = held;
        const found = cellsOf({ top, left, values, formulas, numberFormat: [], text: [] });
        const filled = new Map(found.map((cell) => [keyOf(cell), cell]));
        return cells.map((cell) => {
          const { value = "", formula = null } = filled.get(keyOf(cell)) ?? {};
          return { ...cell, value, formula: formula ?? "" };
        });
      };
    },
  };
}

export function keyOf({ row, column }: CellAddress): string {
  return `${String(row)}:${String(column)}`;
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
