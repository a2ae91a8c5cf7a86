import { productSet, type AtomSet } from "./atoms";
import { departmentalEconomic, economicCorrespondence } from "./codebooks";

/*
 * Both economic classifications cut the same money in two ways, and which 款 corresponds to which depends on the
 * kind of unit. So the atoms are pairs (kind of unit, departmental 款): 301 工资福利支出 is its 款 in both kinds of
 * unit, 505 对事业单位经常性补助 is the 款 of 301 and 302 in public institutions. Where a governmental 款 has no
 * departmental counterpart (50599 …) it is an atom of its own.
 * Source: 财预〔2017〕98号 附件3.
 */

const ITEMS = departmentalEconomic.entries
  .filter(({ code, superseded }) => code.length === 5 && !superseded)
  .map(({ code }) => code);
const GOVERNMENTAL_ONLY = economicCorrespondence.without
  .filter(({ book }) => book === "governmental")
  .map(({ code }) => code);

const UNIT_KINDS = { administrative: 1n, institution: 2n, both: 3n } as const;
const PAIR_COUNT = BigInt(2 * ITEMS.length);

export const ALL_ECONOMIC: AtomSet = (1n << (PAIR_COUNT + BigInt(GOVERNMENTAL_ONLY.length))) - 1n;

/** Atoms of a departmental 类 (3 digits) or 款 (5 digits); empty where the book knows no 款 under the code. */
export function departmentalSet(code: string): AtomSet {
  return productSet(UNIT_KINDS.both, itemSet(code), ITEMS.length);
}

/** Atoms of a governmental 类 or 款; empty where the code is unknown. */
export function governmentalSet(code: string): AtomSet {
  let set = 0n;
  for (const { departmental, unitKind } of economicCorrespondence.pairsOf("governmental", code)) {
    set |= productSet(UNIT_KINDS[unitKind], itemSet(departmental), ITEMS.length);
  }
  GOVERNMENTAL_ONLY.forEach((only, at) => {
    if (only.startsWith(code)) set |= 1n << (PAIR_COUNT + BigInt(at));
  });
  return set;
}

function itemSet(code: string): AtomSet {
  let set = 0n;
  ITEMS.forEach((item, bit) => {
    if (item.startsWith(code)) set |= 1n << BigInt(bit);
  });
  return set;
}
