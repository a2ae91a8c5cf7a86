import { checkBytes } from "./check-bytes";
import { checkFormulas } from "./check-formulas";
import { checkSnapshot } from "./check-snapshot";
import { packageCase } from "./package-cases";
import { Random } from "./random";
import { snapshotCase } from "./snapshot-cases";

export type Target = "snapshot" | "bytes";

/** Of how many cases one is of bytes where both are asked for: a file costs more than a snapshot. */
const BYTES_ONE_IN = 4;

export function targetOf(target: Target | "both", number: number): Target {
  if (target !== "both") return target;
  return number % BYTES_ONE_IN === 0 ? "bytes" : "snapshot";
}

/** The input of a case, as it can be kept in a file. */
export function inputOf(
  target: Target,
  seed: number,
  number: number,
): { readonly name: string; readonly content: Uint8Array | string } {
  const random = new Random(seed, number);
  const stem = `${target}-${String(seed)}-${String(number)}`;
  if (target === "snapshot") return { name: `${stem}.json`, content: JSON.stringify(snapshotCase(random)) };
  return { name: `${stem}.xlsx`, content: packageCase(random) };
}

/** Draws a case and checks it; what it throws is what is wrong with it. */
export function runCase(target: Target, seed: number, number: number): void {
  const random = new Random(seed, number);
  if (target === "snapshot") {
    checkSnapshot(snapshotCase(random), random);
    checkFormulas(random);
  } else checkBytes(packageCase(random), random);
}
