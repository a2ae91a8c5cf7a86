import type { Explanation } from "./explanation";
import { shiftsOf, type Changes, type State } from "./state";
import type { Term } from "./system";

/** Totals that must follow make an explanation less likely than a single slip does. */
const FOLLOWER_COST = 0.4;
/** A fact printed in several cells is less often wrong in all of them than one cell is. */
const PRINTED_AGAIN_COST = 0.05;
const MOST_FOLLOWERS = 60;
/** Amounts tried for one item. */
const MOST_CHANGES = 4;

/** The best explanation by a wrong amount of this item; null where none mends more than it breaks. */
export function explainAmount(state: State, item: number): Explanation | null {
  const { system } = state;
  const facts = system.factsOf(item);
  const terms = facts.flatMap((fact) => system.termsOf(fact));
  const again = PRINTED_AGAIN_COST * Math.min(facts.length - 1, 10);
  let best: Explanation | null = null;
  for (const change of wantedChanges(state, terms)) {
    const alone = new Map(facts.map((fact) => [fact, change]));
    for (const followers of [new Map<number, number>(), followersOf(state, alone)]) {
      if (followers.size === 0 && best !== null && best.changes.get(facts[0] ?? -1) === change) continue;
      const changes: Changes = new Map([
        ...alone,
        ...[...followers].flatMap(([total, by]) =>
          system.factsOf(total).map((fact): [number, number] => [fact, by]),
        ),
      ]);
      const shifts = shiftsOf(system, changes);
      const outcome = state.outcome(shifts);
      const merit = outcome.mended.length - outcome.broken - FOLLOWER_COST * followers.size - again;
      if (merit > (best?.merit ?? 0)) {
        best = {
          kind: "amount",
          changes: alone,
          followers: [...followers.keys()],
          shifts,
          ...outcome,
          merit,
        };
      }
    }
  }
  return best;
}

/** Changes that would mend one of the terms' equations, those wanted by most of them first. */
function wantedChanges(state: State, terms: readonly Term[]): number[] {
  const wrong = combined(terms).filter(({ equation }) => !state.holds(equation));
  const votes = new Map<number, number>();
  for (const { equation, factor } of wrong) {
    const change = -state.residual(equation) / factor;
    if (votes.has(change)) continue;
    state.spend(wrong.length);
    const agreeing = wrong.filter((other) => state.holds(other.equation, other.factor * change));
    // Of changes that mend as much, an equality of two cells tells the amount best: it has the narrowest window.
    const exact = agreeing.filter((other) => -state.residual(other.equation) / other.factor === change);
    votes.set(change, agreeing.length + exact.length / 100);
  }
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CHANGES)
    .map(([change]) => change);
}

/** One term an equation; those that cancel out are left out. */
function combined(terms: readonly Term[]): Term[] {
  const factors = new Map<number, number>();
  for (const { equation, factor } of terms) factors.set(equation, (factors.get(equation) ?? 0) + factor);
  return [...factors]
    .filter(([, factor]) => factor !== 0)
    .map(([equation, factor]) => ({ equation, factor }));
}

/** Items of totals which held and must follow the changes, with their own changes. */
function followersOf(state: State, changes: Changes): Map<number, number> {
  const { system } = state;
  const followers = new Map<number, number>();
  const shifts = new Map<number, number>();
  const queue: number[] = [];
  const change = (fact: number, by: number): void => {
    for (const { equation, factor } of system.termsOf(fact)) {
      shifts.set(equation, (shifts.get(equation) ?? 0) + factor * by);
      queue.push(equation);
    }
  };
  for (const [fact, by] of changes) change(fact, by);
  for (let equation = queue.shift(); equation !== undefined; equation = queue.shift()) {
    const shift = shifts.get(equation) ?? 0;
    if (!state.holds(equation) || state.holds(equation, shift)) continue;
    const total = system.equations.total[equation];
    if (total === undefined || changes.has(total)) continue;
    const item = system.itemOf(total);
    if (followers.has(item)) continue;
    const by = -(state.residual(equation) + shift);
    followers.set(item, by);
    for (const fact of system.factsOf(item)) change(fact, by);
    state.spend(queue.length);
    if (followers.size > MOST_FOLLOWERS) break;
  }
  return followers;
}
