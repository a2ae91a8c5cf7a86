import type { FormulaNode } from "./formula";
import { written } from "./formula-text";

export * from "./formula";
export { evaluateFormula } from "./evaluate-formula";
export { FormulaDefect } from "./formula-defect";
export { parseFormula } from "./parse-formula";
export { mapReferences, type MappedReference } from "./map-references";
export { referenceText } from "./formula-text";
export type { FormulaResult, FormulaValue, ReadCell } from "./value";

/** `functions`: the custom functions as they are. `builtin`: in their place built-in ones with the same result. */
export type FormulaMode = "functions" | "builtin";

/** A formula as Excel writes it in English, with its leading “=”. */
export function formulaText(node: FormulaNode, _mode: FormulaMode): string {
  return written(node);
}
