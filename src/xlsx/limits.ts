import { ReadProblem } from "./problem";

/** Filled cells of one workbook; Excel on the web reads no more at once either. */
export const MAX_CELLS = 5_000_000;

/** Bytes of one part after unpacking. Below the longest string of V8 (2²⁹ − 24), so that no text can overflow. */
export const MAX_PART_BYTES = 500 * 2 ** 20;

/** Bytes of all parts that are read, after unpacking: 5 million cells take some 400 MB. */
export const MAX_UNPACKED_BYTES = 2 ** 30;

/** Beyond `SUSPICIOUS_FROM_BYTES`, a part that shrinks more than this is no table but a zip bomb; sheets reach 10–60. */
export const MAX_RATIO = 250;
const SUSPICIOUS_FROM_BYTES = 64 * 2 ** 20;

/** Characters that expanding shared formulas may make: 8,192 for each of a million cells would be 8 GB. */
const MAX_FORMULA_CHARACTERS = 128 * 2 ** 20;

/** What reading one workbook may still use, over all its parts. */
export interface Budget {
  unpack(compressed: number, unpacked: number, part: string): void;
  cell(sheet: string): void;
  formula(characters: number, sheet: string): void;
}

/** Every method throws `ReadProblem` “too-large” once its limit is passed. */
export function newBudget(): Budget {
  let bytes = MAX_UNPACKED_BYTES;
  let cells = MAX_CELLS;
  let formulaCharacters = MAX_FORMULA_CHARACTERS;
  return {
    unpack(compressed, unpacked, part) {
      bytes -= unpacked;
      const bomb = unpacked > SUSPICIOUS_FROM_BYTES && unpacked > compressed * MAX_RATIO;
      if (bytes < 0 || unpacked > MAX_PART_BYTES || bomb) throw new ReadProblem("too-large", { part });
    },
    cell(sheet) {
      if (--cells < 0) throw new ReadProblem("too-large", { sheet });
    },
    formula(characters, sheet) {
      formulaCharacters -= characters;
      if (formulaCharacters < 0) throw new ReadProblem("too-large", { sheet });
    },
  };
}
