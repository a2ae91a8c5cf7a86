import type Decimal from "decimal.js";
import { Wide } from "../formulas/exact";
import { liPer, type MoneyUnit } from "../workbook/money";
import { RuleDefect } from "./defect";
import { defects } from "./messages";
import { LARGEST_NUMBER, type Comparison, type NamePath, type Term } from "./relation";

/** A piece of a relation's text; `near` is the text around it, for messages. */
export type Token = { readonly near: string } & (
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "number"; readonly value: Decimal; readonly share: boolean; readonly money: boolean }
  | { readonly kind: "sign"; readonly sign: "+" | "-" | "×" | "(" | ")" }
  | { readonly kind: "comparison"; readonly comparison: Comparison }
);

const SIGNS: Readonly<Record<string, "+" | "-" | "×" | "(" | ")">> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "–": "-",
  "—": "-",
  "﹣": "-",
  "×": "×",
  "✕": "×",
  "*": "×",
  "∗": "×",
  "(": "(",
  ")": ")",
};
const COMPARISON = /^(?:[<>=][<>=]?|!=|[≤≦⩽≥≧⩾≠])/;
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  "=": "=",
  "==": "=",
  "≤": "≤",
  "≦": "≤",
  "⩽": "≤",
  "<=": "≤",
  "=<": "≤",
  "≥": "≥",
  "≧": "≥",
  "⩾": "≥",
  ">=": "≥",
  "=>": "≥",
};
/** A number, perhaps with a percent sign or a unit of money. */
const NUMBER = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)\s*(%|元|千元|万元|百万元|亿元)?/;
/** What may follow a number; anything else makes it the beginning of a name: 2026年预算[…]. */
const AFTER_NUMBER = /^\s*(?:$|[+\-−–—﹣×✕*∗÷/()<>=!≤≦⩽≥≧⩾≠\],])/;
/** Ends a table's name written without quotes. Strokes and brackets belong to names: 支出表--人员经费(工资福利支出). */
const ENDS_NAME = /[[\]+×✕*∗<>=≤≦⩽≥≧⩾≠,)]/;
const DASH = /[-−–—﹣]/;
const CELL_ADDRESS = /(?:^|!)\$?[A-Za-z]{1,3}\$?\d+$/;
const OPENING: Readonly<Record<string, string>> = {
  '"': '"”“',
  "“": "”“",
  "”": "”",
  "'": "'’‘",
  "‘": "’‘",
  "「": "」",
  "『": "』",
  "《": "》",
};

/**
 * Cuts a relation's text into its pieces. Width does not matter: ［ 【 are [, ＝ is =. Throws a `RuleDefect` that says
 * where the text cannot be understood. `short`: terms may be written 表.名称.
 */
export function scan(text: string, { short } = { short: false }): Token[] {
  const source = new Source(text, short);
  const tokens: Token[] = [];
  for (;;) {
    source.skipBlanks();
    if (source.atEnd) return tokens;
    tokens.push(source.token());
  }
}

class Source {
  private readonly text: string;
  private at = 0;

  constructor(
    text: string,
    private readonly allowsShort: boolean,
  ) {
    this.text = halfWidth(text);
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  private peek(): string {
    return this.text[this.at] ?? "";
  }

  skipBlanks(): void {
    while (!this.atEnd && isBlank(this.peek())) this.at++;
  }

  token(): Token {
    const start = this.at;
    const near = this.near(start);
    const comparison = COMPARISON.exec(this.text.slice(start, start + 2))?.[0];
    if (comparison !== undefined) {
      this.at += comparison.length;
      return { kind: "comparison", comparison: comparisonOf(comparison, near), near };
    }
    const sign = SIGNS[this.peek()];
    if (sign !== undefined) {
      this.at++;
      return { kind: "sign", sign, near };
    }
    switch (this.peek()) {
      case "÷":
      case "/":
        throw new RuleDefect(defects.division(near));
      case "[":
        throw new RuleDefect(defects.noTable(near));
      case "]":
        throw new RuleDefect(defects.strayBracket(near));
      case ",":
        throw new RuleDefect(defects.strayComma(near));
    }
    return this.number(near) ?? { kind: "term", term: this.term(), near };
  }

  private number(near: string): Token | null {
    const found = NUMBER.exec(this.text.slice(this.at));
    if (found === null) return null;
    const [whole, digits = "", suffix = ""] = found;
    if (!AFTER_NUMBER.test(this.text.slice(this.at + whole.length))) return null;
    this.at += whole.length;
    const size = new Wide(digits.replaceAll(",", "").replace(/\.$/, ""));
    if (size.gt(LARGEST_NUMBER)) throw new RuleDefect(defects.tooLargeNumber(near));
    const share = suffix === "%";
    const money = suffix !== "" && !share;
    const value = share ? size.div(100) : money ? size.times(liPer(suffix as MoneyUnit)) : size;
    return { kind: "number", value, share, money, near };
  }

  private term(): Term {
    const start = this.at;
    const table = this.path(() => this.bareTableName());
    const written = this.text.slice(start, this.at).trim();
    this.skipBlanks();
    if (this.peek() !== "[") {
      const short = this.allowsShort ? shortTerm(written) : null;
      if (short !== null) return short;
      const near = shortened(written === "" ? this.near(start) : written);
      throw new RuleDefect(CELL_ADDRESS.test(written) ? defects.cellAddress(near) : defects.noBracket(near));
    }
    const opening = this.near(this.at);
    this.at++;
    const names: NamePath[] = [];
    for (;;) {
      names.push(this.path(() => this.bareInnerName(), opening));
      if (this.atEnd) throw new RuleDefect(defects.openBracket(opening));
      if (this.peek() === "]") break;
      this.at++; // the comma
    }
    this.at++;
    const [row, column = null, ...others] = names;
    if (row === undefined || names.some((name) => name.length === 0))
      throw new RuleDefect(defects.blankName(opening));
    if (others.length > 0) throw new RuleDefect(defects.manyNames(opening));
    return { table, row, column, text: this.text.slice(start, this.at) };
  }

  /** Names with strokes between them; none where nothing stands. A blank one among others is a defect. */
  private path(bare: () => string, near = this.near(this.at)): NamePath {
    const parts: string[] = [];
    for (;;) {
      this.skipBlanks();
      parts.push((this.quoted() ?? bare()).trim());
      this.skipBlanks();
      if (this.peek() !== "/") break;
      this.at++;
    }
    if (parts.length === 1 && parts[0] === "") return [];
    if (parts.includes("")) throw new RuleDefect(defects.blankName(near));
    return parts;
  }

  /**
   * A name in quotes; null where none begins, or where the quotes belong to a longer name: “三公”经费合计. The closing
   * quote is the first that a name may end with.
   */
  private quoted(): string | null {
    const closing = OPENING[this.peek()];
    if (closing === undefined) return null;
    for (let end = this.at + 1; end < this.text.length; end++) {
      if (!closing.includes(this.text[end] ?? "")) continue;
      if (!/^\s*(?:$|[[\],/])/.test(this.text.slice(end + 1, end + 20))) continue;
      const name = this.text.slice(this.at + 1, end);
      this.at = end + 1;
      return name;
    }
    return null;
  }

  private bareTableName(): string {
    const start = this.at;
    for (let depth = 0; !this.atEnd; this.at++) {
      const next = this.peek();
      if (next === "[") break;
      if (next === "(") depth++;
      else if (next === ")" && depth > 0) depth--;
      else if (depth === 0) {
        if (ENDS_NAME.test(next) || next === "/") break;
        if (DASH.test(next) && (this.at === start || isBlank(this.text[this.at - 1] ?? ""))) break;
      }
    }
    return this.text.slice(start, this.at);
  }

  private bareInnerName(): string {
    const start = this.at;
    while (!this.atEnd && !/[\],/]/.test(this.peek())) this.at++;
    return this.text.slice(start, this.at);
  }

  /** The text from a position on, cut short; at the end of the text what comes before it. */
  private near(from: number): string {
    const rest = this.text.slice(from).trim();
    return shortened(rest === "" ? this.text.slice(Math.max(0, from - NEAR)) : rest);
  }
}

/** 预算02表.合计 and 预算02表.本年收入/小计; null for a text without a stop between two names. */
function shortTerm(written: string): Term | null {
  const stop = written.lastIndexOf(".");
  const names = [written.slice(0, stop), written.slice(stop + 1)].map((path) =>
    path.split("/").map((name) => name.trim()),
  );
  const [table = [], column = []] = names;
  if (stop < 0 || [...table, ...column].includes("")) return null;
  return { table, row: [ALL], column, short: true, text: written };
}

/** The row or column of everything. */
const ALL = "合计";

/** Characters a message repeats of the text. */
const NEAR = 16;

function shortened(text: string): string {
  return text.length <= NEAR ? text : `${text.slice(0, NEAR)}…`;
}

function isBlank(character: string): boolean {
  return /[\s\u200b\ufeff]/.test(character);
}

function comparisonOf(written: string, near: string): Comparison {
  const comparison = COMPARISONS[written];
  if (comparison !== undefined) return comparison;
  throw new RuleDefect(
    written === "≠" || written === "!=" || written === "<>" ? defects.notEqual(near) : defects.strictly(near),
  );
}

/** One half-width character for each full-width one and for each kind of square bracket; positions stay. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[【〖]/g, "[")
    .replace(/[】〗]/g, "]")
    .replace(/﹪/g, "%");
}
