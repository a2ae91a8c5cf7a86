import { execRateFunction, scoreDeviationFunction } from "./functions";

/** A custom function as Excel calls it. */
export type ExcelFunction = (...parameters: never[]) => unknown[][];

/**
 * All custom functions by the id their `@customfunction` tag gives them: the one list that the add-in registers
 * and the metadata is tested against.
 */
export const customFunctions: Readonly<Record<string, ExcelFunction>> = {
  EXEC_RATE: execRateFunction,
  SCORE_DEVIATION: scoreDeviationFunction,
};
