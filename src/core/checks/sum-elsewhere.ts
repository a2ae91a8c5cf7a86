import { CellState, hasAmount, type Facts } from "../facts/facts";
import type { CheckContext, Equation, EquationCheck } from "./check";
import { blockPartition, type BlockPartition } from "./partition";
import { amountGroups, tablesOf } from "./same-amount";

/** An amount whose parts another table prints, which does not print the amount itself. */
export const sumElsewhere: EquationCheck = {
  id: "sum-elsewhere",
  title: "跨表汇总",
  severity: "error",
  explanation:
    "一张表的数若是另一张表中若干数的汇总（例如政府预算经济分类与部门预算经济分类对照、各单位汇总、各资金性质汇总），应等于那些数之和。另一张表在其范围内未列的部分按 0 计。",
  equations: ({ facts, positions }: CheckContext): Equation[] => {
    const equations: Equation[] = [];
    const partitions = facts.blocks.map((_, blockIndex) => blockPartition(facts, positions, blockIndex));
    const regionCount = positions.regions.length;
    for (const [key, group] of amountGroups(facts, positions)) {
      const [total] = group;
      if (total === undefined) continue;
      const place = Math.floor(key / regionCount);
      const region = key % regionCount;
      const parts = firstParts(facts, partitions, tablesOf(facts, group), place, region);
      if (parts === null) continue;
      if (parts.length === 0 && !hasAmount(facts, total)) continue;
      equations.push({ check: sumElsewhere, total, parts, relation: "equal" });
    }
    return equations;
  },
};

/** Parts in the first block, outside the tables that print the amount, that can tell; blanks left out. */
function firstParts(
  facts: Facts,
  partitions: readonly BlockPartition[],
  homes: ReadonlySet<number>,
  place: number,
  region: number,
): number[] | null {
  for (const partition of partitions) {
    if (homes.has(facts.blocks[partition.blockIndex]?.tableIndex ?? -1)) continue;
    const regions = partition.regionParts(region);
    if (regions === null || regions.length === 0) continue;
    const places = partition.placeParts(place);
    if (places === null || places.length === 0) continue;
    const parts: number[] = [];
    let readable = true;
    for (const partPlace of places) {
      for (const partRegion of regions) {
        const index = partition.factAt(partPlace, partRegion);
        if (index < 0) continue;
        if (facts.state[index] === CellState.unreadable) readable = false;
        else if (hasAmount(facts, index)) parts.push(index);
      }
    }
    return readable ? parts : null;
  }
  return null;
}
