import { inBuiltIns, type MayHoldText } from "./built-ins-for-custom";
import type { FormulaNode } from "./formula";
import { written } from "./formula-text";

export * from "./formula";
export { inBuiltIns, usesCustomFunctions, type MayHoldText } from "./built-ins-for-custom";
export { evaluateFormula } from "./evaluate-formula";
export { FormulaDefect } from "./formula-defect";
export { mapReferences, type MappedReference } from "./map-references";
export { parseFormula } from "./parse-formula";
export type { FormulaResult, FormulaValue, ReadCell } from "./value";

/** `functions`: the custom functions as they are. `builtin`: in their place built-in ones with the same result. */
export type FormulaMode = "functions" | "builtin";

/**
 * A formula as Excel writes it in English, with its leading “=”. In `builtin` mode a custom function without built-in words stays
 * (see `inBuiltIns`, also about `mayHoldText`, and `usesCustomFunctions`).
 */
export function formulaText(node: FormulaNode, mode: FormulaMode, mayHoldText?: MayHoldText): string {
  return written(mode === "builtin" ? inBuiltIns(node, mayHoldText) : node);
}
