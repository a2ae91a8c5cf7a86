import { tablesOf } from "../facts/amount-groups";
import { amountAt, hasAmount } from "../facts/facts";
import type { CheckContext, Equation, EquationCheck } from "./check";

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
    return groups.flatMap((group): Equation[] => {
      const [total] = group.facts;
      const homes = tablesOf(facts, group);
      if (total === undefined || explained.has(total) || homes.size > 1) return [];
      return partitions.flatMap((partition): Equation[] => {
        if (homes.has(facts.blocks[partition.blockIndex]?.tableIndex ?? -1)) return [];
        const parts = partition
          .regionsInside(group.region)
          .map((inside) => partition.factAt(group.place, inside))
          .filter((index) => index >= 0 && hasAmount(facts, index));
        if (parts.length === 0 || [total, ...parts].some((index) => amountAt(facts, index) < 0)) return [];
        return [{ check: noLessThan, total, parts, relation: "atLeast" }];
      });
    });
  },
};
