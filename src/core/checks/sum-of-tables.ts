import type { Region } from "../classification/region";
import { standsInTable } from "../facts/amount-groups";
import type { CheckContext, EquationCheck } from "./check";
import type { EquationWriter } from "./equations";
import { memo, type BlockPartition } from "./partition";
import { takeDownParts, type PrintedParts } from "./printed-parts";

/** An amount over several fund sources, each of which has a table of its own: 06 = 07 + 15 + 18. */
export const sumOfTables: EquationCheck = {
  id: "sum-of-tables",
  title: "分资金性质各表之和",
  severity: "error",
  explanation:
    "包含几种资金性质的数（如财政拨款收支总表、支出总表），若每种资金性质各有一张表，应等于各表相应的数之和；还有其他资金性质而没有表的不检查。未填的表按 0 计。",
  state(context, write) {
    const { groups, partitions, positions } = context;
    const slices = memo((region) => {
      const wanted = positions.regions[region];
      return wanted === undefined ? null : slicesOf(wanted, partitions);
    });
    for (let group = 0; group < groups.count; group++) {
      const total = groups.first[group] ?? -1;
      const found = slices(positions.region[total] ?? -1);
      if (found !== null && takeDown(context, found, total, write)) write.state(total, "equal");
      else write.drop();
    }
  },
};

/** Tables whose funds do not overlap and together are those of the region; null where some fund has no table. */
function slicesOf(wanted: Region, partitions: readonly BlockPartition[]): readonly PrintedParts[] | null {
  const slices: PrintedParts[] = [];
  let open = wanted.flow;
  for (const partition of partitions) {
    const { scope } = partition;
    const share = scope.flow & wanted.flow;
    // One table alone that covers all of it is another check's business.
    if (share === 0n || share === wanted.flow || (share & ~open) !== 0n) continue;
    if ((wanted.kind & ~scope.kind) !== 0n || (wanted.economic & ~scope.economic) !== 0n) continue;
    const regions = partition.hasAmounts ? partition.partsOfRegion({ ...wanted, flow: share }) : [];
    if (regions === null || (partition.hasAmounts && regions.length === 0)) continue;
    slices.push({ partition, regions });
    open &= ~share;
  }
  return open === 0n && slices.length > 1 ? slices : null;
}

/** Takes down the parts of all slices; false where a table cannot tell the place, or has a cell that cannot be read. */
function takeDown(
  { facts, groups, positions }: CheckContext,
  slices: readonly PrintedParts[],
  total: number,
  write: EquationWriter,
): boolean {
  for (const slice of slices) {
    const { partition, regions } = slice;
    if (standsInTable(groups, total, partition.tableIndex)) return false;
    if (regions.length === 0) continue;
    const places = partition.placeParts(positions.place[total] ?? -1);
    if (places === null || !takeDownParts(facts, slice, places, write)) return false;
  }
  return write.openParts > 0;
}
