import Decimal from "decimal.js";
import type { CellAddress } from "../../workbook/address";
import { parseDecimalText } from "../../workbook/decimal-text";

export interface NumberValue {
  readonly kind: "number";
  /** Exact; a quotient has 60 digits. */
  readonly number: Decimal;
}

/** A result that goes on as it is whatever is done with it: an error value, or one that only Excel can tell. */
export type Failure = { readonly kind: "error"; readonly error: string } | { readonly kind: "unknown" };

/** What a formula comes to. `unknown`: it calls a function, or does something, that only Excel computes. */
export type FormulaResult =
  | NumberValue
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | Failure;

/** What a cell holds, or an argument. Values of a content (`ContentValue`) are of this kind. */
export type FormulaValue = FormulaResult | { readonly kind: "blank" };

/** Several cells, row by row: a range, or what a custom function gives for one. Functions pass over the texts in them. */
export interface Cells {
  readonly kind: "cells";
  readonly rows: readonly (readonly FormulaValue[])[];
}

export type Operand = FormulaValue | Cells;

/** Gives the value of a cell; `sheet` null is the sheet of the formula. */
export type ReadCell = (sheet: string | null, at: CellAddress) => FormulaValue;

export const UNKNOWN: Failure = { kind: "unknown" };
export const BLANK: FormulaValue = { kind: "blank" };
export const NO_VALUE: Failure = errorValue("#VALUE!");

/** Excel's largest number. */
const LARGEST = new Decimal("1.7976931348623157e308");

/** Significant digits of a number in Excel. */
const EXCEL_DIGITS = 15;

export function errorValue(error: string): Failure {
  return { kind: "error", error };
}

export function textValue(text: string): FormulaResult {
  return { kind: "text", text };
}

export function truthValue(boolean: boolean): FormulaResult {
  return { kind: "boolean", boolean };
}

/** A number as Excel has it: never −0, #NUM! where it is none or too large. */
export function numberValue(number: Decimal): FormulaResult {
  if (!number.isFinite() || number.abs().gt(LARGEST)) return errorValue("#NUM!");
  return { kind: "number", number: number.isZero() ? number.abs() : number };
}

export function isFailure(
  value: { readonly kind: string } | Decimal | string | number | boolean,
): value is Failure {
  return typeof value === "object" && "kind" in value && (value.kind === "error" || value.kind === "unknown");
}

/** One value where one is wanted. A range of several cells would make the formula spill: only Excel knows. */
export function scalarOf(operand: Operand): FormulaValue {
  if (operand.kind !== "cells") return operand;
  const [first] = operand.rows[0] ?? [];
  return operand.rows.length === 1 && operand.rows[0]?.length === 1 && first !== undefined ? first : UNKNOWN;
}

/** A value as a number, as Excel takes it beside + or in ROUND: blank is 0, TRUE is 1, a text that reads as a number is that. */
export function asNumber(value: FormulaValue): Decimal | Failure {
  switch (value.kind) {
    case "number":
      return value.number;
    case "text":
      return numberOfText(value.text);
    case "boolean":
      return new Decimal(value.boolean ? 1 : 0);
    case "blank":
      return new Decimal(0);
    default:
      return value;
  }
}

const WITH_EXPONENT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d{1,3}\s*$/;
/** A date, a time, an amount with its currency, odd groups of digits: what these are depends on Excel's language. */
const OTHER_NUMBER = /^[\d\s.,:/年月日时分秒¥￥$+()%eE-]*\d[\d\s.,:/年月日时分秒¥￥$+()%eE-]*$/;

function numberOfText(text: string): Decimal | Failure {
  const number = parseDecimalText(text);
  if (number !== null) return number;
  if (WITH_EXPONENT.test(text)) return new Decimal(text.trim());
  return OTHER_NUMBER.test(text) ? UNKNOWN : NO_VALUE;
}

/** Between these a number is written out in digits; beyond, Excel may write powers of ten. */
const SMALLEST_WRITTEN = new Decimal("1e-4");
const LARGEST_WRITTEN = new Decimal("1e15");

/** A value as a text, as beside &: numbers with up to 15 digits. */
export function asText(value: FormulaValue): string | Failure {
  switch (value.kind) {
    case "number": {
      const number = value.number.toSignificantDigits(EXCEL_DIGITS);
      const size = number.abs();
      if (!size.isZero() && (size.lt(SMALLEST_WRITTEN) || size.gte(LARGEST_WRITTEN))) return UNKNOWN;
      return number.toFixed();
    }
    case "text":
      return value.text;
    case "boolean":
      return value.boolean ? "TRUE" : "FALSE";
    case "blank":
      return "";
    default:
      return value;
  }
}

/** A value as a condition: a number other than 0 is TRUE, blank is FALSE, the texts TRUE and FALSE are what they say. */
export function asTruth(value: FormulaValue): boolean | Failure {
  switch (value.kind) {
    case "number":
      return !value.number.isZero();
    case "text": {
      const text = value.text.toUpperCase();
      return text === "TRUE" ? true : text === "FALSE" ? false : NO_VALUE;
    }
    case "boolean":
      return value.boolean;
    case "blank":
      return false;
    default:
      return value;
  }
}

type Sortable = Exclude<FormulaValue, Failure>;

/**
 * Which of two values is larger: negative, 0 or positive. Numbers come before texts, these before FALSE and TRUE; case does not matter; blank is
 * whatever the other one needs. Numbers are equal where their first 15 digits are. Which of two texts comes first depends on the
 * language, so only plain letters and digits are told.
 */
export function compared(a: Sortable, b: Sortable, ordered: boolean): number | Failure {
  const left = a.kind === "blank" ? nothingLike(b) : a;
  const right = b.kind === "blank" ? nothingLike(a) : b;
  if (left.kind === "number" && right.kind === "number") {
    return left.number.toSignificantDigits(EXCEL_DIGITS).cmp(right.number.toSignificantDigits(EXCEL_DIGITS));
  }
  if (left.kind === "text" && right.kind === "text") {
    return comparedTexts(left.text.toLowerCase(), right.text.toLowerCase(), ordered);
  }
  if (left.kind === "boolean" && right.kind === "boolean")
    return Number(left.boolean) - Number(right.boolean);
  return RANKS[left.kind] - RANKS[right.kind];
}

const RANKS = { blank: 0, number: 0, text: 1, boolean: 2 } as const;
const PLAIN_TEXT = /^[a-z0-9]*$/;

function comparedTexts(a: string, b: string, ordered: boolean): number | Failure {
  if (a === b) return 0;
  if (!ordered) return 1;
  if (!PLAIN_TEXT.test(a) || !PLAIN_TEXT.test(b)) return UNKNOWN;
  return a < b ? -1 : 1;
}

function nothingLike(other: Sortable): Sortable {
  if (other.kind === "text") return { kind: "text", text: "" };
  if (other.kind === "boolean") return { kind: "boolean", boolean: false };
  return { kind: "number", number: new Decimal(0) };
}
