import { standsInTable } from "../facts/amount-groups";
import { CellState, hasAmount } from "../facts/facts";
import type { CheckContext, EquationCheck } from "./check";
import type { EquationWriter } from "./equations";
import { memo, type BlockPartition } from "./partition";
/** An amount whose parts another table prints, which does not print the amount itself. */
export const sumElsewhere: EquationCheck = {
  id: "sum-elsewhere",
  title: "跨表汇总",
  severity: "error",
  explanation:
    "一张表的数若是另一张表中若干数的汇总（例如政府预算经济分类与部门预算经济分类对照、各单位汇总、各资金性质汇总），应等于那些数之和。另一张表在其范围内未列的部分按 0 计。",
  state(context, write) {
    const { facts, groups, partitions, positions } = context;
    const telling = memo((region) =>
      partitions.flatMap((partition) => {
        const regions = partition.regionParts(region);
        return regions === null || regions.length === 0 ? [] : [{ partition, regions }];
      }),
    );
    for (const total of groups.first) {
      const blocks = telling(positions.region[total] ?? -1);
      if (blocks.length === 0 || !partsElsewhere(context, blocks, total, write)) write.drop();
      else if (write.openParts === 0 && !hasAmount(facts, total)) write.drop();
      else write.state(total, "equal");
    }
  },
};

/** A block that can tell a region by the sum of some of its own. */
interface Telling {
  readonly partition: BlockPartition;
  readonly regions: readonly number[];
}

/**
 * Takes down the parts in the first block, outside the tables that print the amount, that can tell; blanks left out. False
 * where none can, or where a part cannot be read.
 */
function partsElsewhere(
  { facts, groups, positions }: CheckContext,
  telling: readonly Telling[],
  total: number,
  write: EquationWriter,
): boolean {
  for (const { partition, regions } of telling) {
    if (standsInTable(facts, groups, total, partition.tableIndex)) continue;
    const places = partition.placeParts(positions.place[total] ?? -1);
    if (places === null || places.length === 0) continue;
    for (const place of places) {
      for (const region of regions) {
        const index = partition.factAt(place, region);
        if (index < 0) continue;
        if (facts.state[index] === CellState.unreadable) return false;
        if (hasAmount(facts, index)) write.part(index);
      }
    }
    return true;
  }
  return false;
}
