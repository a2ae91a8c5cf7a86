import { remembered } from "../remembered";
import type { AtomSet } from "./atoms";
import { departmentalEconomic, economicCorrespondence } from "./codebooks";

/*
 * Both economic classifications cut the same money in two ways, and which 款 corresponds to which depends on the
 * kind of unit. So the atoms are the pairs that correspond, apart by kind of unit: 301 工资福利支出 is its 款 in both
 * kinds of unit, 505 对事业单位经常性补助 is the 款 of 301 and 302 in public institutions. A 款 of either side
 * without a counterpart (50599 …) is an atom of its own.
 * Source: 财预〔2017〕98号 附件3.
 */

interface EconomicAtom {
  readonly departmental: string | null;
  readonly governmental: string | null;
}

const ATOMS: readonly EconomicAtom[] = (() => {
  const pairs = economicCorrespondence.pairsOf("governmental", "");
  const paired = new Set(pairs.map(({ departmental }) => departmental));
  const alone = departmentalEconomic.entries
    .filter(({ code, superseded }) => code.length === 5 && !superseded && !paired.has(code))
    .map(({ code }) => ({ departmental: code, governmental: null }));
  const governmentalOnly = economicCorrespondence.without
    .filter(({ book }) => book === "governmental")
    .map(({ code }) => ({ departmental: null, governmental: code }));
  return [...pairs, ...alone, ...governmentalOnly];
})();

export const ALL_ECONOMIC: AtomSet = (1n << BigInt(ATOMS.length)) - 1n;

/** Atoms of a departmental 类 (3 digits) or 款 (5 digits); empty where the book knows no 款 under the code. */
export const departmentalSet: (code: string) => AtomSet = remembered((code) =>
  atomsWhere(({ departmental }) => departmental?.startsWith(code) === true),
);

/** Atoms of a governmental 类 or 款; empty where the code is unknown. */
export const governmentalSet: (code: string) => AtomSet = remembered((code) =>
  atomsWhere(({ governmental }) => governmental?.startsWith(code) === true),
);

function atomsWhere(test: (atom: EconomicAtom) => boolean): AtomSet {
  let set = 0n;
  ATOMS.forEach((atom, bit) => {
    if (test(atom)) set |= 1n << BigInt(bit);
  });
  return set;
}
