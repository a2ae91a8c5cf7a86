import Decimal from "decimal.js";
import { parseA1 } from "../../workbook/address";
import { BINARY_OPERATORS, type BinaryOperator, type Corner, type Reference } from "./formula";
import { FormulaDefect } from "./formula-defect";
import { defects } from "./messages";

/** A piece of a formula; `at` is its 1-based position in the text, `near` how it is written there. */
export type Token = { readonly at: number; readonly near: string } & (
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "reference"; readonly reference: Reference }
  /** A name with its opening bracket. */
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "operator"; readonly operator: BinaryOperator }
  | { readonly kind: "sign"; readonly sign: "%" | "(" | ")" | "," }
  | { readonly kind: "end" }
);

/** Excel's largest number. */
const LARGEST = new Decimal("1.7976931348623157e308");

const TEXT = /"((?:[^"]|"")*)"/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?/y;
const ERROR = /#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)/iy;
/** A sheet's name, in quotes or one that needs none, with its mark. */
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
/** A cell or a range; names and functions such as `LOG10(` are none. */
const REFERENCE =
  /(\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?:\s*:\s*(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\p{L}\p{N}_.(!:$])/iuy;
const NAME = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const BLANKS = /[\s\u200b\ufeff]*/y;

/** Typed with a Chinese input method; what it stands for. */
const FULL_WIDTH: Readonly<Record<string, string>> = Object.fromEntries(
  [..."＝＋－＊／＾＆＜＞％（），"].map((sign) => [sign, String.fromCharCode(sign.charCodeAt(0) - 0xfee0)]),
);
const TWO_CHARACTERS = ["<>", "<=", ">="];

/** Cuts a formula, with or without its leading “=”, into its pieces. @throws FormulaDefect */
export function scan(text: string): readonly Token[] {
  const source = new Source(text);
  const tokens: Token[] = [];
  for (;;) {
    const token = source.next();
    tokens.push(token);
    if (token.kind === "end") return tokens;
  }
}

class Source {
  private at: number;

  constructor(private readonly text: string) {
    this.at = /^\s*[=＝]?/.exec(text)?.[0].length ?? 0;
  }

  next(): Token {
    this.take(BLANKS);
    const start = this.at;
    const place = { at: start + 1, near: "" };
    if (start >= this.text.length) return { ...place, kind: "end" };
    const token = this.constant() ?? this.reference() ?? this.word() ?? this.sign();
    return { ...token, at: start + 1, near: shortened(this.text.slice(start, this.at)) };
  }

  private constant(): Bare | null {
    const start = this.at;
    const text = this.take(TEXT);
    if (text !== null) return { kind: "text", value: (text[1] ?? "").replaceAll('""', '"') };
    const error = this.take(ERROR);
    if (error !== null) return { kind: "error", error: error[0].toUpperCase() };
    const number = this.take(NUMBER);
    if (number === null) return null;
    const value = new Decimal(number[0].replace(/\.(?=$|E)/i, ""));
    if (value.gt(LARGEST)) throw new FormulaDefect(defects.tooLargeNumber(start + 1, shortened(number[0])));
    return { kind: "number", value };
  }

  private reference(): Bare | null {
    const start = this.at;
    const sheet = this.take(SHEET);
    const found = this.take(REFERENCE);
    const reference = found && referenceOf(found, sheetName(sheet));
    if (reference !== null) return { kind: "reference", reference };
    if (sheet !== null) throw new FormulaDefect(defects.noCellOfSheet(start + 1, shortened(sheet[0])));
    this.at = start;
    return null;
  }

  private word(): Bare | null {
    const start = this.at;
    const name = this.take(NAME)?.[0].toUpperCase();
    if (name === undefined) return null;
    const end = this.at;
    this.take(BLANKS);
    if (this.character() === "(") {
      this.at++;
      return { kind: "function", name };
    }
    if (this.character() === ":") throw new FormulaDefect(defects.brokenRange(start + 1, shortened(name)));
    this.at = end;
    if (name === "TRUE" || name === "FALSE") return { kind: "boolean", value: name === "TRUE" };
    throw new FormulaDefect(defects.unknownName(start + 1, shortened(this.text.slice(start, end))));
  }

  private sign(): Bare {
    const start = this.at;
    const first = this.character();
    const both = first + this.character(1);
    const sign = TWO_CHARACTERS.includes(both) ? both : first;
    this.at += sign.length;
    if (sign === "%" || sign === "(" || sign === ")" || sign === ",") return { kind: "sign", sign };
    const operator = BINARY_OPERATORS.find((each) => each === sign);
    if (operator !== undefined) return { kind: "operator", operator };
    const near = shortened(this.text.slice(start));
    if (sign === '"') throw new FormulaDefect(defects.openText(start + 1, near));
    if (sign === "'") throw new FormulaDefect(defects.openSheet(start + 1, near));
    if (/[“”]/.test(sign)) throw new FormulaDefect(defects.curlyQuote(start + 1));
    if (sign === ":" || sign === "$") throw new FormulaDefect(defects.brokenRange(start + 1, sign));
    throw new FormulaDefect(defects.strayCharacter(start + 1, this.wholeCharacter(start)));
  }

  /** The character at a distance, in half width. */
  private character(distance = 0): string {
    const written = this.text[this.at + distance] ?? "";
    return FULL_WIDTH[written] ?? written;
  }

  private wholeCharacter(at: number): string {
    return String.fromCodePoint(this.text.codePointAt(at) ?? 0);
  }

  /** What a sticky pattern finds here; goes on behind it. */
  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }
}

/** A token without its place. */
type Bare = Token extends infer Each ? (Each extends Token ? Omit<Each, "at" | "near"> : never) : never;

function sheetName(found: RegExpExecArray | null): string | null {
  return found === null ? null : (found[1]?.replaceAll("''", "'") ?? found[2] ?? null);
}

function referenceOf(found: RegExpExecArray, sheet: string | null): Reference | null {
  const first = cornerOf(found[1] ?? "");
  if (found[2] === undefined) return first && { kind: "cell", sheet, at: first };
  const second = cornerOf(found[2]);
  if (first === null || second === null) return null;
  const [top, bottom] = first.row <= second.row ? [first, second] : [second, first];
  const [left, right] = first.column <= second.column ? [first, second] : [second, first];
  return { kind: "range", sheet, from: corner(top, left), to: corner(bottom, right) };
}

function cornerOf(written: string): Corner | null {
  const address = parseA1(written);
  return (
    address && {
      ...address,
      ...(written.startsWith("$") && { fixedColumn: true }),
      ...(written.includes("$", 1) && { fixedRow: true }),
    }
  );
}

/** The corner with the row of one and the column of another. */
function corner({ row, fixedRow }: Corner, { column, fixedColumn }: Corner): Corner {
  return { row, column, ...(fixedRow && { fixedRow }), ...(fixedColumn && { fixedColumn }) };
}

/** Characters a message repeats of the text. */
const NEAR = 16;

function shortened(text: string): string {
  return text.length <= NEAR ? text : `${text.slice(0, NEAR)}…`;
}
