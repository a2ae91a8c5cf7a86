import { standsOutside } from "../facts/amount-groups";
import { amountAt, hasAmount } from "../facts/facts";
import type { EquationCheck } from "./check";
import { sumElsewhere } from "./sum-elsewhere";
import { sumOfTables } from "./sum-of-tables";
import { memo } from "./partition";

/**
 * The whole is no less than its parts: 预算14表 covers 基本支出 and 项目支出, 预算13表 the basic part alone, so 公务接待费 of
 * 14 may be more than in 13 but not less.
 */
export const noLessThan: EquationCheck = {
  id: "no-less-than",
  title: "总数不小于部分",
  severity: "error",
  explanation:
    "一张表的数若包含另一张表的数而范围更大（例如“三公”经费含基本支出和项目支出，公用经费表只含基本支出），不得小于后者。含负数时不检查。",
  state({ facts, groups, partitions, positions }, write) {
    const explained = new Uint8Array(facts.count);
    const before = write.equations();
    const explains = before.checks.map((check) => check === sumElsewhere || check === sumOfTables);
    for (let at = 0; at < before.count; at++) {
      if (explains[before.check[at] ?? -1] === true) explained[before.total[at] ?? 0] = 1;
    }
    const smaller = memo((region) =>
      partitions.flatMap((partition) => {
        const regions = partition.regionsInside(region);
        return regions.length === 0 ? [] : [{ partition, regions }];
      }),
    );
    for (let group = 0; group < groups.count; group++) {
      const total = groups.first[group] ?? -1;
      if (explained[total] === 1) continue;
      const blocks = smaller(positions.region[total] ?? -1);
      if (blocks.length === 0) continue;
      const home = groups.table[total] ?? -1;
      if (standsOutside(groups, total, home)) continue;
      const place = positions.place[total] ?? -1;
      for (const { partition, regions } of blocks) {
        if (partition.tableIndex === home || !partition.hasPlace(place)) continue;
        let isNegative = amountAt(facts, total) < 0;
        for (const region of regions) {
          const index = partition.factAt(place, region);
          if (index < 0 || !hasAmount(facts, index)) continue;
          if (amountAt(facts, index) < 0) isNegative = true;
          write.part(index);
        }
        if (write.openParts === 0 || isNegative) write.drop();
        else write.state(total, "atLeast");
      }
    }
  },
};
