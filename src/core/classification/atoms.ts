import { z } from "zod";
import fundData from "./dimensions/fund.json";
import kindData from "./dimensions/kind.json";
import stageData from "./dimensions/stage.json";

/**
 * A set of the smallest members (atoms) of one dimension, one bit an atom. Members, totals and odd groupings
 * (“人员经费” = 工资福利 + 对个人和家庭) are all sets, so “is part of” and “is the same as” need no special cases.
 */
export type AtomSet = bigint;

const dimensionSchema = z.object({
  id: z.string(),
  name: z.string(),
  year: z.number().int().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
  atoms: z.array(z.string()).min(1),
  members: z.array(z.object({ id: z.string(), name: z.string(), atoms: z.array(z.string()).min(1) })),
});

/** A dimension with a fixed list of atoms; `setOf` gives the atoms of a member or atom id. */
export interface AtomDimension {
  readonly id: string;
  readonly size: number;
  /** Of members first, then of the atoms that are no member of their own. */
  readonly ids: readonly string[];
  readonly all: AtomSet;
  /** Throws a RangeError that names the dimension where the id is unknown. */
  setOf(memberId: string): AtomSet;
}

/** A dimension over the given atoms; a member's atom pattern `general.*` stands for all atoms that begin so. */
function atomDimension(data: unknown): AtomDimension {
  const { id, atoms, members } = dimensionSchema.parse(data);
  const sets = new Map<string, AtomSet>(atoms.map((atom, bit) => [atom, 1n << BigInt(bit)]));
  for (const member of members) {
    let set = 0n;
    for (const pattern of member.atoms) {
      const prefix = pattern.endsWith("*") ? pattern.slice(0, -1) : null;
      const hits = atoms.filter((atom) => (prefix === null ? atom === pattern : atom.startsWith(prefix)));
      if (hits.length === 0)
        throw new RangeError(`dimension ${id}: member ${member.id} names no atom ${pattern}`);
      for (const atom of hits) set |= sets.get(atom) ?? 0n;
    }
    sets.set(member.id, set);
  }
  return {
    id,
    size: atoms.length,
    ids: [...new Set([...members.map((member) => member.id), ...atoms])],
    all: (1n << BigInt(atoms.length)) - 1n,
    setOf(memberId) {
      const set = sets.get(memberId);
      if (set === undefined) throw new RangeError(`dimension ${id} has no member ${memberId}`);
      return set;
    },
  };
}

export const STAGE = atomDimension(stageData);
export const FUND = atomDimension(fundData);
export const KIND = atomDimension(kindData);

/** The product of two atom sets as one set: the bit of (a, b) is a × (size of the second dimension) + b. */
export function productSet(first: AtomSet, second: AtomSet, secondSize: number): AtomSet {
  let product = 0n;
  for (let bit = 0n, rest = first; rest > 0n; bit++, rest >>= 1n) {
    if ((rest & 1n) === 1n) product |= second << (bit * BigInt(secondSize));
  }
  return product;
}
