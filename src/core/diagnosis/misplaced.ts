import { blockPosition, CellState, type Facts } from "../facts/facts";
import type { Explanation } from "./explanation";
import { shiftsOf, type State } from "./state";

/** Rows up and down in which an amount may have landed by mistake. */
const REACH = 2;
/**
 * Equations that may break for each that is mended: sums over other tables leave out the cell that is blank now, and hold only
 * by the amount in the wrong one.
 */
const MOST_BROKEN = 1 / 4;
/** An amount in the wrong cell changes two cells at once: a little less likely than one. */
const MOVE_COST = 0.5;

/**
 * The best explanation by an amount that landed in this cell and belongs to another of its row or nearby in its column,
 * or was exchanged with it; null where that does not mend nearly all it touches.
 */
export function explainMisplaced(state: State, fact: number): Explanation | null {
  const { facts } = state.system;
  const value = facts.value[fact] ?? 0;
  if (facts.state[fact] !== CellState.number || value === 0) return null;
  let best: Explanation | null = null;
  for (const other of neighbours(facts, fact)) {
    const there = facts.value[other] ?? 0;
    if (facts.state[other] === CellState.unreadable || there === value) continue;
    const changes = new Map([
      [fact, there - value],
      [other, value - there],
    ]);
    const shifts = shiftsOf(state.system, changes);
    const outcome = state.outcome(shifts);
    const { mended, broken } = outcome;
    const merit = mended.length - broken - MOVE_COST;
    if (broken <= MOST_BROKEN * mended.length && mended.length > 1 && merit > (best?.merit ?? 0)) {
      best = { kind: "move", changes, followers: [], shifts, ...outcome, merit };
    }
  }
  return best;
}

/** Cells of the same row, and of the same column a few rows up and down. */
function neighbours(facts: Facts, fact: number): number[] {
  const { block, offset, width, line, column } = blockPosition(facts, fact);
  const height = block.rows.length;
  const cells: number[] = [];
  for (let at = 0; at < width; at++) if (at !== column) cells.push(offset + line * width + at);
  for (let at = Math.max(line - REACH, 0); at <= Math.min(line + REACH, height - 1); at++) {
    if (at !== line) cells.push(offset + at * width + column);
  }
  return cells;
}
