import Decimal from "decimal.js";
import { isBlankText, parseDecimalText } from "../workbook/decimal-text";
import { isCellError } from "../workbook/snapshot";
import { isFormulaError, type Argument, type FormulaError } from "./formula-value";
import { formulaErrors, PARAMETER, type ParameterName } from "./messages";

/** Excel computes and shows at most 15 significant digits; what a double holds beyond them is noise of sums. */
const EXCEL_DIGITS = 15;

/** Decimal places Excel can show of a double. */
const MOST_DECIMALS = 15;

/** The decimal a cell's number stands for, without the noise of its double. */
export function decimalOf(value: number): Decimal {
  return new Decimal(value).toSignificantDigits(EXCEL_DIGITS);
}

/**
 * Reads the amount of one cell: a number, or a text number as `parseDecimalText` knows it.
 * `null` is a blank, also the marks `/` and `—` that tables print for “nothing”. TRUE and FALSE are no amounts.
 */
export function readAmount(value: Argument, parameter: ParameterName): Decimal | null | FormulaError {
  if (value === null) return null;
  if (typeof value === "number") {
    return Number.isFinite(value) ? decimalOf(value) : formulaErrors.notANumber(parameter, String(value));
  }
  if (typeof value === "string") {
    if (isBlankText(value)) return null;
    return parseDecimalText(value) ?? formulaErrors.notANumber(parameter, value.trim());
  }
  if (isCellError(value)) return formulaErrors.fromCell(parameter, value.error);
  return formulaErrors.notANumber(parameter, shownText(value));
}

function shownText(value: string | number | boolean): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value).trim();
}

/** Reads a weight in points; blank is 0, a negative one #NUM!. */
export function readWeight(value: Argument): Decimal | FormulaError {
  const points = readAmount(value, PARAMETER.weight) ?? new Decimal(0);
  return points instanceof Decimal && points.isNegative()
    ? formulaErrors.negativeWeight(points.toFixed())
    : points;
}

/** Reads a number of decimal places, a whole number from 0 to 15; blank is `otherwise`. */
export function readDecimalCount(value: Argument, otherwise: number): number | FormulaError {
  const count = readAmount(value, PARAMETER.decimals);
  if (count === null) return otherwise;
  if (!(count instanceof Decimal)) {
    // A cell's own error is passed on; for anything else say what is wanted instead.
    return value === null || isCellError(value) ? count : formulaErrors.notADecimalCount(shownText(value));
  }
  if (count.isInteger() && count.gte(0) && count.lte(MOST_DECIMALS)) return count.toNumber();
  // The message cuts long texts; of 9.99…e+299 that would leave another number.
  const isScientific = count.toString().includes("e");
  return formulaErrors.decimalCountOutOfRange(
    (isScientific ? count.toSignificantDigits(6) : count).toString(),
  );
}

/** Reads a whole number within bounds, both included; blank is 0. */
export function readWholeNumber(
  value: Argument,
  parameter: ParameterName,
  least: number,
  most: number,
): number | FormulaError {
  const number = readAmount(value, parameter) ?? new Decimal(0);
  if (isFormulaError(number)) return number;
  return number.isInteger() && number.gte(least) && number.lte(most)
    ? number.toNumber()
    : formulaErrors.outOfBounds(parameter, number.toFixed(), least, most);
}

/** Reads TRUE or FALSE as Excel's own functions do: a number other than 0 is TRUE; blank is FALSE. */
export function readTruthValue(value: Argument, parameter: ParameterName): boolean | FormulaError {
  if (value === null) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (isCellError(value)) return formulaErrors.fromCell(parameter, value.error);
  switch (value.trim().toUpperCase()) {
    case "TRUE":
      return true;
    case "FALSE":
    case "":
      return false;
    default:
      return formulaErrors.notATruthValue(parameter, value.trim());
  }
}
