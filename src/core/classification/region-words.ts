import { FUND, KIND, STAGE, type AtomSet } from "./atoms";
import { ALL_ECONOMIC } from "./economic";
import type { Region } from "./region";

/**
 * A region with its atom sets as 32-bit words too: sets are compared for every pair of regions of every table, and words
 * compare many times faster than big integers.
 */
export interface WordedRegion {
  readonly region: Region;
  /** Words of `flow`, then of `kind`, then of `economic`; the lowest atoms first. */
  readonly words: Int32Array;
}

const FLOW_WORDS = wordCount(STAGE.size * FUND.size);
const KIND_END = FLOW_WORDS + wordCount(KIND.size);
const WORDS = KIND_END + wordCount(ALL_ECONOMIC.toString(2).length);

export function worded(region: Region): WordedRegion {
  const words = new Int32Array(WORDS);
  write(region.flow, words, 0, FLOW_WORDS);
  write(region.kind, words, FLOW_WORDS, KIND_END);
  write(region.economic, words, KIND_END, WORDS);
  return { region, words };
}

/** `contains`, for regions in words. */
export function holds(outer: WordedRegion, inner: WordedRegion): boolean {
  if (outer.region.measure !== inner.region.measure) return false;
  for (let at = 0; at < WORDS; at++) {
    if (((inner.words[at] ?? 0) & ~(outer.words[at] ?? 0)) !== 0) return false;
  }
  return true;
}

/** `overlap`, for regions in words. */
export function meets(one: WordedRegion, other: WordedRegion): boolean {
  return (
    one.region.measure === other.region.measure &&
    haveCommon(one.words, other.words, 0, FLOW_WORDS) &&
    haveCommon(one.words, other.words, FLOW_WORDS, KIND_END) &&
    haveCommon(one.words, other.words, KIND_END, WORDS)
  );
}

function haveCommon(one: Int32Array, other: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (((one[at] ?? 0) & (other[at] ?? 0)) !== 0) return true;
  return false;
}

function write(set: AtomSet, words: Int32Array, from: number, to: number): void {
  let rest = set;
  for (let at = from; at < to; at++, rest >>= 32n) words[at] = Number(rest & 0xffffffffn) | 0;
}

function wordCount(atoms: number): number {
  return Math.ceil(atoms / 32);
}
