import type { CellAddress } from "../../workbook/address";
import type { TemplateCell } from "../template";
import { defects } from "./messages";
import { TemplateDefect } from "./template-defect";

/**
 * Over which rows a cell of a repeated block is merged where that is not left to its item: `按项目` over the rows of an
 * item of that list, `合并` over neighbours with an equal value.
 */
export type MergeMark = { readonly by: "list"; readonly list: string } | { readonly by: "value" };

/** `{{单位名称}}`, `{{项目名称?}}`, `{{单位代码 按项目}}`, `{{单位.联系电话}}`, `{{年度资金总额.全年预算数}}`. */
export interface ItemPart {
  readonly kind: "item";
  /** As written, without marks; a list before the first “.” is told apart by the layout (`itemOfList`). */
  readonly item: string;
  readonly optional: boolean;
  readonly merge: MergeMark | null;
}

/** `{{预算03表[{单位代码}, 基本支出]}}`: an amount of the budget tables. */
export interface AmountPart {
  readonly kind: "amount";
  /** As written; items in single braces. */
  readonly expression: string;
  readonly optional: boolean;
  readonly merge: MergeMark | null;
}

/** `{{序号}}`: counts from 1 in its list. */
export interface OrdinalPart {
  readonly kind: "ordinal";
  readonly merge: MergeMark | null;
}

export interface TextPart {
  readonly kind: "text";
  readonly text: string;
}

export type Part = TextPart | ItemPart | AmountPart | OrdinalPart;
export type Placeholder = Exclude<Part, TextPart>;

/** Which items of a list are repeated. */
export type ListFilter =
  /** `类别=其他、空`: those whose `item` is one of `values`, or blank or absent where `blank`. */
  | {
      readonly by: "item";
      readonly item: string;
      readonly values: readonly string[];
      readonly blank: boolean;
    }
  /** `有项目`, `有项目：类别=专项`: those that have items in a list of their own, such as pass its filter. */
  | { readonly by: "list"; readonly list: string; readonly filter: ListFilter | null };

/** `{{#指标}}`, `{{#费用项 向右}}`, `{{#项目：类别=专项}}`, `{{#单位：有项目}}`. */
export interface OpeningMark {
  readonly kind: "open";
  readonly list: string;
  readonly direction: "down" | "right";
  readonly filter: ListFilter | null;
}

/** `{{/指标}}`. */
export interface ClosingMark {
  readonly kind: "close";
  readonly list: string;
}

export type ListMark = OpeningMark | ClosingMark;

/** A template cell, taken apart. */
export interface ParsedCell extends CellAddress {
  readonly kind: "text" | "formula";
  /** Without marks of lists, neighbouring texts joined; of a formula with its leading “=” in the first text. */
  readonly parts: readonly Part[];
  /** In the order written. */
  readonly marks: readonly ListMark[];
}

/** Takes a template cell apart. Throws a `TemplateDefect`. */
export function parseCell(cell: TemplateCell): ParsedCell {
  const parts: Part[] = [];
  const marks: ListMark[] = [];
  const addText = (text: string): void => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + text };
    else parts.push({ kind: "text", text });
  };
  for (const piece of pieces(cell)) {
    if (piece.kind === "text") {
      addText(piece.text);
      continue;
    }
    const read = readPlaceholder(piece.text, cell);
    if (read.kind === "open" || read.kind === "close") marks.push(read);
    else parts.push(read);
  }
  const first = parts[0];
  const isFormula =
    first?.kind === "text" && first.text.startsWith("=") && (first.text.length > 1 || parts.length > 1);
  return { row: cell.row, column: cell.column, kind: isFormula ? "formula" : "text", parts, marks };
}

/** The placeholders of a cell, without its constant texts. */
export function placeholdersOf({ parts }: Pick<ParsedCell, "parts">): Placeholder[] {
  return parts.filter((part) => part.kind !== "text");
}

interface Piece {
  readonly kind: "text" | "placeholder";
  /** Of a placeholder, what stands between the braces. */
  readonly text: string;
}

/** Characters a message repeats of the text. */
const NEAR = 16;

/** Cuts a text at its double braces; braces typed in full width count the same. */
function pieces(cell: TemplateCell): Piece[] {
  const text = cell.text.replaceAll("｛", "{").replaceAll("｝", "}");
  const found: Piece[] = [];
  let at = 0;
  for (;;) {
    const opening = text.indexOf("{{", at);
    const constant = text.slice(at, opening === -1 ? undefined : opening);
    const stray = constant.indexOf("}}");
    if (stray !== -1)
      throw new TemplateDefect(
        cell,
        defects.strayClosing(constant.slice(Math.max(0, stray - NEAR), stray + 2)),
      );
    found.push({ kind: "text", text: constant });
    if (opening === -1) return found;
    const end = closingOf(text, opening + 2);
    if (end === null) throw new TemplateDefect(cell, defects.unclosed(text.slice(opening, opening + NEAR)));
    found.push({ kind: "placeholder", text: text.slice(opening + 2, end) });
    at = end + 2;
  }
}

/** Where the “}}” stands that closes a placeholder; single braces within are passed over. */
function closingOf(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith("{{", at)) return null;
    if (text[at] === "{") depth++;
    else if (text[at] === "}") {
      if (depth > 0) depth--;
      else return text[at + 1] === "}" ? at : null;
    }
  }
  return null;
}

function readPlaceholder(written: string, at: CellAddress): Placeholder | ListMark {
  const text = written.trim();
  if (text === "") throw new TemplateDefect(at, defects.empty);
  const sign = text.charAt(0);
  const rest = text.slice(1).trim();
  if (sign === "#" || sign === "＃") return readOpening(rest, text, at);
  if (sign === "/" || sign === "／") {
    if (rest === "" || /\s/.test(rest)) throw new TemplateDefect(at, defects.unknownMark(text, text));
    return { kind: "close", list: rest };
  }
  if (/^[!！@&^>%$*~|\\]/.test(sign)) throw new TemplateDefect(at, defects.unknownMark(text, sign));
  return readItem(text, at);
}

/** `费用项 向右`, `项目：类别=其他、空`, `单位：有项目：类别=专项`. */
function readOpening(rest: string, written: string, at: CellAddress): OpeningMark {
  const direction = /\s(向右|向下)$/.exec(rest);
  const named = direction === null ? rest : rest.slice(0, direction.index).trim();
  const [list = "", ...conditions] = named.split(/[:：]/);
  const words = list.trim().split(/\s+/);
  const [name = "", stray] = words;
  if (stray !== undefined) throw new TemplateDefect(at, defects.unknownMark(written, stray));
  if (name === "") throw new TemplateDefect(at, defects.empty);
  return {
    kind: "open",
    list: name,
    direction: direction?.[1] === "向右" ? "right" : "down",
    filter: conditions.length === 0 ? null : readFilter(conditions, written, at),
  };
}

function readFilter(conditions: readonly string[], written: string, at: CellAddress): ListFilter {
  const [first = "", ...further] = conditions;
  const list = /^\s*有\s*([^=＝]+)$/.exec(first)?.[1]?.trim() ?? "";
  if (list !== "") {
    return { by: "list", list, filter: further.length === 0 ? null : readFilter(further, written, at) };
  }
  const condition = conditions.join("：");
  const [item = "", wanted = "", ...others] = condition.split(/[=＝]/).map((part) => part.trim());
  const values = wanted.split(/[、,，|｜]/).map((value) => value.trim());
  if (item === "" || others.length > 0 || values.includes(""))
    throw new TemplateDefect(at, defects.badFilter(written));
  return { by: "item", item, values: values.filter((value) => value !== "空"), blank: values.includes("空") };
}

/** An item, amount or ordinal with the marks behind it: `?`, `按…`, `合并`, in any order. */
function readItem(written: string, at: CellAddress): Placeholder {
  let name = written;
  let optional = false;
  let merge: MergeMark | null = null;
  for (;;) {
    const mark = /(?:\s*([?？])|\s+(合并|按\S+|向右|向下))$/.exec(name);
    if (mark === null || mark.index === 0) break;
    if (mark[1] !== undefined) optional = true;
    else if (mark[2] === "合并") merge = { by: "value" };
    else if (mark[2]?.startsWith("按") === true) merge = { by: "list", list: mark[2].slice(1) };
    else throw new TemplateDefect(at, defects.directionOfItem(written));
    name = name.slice(0, mark.index).trim();
  }
  if (/^[?？]/.test(name)) throw new TemplateDefect(at, defects.empty);
  if (name === "序号") return { kind: "ordinal", merge };
  if (!isAmountExpression(name)) {
    if (/[{}]/.test(name)) throw new TemplateDefect(at, defects.unclosedAmount(written));
    return { kind: "item", item: name, optional, merge };
  }
  if (!isBalanced(name)) throw new TemplateDefect(at, defects.unclosedAmount(written));
  return { kind: "amount", expression: name, optional, merge };
}

/**
 * Whether a placeholder is an amount of the budget tables rather than an item: `预算02表[合计, 小计]`, `预算02表.合计`.
 * A two-way item such as `三公经费.上年决算数` has no table's name before its point.
 */
export function isAmountExpression(text: string): boolean {
  return /[[［【]/.test(text) || /表\s*[.．]/.test(text);
}

function isBalanced(expression: string): boolean {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { "]": "[", ")": "(", "}": "{" };
  for (const character of expression.replace(/[［【]/g, "[").replace(/[］】]/g, "]")) {
    if ("[({".includes(character)) open.push(character);
    else if (character in pairs && open.pop() !== pairs[character]) return false;
  }
  return open.length === 0;
}

const ONLY_UNIT = /^\s*只有一个单位时\s*[:：]/;

/**
 * An amount's expression without the condition before it: `只有一个单位时：部门收支总体情况表.基本支出` is an amount of a table about
 * the whole department, which is the unit's where the department has no other.
 */
export function withoutCondition(written: string): {
  readonly expression: string;
  readonly ofOnlyUnit: boolean;
} {
  const expression = written.replace(ONLY_UNIT, "");
  return { expression, ofOnlyUnit: expression !== written };
}

/** The items in single braces of an amount's expression: 单位代码 of `预算03表[{单位代码}, 基本支出]`. */
export function itemsOfExpression(expression: string): string[] {
  return [...expression.matchAll(BRACED)].map(([, item = ""]) => item.trim());
}

/** The expression with its items replaced; null where `valueOf` knows one of them not. */
export function fillExpression(expression: string, valueOf: (item: string) => string | null): string | null {
  let known = true;
  const filled = expression.replace(BRACED, (_whole, item: string) => {
    const value = valueOf(item.trim());
    if (value === null) known = false;
    return value ?? "";
  });
  return known ? filled : null;
}

const BRACED = /\{([^{}]*)\}/g;
