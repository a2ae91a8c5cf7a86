import { tablesOf } from "../facts/amount-groups";
import { amountAt, hasAmount } from "../facts/facts";
import type { CheckContext, Equation, EquationCheck } from "./check";
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
  equations: ({ facts, groups, partitions }: CheckContext, found: readonly Equation[]): Equation[] => {
    const explained = new Set(
      found.filter(({ check }) => check.id === "sum-elsewhere").map(({ total }) => total),
    );
    const smaller = memo((region) =>
      partitions.flatMap((partition) => {
        const regions = partition.regionsInside(region);
        return regions.length === 0 ? [] : [{ partition, regions }];
      }),
    );
    const equations: Equation[] = [];
    for (const group of groups) {
      const [total] = group.facts;
      const [home, ...others] = tablesOf(facts, group);
      if (total === undefined || explained.has(total) || others.some((table) => table !== home)) continue;
      for (const { partition, regions } of smaller(group.region)) {
        if (partition.tableIndex === home || !partition.hasPlace(group.place)) continue;
        const parts = regions
          .map((region) => partition.factAt(group.place, region))
          .filter((index) => index >= 0 && hasAmount(facts, index));
        if (parts.length === 0 || [total, ...parts].some((index) => amountAt(facts, index) < 0)) continue;
        equations.push({ check: noLessThan, total, parts, relation: "atLeast" });
      }
    }
    return equations;
  },
};
