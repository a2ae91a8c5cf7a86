import { callFormula, type FormulaFunction } from "../core/formulas/formula-function";
import { cellsFromExcel, optionFromExcel, resultsToExcel } from "./excel-values";

/** A custom function as Excel calls it: rows of cells for a range parameter, a value for an option. */
export type ExcelFunction = (...parameters: readonly unknown[]) => unknown[][];

/**
 * A formula as a custom function. Behind its arguments the runtime appends an invocation object, which is left alone.
 * @throws CustomFunctions.Error (the function that is returned) where the whole result is one error
 */
export function excelFunction(formula: FormulaFunction): ExcelFunction {
  return (...parameters) => {
    const args = formula.parameters.map(({ kind }, at) => {
      const value = parameters[at];
      // A range that was left out is no range: null, or the invocation object in its place.
      if (kind === "cells" && Array.isArray(value)) return cellsFromExcel(value as unknown[][]);
      return [[optionFromExcel(value)]];
    });
    return resultsToExcel(callFormula(formula, args));
  };
}
