import type { FormulaCategory, FormulaFunction } from "../formula-function";
import { amounts } from "./amounts";
import { codes } from "./codes";
import { indicators } from "./indicators";
import { rates } from "./rates";

/** All custom functions under their headings, in the order in which they are shown. */
export const FORMULA_CATEGORIES: readonly FormulaCategory[] = [rates, indicators, amounts, codes];

export const FORMULA_FUNCTIONS: readonly FormulaFunction[] = FORMULA_CATEGORIES.flatMap(
  ({ functions }) => functions,
);

const BY_NAME: ReadonlyMap<string, FormulaFunction> = new Map(
  FORMULA_FUNCTIONS.flatMap((each) => [
    [each.id, each],
    [each.name, each],
  ]),
);

/** The function of a Latin or Chinese name, in any case; `null` where it is none of ours. */
export function formulaFunction(name: string): FormulaFunction | null {
  return BY_NAME.get(name.toUpperCase()) ?? null;
}
