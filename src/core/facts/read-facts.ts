import { inlineAmount } from "../forms/inline-block";
import type { Table } from "../forms/table";
import { textOf, type SheetGrid } from "../workbook/grid";
import { decimalPlaces, readNumber, type NumberReading } from "../workbook/number";
import { fenDecimals, LARGEST_AMOUNT, liPer, type MoneyUnit } from "../workbook/money";
import type { Cell, CellValue } from "../workbook/snapshot";
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
  let index = offset;
  for (const { row } of block.rows) {
    for (const { column, inline } of block.columns) {
      const fact = index++;
      const found = grid.at(row, column);
      if (found === undefined) continue;
      const cell = inline === true ? { ...found, value: inlineAmount(textOf(found))?.amount ?? "" } : found;
      const reading = isPlainAmount(cell.value, largest) ? null : readAmount(cell, largest);
      if (reading === null || reading.kind === "number") {
        const amount = reading === null ? Number(cell.value) : reading.value;
        state[fact] = CellState.number;
        value[fact] = Math.round(amount * factor);
        stored[fact] = Math.min(reading === null ? decimalPlaces(amount) : reading.decimals, fen);
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
function setPrecision(facts: Facts, { stored, stated }: Decimals, mode: PrecisionMode): void {
  const coarse = unitsInHundreds(facts);
  facts.tables.forEach((table, tableIndex) => {
    const own = facts.blocks.filter((block) => block.tableIndex === tableIndex);
    // 69 under “General” in a table of two decimals is 69.00; more than two would be digits of a computed quotient.
    let usual = 0;
    const eachAmount = (visit: (fact: number) => void): void => {
      for (const { block, offset } of own) {
        const end = offset + block.rows.length * block.columns.length;
        for (let fact = offset; fact < end; fact++) if (facts.state[fact] === CellState.number) visit(fact);
      }
    };
    eachAmount((fact) => {
      const decimals = stated[fact] === UNSTATED ? stored[fact] : stated[fact];
      usual = Math.min(Math.max(usual, decimals ?? 0), MONEY_DECIMALS);
    });
    for (const { block, offset } of own) {
      facts.shownDecimals.fill(usual, offset, offset + block.rows.length * block.columns.length);
    }
    const coarsest = coarse.has(table.unit) ? HUNDRED_YUAN : 0;
    eachAmount((fact) => {
      const storedDecimals = stored[fact] ?? 0;
      const shown = stated[fact] === UNSTATED ? Math.max(storedDecimals, usual) : (stated[fact] ?? 0);
      const amount = preciseAmount(facts.value[fact] ?? 0, storedDecimals, shown, table.unit, coarsest, mode);
      facts.low[fact] = amount.low;
      facts.high[fact] = amount.high;
      facts.shown[fact] = amount.shown;
      facts.shownDecimals[fact] = shown;
    });
  });
}

/**
 * Units below 万元 in which every amount of the workbook is whole hundreds of 元: the tables were converted from 万元
 * with two decimals, and know their amounts no better than those did, whatever decimals they show.
 */
function unitsInHundreds(facts: Facts): ReadonlySet<MoneyUnit> {
  const counts = new Map<MoneyUnit, number>();
  const fine = new Set<MoneyUnit>();
  for (const { table, block, offset } of facts.blocks) {
    if (liPer(table.unit) >= liPer("万元")) continue;
    const end = offset + block.rows.length * block.columns.length;
    for (let fact = offset; fact < end; fact++) {
      const amount = facts.value[fact] ?? 0;
      if (amount % HUNDRED_YUAN !== 0) fine.add(table.unit);
      if (amount !== 0) counts.set(table.unit, (counts.get(table.unit) ?? 0) + 1);
    }
  }
  return new Set(
    [...counts].flatMap(([unit, count]) => (count >= ENOUGH_AMOUNTS && !fine.has(unit) ? [unit] : [])),
  );
}

/** A number of usual size: nearly every cell, so it is read without further ado. */
function isPlainAmount(value: CellValue, largest: number): value is number {
  return typeof value === "number" && Math.abs(value) <= largest;
}

/** Reads the amount of a cell; `largest` is in the table's unit. */
function readAmount(cell: Cell, largest: number): NumberReading | UnreadableCell["reading"] {
  // A formula whose result is "" is a blank and not in the snapshot: this one was never computed.
  if (cell.formula !== null && cell.value === "") return { kind: "uncomputed" };
  const reading = readNumber(cell.value);
  return reading.kind === "number" && Math.abs(reading.value) > largest ? { kind: "tooLarge" } : reading;
}
