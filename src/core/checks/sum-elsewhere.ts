import { standsInTable } from "../facts/amount-groups";
import { hasAmount } from "../facts/facts";
import type { CheckContext, EquationCheck } from "./check";
import type { EquationWriter } from "./equations";
import { memo } from "./partition";
import { takeDownParts, type PrintedParts } from "./printed-parts";

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
    for (let group = 0; group < groups.count; group++) {
      const total = groups.first[group] ?? -1;
      const blocks = telling(positions.region[total] ?? -1);
      if (blocks.length === 0 || !partsElsewhere(context, blocks, total, write)) write.drop();
      else if (write.openParts === 0 && !hasAmount(facts, total)) write.drop();
      else write.state(total, "equal");
    }
  },
};

/**
 * Takes down the parts in the first block, outside the tables that print the amount, that can tell; blanks left out. False
 * where none can, or where a part cannot be read.
 */
function partsElsewhere(
  { facts, groups, positions }: CheckContext,
  telling: readonly PrintedParts[],
  total: number,
  write: EquationWriter,
): boolean {
  for (const parts of telling) {
    const { partition } = parts;
    if (standsInTable(groups, total, partition.tableIndex)) continue;
    const places = partition.placeParts(positions.place[total] ?? -1);
    if (places === null || places.length === 0) continue;
    return takeDownParts(facts, parts, places, write);
  }
  return false;
}
