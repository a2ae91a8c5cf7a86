import { FUND, KIND, productSet, STAGE, type AtomSet } from "./atoms";
import { ALL_ECONOMIC } from "./economic";

/**
 * The part of the money a column (or a line of a list) speaks of: the product of three atom sets.
 * `flow` joins where money comes from or goes to (本年, 结转 …) with the fund source, because “no income from this
 * source this year” and “none carried over” only together say that a source is not there at all.
 */
export interface Region {
  readonly flow: AtomSet;
  readonly kind: AtomSet;
  readonly economic: AtomSet;
  /** What is measured (“预算数”, “执行数” …); amounts of different measures are never compared. */
  readonly measure: string;
}

export const BUDGET = "预算数";

export const EVERYTHING: Region = {
  flow: productSet(STAGE.all, FUND.all, FUND.size),
  kind: KIND.all,
  economic: ALL_ECONOMIC,
  measure: BUDGET,
};

/** Atoms of a combination of stage and fund. */
export function flowSet(stage: AtomSet, fund: AtomSet): AtomSet {
  return productSet(stage, fund, FUND.size);
}

/** What both speak of; `b`'s measure. */
export function intersect(a: Region, b: Region): Region {
  return {
    flow: a.flow & b.flow,
    kind: a.kind & b.kind,
    economic: a.economic & b.economic,
    measure: b.measure,
  };
}

export function isEmpty(region: Region): boolean {
  return region.flow === 0n || region.kind === 0n || region.economic === 0n;
}

export function overlap(a: Region, b: Region): boolean {
  return a.measure === b.measure && !isEmpty(intersect(a, b));
}

/** True where every atom of `inner` is in `outer`. */
export function contains(outer: Region, inner: Region): boolean {
  return (
    outer.measure === inner.measure &&
    (inner.flow & ~outer.flow) === 0n &&
    (inner.kind & ~outer.kind) === 0n &&
    (inner.economic & ~outer.economic) === 0n
  );
}

/** Regions with the same key are the same. */
export function regionKey({ flow, kind, economic, measure }: Region): string {
  return `${measure} ${flow.toString(36)}.${kind.toString(36)}.${economic.toString(36)}`;
}
