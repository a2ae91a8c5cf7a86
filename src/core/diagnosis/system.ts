import type { Analysis } from "../analyse";
import { partsOf, type Equations } from "../checks/equations";
import { SATISFIED, VIOLATED } from "../checks/evaluate";
import type { Facts } from "../facts/facts";

/**
 * The equations of a workbook as a linear system. Its unknowns are items: an item is one fact, or several that
 * equations which hold tie together as the same amount (one fact printed in several tables): they can only be wrong
 * together.
 */
export interface LinearSystem {
  readonly facts: Facts;
  readonly equations: Equations;
  readonly exactness: Exactness;
  /** Item of a fact, named by one of its facts. */
  itemOf(fact: number): number;
  /** Facts of an item, in reading order. */
  factsOf(item: number): readonly number[];
  /** Facts of an equation, blank parts included. */
  factsIn(equation: number): number[];
  /** Equations a fact stands in, with how the residual counts it: 1 as total, −1 as part. */
  termsOf(fact: number): readonly Term[];
  /** total − Σ parts of every equation, in 厘. */
  readonly residual: Float64Array;
  /** An equation holds while lowest ≤ residual ≤ highest. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

export interface Term {
  readonly equation: number;
  readonly factor: number;
}

/** What counts as holding: amounts within what rounding allows, or figures exactly as shown. */
export type Exactness = "within-rounding" | "as-shown";

/**
 * Builds the system. Facts are tied where an equality of two holds as shown. `extra` adds facts that stand in
 * equations as blank parts: equation and fact each.
 */
export function linearSystem(
  { context: { facts }, equations, verdicts }: Analysis,
  exactness: Exactness,
  extra: readonly { readonly equation: number; readonly fact: number }[],
): LinearSystem {
  const { residual, lowest, highest } = windows(facts, equations, verdicts, exactness);
  const root = tie(facts, equations, verdicts);

  const starts = new Int32Array(facts.count + 1);
  const eachTerm = (visit: (fact: number, equation: number, factor: number) => void): void => {
    const { count, total, start, parts } = equations;
    for (let at = 0; at < count; at++) {
      visit(total[at] ?? 0, at, 1);
      for (let place = start[at] ?? 0; place < (start[at + 1] ?? 0); place++)
        visit(parts[place] ?? 0, at, -1);
    }
    for (const { equation, fact } of extra) visit(fact, equation, -1);
  };
  eachTerm((fact) => (starts[fact + 1] = (starts[fact + 1] ?? 0) + 1));
  for (let at = 0; at < facts.count; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const ends = starts.slice(0, facts.count);
  const termEquation = new Int32Array(starts[facts.count] ?? 0);
  const termFactor = new Int8Array(starts[facts.count] ?? 0);
  eachTerm((fact, equation, factor) => {
    const at = ends[fact] ?? 0;
    termEquation[at] = equation;
    termFactor[at] = factor;
    ends[fact] = at + 1;
  });

  const blanksIn = new Map<number, number[]>();
  for (const { equation, fact } of extra) {
    const list = blanksIn.get(equation);
    if (list === undefined) blanksIn.set(equation, [fact]);
    else list.push(fact);
  }

  let members: ReadonlyMap<number, readonly number[]> | null = null;
  return {
    facts,
    equations,
    exactness,
    residual,
    lowest,
    highest,
    itemOf: (fact) => root[fact] ?? fact,
    factsOf(item) {
      members ??= collectMembers(root);
      return members.get(item) ?? [item];
    },
    factsIn(equation) {
      const total = equations.total[equation] ?? -1;
      return [total, ...partsOf(equations, equation), ...(blanksIn.get(equation) ?? [])];
    },
    termsOf(fact) {
      const terms: Term[] = [];
      for (let at = starts[fact] ?? 0; at < (starts[fact + 1] ?? 0); at++) {
        terms.push({ equation: termEquation[at] ?? 0, factor: termFactor[at] ?? 0 });
      }
      return terms;
    },
  };
}

/**
 * Residuals and what they may be. As shown, equations that fail beyond rounding are left out: they may be anything.
 */
function windows(
  { value, low, high, shown }: Facts,
  { count, total: totals, start, parts, atLeast }: Equations,
  verdicts: Uint8Array,
  exactness: Exactness,
): Pick<LinearSystem, "residual" | "lowest" | "highest"> {
  const residual = new Float64Array(count);
  const lowest = new Float64Array(count);
  const highest = new Float64Array(count);
  const isExact = exactness === "as-shown";
  const amounts = isExact ? shown : value;
  for (let at = 0; at < count; at++) {
    const total = totals[at] ?? 0;
    let rest = amounts[total] ?? 0;
    let below = (high[total] ?? 0) - (value[total] ?? 0);
    let above = (value[total] ?? 0) - (low[total] ?? 0);
    for (let place = start[at] ?? 0; place < (start[at + 1] ?? 0); place++) {
      const part = parts[place] ?? 0;
      rest -= amounts[part] ?? 0;
      below += (value[part] ?? 0) - (low[part] ?? 0);
      above += (high[part] ?? 0) - (value[part] ?? 0);
    }
    const isLeftOut = isExact && verdicts[at] === VIOLATED;
    residual[at] = rest;
    lowest[at] = isLeftOut ? -Infinity : isExact ? 0 : -below;
    highest[at] = isLeftOut || atLeast[at] === 1 ? Infinity : isExact ? 0 : above;
  }
  return { residual, lowest, highest };
}

/** For every fact the fact that names its item: union-find over the equalities that hold as shown. */
function tie(facts: Facts, equations: Equations, verdicts: Uint8Array): Int32Array {
  const parent = Int32Array.from({ length: facts.count }, (_, at) => at);
  const find = (fact: number): number => {
    let top = fact;
    while ((parent[top] ?? top) !== top) top = parent[top] ?? top;
    for (let at = fact; at !== top;) {
      const next = parent[at] ?? top;
      parent[at] = top;
      at = next;
    }
    return top;
  };
  const { count, total: totals, start, parts, atLeast } = equations;
  for (let at = 0; at < count; at++) {
    if (verdicts[at] !== SATISFIED || atLeast[at] === 1) continue;
    if ((start[at + 1] ?? 0) - (start[at] ?? 0) !== 1) continue;
    const total = totals[at] ?? 0;
    const part = parts[start[at] ?? 0] ?? 0;
    if (facts.shown[part] !== facts.shown[total] || facts.shown[part] === 0) continue;
    const a = find(total);
    const b = find(part);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  for (let fact = 0; fact < facts.count; fact++) parent[fact] = find(fact);
  return parent;
}

function collectMembers(root: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  root.forEach((item, fact) => {
    if (item === fact) return;
    const list = members.get(item);
    if (list === undefined) members.set(item, [item, fact]);
    else list.push(fact);
  });
  return members;
}
