import { CellState, type Facts } from "../facts/facts";
import type { EquationWriter } from "./equations";
import type { BlockPartition } from "./partition";

/** Regions of a block that together make up one that is asked for. */
export interface PrintedParts {
  readonly partition: BlockPartition;
  readonly regions: readonly number[];
}

/** Takes down what a block prints for the places and regions, blanks left out; false where a cell cannot be read. */
export function takeDownParts(
  { state }: Facts,
  { partition, regions }: PrintedParts,
  places: readonly number[],
  write: EquationWriter,
): boolean {
  for (const place of places) {
    for (const region of regions) {
      const index = partition.factAt(place, region);
      if (index < 0) continue;
      if (state[index] === CellState.unreadable) return false;
      if (state[index] === CellState.number) write.part(index);
    }
  }
  return true;
}
