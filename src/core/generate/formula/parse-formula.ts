import { LONGEST_FORMULA, type BinaryOperator, type FormulaNode } from "./formula";
import { FormulaDefect } from "./formula-defect";
import { arityOf } from "./known-functions";
import { defects } from "./messages";
import { scan, type Token } from "./scan";

/** Operators that bind equally, from the loosest on; all are done from left to right, also ^. */
export const OPERATOR_LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["=", "<>", "<", "<=", ">", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/** Brackets, functions and signs within each other. Excel stops at 64 functions. */
const DEEPEST = 64;

/**
 * Reads a formula as Excel writes it in English, with or without its leading “=”: numbers, texts in double quotes, TRUE and FALSE,
 * error values, references with or without a sheet, operators, percent, brackets, calls of functions of any name. As in Excel
 * the unary minus binds tighter than ^, so that `-2^2` is 4. Signs in full width are read as those in half width.
 *
 * @throws FormulaDefect with the position, as one Chinese sentence, where the text is no formula
 */
export function parseFormula(text: string): FormulaNode {
  if (text.length > LONGEST_FORMULA + 1) throw new FormulaDefect(defects.tooLong(LONGEST_FORMULA));
  return new Parser(scan(text)).formula();
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  formula(): FormulaNode {
    if (this.token().kind === "end") throw new FormulaDefect(defects.empty);
    const node = this.operation(0);
    const { kind, at, near } = this.token();
    if (kind === "end") return node;
    if (this.isSign(")")) throw new FormulaDefect(defects.strayBracket(at, near));
    if (this.isSign(",")) throw new FormulaDefect(defects.strayComma(at, near));
    throw new FormulaDefect(defects.noOperator(at, near));
  }

  private token(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error("The parser has run over the end of the formula.");
    return token;
  }

  private isSign(sign: "%" | "(" | ")" | ","): boolean {
    const token = this.token();
    return token.kind === "sign" && token.sign === sign;
  }

  private operation(level: number): FormulaNode {
    const operators = OPERATOR_LEVELS[level];
    if (operators === undefined) return this.signed();
    let node = this.operation(level + 1);
    for (;;) {
      const token = this.token();
      if (token.kind !== "operator" || !operators.includes(token.operator)) return node;
      this.at++;
      const right = this.operation(level + 1);
      node = { kind: "binary", operator: token.operator, left: node, right };
    }
  }

  private signed(): FormulaNode {
    const token = this.token();
    if (token.kind === "operator" && (token.operator === "+" || token.operator === "-")) {
      this.at++;
      return { kind: "prefix", sign: token.operator, operand: this.deeper(() => this.signed()) };
    }
    let node = this.operand();
    for (; this.isSign("%"); this.at++) node = { kind: "percent", operand: node };
    return node;
  }

  private operand(): FormulaNode {
    const token = this.token();
    switch (token.kind) {
      case "number":
      case "text":
      case "boolean":
      case "error":
        this.at++;
        return constantOf(token);
      case "reference":
        this.at++;
        return token.reference;
      case "function":
        this.at++;
        return this.call(token.name, token);
      case "sign":
        if (token.sign === "(") {
          this.at++;
          return this.deeper(() => this.inBrackets(token));
        }
    }
    throw new FormulaDefect(defects.noOperand(token.at, token.near));
  }

  private inBrackets({ at, near }: Token): FormulaNode {
    const node = this.operation(0);
    if (this.token().kind === "end") throw new FormulaDefect(defects.openBracket(at, near));
    this.close();
    return node;
  }

  private call(name: string, token: Token): FormulaNode {
    const args = this.deeper(() => this.args(token));
    const arity = arityOf(name);
    if (arity !== null && (args.length < arity.least || args.length > arity.most)) {
      const { least, most } = arity;
      const wanted = least === most ? ` ${String(least)} ` : ` ${String(least)} 到 ${String(most)} `;
      throw new FormulaDefect(defects.argumentCount(token.at, token.near, name, wanted, args.length));
    }
    return { kind: "call", name, args };
  }

  private args({ at, near }: Token): FormulaNode[] {
    if (this.isSign(")")) {
      this.at++;
      return [];
    }
    const args: FormulaNode[] = [];
    for (;;) {
      if (this.token().kind === "end") throw new FormulaDefect(defects.openBracket(at, near));
      args.push(this.isSign(",") || this.isSign(")") ? { kind: "omitted" } : this.operation(0));
      if (this.token().kind === "end") throw new FormulaDefect(defects.openBracket(at, near));
      if (!this.isSign(",")) break;
      this.at++;
    }
    this.close();
    return args;
  }

  private close(): void {
    const { at, near } = this.token();
    if (this.isSign(",")) throw new FormulaDefect(defects.strayComma(at, near));
    if (!this.isSign(")")) throw new FormulaDefect(defects.noOperator(at, near));
    this.at++;
  }

  private deeper<T>(read: () => T): T {
    if (this.depth === DEEPEST) throw new FormulaDefect(defects.tooDeep);
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }
}

function constantOf(token: Token & { kind: "number" | "text" | "boolean" | "error" }): FormulaNode {
  switch (token.kind) {
    case "number":
      return { kind: "number", value: token.value };
    case "text":
      return { kind: "text", value: token.value };
    case "boolean":
      return { kind: "boolean", value: token.value };
    case "error":
      return { kind: "error", error: token.error };
  }
}
