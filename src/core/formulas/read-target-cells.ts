import Decimal from "decimal.js";
import { readTarget } from "../indicators/read-target";
import type { Target } from "../indicators/target";
import { isPercent } from "../indicators/unit";
import { decimalOf } from "./arguments";
import { dateOfNumber } from "./date-number";
import { product } from "./exact";
import { isFormulaError, type Argument, type FormulaError } from "./formula-value";
import { formulaErrors, PARAMETER, type ParameterName } from "./messages";

/** A target and what was achieved, as a formula is given them. */
export interface TargetPair {
  readonly target: Target;
  readonly actual: Target;
}

/**
 * Reads a target (“≥2.5万人次”, a number) and an actual value. A formula sees the value of a cell, not what the cell shows: 95.54% is
 * 0.9554 and a date the number of its day. So a number next to a percentage is a ratio up to 1 and a percentage from 10 on (in between
 * it may be either: #N/A); next to a date it is a day. A blank target or actual value is #N/A.
 */
export function readTargetPair(targetCell: Argument, actualCell: Argument): TargetPair | FormulaError {
  const target = readSide(targetCell, actualCell, PARAMETER.target);
  if (isFormulaError(target)) return target;
  const actual = readSide(actualCell, targetCell, PARAMETER.actual);
  return isFormulaError(actual) ? actual : { target, actual };
}

/** Reads a cell as its counterpart suggests. */
function readSide(cell: Argument, other: Argument, parameter: ParameterName): Target | FormulaError {
  const text = typeof cell === "number" ? numberText(cell, other, parameter) : textOf(cell, parameter);
  if (isFormulaError(text)) return text;
  return readTarget({ value: text }) ?? formulaErrors.blank(parameter);
}

function textOf(cell: Argument, parameter: ParameterName): string | FormulaError {
  if (cell === null) return "";
  if (typeof cell === "object") return formulaErrors.fromCell(parameter, cell.error);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

function numberText(number: number, other: Argument, parameter: ParameterName): string | FormulaError {
  const value = decimalOf(number);
  const plain = value.toFixed();
  const counterpart = typeof other === "string" ? readTarget({ value: other }) : null;
  if (counterpart?.kind === "date") return dateOfNumber(value) ?? plain;
  if (counterpart === null || !isOfPercent(counterpart) || value.isZero()) return plain;
  const size = value.abs();
  if (size.lte(LARGEST_RATIO)) return `${product(value, HUNDRED).toFixed()}%`;
  return size.gte(SMALLEST_PERCENT) ? `${plain}%` : formulaErrors.ratioOrPercent(parameter, plain);
}

const HUNDRED = new Decimal(100);
const LARGEST_RATIO = new Decimal(1);
const SMALLEST_PERCENT = new Decimal(10);

function isOfPercent(target: Target): boolean {
  if (target.kind === "quantity") return isPercent(target.unit);
  return target.kind === "range" && isPercent(target.highUnit);
}

/** The text of a cell for functions that read texts alone; a number as it is written out. */
export function readText(cell: Argument, parameter: ParameterName): string | FormulaError {
  return typeof cell === "number" ? decimalOf(cell).toFixed() : textOf(cell, parameter);
}
