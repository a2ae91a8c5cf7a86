import { tablesOf, type AmountGroup } from "../facts/amount-groups";
import { CellState, hasAmount, type Facts } from "../facts/facts";
import type { CheckContext, Equation, EquationCheck } from "./check";
import type { BlockPartition } from "./partition";

/** An amount whose parts another table prints, which does not print the amount itself. */
export const sumElsewhere: EquationCheck = {
  id: "sum-elsewhere",
  title: "跨表汇总",
  severity: "error",
  explanation:
    "一张表的数若是另一张表中若干数的汇总（例如政府预算经济分类与部门预算经济分类对照、各单位汇总、各资金性质汇总），应等于那些数之和。另一张表在其范围内未列的部分按 0 计。",
  equations: ({ facts, groups, partitions }: CheckContext): Equation[] =>
    groups.flatMap((group): Equation[] => {
      const [total] = group.facts;
      const parts = partsElsewhere(facts, partitions, group);
      if (total === undefined || parts === null) return [];
      if (parts.length === 0 && !hasAmount(facts, total)) return [];
      return [{ check: sumElsewhere, total, parts, relation: "equal" }];
    }),
};

/** Parts in the first block, outside the tables that print the amount, that can tell; blanks left out. */
function partsElsewhere(
  facts: Facts,
  partitions: readonly BlockPartition[],
  group: AmountGroup,
): number[] | null {
  const homes = tablesOf(facts, group);
  for (const partition of partitions) {
    if (homes.has(facts.blocks[partition.blockIndex]?.tableIndex ?? -1)) continue;
    const regions = partition.regionParts(group.region);
    if (regions === null || regions.length === 0) continue;
    const places = partition.placeParts(group.place);
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
