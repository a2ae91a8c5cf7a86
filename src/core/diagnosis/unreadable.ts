import type { CheckContext } from "../checks/check";
import { blockPosition, CellState, locate, type Facts } from "../facts/facts";
import type { UnreadableCell } from "../facts/read-facts";
import { liPer } from "../workbook/money";

/**
 * What a cell that holds no number should say, in 厘: by the sums it stands in, by other tables that print the same
 * amount, and by the number its text resembles. The value most of them agree on; null where nothing tells.
 */
export function impliedAmount(
  { facts, positions }: CheckContext,
  { fact, reading }: UnreadableCell,
): number | null {
  const votes = new Map<number, number>();
  const vote = (amount: number | null, weight = 1): void => {
    if (amount !== null) votes.set(amount, (votes.get(amount) ?? 0) + weight);
  };
  for (const amount of bySums(facts, fact)) vote(amount);
  for (const amount of elsewhere(facts, positions.place, positions.region, fact)) vote(amount);
  if (reading.kind === "text" && reading.likely !== null) {
    vote(
      Math.round(Number(reading.likely.replaceAll(",", "")) * liPer(locate(facts, fact).facts.table.unit)),
      0.5,
    );
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** What each sum of the layout leaves for the cell, where it is the only one that cannot be read. */
function bySums(facts: Facts, fact: number): number[] {
  const { block, offset, width, line, column } = blockPosition(facts, fact);
  const solve = (total: number, parts: readonly number[]): number[] => {
    const others = [total, ...parts].filter((other) => other !== fact);
    if (others.length === parts.length + 1) return [];
    if (others.some((other) => facts.state[other] === CellState.unreadable)) return [];
    const sum = parts.reduce((rest, part) => rest + (part === fact ? 0 : (facts.value[part] ?? 0)), 0);
    return [total === fact ? sum : (facts.value[total] ?? 0) - sum];
  };
  return [
    ...block.columnSums
      .filter(({ relation }) => relation === "equal")
      .flatMap(({ total, parts }) =>
        solve(
          offset + line * width + total,
          parts.map((part) => offset + line * width + part),
        ),
      ),
    ...block.rowSums
      .filter(({ relation }) => relation === "equal")
      .flatMap(({ total, parts }) =>
        solve(
          offset + total * width + column,
          parts.map((part) => offset + part * width + column),
        ),
      ),
  ];
}

/** The same amount in other cells. */
function elsewhere(facts: Facts, place: Int32Array, region: Int32Array, fact: number): number[] {
  const at = place[fact] ?? -1;
  const what = region[fact] ?? -1;
  if (at < 0 || what < 0) return [];
  const amounts: number[] = [];
  for (let other = 0; other < facts.count; other++) {
    if (place[other] === at && region[other] === what && facts.state[other] === CellState.number) {
      amounts.push(facts.value[other] ?? 0);
    }
  }
  return amounts;
}
