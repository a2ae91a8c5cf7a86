import Decimal from "decimal.js";
import { quotient, Wide } from "../../formulas/exact";
import type { FormulaNode } from "./formula";
import type { BuiltInFunction } from "./known-functions";
import { formatted } from "./text-format";
import {
  asNumber,
  asText,
  asTruth,
  BLANK,
  errorValue,
  isFailure,
  NO_VALUE,
  numberValue,
  scalarOf,
  textValue,
  truthValue,
  UNKNOWN,
  type Failure,
  type FormulaValue,
  type Operand,
} from "./value";

/** Computes a call from its arguments; `evaluate` gives what one comes to. So many arguments as the function takes. */
type BuiltIn = (args: readonly FormulaNode[], evaluate: (node: FormulaNode) => Operand) => Operand;

/** Excel's own functions, with exact decimals. */
export const BUILT_INS: Readonly<Record<BuiltInFunction, BuiltIn>> = {
  ABS: ofNumbers((number) => number.abs()),
  AND: ofTruths((truths) => truths.every((truth) => truth)),
  AVERAGE: ofAll((numbers) =>
    numbers.length === 0
      ? errorValue("#DIV/0!")
      : numberValue(quotient(sum(numbers), new Decimal(numbers.length))),
  ),
  COUNT: counting((value, inCells) => {
    if (value.kind === "unknown") return value;
    if (inCells) return value.kind === "number";
    const number = asNumber(value);
    return isFailure(number) && number.kind === "unknown" ? number : !isFailure(number);
  }),
  COUNTA: counting((value, inCells) => {
    if (value.kind === "unknown") return value;
    return !inCells || value.kind !== "blank";
  }),
  FIND: ofValues((sought, within, start) => {
    const [text, place] = [asText(sought), asText(within)];
    const from = start === undefined ? new Decimal(1) : asNumber(start);
    if (isFailure(text)) return text;
    if (isFailure(place)) return place;
    if (isFailure(from)) return from;
    const first = from.trunc().toNumber();
    if (first < 1 || first > place.length + 1) return NO_VALUE;
    const found = place.indexOf(text, first - 1);
    return found < 0 ? NO_VALUE : numberValue(new Decimal(found + 1));
  }),
  IF: ([condition, then, otherwise], evaluate) => {
    const truth = asTruth(scalar(condition, evaluate));
    if (isFailure(truth)) return truth;
    const chosen = truth ? then : otherwise;
    if (chosen === undefined) return truthValue(false);
    return chosen.kind === "omitted" ? numberValue(new Decimal(0)) : evaluate(chosen);
  },
  IFERROR: ([value, otherwise], evaluate) => {
    const result = scalar(value, evaluate);
    return result.kind === "error" ? scalar(otherwise, evaluate) : result;
  },
  ISNUMBER: ofValues((value) => (value.kind === "unknown" ? value : truthValue(value.kind === "number"))),
  MAX: ofAll((numbers) => numberValue(numbers.reduce(larger, numbers[0] ?? new Decimal(0)))),
  MIN: ofAll((numbers) => numberValue(numbers.reduce(smaller, numbers[0] ?? new Decimal(0)))),
  N: ([argument], evaluate) => {
    const operand = argument === undefined ? BLANK : evaluate(argument);
    const value = operand.kind === "cells" ? (operand.rows[0]?.[0] ?? BLANK) : operand;
    return value.kind === "text" ? numberValue(new Decimal(0)) : ofNumber(value, numberValue);
  },
  NOT: ofValues((value) => {
    const truth = asTruth(value);
    return isFailure(truth) ? truth : truthValue(!truth);
  }),
  OR: ofTruths((truths) => truths.some((truth) => truth)),
  ROUND: ofNumbers((number, places) => rounded(number, places, Decimal.ROUND_HALF_UP)),
  ROUNDDOWN: ofNumbers((number, places) => rounded(number, places, Decimal.ROUND_DOWN)),
  ROUNDUP: ofNumbers((number, places) => rounded(number, places, Decimal.ROUND_UP)),
  SUM: ofAll((numbers) => numberValue(sum(numbers))),
  TEXT: ofValues((value, format = BLANK) => {
    const code = asText(format);
    if (isFailure(code)) return code;
    if (value.kind === "boolean") return UNKNOWN;
    const number = asNumber(value);
    // A text that is no number passes through.
    if (value.kind === "text" && isFailure(number) && number.kind === "error") return value;
    if (isFailure(number)) return number;
    const text = formatted(number, code);
    return text === null ? UNKNOWN : textValue(text);
  }),
};

function scalar(node: FormulaNode | undefined, evaluate: (node: FormulaNode) => Operand): FormulaValue {
  return node === undefined ? BLANK : scalarOf(evaluate(node));
}

function ofNumber(value: FormulaValue, compute: (number: Decimal) => FormulaValue): FormulaValue {
  const number = asNumber(value);
  return isFailure(number) ? number : compute(number);
}

/** A function of single values; of those left out at the end it is given nothing. */
function ofValues(compute: (first: FormulaValue, ...others: FormulaValue[]) => FormulaValue): BuiltIn {
  return (args, evaluate) => {
    const [first = BLANK, ...others] = args.map((argument) => scalar(argument, evaluate));
    return compute(first, ...others);
  };
}

/** A function of one or two numbers. The first argument that is none is the result. */
function ofNumbers(compute: (first: Decimal, second: Decimal) => Decimal): BuiltIn {
  return ofValues((first, second = BLANK) =>
    ofNumber(first, (a) => ofNumber(second, (b) => numberValue(compute(a, b)))),
  );
}

/** Digits that count when a number is rounded: 1÷3×3×0.005 is 0.005 then, not 0.00499…, as it is in Excel. */
const DIGITS_TO_ROUND = 40;
/** Beyond, no digit of a number is left or none is touched. */
const MOST_PLACES = 400;

function rounded(number: Decimal, places: Decimal, mode: Decimal.Rounding): Decimal {
  const count = Decimal.max(-MOST_PLACES, Decimal.min(MOST_PLACES, places.trunc())).toNumber();
  const unit = new Wide(10).pow(-count);
  return new Wide(number).toSignificantDigits(DIGITS_TO_ROUND).div(unit).toDecimalPlaces(0, mode).times(unit);
}

const larger = (a: Decimal, b: Decimal): Decimal => (b.gt(a) ? b : a);
const smaller = (a: Decimal, b: Decimal): Decimal => (b.lt(a) ? b : a);

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((total, number) => total.plus(number), new Wide(0));
}

/** The values of all arguments, in their order; those of cells are told from those written in the formula. */
function* valuesOf(
  args: readonly FormulaNode[],
  evaluate: (node: FormulaNode) => Operand,
): Generator<{ readonly value: FormulaValue; readonly inCells: boolean }> {
  for (const argument of args) {
    const operand = evaluate(argument);
    if (operand.kind !== "cells") yield { value: operand, inCells: false };
    else for (const row of operand.rows) for (const value of row) yield { value, inCells: true };
  }
}

/** A function of any number of numbers: of cells it takes only the numbers, an argument written out must be one. */
function ofAll(compute: (numbers: readonly Decimal[]) => FormulaValue): BuiltIn {
  return (args, evaluate) => {
    const numbers: Decimal[] = [];
    for (const { value, inCells } of valuesOf(args, evaluate)) {
      if (inCells && value.kind !== "number" && !isFailure(value)) continue;
      const number = asNumber(value);
      if (isFailure(number)) return number;
      numbers.push(number);
    }
    return compute(numbers);
  };
}

/** As `ofAll`, for conditions; there must be one at least. */
function ofTruths(compute: (truths: readonly boolean[]) => boolean): BuiltIn {
  return (args, evaluate) => {
    const truths: boolean[] = [];
    for (const { value, inCells } of valuesOf(args, evaluate)) {
      if (inCells && (value.kind === "text" || value.kind === "blank")) continue;
      const truth = asTruth(value);
      if (isFailure(truth)) return truth;
      truths.push(truth);
    }
    return truths.length === 0 ? NO_VALUE : truthValue(compute(truths));
  };
}

function counting(counts: (value: FormulaValue, inCells: boolean) => boolean | Failure): BuiltIn {
  return (args, evaluate) => {
    let count = 0;
    for (const { value, inCells } of valuesOf(args, evaluate)) {
      const counted = counts(value, inCells);
      if (isFailure(counted)) return counted;
      if (counted) count++;
    }
    return numberValue(new Decimal(count));
  };
}
