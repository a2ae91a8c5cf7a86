import Decimal from "decimal.js";
import { formulaFunction } from "../../formulas/catalogue";
import type { CellAddress } from "../../workbook/address";
import { isReference, rangeOf, type FormulaCall, type FormulaNode, type Reference } from "./formula";
import type { BuiltInFunction } from "./known-functions";
import { parseFormula } from "./parse-formula";
import { TRANSLATIONS, type Translation } from "./translations";

/** Tells whether a cell may hold a text: a mark such as “/” for nothing, or an amount typed as a text. */
export type MayHoldText = (reference: Reference) => boolean;

/**
 * The formula with built-in functions in place of the custom ones, the result is the same. What has no built-in words stays as it is (see
 * `usesCustomFunctions`): the functions that are not in `TRANSLATIONS`, and calls over ranges, which spill.
 *
 * The custom functions take “/” and “—” for nothing, Excel's operators give #VALUE! for them. Only the cells of which
 * `mayHoldText` says so are guarded against it, as that makes the formula long; by default none.
 */
export function inBuiltIns(node: FormulaNode, mayHoldText: MayHoldText = () => false): FormulaNode {
  const within = (each: FormulaNode): FormulaNode => inBuiltIns(each, mayHoldText);
  switch (node.kind) {
    case "prefix":
    case "percent":
      return { ...node, operand: within(node.operand) };
    case "binary":
      return { ...node, left: within(node.left), right: within(node.right) };
    case "call": {
      const call = { ...node, args: node.args.map(within) };
      return translated(call, mayHoldText) ?? call;
    }
    default:
      return node;
  }
}

/** Whether a formula calls a custom function: without the add-in it shows #NAME?. */
export function usesCustomFunctions(node: FormulaNode): boolean {
  switch (node.kind) {
    case "prefix":
    case "percent":
      return usesCustomFunctions(node.operand);
    case "binary":
      return usesCustomFunctions(node.left) || usesCustomFunctions(node.right);
    case "call":
      return formulaFunction(node.name) !== null || node.args.some(usesCustomFunctions);
    default:
      return false;
  }
}

function translated({ name, args }: FormulaCall, mayHoldText: MayHoldText): FormulaNode | null {
  const translation = TRANSLATIONS[formulaFunction(name)?.id ?? ""];
  if (translation === undefined || args.some(isSeveralCells)) return null;
  const { text, decimals, option } = translation;
  const amounts = args.map((argument) => {
    if (argument.kind === "omitted") return numberOf(0);
    return mayBeText(argument, mayHoldText) ? guarded(argument) : argument;
  });
  const rounded = (words: string): FormulaNode =>
    decimals === undefined
      ? filledIn(words, amounts)
      : withDecimals(decimals, words, amounts, given(args, decimals.at));
  const chosen = option && given(args, option.at);
  if (option === undefined || chosen === null || chosen === undefined) return rounded(text);
  if (chosen.kind === "boolean") return rounded(chosen.value ? option.text : text);
  return call("IF", chosen, rounded(option.text), rounded(text));
}

/** An argument; null where it is left out. */
function given(args: readonly FormulaNode[], at: number): FormulaNode | null {
  const argument = args[at];
  return argument === undefined || argument.kind === "omitted" ? null : argument;
}

function withDecimals(
  { at, otherwise }: NonNullable<Translation["decimals"]>,
  text: string,
  amounts: readonly FormulaNode[],
  places: FormulaNode | null,
): FormulaNode {
  const filled = (count: FormulaNode): FormulaNode =>
    filledIn(text, [...amounts.slice(0, at), count, ...amounts.slice(at + 1)]);
  if (places?.kind === "number") {
    return isDecimalCount(places.value) ? filled(places) : { kind: "error", error: "#NUM!" };
  }
  const leftOut = typeof otherwise === "string" ? filledIn(otherwise, amounts) : filled(numberOf(otherwise));
  if (places === null) return leftOut;
  const isBlank = { kind: "binary", operator: "=", left: places, right: textOf("") } as const;
  return call("IF", isBlank, leftOut, filled(places));
}

/** As the custom functions take it. */
function isDecimalCount(number: Decimal): boolean {
  return number.isInteger() && number.gte(0) && number.lte(15);
}

/** The words of a translation with the arguments in them. */
function filledIn(text: string, args: readonly FormulaNode[]): FormulaNode {
  return replaced(treeOf(text), ({ row, column }) => {
    const argument = args[column];
    if (argument === undefined) throw new Error(`The translation “${text}” has no argument for a cell.`);
    return row === 0 || isNumeric(argument) ? argument : product(argument);
  });
}

const trees = new Map<string, FormulaNode>();

/** The words of a translation as a tree, taken apart once. */
function treeOf(text: string): FormulaNode {
  const known = trees.get(text);
  if (known !== undefined) return known;
  const tree = parseFormula(text);
  trees.set(text, tree);
  return tree;
}

/** A tree with its cells replaced. */
function replaced(node: FormulaNode, by: (cell: CellAddress) => FormulaNode): FormulaNode {
  switch (node.kind) {
    case "cell":
      return by(node.at);
    case "binary":
      return { ...node, left: replaced(node.left, by), right: replaced(node.right, by) };
    case "call":
      return { ...node, args: node.args.map((argument) => replaced(argument, by)) };
    default:
      return node;
  }
}

/** `x*1`: a number also where x is a text that reads as one. */
function product(node: FormulaNode): FormulaNode {
  return { kind: "binary", operator: "*", left: node, right: numberOf(1) };
}

/** Functions that give a number or an error. */
const NUMERIC: ReadonlySet<string> = new Set<BuiltInFunction>([
  "ABS",
  "AVERAGE",
  "COUNT",
  "COUNTA",
  "FIND",
  "MAX",
  "MIN",
  "N",
  "ROUND",
  "ROUNDDOWN",
  "ROUNDUP",
  "SUM",
]);

/** Whether a node cannot be a text or blank. */
function isNumeric(node: FormulaNode): boolean {
  switch (node.kind) {
    case "number":
    case "error":
    case "percent":
      return true;
    case "prefix":
      return node.sign === "-" || isNumeric(node.operand);
    case "binary":
      return ["+", "-", "*", "/", "^"].includes(node.operator);
    case "call":
      return NUMERIC.has(node.name) || (node.name === "IF" && node.args.slice(1).every(isNumeric));
    default:
      return false;
  }
}

function mayBeText(node: FormulaNode, mayHoldText: MayHoldText): boolean {
  return isReference(node) ? mayHoldText(node) : node.kind !== "boolean" && !isNumeric(node);
}

function isSeveralCells(node: FormulaNode): boolean {
  if (!isReference(node)) return false;
  const { top, left, bottom, right } = rangeOf(node);
  return top !== bottom || left !== right;
}

/** The marks for nothing and the blank, each between two bars. */
const MARKS = "||/|／|-|--|—|——|———|";

/** The argument, or 0 where it is blank or a mark for nothing. */
function guarded(argument: FormulaNode): FormulaNode {
  const bar = textOf("|");
  const barred = { kind: "binary", operator: "&", left: bar, right: argument } as const;
  const sought = { kind: "binary", operator: "&", left: barred, right: bar } as const;
  return call("IF", call("ISNUMBER", call("FIND", sought, textOf(MARKS))), numberOf(0), argument);
}

function call(name: BuiltInFunction, ...args: readonly FormulaNode[]): FormulaNode {
  return { kind: "call", name, args };
}

function numberOf(value: number): FormulaNode {
  return { kind: "number", value: new Decimal(value) };
}

function textOf(value: string): FormulaNode {
  return { kind: "text", value };
}
