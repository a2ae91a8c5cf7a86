import { columnLetters } from "../../workbook/address";
import type { BinaryOperator, Corner, FormulaNode, Reference } from "./formula";
import { OPERATOR_LEVELS } from "./parse-formula";

/** How tight each kind of node binds, beside the levels of the operators. */
const SIGNED = OPERATOR_LEVELS.length;
const PERCENT = SIGNED + 1;
const OPERAND = SIGNED + 2;

/** Characters of a text within a formula in Excel; longer ones are joined from pieces. */
const LONGEST_TEXT = 255;
/** Of a piece; half as many, as Excel counts an emoji for two. */
const PIECE = /[\s\S]{1,127}/gu;

/** A formula as Excel writes it in English, with its leading “=” and no bracket more than it needs. */
export function written(node: FormulaNode): string {
  return `=${operand(node, 0)}`;
}

/** A node as an operand of something that binds as tight as `level`. */
function operand(node: FormulaNode, level: number): string {
  const text = textOf(node);
  return bindingOf(node) < level ? `(${text})` : text;
}

function bindingOf(node: FormulaNode): number {
  switch (node.kind) {
    case "binary":
      return levelOf(node.operator);
    case "prefix":
      return SIGNED;
    case "percent":
      return PERCENT;
    case "number":
      return node.value.isNegative() ? SIGNED : OPERAND;
    case "text":
      return node.value.length > LONGEST_TEXT ? levelOf("&") : OPERAND;
    default:
      return OPERAND;
  }
}

function levelOf(operator: BinaryOperator): number {
  return OPERATOR_LEVELS.findIndex((operators) => operators.includes(operator));
}

function textOf(node: FormulaNode): string {
  switch (node.kind) {
    case "number":
      return node.value.toString().toUpperCase();
    case "text":
      return quoted(node.value);
    case "boolean":
      return node.value ? "TRUE" : "FALSE";
    case "error":
      return node.error;
    case "omitted":
      return "";
    case "cell":
    case "range":
      return referenceText(node);
    case "prefix":
      return node.sign + operand(node.operand, SIGNED);
    case "percent":
      return `${operand(node.operand, PERCENT)}%`;
    case "binary": {
      const level = levelOf(node.operator);
      return operand(node.left, level) + node.operator + operand(node.right, level + 1);
    }
    case "call":
      return `${node.name}(${node.args.map((argument) => operand(argument, 0)).join(",")})`;
  }
}

function quoted(text: string): string {
  const pieces = text.length > LONGEST_TEXT ? (text.match(PIECE) ?? []) : [text];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}

/** A reference as Excel writes it; a sheet's name always in quotes. */
export function referenceText(reference: Reference): string {
  const sheet = reference.sheet === null ? "" : `'${reference.sheet.replaceAll("'", "''")}'!`;
  if (reference.kind === "cell") return sheet + cornerText(reference.at);
  return `${sheet}${cornerText(reference.from)}:${cornerText(reference.to)}`;
}

function cornerText({ row, column, fixedRow, fixedColumn }: Corner): string {
  return `${fixedColumn ? "$" : ""}${columnLetters(column)}${fixedRow ? "$" : ""}${String(row + 1)}`;
}
