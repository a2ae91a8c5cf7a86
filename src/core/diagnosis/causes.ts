import type { Analysis } from "../analyse";
import { blankParts } from "./blank-parts";
import { better, type Explanation } from "./explanation";
import { explainMisplaced } from "./misplaced";
import { printedAmounts, rowExplanations } from "./rows";
import { State } from "./state";
import { linearSystem, type Exactness, type LinearSystem } from "./system";
import { explainAmount } from "./wrong-amount";

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

/**
 * The smallest set of causes for the equations that do not hold: again and again the change that mends most and
 * breaks least, until all are mended or nothing helps. `wrong` are numbers of equations.
 */
export function findCauses(analysis: Analysis, wrong: readonly number[], exactness: Exactness): Cause[] {
  if (wrong.length === 0) return [];
  // Nobody forgets to fill in a rounding difference.
  const blanks = exactness === "as-shown" ? [] : blankParts(analysis, wrong);
  const system = linearSystem(analysis, exactness, blanks);
  const state = new State(system);
  const amounts = remembered((item) => (state.isSpent ? null : explainAmount(state, item)));
  const moves = remembered((fact) => (state.isSpent ? null : explainMisplaced(state, fact)));
  const printed = printedAmounts(analysis.context);
  const causes: Cause[] = [];
  // What a cell should say is told once: a second change to it would count from an amount that is not there.
  const told = new Set<number>();
  const isNew = ({ changes }: Explanation): boolean => ![...changes.keys()].some((fact) => told.has(fact));
  let open = [...wrong];
  while (open.length > 0 && causes.length < MOST_CAUSES && !state.isSpent) {
    const suspects = new Set(open.flatMap((equation) => system.factsIn(equation)));
    const items = new Set([...suspects].map((fact) => system.itemOf(fact)));
    const found = [
      ...[...items].map(amounts.get),
      ...[...suspects].map(moves.get),
      ...rowExplanations(analysis.context, state, printed, open),
    ].filter((explanation): explanation is Explanation => explanation !== null && isNew(explanation));
    const best = found.reduce<Explanation | null>(better, null);
    if (best === null) break;
    const alternatives = found.filter(
      (one) => one !== best && best.merit - one.merit < AS_GOOD && mendsTheSame(one, best),
    );
    causes.push({ system, best, alternatives });
    state.apply(best.shifts);
    for (const fact of best.changes.keys()) told.add(fact);
    // What was found before is stale only where the shifts reached.
    for (const equation of best.shifts.keys()) {
      for (const fact of system.factsIn(equation)) {
        moves.forget(fact);
        amounts.forget(system.itemOf(fact));
      }
    }
    open = open.filter((equation) => !state.holds(equation));
  }
  return causes;
}

function mendsTheSame(a: Explanation, b: Explanation): boolean {
  const mended = new Set(b.mended);
  return a.mended.length === b.mended.length && a.mended.every((equation) => mended.has(equation));
}

interface Remembered {
  readonly get: (key: number) => Explanation | null;
  readonly forget: (key: number) => void;
}

function remembered(compute: (key: number) => Explanation | null): Remembered {
  const known = new Map<number, Explanation | null>();
  return {
    get(key) {
      let found = known.get(key);
      if (found === undefined) {
        found = compute(key);
        known.set(key, found);
      }
      return found;
    },
    forget: (key) => known.delete(key),
  };
}
