import Decimal from "decimal.js";
import { formulaFunction } from "../../formulas/catalogue";
import { difference, product, quotient, Wide } from "../../formulas/exact";
import { callFormula, type FormulaFunction } from "../../formulas/formula-function";
import type { Argument, FormulaResult as CustomResult, Grid } from "../../formulas/formula-value";
import { BUILT_INS } from "./built-in-functions";
import { rangeOf, type BinaryOperator, type FormulaCall, type FormulaNode, type Reference } from "./formula";
import { isBuiltIn } from "./known-functions";
import {
  asNumber,
  asText,
  BLANK,
  compared,
  errorValue,
  isFailure,
  numberValue,
  scalarOf,
  textValue,
  truthValue,
  UNKNOWN,
  type FormulaResult,
  type FormulaValue,
  type Operand,
  type ReadCell,
} from "./value";

/** Cells of a range that are read; a larger one is a slip or belongs to Excel. */
const MOST_CELLS = 1_000_000;

/**
 * What a formula comes to, as Excel computes it but with exact decimals: its operators, its functions SUM, ROUND, IF … (see
 * known-functions.ts) and the custom functions. Excel's error values are results; a blank result is 0, as in a cell.
 *
 * The result is `unknown` where only Excel can tell: another function, a formula that spills, a text that may be a date.
 */
export function evaluateFormula(node: FormulaNode, readCell: ReadCell): FormulaResult {
  const value = scalarOf(operandOf(node, readCell));
  return value.kind === "blank" ? numberValue(new Decimal(0)) : value;
}

function operandOf(node: FormulaNode, readCell: ReadCell): Operand {
  switch (node.kind) {
    case "number":
      return numberValue(node.value);
    case "text":
      return textValue(node.value);
    case "boolean":
      return truthValue(node.value);
    case "error":
      return errorValue(node.error);
    case "omitted":
      return BLANK;
    case "cell":
    case "range":
      return cellsOf(node, readCell);
    case "prefix": {
      const value = scalarOf(operandOf(node.operand, readCell));
      return node.sign === "+" ? value : withNumber(value, (number) => numberValue(number.negated()));
    }
    case "percent":
      return withNumber(scalarOf(operandOf(node.operand, readCell)), (number) =>
        numberValue(quotient(number, new Decimal(100))),
      );
    case "binary": {
      const left = scalarOf(operandOf(node.left, readCell));
      return operated(node.operator, left, scalarOf(operandOf(node.right, readCell)));
    }
    case "call":
      return called(node, readCell);
  }
}

function cellsOf(reference: Reference, readCell: ReadCell): Operand {
  const { top, left, bottom, right } = rangeOf(reference);
  const [height, width] = [bottom - top + 1, right - left + 1];
  if (height * width > MOST_CELLS) return UNKNOWN;
  const rows = Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_cell, column) =>
      readCell(reference.sheet, { row: top + row, column: left + column }),
    ),
  );
  return { kind: "cells", rows };
}

function withNumber(value: FormulaValue, compute: (number: Decimal) => FormulaValue): FormulaValue {
  const number = asNumber(value);
  return isFailure(number) ? number : compute(number);
}

function operated(operator: BinaryOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (isFailure(left)) return left;
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
      return withNumber(left, (a) => withNumber(right, (b) => calculated(operator, a, b)));
    case "&": {
      const [a, b] = [asText(left), asText(right)];
      if (isFailure(a)) return a;
      return isFailure(b) ? b : textValue(a + b);
    }
    default: {
      if (isFailure(right)) return right;
      const order = compared(left, right, operator !== "=" && operator !== "<>");
      return isFailure(order) ? order : truthValue(holds(operator, order));
    }
  }
}

function calculated(operator: "+" | "-" | "*" | "/" | "^", a: Decimal, b: Decimal): FormulaValue {
  switch (operator) {
    case "+":
      return numberValue(new Wide(a).plus(b));
    case "-":
      return numberValue(difference(a, b));
    case "*":
      return numberValue(product(a, b));
    case "/":
      return b.isZero() ? errorValue("#DIV/0!") : numberValue(quotient(a, b));
    case "^":
      if (a.isZero() && b.isZero()) return errorValue("#NUM!");
      return a.isZero() && b.isNegative() ? errorValue("#DIV/0!") : numberValue(new Wide(a).pow(b));
  }
}

function holds(operator: "=" | "<>" | "<" | "<=" | ">" | ">=", order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function called({ name, args }: FormulaCall, readCell: ReadCell): Operand {
  if (isBuiltIn(name)) return BUILT_INS[name](args, (node) => operandOf(node, readCell));
  const custom = formulaFunction(name);
  return custom === null ? UNKNOWN : calledCustom(custom, args, readCell);
}

function calledCustom(custom: FormulaFunction, args: readonly FormulaNode[], readCell: ReadCell): Operand {
  const given: (Grid<Argument> | undefined)[] = [];
  for (const node of args) {
    const grid = node.kind === "omitted" ? undefined : argumentOf(operandOf(node, readCell));
    if (grid === null) return UNKNOWN;
    given.push(grid);
  }
  const rows = callFormula(custom, given).map((row) => row.map(valueOf));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? UNKNOWN) : { kind: "cells", rows };
}

/** An argument as custom functions take it; null where it is not known. */
function argumentOf(operand: Operand): Grid<Argument> | null {
  const rows = operand.kind === "cells" ? operand.rows : [[operand]];
  const known = rows.every((row) => row.every((value) => value.kind !== "unknown"));
  return known ? rows.map((row) => row.map((value) => plain(value))) : null;
}

function plain(value: FormulaValue): Argument {
  switch (value.kind) {
    case "number":
      return value.number.toNumber();
    case "text":
      return value.text;
    case "boolean":
      return value.boolean;
    case "error":
      return { error: value.error };
    default:
      return null;
  }
}

function valueOf(result: CustomResult): FormulaValue {
  if (typeof result === "number") return numberValue(new Decimal(result));
  if (typeof result === "string") return textValue(result);
  if (typeof result === "boolean") return truthValue(result);
  return errorValue(result.error);
}
