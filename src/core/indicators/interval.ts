import type Decimal from "decimal.js";

/** All numbers between two bounds; a bound of `null` is open-ended. */
export interface Interval {
  readonly low: Decimal | null;
  readonly lowClosed: boolean;
  readonly high: Decimal | null;
  readonly highClosed: boolean;
}

export function pointInterval(value: Decimal): Interval {
  return { low: value, lowClosed: true, high: value, highClosed: true };
}

export function contains({ low, lowClosed, high, highClosed }: Interval, value: Decimal): boolean {
  if (low !== null && (lowClosed ? value.lt(low) : value.lte(low))) return false;
  return high === null || (highClosed ? value.lte(high) : value.lt(high));
}

/** Every number of `inner` lies in `outer`. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return lowFits(inner, outer) && highFits(inner, outer);
}

function lowFits(inner: Interval, outer: Interval): boolean {
  if (outer.low === null) return true;
  if (inner.low === null) return false;
  return inner.low.eq(outer.low) ? outer.lowClosed || !inner.lowClosed : inner.low.gt(outer.low);
}

function highFits(inner: Interval, outer: Interval): boolean {
  if (outer.high === null) return true;
  if (inner.high === null) return false;
  return inner.high.eq(outer.high) ? outer.highClosed || !inner.highClosed : inner.high.lt(outer.high);
}

/** No number lies in both. */
export function isDisjoint(a: Interval, b: Interval): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

function endsBefore(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  return a.high.eq(b.low) ? !(a.highClosed && b.lowClosed) : a.high.lt(b.low);
}
