import { membersOf, type AmountGroups } from "../facts/amount-groups";
import type { Facts } from "../facts/facts";
import type { EquationCheck } from "./check";

/** One amount that several tables print must be the same in all of them. */
export const sameAmount: EquationCheck = {
  id: "same-amount",
  title: "同一数据项",
  severity: "error",
  explanation:
    "不同报表中单位、功能科目、经济分类、资金性质、支出性质都相同的数是同一个数，各处应当一致；收入总计与支出总计也是同一个数。空白按 0 计。",
  state({ facts, groups }, write) {
    for (let group = 0; group < groups.count; group++) {
      const first = groups.first[group] ?? -1;
      if ((groups.next[first] ?? -1) < 0) continue;
      if (allShowTheSame(facts, groups, first)) {
        for (let peer = first, fact = groups.next[first] ?? -1; fact >= 0; fact = groups.next[fact] ?? -1) {
          write.part(peer);
          write.state(fact, "equal");
          peer = fact;
        }
        continue;
      }
      for (const [fact, peer] of comparisons(facts, membersOf(groups, first))) {
        write.part(peer);
        write.state(fact, "equal");
      }
    }
  },
};

function allShowTheSame({ shown }: Facts, { next }: AmountGroups, first: number): boolean {
  for (let fact = first; fact >= 0; fact = next[fact] ?? -1) if (shown[fact] !== shown[first]) return false;
  return true;
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
