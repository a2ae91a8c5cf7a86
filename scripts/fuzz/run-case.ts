import { checkBytes, checkSmallBytes } from "./check-bytes";
import { checkFormulas } from "./check-formulas";
import { checkSmallSnapshot, checkSnapshot } from "./check-snapshot";
import { packageCase } from "./package-cases";
import { Random } from "./random";
import { smallPackage, smallSnapshot } from "./small-cases";
import { snapshotCase } from "./snapshot-cases";

export type Target = "snapshot" | "bytes" | "both";

/**
 * The small kinds are cheap and most of all cases: a few cells that are checked, a few kilobytes that are read. The others
 * are as large as what people have, and everything is done with them that the engine can do.
 */
export const KINDS = ["small snapshot", "snapshot", "small file", "file", "formulas"] as const;
export type CaseKind = (typeof KINDS)[number];

/** How many of a hundred cases are of which kind. */
const SHARES: Readonly<Record<Target, readonly (readonly [number, CaseKind])[]>> = {
  snapshot: [
    [4, "snapshot"],
    [6, "formulas"],
    [90, "small snapshot"],
  ],
  bytes: [
    [5, "file"],
    [95, "small file"],
  ],
  both: [
    [2, "snapshot"],
    [1, "file"],
    [5, "formulas"],
    [20, "small file"],
    [72, "small snapshot"],
  ],
};

export function kindOf(target: Target, number: number): CaseKind {
  let at = number % 100;
  for (const [share, kind] of SHARES[target]) if ((at -= share) < 0) return kind;
  throw new Error("shares are of a hundred");
}

/** The input of a case, as it can be kept in a file; null for one that has none but its calls. */
export function inputOf(
  kind: CaseKind,
  seed: number,
  number: number,
): { readonly name: string; readonly content: Uint8Array | string } | null {
  const random = new Random(seed, number);
  const stem = `${kind.replace(" ", "-")}-${String(seed)}-${String(number)}`;
  switch (kind) {
    case "snapshot":
      return { name: `${stem}.json`, content: JSON.stringify(snapshotCase(random)) };
    case "small snapshot":
      return { name: `${stem}.json`, content: JSON.stringify(smallSnapshot(random)) };
    case "file":
      return { name: `${stem}.xlsx`, content: packageCase(random) };
    case "small file":
      return { name: `${stem}.xlsx`, content: smallPackage(random) };
    case "formulas":
      return null;
  }
}

/** Draws a case and checks it; what it throws is what is wrong with it. */
export function runCase(kind: CaseKind, seed: number, number: number): void {
  const random = new Random(seed, number);
  switch (kind) {
    case "snapshot":
      checkSnapshot(snapshotCase(random), random);
      return;
    case "small snapshot":
      checkSmallSnapshot(smallSnapshot(random), random);
      return;
    case "file":
      checkBytes(packageCase(random), random);
      return;
    case "small file":
      checkSmallBytes(smallPackage(random));
      return;
    case "formulas":
      checkFormulas(random);
  }
}
