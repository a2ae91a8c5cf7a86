import type { Table } from "../forms/table";
import type { SheetGrid } from "../workbook/grid";
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
  const unreadable: UnreadableCell[] = [];
  for (const table of tables) {
    const grid = grids[table.sheetIndex];
    if (grid === undefined) continue;
    const own = blocks.filter((candidate) => candidate.table === table);
    const usual = usualDecimals(table, own, grid);
    for (const block of own) readBlock(facts, block, grid, usual, mode, unreadable);
  }
  return { facts, unreadable };
}

function readBlock(
  facts: Facts,
  { table, block, offset }: BlockFacts,
  grid: SheetGrid,
  usual: number,
  mode: PrecisionMode,
  unreadable: UnreadableCell[],
): void {
  const largest = LARGEST_AMOUNT / liPer(table.unit);
  let index = offset;
  for (const { row } of block.rows) {
    for (const { column } of block.columns) {
      const fact = index++;
      facts.shownDecimals[fact] = usual;
      const cell = grid.at(row, column);
      if (cell === undefined) continue;
      const reading = readAmount(cell, largest);
      if (reading.kind === "none") facts.state[fact] = CellState.none;
      else if (reading.kind !== "number") {
        facts.state[fact] = CellState.unreadable;
        unreadable.push({ fact, cell, reading });
      } else {
        const shown = shownDecimalsOf(cell, reading.decimals, usual, table.unit);
        const amount = preciseAmount(reading.value, reading.decimals, shown, table.unit, mode);
        facts.state[fact] = CellState.number;
        facts.value[fact] = amount.value;
        facts.low[fact] = amount.low;
        facts.high[fact] = amount.high;
        facts.shown[fact] = amount.shown;
        facts.shownDecimals[fact] = shown;
      }
    }
  }
}

/** Reads the amount of a cell; `largest` is in the table's unit. */
function readAmount(cell: Cell, largest: number): NumberReading | UnreadableCell["reading"] {
  // A formula whose result is "" is a blank and not in the snapshot: this one was never computed.
  if (cell.formula !== null && cell.value === "") return { kind: "uncomputed" };
  const reading = readNumber(cell.value);
  return reading.kind === "number" && Math.abs(reading.value) > largest ? { kind: "tooLarge" } : reading;
}

/** Decimals a cell shows: by its format; typed as text, as typed; under “General”, at least what the table uses. */
function shownDecimalsOf(cell: Cell, storedDecimals: number, usual: number, unit: MoneyUnit): number {
  const stated = typeof cell.value === "number" ? cell.decimals : null;
  return Math.min(stated ?? Math.max(storedDecimals, usual), fenDecimals(unit));
}

/**
 * The decimals a table works with, for cells whose format says nothing: 69 under “General” in a table of two decimals
 * is 69.00. The largest count among its amounts, at most two: more would be digits of a computed quotient.
 */
function usualDecimals(table: Table, blocks: readonly BlockFacts[], grid: SheetGrid): number {
  let most = 0;
  for (const { block } of blocks) {
    for (const { row } of block.rows) {
      for (const { column } of block.columns) {
        const cell = grid.at(row, column);
        if (cell === undefined) continue;
        if (typeof cell.value !== "number") {
          const reading = typeof cell.value === "string" ? readNumber(cell.value) : null;
          if (reading?.kind === "number") most = Math.max(most, reading.decimals);
        } else most = Math.max(most, cell.decimals ?? decimalPlaces(cell.value));
      }
    }
  }
  return Math.min(most, MONEY_DECIMALS);
}
