import type { CellRange } from "./address";
import type { KeptTexts } from "./kept-part";

/** An error value of a cell, as Excel shows it. */
export interface CellError {
  readonly error: string; // "#REF!", "#DIV/0!", …
}

export type CellValue = string | number | boolean | CellError;

/** One filled cell. Blank cells (also "" and cells that carry a format alone) are not in a snapshot. */
export interface Cell {
  /** 0-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  /**
   * A formula that no program has computed yet has value "" and text "" (and its `formula`); no other cell has value "",
   * as a formula whose result is "" counts as blank.
   */
  readonly value: CellValue;
  /** What the user sees in the cell. */
  readonly text: string;
  /** Formula with its leading "=", or null. `value` is then the last computed result. */
  readonly formula: string | null;
  /** Decimal places the number format shows, percent places for a percent format; null for “General”. */
  readonly decimals: number | null;
}

/**
 * Cells in reading order: an array of them, or a `CellTable`, which makes them as they are asked for and so may give another
 * object for the same cell each time.
 */
export interface Cells extends Iterable<Cell> {
  readonly length: number;
  /** The cell at a position, negative ones from the end as in arrays. */
  at(position: number): Cell | undefined;
  slice(start?: number, end?: number): Cell[];
  map<T>(change: (cell: Cell, position: number) => T): T[];
  flatMap<T>(change: (cell: Cell, position: number) => T | readonly T[]): T[];
  filter(test: (cell: Cell, position: number) => unknown): Cell[];
  find(test: (cell: Cell, position: number) => unknown): Cell | undefined;
  some(test: (cell: Cell, position: number) => unknown): boolean;
}

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Row by row, each row from left to right; no address twice. */
  readonly cells: Cells;
  readonly merges: readonly CellRange[];
  /** Hidden rows and columns, 0-based, ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** An open workbook or a file at one moment, with what is kept in it, free of any host. Sheets in tab order. */
export interface WorkbookSnapshot extends KeptTexts {
  /** File name for messages and the report, e.g. “2026年部门预算.xlsx”. */
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object";
}

/** Whether two cells hold the same. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}
