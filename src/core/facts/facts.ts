import type { AmountColumn, Block, BodyRow, Table } from "../forms/table";
import type { CellAddress } from "../workbook/address";
import type { Amount } from "../workbook/money";

/** What stands in a position of a table's body. */
export const CellState = { blank: 0, number: 1, none: 2, unreadable: 3 } as const;

/** A block with its place among the facts. */
export interface BlockFacts {
  readonly table: Table;
  readonly tableIndex: number;
  readonly block: Block;
  /** Index of the block's first position. */
  readonly offset: number;
}

/**
 * All positions of all tables' bodies, row by row, block by block; a fact is named by its index. Kept in typed
 * arrays because every check walks over all of them. Amounts are in 厘; a blank counts as 0.
 */
export interface Facts {
  readonly tables: readonly Table[];
  readonly blocks: readonly BlockFacts[];
  readonly count: number;
  readonly state: Uint8Array;
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly shown: Float64Array;
  readonly shownDecimals: Uint8Array;
}

/** Where a fact stands. */
export interface FactLocation extends CellAddress {
  readonly facts: BlockFacts;
  readonly line: BodyRow;
  readonly heading: AmountColumn;
}

/** Index in `facts.blocks` of the block a fact stands in. */
export function blockIndexOf(facts: Facts, index: number): number {
  let low = 0;
  let high = facts.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((facts.blocks[middle]?.offset ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index in `facts.tables` of the table a fact stands in. */
export function tableIndexOf(facts: Facts, index: number): number {
  return facts.blocks[blockIndexOf(facts, index)]?.tableIndex ?? -1;
}

/**
 * Lines of a block, outer ones first: the total of all, departments, units, 类, 款, 项; within one rank as printed. Of rows
 * about the same (a 合计 with a single unit below) the outer one speaks for it, wherever it is printed.
 */
export function linesOutermostFirst({ block }: BlockFacts): readonly number[] {
  const rank = ({ place }: BodyRow): number =>
    (place?.unit?.length ?? 0) * UNIT_RANK + (place?.function?.length ?? 0);
  const ranks = block.rows.map(rank);
  const lines = ranks.map((_, line) => line);
  const isSorted = ranks.every((value, line) => line === 0 || (ranks[line - 1] ?? 0) <= value);
  return isSorted ? lines : lines.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}

/** More than the digits of a functional code. */
const UNIT_RANK = 100;

/** Where a fact stands in its block: positions in `block.rows` and `block.columns`. */
export interface BlockPosition extends BlockFacts {
  readonly line: number;
  readonly column: number;
  readonly width: number;
}

/** Throws a RangeError for an index that is none. */
export function blockPosition(facts: Facts, index: number): BlockPosition {
  const found = facts.blocks[blockIndexOf(facts, index)];
  if (found === undefined) throw new RangeError(`no fact ${String(index)}`);
  const width = found.block.columns.length;
  const within = index - found.offset;
  return { ...found, line: Math.floor(within / width), column: within % width, width };
}

/** Block, row and column of a fact. Throws a RangeError for an index that is none. */
export function locate(facts: Facts, index: number): FactLocation {
  const { line: lineAt, column: columnAt, ...block } = blockPosition(facts, index);
  const line = block.block.rows[lineAt];
  const heading = block.block.columns[columnAt];
  if (line === undefined || heading === undefined) throw new RangeError(`no fact ${String(index)}`);
  return { facts: block, line, heading, row: line.row, column: heading.column };
}

export function hasAmount(facts: Facts, index: number): boolean {
  return facts.state[index] === CellState.number;
}

export function amountAt(facts: Facts, index: number): Amount {
  return facts.value[index] ?? 0;
}
