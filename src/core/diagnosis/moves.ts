import { blockIndexOf, CellState, type Facts } from "../facts/facts";
import type { Changes } from "./explanations";

/** Rows and columns around a cell in which its amount may have landed by mistake. */
const REACH = 2;

/**
 * Pairs of changes that put an amount where it belongs: from `fact` to a blank cell of its row or nearby in its column,
 * or two neighbours exchanged. In terms of facts; amounts in 厘.
 */
export function movesOf(facts: Facts, fact: number): Changes[] {
  const value = facts.value[fact] ?? 0;
  if (facts.state[fact] !== CellState.number || value === 0) return [];
  const moves: Changes[] = [];
  for (const other of neighbours(facts, fact)) {
    const state = facts.state[other];
    if (state === CellState.unreadable) continue;
    const there = facts.value[other] ?? 0;
    if (there === value) continue;
    moves.push(
      new Map([
        [fact, there - value],
        [other, value - there],
      ]),
    );
  }
  return moves;
}

/** Cells of the same row, and of the same column a few rows up and down. */
function neighbours(facts: Facts, fact: number): number[] {
  const found = facts.blocks[blockIndexOf(facts, fact)];
  if (found === undefined) return [];
  const width = found.block.columns.length;
  const height = found.block.rows.length;
  const line = Math.floor((fact - found.offset) / width);
  const column = (fact - found.offset) % width;
  const cells: number[] = [];
  for (let at = 0; at < width; at++) if (at !== column) cells.push(found.offset + line * width + at);
  for (let at = Math.max(line - REACH, 0); at <= Math.min(line + REACH, height - 1); at++) {
    if (at !== line) cells.push(found.offset + at * width + column);
  }
  return cells;
}
