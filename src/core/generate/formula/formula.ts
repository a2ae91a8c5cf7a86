import type Decimal from "decimal.js";
import type { CellAddress, CellRange } from "../../workbook/address";

/** A corner of a reference, 0-based; `$` before its row or its column. */
export interface Corner extends CellAddress {
  readonly fixedRow?: true;
  readonly fixedColumn?: true;
}

/** `D9`, `$D$9`, `'预算02表'!D9`. */
export interface CellReference {
  readonly kind: "cell";
  /** null: the sheet of the formula. */
  readonly sheet: string | null;
  readonly at: Corner;
}

/** `A1:B2`; `from` is the top left corner, `to` the bottom right one. */
export interface RangeReference {
  readonly kind: "range";
  readonly sheet: string | null;
  readonly from: Corner;
  readonly to: Corner;
}

export type Reference = CellReference | RangeReference;

export const BINARY_OPERATORS = ["+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

/** A call; its name is in upper case, `SUM` or `执行率`. */
export interface FormulaCall {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly FormulaNode[];
}

/** A formula as a tree; brackets are in its shape. */
export type FormulaNode =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** An error value written out, `#DIV/0!`. */
  | { readonly kind: "error"; readonly error: string }
  /** An argument left out: `IF(A1,,1)`. */
  | { readonly kind: "omitted" }
  | Reference
  | { readonly kind: "prefix"; readonly sign: "+" | "-"; readonly operand: FormulaNode }
  | { readonly kind: "percent"; readonly operand: FormulaNode }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | FormulaCall;

/** Characters of a formula in Excel, without “=”. */
export const LONGEST_FORMULA = 8192;

export function cellReference({ row, column }: CellAddress, sheet: string | null = null): CellReference {
  return { kind: "cell", sheet, at: { row, column } };
}

/** A reference to a rectangle; one cell gives a cell. */
export function rangeReference(range: CellRange, sheet: string | null = null): Reference {
  const { top, left, bottom, right } = range;
  const from = { row: top, column: left };
  if (top === bottom && left === right) return cellReference(from, sheet);
  return { kind: "range", sheet, from, to: { row: bottom, column: right } };
}

/** The rectangle a reference means, without its sheet. */
export function rangeOf(reference: Reference): CellRange {
  const { from, to } = cornersOf(reference);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function cornersOf(reference: Reference): { readonly from: Corner; readonly to: Corner } {
  return reference.kind === "cell" ? { from: reference.at, to: reference.at } : reference;
}

/** Whether a node is a cell or a range. */
export function isReference(node: FormulaNode): node is Reference {
  return node.kind === "cell" || node.kind === "range";
}
