import { amountAt, hasAmount, tableIndexOf } from "../facts/facts";
import type { CheckContext, Equation, EquationCheck } from "./check";
import { blockPartition } from "./partition";
import { amountGroups, tablesOf } from "./same-amount";

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
  equations: ({ facts, positions }: CheckContext, found: readonly Equation[]): Equation[] => {
    const equations: Equation[] = [];
    const explained = new Set(
      found.filter(({ check }) => check.id === "sum-elsewhere").map(({ total }) => total),
    );
    const partitions = facts.blocks.map((_, blockIndex) => blockPartition(facts, positions, blockIndex));
    const regionCount = positions.regions.length;
    for (const [key, group] of amountGroups(facts, positions)) {
      const [total] = group;
      if (total === undefined || explained.has(total) || tablesOf(facts, group).size > 1) continue;
      const place = Math.floor(key / regionCount);
      const region = key % regionCount;
      const home = tableIndexOf(facts, total);
      for (const partition of partitions) {
        if (facts.blocks[partition.blockIndex]?.tableIndex === home) continue;
        const parts = partition
          .regionsInside(region)
          .map((inside) => partition.factAt(place, inside))
          .filter((index) => index >= 0 && hasAmount(facts, index));
        if (parts.length === 0 || [total, ...parts].some((index) => amountAt(facts, index) < 0)) continue;
        equations.push({ check: noLessThan, total, parts, relation: "atLeast" });
      }
    }
    return equations;
  },
};
