import type { Equation } from "../checks/check";
import type { Evaluation } from "../checks/evaluate";
import type { Facts } from "../facts/facts";

/**
 * The equations of a workbook as a linear system. Its unknowns are items: an item is one fact, or several that
 * equations which hold tie together as the same amount (one fact printed in several tables): they can only be wrong
 * together.
 */
export interface LinearSystem {
  readonly facts: Facts;
  readonly equations: readonly Equation[];
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
  facts: Facts,
  evaluations: readonly Evaluation[],
  exactness: Exactness,
  extra: readonly { readonly equation: number; readonly fact: number }[],
): LinearSystem {
  const equations = evaluations.map(({ equation }) => equation);
  const { residual, lowest, highest } = windows(facts, equations, exactness);
  const root = tie(facts, evaluations);

  const starts = new Int32Array(facts.count + 1);
  const eachTerm = (visit: (fact: number, equation: number, factor: number) => void): void => {
    equations.forEach(({ total, parts }, at) => {
      visit(total, at, 1);
      for (const part of parts) visit(part, at, -1);
    });
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
    residual,
    lowest,
    highest,
    itemOf: (fact) => root[fact] ?? fact,
    factsOf(item) {
      members ??= collectMembers(root);
      return members.get(item) ?? [item];
    },
    factsIn(equation) {
      const { total, parts } = equations[equation] ?? { total: -1, parts: [] };
      return [total, ...parts, ...(blanksIn.get(equation) ?? [])];
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

function windows(
  { value, low, high, shown }: Facts,
  equations: readonly Equation[],
  exactness: Exactness,
): Pick<LinearSystem, "residual" | "lowest" | "highest"> {
  const residual = new Float64Array(equations.length);
  const lowest = new Float64Array(equations.length);
  const highest = new Float64Array(equations.length);
  equations.forEach(({ total, parts, relation }, at) => {
    const amounts = exactness === "as-shown" ? shown : value;
    let rest = amounts[total] ?? 0;
    let below = (high[total] ?? 0) - (value[total] ?? 0);
    let above = (value[total] ?? 0) - (low[total] ?? 0);
    for (const part of parts) {
      rest -= amounts[part] ?? 0;
      below += (value[part] ?? 0) - (low[part] ?? 0);
      above += (high[part] ?? 0) - (value[part] ?? 0);
    }
    residual[at] = rest;
    lowest[at] = exactness === "as-shown" ? 0 : -below;
    highest[at] = relation === "atLeast" ? Infinity : exactness === "as-shown" ? 0 : above;
  });
  return { residual, lowest, highest };
}

/** For every fact the fact that names its item: union-find over the equalities that hold as shown. */
function tie(facts: Facts, evaluations: readonly Evaluation[]): Int32Array {
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
  for (const { equation, verdict } of evaluations) {
    const [part] = equation.parts;
    if (verdict !== "satisfied" || equation.relation !== "equal") continue;
    if (part === undefined || equation.parts.length !== 1) continue;
    if (facts.shown[part] !== facts.shown[equation.total] || facts.shown[part] === 0) continue;
    const a = find(equation.total);
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
