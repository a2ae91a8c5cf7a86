import { tablesOf, type AmountGroup } from "../facts/amount-groups";
import { CellState, hasAmount, type Facts } from "../facts/facts";
import type { EquationCheck } from "./check";
import { memo, type BlockPartition } from "./partition";

/** An amount whose parts another table prints, which does not print the amount itself. */
export const sumElsewhere: EquationCheck = {
  id: "sum-elsewhere",
  title: "跨表汇总",
  severity: "error",
  explanation:
    "一张表的数若是另一张表中若干数的汇总（例如政府预算经济分类与部门预算经济分类对照、各单位汇总、各资金性质汇总），应等于那些数之和。另一张表在其范围内未列的部分按 0 计。",
  state({ facts, groups, partitions }, write) {
    const telling = memo((region) =>
      partitions.flatMap((partition) => {
        const regions = partition.regionParts(region);
        return regions === null || regions.length === 0 ? [] : [{ partition, regions }];
      }),
    );
    for (const group of groups) {
      const [total] = group.facts;
      const parts = partsElsewhere(facts, telling(group.region), group);
      if (total === undefined || parts === null) continue;
      if (parts.length === 0 && !hasAmount(facts, total)) continue;
      for (const part of parts) write.part(part);
      write.state(total, "equal");
    }
  },
};

/** A block that can tell a region by the sum of some of its own. */
interface Telling {
  readonly partition: BlockPartition;
  readonly regions: readonly number[];
}

/** Parts in the first block, outside the tables that print the amount, that can tell; blanks left out. */
function partsElsewhere(facts: Facts, telling: readonly Telling[], group: AmountGroup): number[] | null {
  const homes = tablesOf(facts, group);
  for (const { partition, regions } of telling) {
    if (homes.includes(partition.tableIndex)) continue;
    const places = partition.placeParts(group.place);
    if (places === null || places.length === 0) continue;
    const parts: number[] = [];
    let readable = true;
    for (const place of places) {
      for (const region of regions) {
        const index = partition.factAt(place, region);
        if (index < 0) continue;
        if (facts.state[index] === CellState.unreadable) readable = false;
        else if (hasAmount(facts, index)) parts.push(index);
      }
    }
    return readable ? parts : null;
  }
  return null;
}
