import { inlineAmount } from "../forms/inline-block";
import type { Table } from "../forms/table";
import { textOf, type SheetGrid } from "../workbook/grid";
import { decimalPlaces, readNumber, type NumberReading } from "../workbook/number";
import { fenDecimals, LARGEST_AMOUNT, liPer, type MoneyUnit } from "../workbook/money";
import type { Cell } from "../workbook/snapshot";
import { CellState, type BlockFacts, type Facts } from "./facts";
import { preciseAmount, type PrecisionMode } from "./precision";

/** A cell of a table's body that holds no amount where one is due. */
export interface UnreadableCell {
  readonly fact: number;
  readonly cell: Cell;
  readonly reading:
    | Exclude<NumberReading, { kind: "number" | "none" }>
    | { readonly kind: "tooLarge" }
    | { readonly kind: "uncomputed" };
}

/** Decimals of published amounts. */
const MONEY_DECIMALS = 2;
/** 100 元, the last place of 万元 with two decimals, in 厘. */
const HUNDRED_YUAN = 1e5;
/** Amounts needed to tell from them alone how a workbook was rounded. */
const ENOUGH_AMOUNTS = 20;
/** No decimals stated, as under “General”. */
const UNSTATED = -1;

/** Decimals of every fact as stored and as its number format states them. */
interface Decimals {
  readonly stored: Int8Array;
  readonly stated: Int8Array;
}

/** Reads all amounts of the tables; `grids` are the sheets in tab order. */
export function readFacts(
  tables: readonly Table[],
  grids: readonly SheetGrid[],
  mode: PrecisionMode,
): { readonly facts: Facts; readonly unreadable: readonly UnreadableCell[] } {
  const blocks: BlockFacts[] = [];
  let count = 0;
  tables.forEach((table, tableIndex) => {
    for (const block of table.blocks) {
      blocks.push({ table, tableIndex, block, offset: count });
      count += block.rows.length * block.columns.length;
    }
  });
  const facts: Facts = {
    tables,
    blocks,
    count,
    state: new Uint8Array(count),
    value: new Float64Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
    shown: new Float64Array(count),
    shownDecimals: new Uint8Array(count),
  };
  const decimals: Decimals = { stored: new Int8Array(count), stated: new Int8Array(count).fill(UNSTATED) };
  const unreadable: UnreadableCell[] = [];
  for (const block of blocks) {
    const grid = grids[block.table.sheetIndex];
    if (grid !== undefined) readCells(facts, decimals, block, grid, unreadable);
  }
  setPrecision(facts, decimals, mode);
  return { facts, unreadable };
}

/** Loops over all cells of a body: most are plain numbers, read from the grid's columns without a `Cell` for each. */
function readCells(
  { state, value }: Facts,
  { stored, stated }: Decimals,
  { table, block, offset }: BlockFacts,
  grid: SheetGrid,
  unreadable: UnreadableCell[],
): void {
  const factor = liPer(table.unit);
  const largest = LARGEST_AMOUNT / factor;
  const fen = fenDecimals(table.unit);
  const { columns, lineOf } = grid;
  const { starts } = columns;
  const wanted = Int32Array.from(block.columns, ({ column }) => column);
  const width = wanted.length;
  let index = offset;
  for (const { row } of block.rows) {
    const first = index;
    index += width;
    const line = lineOf(row);
    if (line < 0) continue;
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? 0;
    let position = start;
    for (let at = 0; at < width; at++) {
      const column = wanted[at] ?? -1;
      // From left to right, as columns mostly stand.
      if (at > 0 && column <= (wanted[at - 1] ?? -1)) position = start;
      while (position < end && columns.columnAt(position) < column) position++;
      if (position >= end || columns.columnAt(position) !== column) continue;
      const fact = first + at;
      const heading = block.columns[at];
      const number = heading?.inline === true ? NaN : columns.numberAt(position);
      // Not so for NaN.
      if (Math.abs(number) <= largest) {
        state[fact] = CellState.number;
        value[fact] = Math.round(number * factor);
        stored[fact] = Math.min(decimalPlaces(number), fen);
        const shown = columns.decimalsAt(position);
        if (shown >= 0) stated[fact] = Math.min(shown, fen);
        continue;
      }
      const found = grid.at(row, column);
      if (found === undefined) continue;
      const cell =
        heading?.inline === true ? { ...found, value: inlineAmount(textOf(found))?.amount ?? "" } : found;
      const reading = readAmount(cell, largest);
      if (reading.kind === "number") {
        state[fact] = CellState.number;
        value[fact] = Math.round(reading.value * factor);
        stored[fact] = Math.min(reading.decimals, fen);
        // What is typed as text shows just the digits typed.
        const shown = typeof cell.value === "number" ? cell.decimals : null;
        if (shown !== null) stated[fact] = Math.min(shown, fen);
      } else if (reading.kind === "none") state[fact] = CellState.none;
      else {
        state[fact] = CellState.unreadable;
        unreadable.push({ fact, cell, reading });
      }
    }
  }
}

/** Sets for every amount what it shows and which values it may stand for. */
function setPrecision(facts: Facts, decimals: Decimals, mode: PrecisionMode): void {
  const coarse = unitsInHundreds(facts);
  const { blocks } = facts;
  for (let at = 0; at < blocks.length;) {
    const first = blocks[at];
    // The blocks of a table follow one another.
    do at++;
    while (at < blocks.length && blocks[at]?.tableIndex === first?.tableIndex);
    if (first === undefined) continue;
    const { unit } = first.table;
    const coarsest = coarse.has(unit) ? HUNDRED_YUAN : 0;
    setTablePrecision(
      facts,
      decimals,
      { unit, coarsest, mode },
      first.offset,
      blocks[at]?.offset ?? facts.count,
    );
  }
}

interface TablePrecision {
  readonly unit: MoneyUnit;
  readonly coarsest: number;
  readonly mode: PrecisionMode;
}

/** The same for the facts of one table, from `start` to before `end`. */
function setTablePrecision(
  { state, value, low, high, shown, shownDecimals }: Facts,
  { stored, stated }: Decimals,
  { unit, coarsest, mode }: TablePrecision,
  start: number,
  end: number,
): void {
  // 69 under “General” in a table of two decimals is 69.00; more than two would be digits of a computed quotient.
  let usual = 0;
  for (let fact = start; fact < end && usual < MONEY_DECIMALS; fact++) {
    if (state[fact] !== CellState.number) continue;
    const decimals = (stated[fact] === UNSTATED ? stored[fact] : stated[fact]) ?? 0;
    usual = Math.min(Math.max(usual, decimals), MONEY_DECIMALS);
  }
  for (let fact = start; fact < end; fact++) {
    if (state[fact] !== CellState.number) {
      shownDecimals[fact] = usual;
      continue;
    }
    const storedDecimals = stored[fact] ?? 0;
    const statedDecimals = stated[fact] ?? 0;
    const decimals = statedDecimals === UNSTATED ? Math.max(storedDecimals, usual) : statedDecimals;
    const amount = preciseAmount(value[fact] ?? 0, storedDecimals, decimals, unit, coarsest, mode);
    low[fact] = amount.low;
    high[fact] = amount.high;
    shown[fact] = amount.shown;
    shownDecimals[fact] = decimals;
  }
}

/**
 * Units below 万元 in which every amount of the workbook is whole hundreds of 元: the tables were converted from 万元
 * with two decimals, and know their amounts no better than those did, whatever decimals they show.
 */
function unitsInHundreds({ blocks, value, count }: Facts): ReadonlySet<MoneyUnit> {
  const counts = new Map<MoneyUnit, number>();
  const fine = new Set<MoneyUnit>();
  blocks.forEach(({ table: { unit }, offset }, at) => {
    if (liPer(unit) >= liPer("万元") || fine.has(unit)) return;
    const end = blocks[at + 1]?.offset ?? count;
    let amounts = counts.get(unit) ?? 0;
    for (let fact = offset; fact < end; fact++) {
      const amount = value[fact] ?? 0;
      if (amount === 0) continue;
      amounts++;
      if (amount % HUNDRED_YUAN !== 0) {
        fine.add(unit);
        return;
      }
    }
    counts.set(unit, amounts);
  });
  return new Set(
    [...counts].flatMap(([unit, amounts]) => (amounts >= ENOUGH_AMOUNTS && !fine.has(unit) ? [unit] : [])),
  );
}

/** Reads the amount of a cell; `largest` is in the table's unit. */
function readAmount(cell: Cell, largest: number): NumberReading | UnreadableCell["reading"] {
  // A formula whose result is "" is a blank and not in the snapshot: this one was never computed.
  if (cell.formula !== null && cell.value === "") return { kind: "uncomputed" };
  const reading = readNumber(cell.value);
  return reading.kind === "number" && Math.abs(reading.value) > largest ? { kind: "tooLarge" } : reading;
}
