import { FORMULA_FUNCTIONS } from "../core/formulas/catalogue";
import type { FormulaFunction } from "../core/formulas/formula-function";

/** A function as Excel knows it. */
export interface RegisteredFunction {
  /** What the metadata and the code know it by: Latin letters, digits, “_” and “.”. */
  readonly id: string;
  /** What is typed into a cell. */
  readonly name: string;
  readonly formula: FormulaFunction;
}

/** Behind the id of the Chinese-named twin; an id may not be Chinese, and once workbooks use it, it may not change. */
const TWIN = "_CN";

/** Every function under its Latin and under its Chinese name. */
export const REGISTERED_FUNCTIONS: readonly RegisteredFunction[] = FORMULA_FUNCTIONS.flatMap((formula) => [
  { id: formula.id, name: formula.id, formula },
  { id: formula.id + TWIN, name: formula.name, formula },
]);
