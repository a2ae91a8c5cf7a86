import { CellState, hasAmount, tableIndexOf, type Facts } from "../facts/facts";
import type { Positions } from "../facts/positions";
import type { CheckContext, Equation, EquationCheck } from "./check";

/** One amount that several tables print must be the same in all of them. */
export const sameAmount: EquationCheck = {
  id: "same-amount",
  title: "同一数据项",
  severity: "error",
  explanation:
    "不同报表中单位、功能科目、经济分类、资金性质、支出性质都相同的数是同一个数，各处应当一致；收入总计与支出总计也是同一个数。空白按 0 计。",
  equations: ({ facts, positions }: CheckContext): Equation[] => {
    const equations: Equation[] = [];
    for (const group of amountGroups(facts, positions).values()) {
      if (group.length < 2 || !group.some((index) => hasAmount(facts, index))) continue;
      for (const [index, peer] of comparisons(facts, group)) {
        equations.push({ check: sameAmount, total: index, parts: [peer], relation: "equal" });
      }
    }
    return equations;
  },
};

/**
 * Facts by place and region, one a block: rows of one block that mean the same (部门 and its only 单位) hang
 * together by the block's own sums already. Unreadable cells are left out.
 */
export function amountGroups(
  facts: Facts,
  { place, region, regions }: Positions,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  facts.blocks.forEach(({ block, offset }) => {
    const end = offset + block.rows.length * block.columns.length;
    for (let index = offset; index < end; index++) {
      const at = place[index] ?? -1;
      const what = region[index] ?? -1;
      if (at < 0 || what < 0 || facts.state[index] === CellState.unreadable) continue;
      const key = at * regions.length + what;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [index]);
      else if ((group.at(-1) ?? -1) < offset) group.push(index);
    }
  });
  return groups;
}

/** The tables a group of `amountGroups` stands in. */
export function tablesOf(facts: Facts, group: readonly number[]): ReadonlySet<number> {
  return new Set(group.map((index) => tableIndexOf(facts, index)));
}

/**
 * Which fact to compare with which: those that show the amount most of them show form a chain through the tables; any
 * other is compared with the nearest of them, so that one wrong amount is said once.
 */
function comparisons(facts: Facts, group: readonly number[]): [fact: number, peer: number][] {
  const usual = mostFrequent(facts, group);
  const agreeing = group.filter((index) => facts.shown[index] === usual);
  const chain = agreeing.slice(1).map((index, at): [number, number] => [index, agreeing[at] ?? index]);
  const deviating = group
    .filter((index) => facts.shown[index] !== usual)
    .map((index): [number, number] => [index, nearest(agreeing, index)]);
  return [...chain, ...deviating];
}

/** The amount shown most often; of several, the one shown first. */
function mostFrequent(facts: Facts, group: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const index of group) {
    const shown = facts.shown[index] ?? 0;
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  let usual = 0;
  let most = 0;
  for (const [shown, count] of counts) {
    if (count > most) [usual, most] = [shown, count];
  }
  return usual;
}

/** Facts are numbered in the order of the tables, so the nearest number stands nearest. */
function nearest(candidates: readonly number[], index: number): number {
  return candidates.reduce((best, candidate) =>
    Math.abs(candidate - index) < Math.abs(best - index) ? candidate : best,
  );
}
