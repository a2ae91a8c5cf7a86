import type { LinearSystem, Term } from "./system";

/** Items and by how much each must change, in 厘; the first is the cause, the others follow from it. */
export type Changes = ReadonlyMap<number, number>;

/** One way to make wrong equations right. */
export interface Explanation {
  readonly cause: number;
  readonly changes: Changes;
  /** Equations that did not hold and would. */
  readonly mended: readonly number[];
  /** Equations that held and would no longer. */
  readonly broken: number;
  /** Higher is better. */
  readonly merit: number;
  /** `move`: an amount stands in the wrong cell; both its cells are in `changes`. */
  readonly kind: "amount" | "move";
}

/** What a change costs beyond the first: totals that must follow are less likely than a single slip. */
const FOLLOWER_COST = 0.4;
/** A fact printed in several cells is less often wrong in all of them than one cell is. */
const PRINTED_AGAIN_COST = 0.05;
const MOST_FOLLOWERS = 60;

/** Whether the equations hold, and how their residuals stand, after what has been changed so far. */
export class State {
  private readonly shift = new Map<number, number>();
  constructor(readonly system: LinearSystem) {}

  residual(equation: number): number {
    return (this.system.residual[equation] ?? 0) + (this.shift.get(equation) ?? 0);
  }

  holds(equation: number, shift = 0): boolean {
    const residual = this.residual(equation) + shift;
    return (
      residual >= (this.system.lowest[equation] ?? 0) && residual <= (this.system.highest[equation] ?? 0)
    );
  }

  apply(changes: Changes): void {
    for (const [item, change] of changes) {
      for (const { equation, factor } of this.system.termsOf(item)) {
        this.shift.set(equation, (this.shift.get(equation) ?? 0) + factor * change);
      }
    }
  }
}

/** The best explanation that changes this item first; null where none mends more than it breaks. */
export function explain(state: State, item: number): Explanation | null {
  const terms = state.system.termsOf(item);
  let best: Explanation | null = null;
  for (const change of wantedChanges(state, terms)) {
    for (const changes of [new Map([[item, change]]), withFollowers(state, item, change)]) {
      const outcome = judge(state, item, changes);
      if (outcome.merit > (best?.merit ?? 0)) best = outcome;
    }
  }
  return best;
}

/** Changes of an item that would mend one of its equations, those wanted by most of them first. */
function wantedChanges(state: State, terms: readonly Term[]): number[] {
  const wrong = terms.filter(({ equation }) => !state.holds(equation));
  const votes = new Map<number, number>();
  for (const { equation, factor } of wrong) {
    const change = -state.residual(equation) / factor;
    if (votes.has(change)) continue;
    const agreeing = wrong.filter((other) => state.holds(other.equation, other.factor * change));
    // Of changes that mend as much, an equality of two cells tells the amount best: it has the narrowest window.
    const exact = agreeing.filter((other) => -state.residual(other.equation) / other.factor === change);
    votes.set(change, agreeing.length + exact.length / 100);
  }
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([change]) => change);
}

/** The item's change, and that of every total which held and must follow it. */
function withFollowers(state: State, item: number, change: number): Changes {
  const { system } = state;
  const changes = new Map([[item, change]]);
  const queue = [item];
  const shifts = new Map<number, number>();
  const add = (changed: number, by: number): void => {
    for (const { equation, factor } of system.termsOf(changed)) {
      shifts.set(equation, (shifts.get(equation) ?? 0) + factor * by);
    }
  };
  add(item, change);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const { equation } of system.termsOf(next)) {
      if (!state.holds(equation) || state.holds(equation, shifts.get(equation) ?? 0)) continue;
      const definition = system.equations[equation];
      if (definition === undefined) continue;
      const total = system.itemOf(definition.total);
      if (changes.has(total)) continue;
      const by = -(state.residual(equation) + (shifts.get(equation) ?? 0));
      changes.set(total, by);
      add(total, by);
      queue.push(total);
      if (changes.size > MOST_FOLLOWERS) return changes;
    }
  }
  return changes;
}

/** What changes mend and break. */
export function judge(state: State, cause: number, changes: Changes): Explanation {
  const { system } = state;
  const shifts = new Map<number, number>();
  for (const [item, change] of changes) {
    for (const { equation, factor } of system.termsOf(item)) {
      shifts.set(equation, (shifts.get(equation) ?? 0) + factor * change);
    }
  }
  const mended: number[] = [];
  let broken = 0;
  for (const [equation, shift] of shifts) {
    const held = state.holds(equation);
    const holds = state.holds(equation, shift);
    if (!held && holds) mended.push(equation);
    if (held && !holds) broken++;
  }
  const again = system.factsOf(cause).length - 1;
  const merit =
    mended.length - broken - FOLLOWER_COST * (changes.size - 1) - PRINTED_AGAIN_COST * Math.min(again, 10);
  return { cause, changes, mended, broken, merit, kind: "amount" };
}
