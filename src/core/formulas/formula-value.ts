import type { CellError, CellValue } from "../workbook/snapshot";

/** Row by row; every row is equally long. A single cell is a grid of 1 × 1. */
export type Grid<T> = readonly (readonly T[])[];

/** What a formula is given for one cell; `null` is a blank cell or an argument left out. */
export type Argument = CellValue | null;

/** An error value with the sentence that tells the user why, in Chinese. */
export interface FormulaError extends CellError {
  readonly message: string;
}

/** What a formula gives for one cell. Excel keeps a double, so the exact decimal ends here. */
export type FormulaResult = number | string | boolean | FormulaError;

export function isFormulaError(value: unknown): value is FormulaError {
  return typeof value === "object" && value !== null && "error" in value;
}
