import { FUND, KIND, STAGE, type AtomDimension, type AtomSet } from "../classification/atoms";
import { departmentalEconomic, functional, governmentalEconomic } from "../classification/codebooks";
import type { CodeBook } from "../classification/codebooks";
import { ALL_ECONOMIC, departmentalSet, governmentalSet } from "../classification/economic";
import { normaliseName } from "../classification/normalise";
import { remembered, rememberedOf } from "../remembered";
import { BUDGET, flowSet, type Region } from "../classification/region";
import type { FormDimension, MemberExpression, Term } from "./definition";
import { isBareTotal, lineName } from "./words";

/** Members still told apart by dimension; a later, deeper heading goes before an earlier one. */
export interface Meaning {
  readonly stage?: AtomSet;
  readonly fund?: AtomSet;
  readonly kind?: AtomSet;
  readonly economic?: AtomSet;
  readonly function?: string;
  readonly measure?: string;
  /** Name of a project. */
  readonly project?: string;
}

/** What a text means, null where neither terms nor code books know it. */
export type Lookup = (path: readonly string[], within: Meaning, hasParts: boolean) => Meaning | null;

/** Whether a meaning narrows anything. */
export function saysSomething(meaning: Meaning): boolean {
  // Asked of every line: listing the keys would take longer than all the rest.
  for (const _ in meaning) return true;
  return false;
}

/** The meaning of a member expression. Throws a RangeError naming an unknown id. */
export const meaningOf: (expression: MemberExpression) => Meaning = rememberedOf(readMeaning);

function readMeaning(expression: MemberExpression): Meaning {
  const economic = economicOf(expression);
  return {
    ...(expression.stage !== undefined && { stage: unionOf(STAGE, expression.stage) }),
    ...(expression.fund !== undefined && { fund: unionOf(FUND, expression.fund) }),
    ...(expression.kind !== undefined && { kind: unionOf(KIND, expression.kind) }),
    ...(economic !== null && { economic }),
    ...(expression.function !== undefined && { function: expression.function }),
    ...(expression.measure !== undefined && { measure: expression.measure }),
  };
}

function unionOf(dimension: AtomDimension, ids: string | readonly string[]): AtomSet {
  return [ids].flat().reduce((set, id) => set | dimension.setOf(id), 0n);
}

function economicOf({ departmental, governmental }: MemberExpression): AtomSet | null {
  if (departmental === undefined && governmental === undefined) return null;
  const setOf = (ids: string | readonly string[] | undefined, of: (code: string) => AtomSet): AtomSet =>
    ids === undefined
      ? ALL_ECONOMIC
      : [ids].flat().reduce((set, code) => {
          const atoms = of(code);
          if (atoms === 0n) throw new RangeError(`economic code ${code} is in no code book`);
          return set | atoms;
        }, 0n);
  return setOf(departmental, departmentalSet) & setOf(governmental, governmentalSet);
}

/** Both together: other dimensions add up, the inner one wins, economic classes narrow each other. */
export function narrow(outer: Meaning, inner: Meaning): Meaning {
  const economic =
    outer.economic === undefined
      ? inner.economic
      : inner.economic === undefined
        ? outer.economic
        : outer.economic & inner.economic;
  return { ...outer, ...inner, ...(economic !== undefined && { economic }) };
}

/** The region a meaning speaks of; what it leaves open is everything. */
export function regionOf({ stage, fund, kind, economic, measure }: Meaning): Region {
  return {
    flow: flowSet(stage ?? STAGE.all, fund ?? FUND.all),
    kind: kind ?? KIND.all,
    economic: economic ?? ALL_ECONOMIC,
    measure: measure ?? BUDGET,
  };
}

/** Whether parts that differ along one dimension are together all of the whole: 公务用车购置 and 运行 of 公务用车购置及运行. */
export function makeUp(whole: Meaning, parts: readonly Meaning[]): boolean {
  const outer = regionOf(whole);
  const inner = parts.map(regionOf);
  const union = (axis: "flow" | "kind" | "economic"): AtomSet =>
    inner.reduce((set, part) => set | part[axis], 0n);
  const differing = (["flow", "kind", "economic"] as const).filter((axis) =>
    inner.some((part) => part[axis] !== outer[axis]),
  );
  const [axis] = differing;
  return axis !== undefined && differing.length === 1 && union(axis) === outer[axis];
}

/**
 * Looks texts up: first the terms, nearest first (block, form, family), paths before plain phrases; then the code
 * books of the dimensions named. A bare total (合计 …) means just what stands above it.
 */
export function lookup(terms: readonly (readonly Term[])[], dimensions: readonly FormDimension[]): Lookup {
  const meanings = terms.map(indexTerms);
  return (path, within, hasParts) => {
    const names = path.map(lineName);
    const name = names.at(-1) ?? "";
    for (const index of meanings) {
      for (const heading of names.slice(0, -1).reverse()) {
        const found = index.get(`${heading}/${name}`);
        if (found !== undefined) return found;
      }
      const found = index.get(name);
      if (found !== undefined) return found;
    }
    if (isBareTotal(name)) return {};
    return lookupInBooks(name, dimensions, within, hasParts);
  };
}

const indexTerms: (terms: readonly Term[]) => ReadonlyMap<string, Meaning> = rememberedOf((terms) => {
  const index = new Map<string, Meaning>();
  for (const { phrases, members } of terms) {
    const meaning = meaningOf(members);
    for (const phrase of phrases) index.set(phrase.split("/").map(normaliseName).join("/"), meaning);
  }
  return index;
});

const PROJECT = KIND.setOf("project");

function lookupInBooks(
  name: string,
  dimensions: readonly FormDimension[],
  within: Meaning,
  hasParts: boolean,
): Meaning | null {
  const scope = within.economic ?? ALL_ECONOMIC;
  for (const dimension of dimensions) {
    if (dimension === "departmental") {
      const economic = economicNamed(departmentalNamed(name), scope, hasParts);
      if (economic !== null) return { economic };
    }
    if (dimension === "governmental") {
      const economic = economicNamed(governmentalNamed(name), scope, hasParts);
      if (economic !== null) return { economic };
    }
    // Below 项目支出 any line is a project.
    if (dimension === "project" && within.kind === PROJECT && name !== "") return { project: name };
    if (dimension === "function") {
      // 其他支出 is 229 and 21999: in a list of classes the 类 is meant.
      const code = functional
        .codeOfName(name)
        .reduce<string | undefined>(
          (best, one) => (best === undefined || one.length < best.length ? one : best),
          undefined,
        );
      if (code !== undefined) return { function: code };
    }
  }
  return null;
}

/** What a book knows under a name. */
interface NamedClasses {
  readonly groups: readonly AtomSet[];
  /** 类 before 款. */
  readonly codes: readonly AtomSet[];
  /** Several codes of one level. */
  readonly isAmbiguous: boolean;
}

function namedIn(book: CodeBook, setOf: (code: string) => AtomSet): (name: string) => NamedClasses {
  return remembered((name) => {
    const groups = book
      .groupsOfName(name)
      .map(({ members }) => members.reduce((set, code) => set | setOf(code), 0n));
    const named = [...book.codeOfName(name)].sort((a, b) => a.length - b.length);
    const isAmbiguous = named.length > 1 && named[0]?.length === named[1]?.length;
    return { groups, codes: named.map(setOf), isAmbiguous };
  });
}

const departmentalNamed = namedIn(departmentalEconomic, departmentalSet);
const governmentalNamed = namedIn(governmentalEconomic, governmentalSet);

/**
 * Atoms of an economic class by name. Names repeat (其他支出 is 399 and 39999): inside a heading the narrower one
 * is meant, and a heading over several columns is a grouping (工资津补贴) rather than one 款; so is a name of several
 * 款 alike (公务用车购置 is 30913 and 31013).
 */
function economicNamed(
  { groups, codes, isAmbiguous }: NamedClasses,
  scope: AtomSet,
  hasParts: boolean,
): AtomSet | null {
  const candidates = hasParts || isAmbiguous ? [...groups, ...codes] : [...codes, ...groups];
  const inside = candidates.filter((set) => (set & scope) !== 0n);
  return inside.find((set) => (scope & ~set) !== 0n) ?? inside[0] ?? candidates[0] ?? null;
}
