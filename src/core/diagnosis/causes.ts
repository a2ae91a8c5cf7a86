import type { Evaluation } from "../checks/evaluate";
import type { Facts } from "../facts/facts";
import { blankParts } from "./blank-parts";
import { explain, judge, State, type Changes, type Explanation } from "./explanations";
import { movesOf } from "./moves";
import { linearSystem, type Exactness, type LinearSystem } from "./system";

/** What makes some equations fail: the best explanation, and others that explain as much. */
export interface Cause {
  readonly system: LinearSystem;
  readonly best: Explanation;
  readonly alternatives: readonly Explanation[];
}

/** Causes looked for in one workbook; beyond that there is no single slip to point at. */
const MOST_CAUSES = 100;
/** Explanations this close in merit, of the same equations, are equally good. */
const AS_GOOD = 0.75;
/** An amount in the wrong cell changes two cells at once: a little less likely than one. */
const MOVE_COST = 0.3;

/**
 * The smallest set of causes for the equations that do not hold: again and again the change that mends most and
 * breaks least, until all are mended or nothing helps. `wrong` are positions in `evaluations`.
 */
export function findCauses(
  facts: Facts,
  evaluations: readonly Evaluation[],
  wrong: readonly number[],
  exactness: Exactness,
): Cause[] {
  if (wrong.length === 0) return [];
  const system = linearSystem(facts, evaluations, exactness, blankParts(facts, evaluations, wrong));
  const state = new State(system);
  const causes: Cause[] = [];
  let open = [...wrong];
  const known = new Map<number, Explanation | null>();
  while (open.length > 0 && causes.length < MOST_CAUSES) {
    const candidates = new Set(open.flatMap((equation) => system.itemsIn(equation)));
    const found: Explanation[] = [];
    for (const item of candidates) {
      let explanation = known.get(item);
      if (explanation === undefined) {
        explanation = better(explain(state, item), explainMove(state, item));
        known.set(item, explanation);
      }
      if (explanation !== null) found.push(explanation);
    }
    const best = found.reduce<Explanation | null>((top, one) => better(top, one), null);
    if (best === null) break;
    const alternatives = found.filter(
      (one) => one !== best && best.merit - one.merit < AS_GOOD && sameMended(one, best),
    );
    causes.push({ system, best, alternatives });
    state.apply(best.changes);
    // Explanations are stale only where the change reached.
    for (const item of best.changes.keys()) {
      for (const { equation } of system.termsOf(item)) {
        for (const touched of system.itemsIn(equation)) known.delete(touched);
      }
    }
    open = open.filter((equation) => !state.holds(equation));
  }
  return causes;
}

function better(a: Explanation | null, b: Explanation | null): Explanation | null {
  if (a === null || b === null) return a ?? b;
  return b.merit > a.merit ? b : a;
}

function sameMended(a: Explanation, b: Explanation): boolean {
  const mended = new Set(b.mended);
  return a.mended.length === b.mended.length && a.mended.every((equation) => mended.has(equation));
}

/** The best way to explain by an amount that stands in the wrong cell; only for facts printed once. */
function explainMove(state: State, item: number): Explanation | null {
  const { system } = state;
  if (system.factsOf(item).length > 1) return null;
  let best: Explanation | null = null;
  for (const move of movesOf(system.facts, item)) {
    const changes = asItems(system, move);
    if (changes === null) continue;
    const outcome = judge(state, item, changes);
    const merit = outcome.merit - MOVE_COST;
    if (outcome.broken === 0 && outcome.mended.length > 1 && merit > (best?.merit ?? 0))
      best = { ...outcome, merit, kind: "move" };
  }
  return best;
}

/** Changes of facts as changes of items; null where a fact is tied to others. */
function asItems(system: LinearSystem, changes: Changes): Changes | null {
  const items = new Map<number, number>();
  for (const [fact, change] of changes) {
    const item = system.itemOf(fact);
    if (system.factsOf(item).length > 1 || items.has(item)) return null;
    items.set(item, change);
  }
  return items;
}
