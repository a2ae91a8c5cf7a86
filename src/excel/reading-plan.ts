import type { CellRange } from "../core/workbook/address";

/** A rectangle of one sheet to be read. */
export interface Block {
  /** Excel's id of the sheet. */
  readonly sheetId: string;
  readonly range: CellRange;
}

/**
 * Cells per round trip. A filled cell costs 30 to 50 bytes as value, text, formula and number format; Excel on the web
 * refuses answers over 5 MB, and reading the answer must not keep the page busy for long.
 */
export const CELLS_PER_TRIP = 50_000;

/** Beyond this a sheet is not read: a stray entry in the last row would mean hours. */
export const MAX_CELLS_PER_SHEET = 10_000_000;

const WINDOW_COLUMNS = 64;
const WINDOW_ROWS = { least: 60, most: 2_000, shared: 6_000 };

/**
 * The top left corner of every sheet that is read along with its size, before the size is known, so that ordinary
 * workbooks need no further round trip. Fewer rows each where there are many sheets.
 */
export function firstWindow(sheetCount: number): CellRange {
  const share = Math.floor(WINDOW_ROWS.shared / Math.max(sheetCount, 1));
  const rows = Math.min(WINDOW_ROWS.most, Math.max(WINDOW_ROWS.least, share));
  return { top: 0, left: 0, bottom: rows - 1, right: WINDOW_COLUMNS - 1 };
}

/** What of `used` lies outside a window at the top left corner: what is right of it, then what is below. */
export function beyond(used: CellRange, window: CellRange | null): CellRange[] {
  if (window === null) return [used];
  const right = {
    ...used,
    left: Math.max(used.left, window.right + 1),
    bottom: Math.min(used.bottom, window.bottom),
  };
  const below = { ...used, top: Math.max(used.top, window.bottom + 1) };
  return [right, below].filter(({ top, left, bottom, right: last }) => top <= bottom && left <= last);
}

/** Groups blocks into round trips of at most `limit` cells, cutting large ones by rows. A row is never cut. */
export function planTrips(blocks: readonly Block[], limit: number = CELLS_PER_TRIP): Block[][] {
  const trips: Block[][] = [];
  let trip: Block[] = [];
  let room = limit;
  for (const { sheetId, range } of blocks) {
    const columns = range.right - range.left + 1;
    for (let top = range.top; top <= range.bottom;) {
      if (room < columns && trip.length > 0) {
        trips.push(trip);
        trip = [];
        room = limit;
      }
      const rows = Math.min(range.bottom - top + 1, Math.max(1, Math.floor(room / columns)));
      trip.push({ sheetId, range: { ...range, top, bottom: top + rows - 1 } });
      room -= rows * columns;
      top += rows;
    }
  }
  return trip.length === 0 ? trips : [...trips, trip];
}

/** The same cells in two round trips; `null` where a single row is left. */
export function halveTrip(trip: readonly Block[]): [Block[], Block[]] | null {
  if (trip.length > 1) {
    const middle = Math.ceil(trip.length / 2);
    return [trip.slice(0, middle), trip.slice(middle)];
  }
  const [block] = trip;
  if (block === undefined || block.range.top === block.range.bottom) return null;
  const { sheetId, range } = block;
  const middle = Math.floor((range.top + range.bottom) / 2);
  return [
    [{ sheetId, range: { ...range, bottom: middle } }],
    [{ sheetId, range: { ...range, top: middle + 1 } }],
  ];
}

export function cellsIn({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}
