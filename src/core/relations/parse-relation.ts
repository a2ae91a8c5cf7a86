import type Decimal from "decimal.js";
import { Wide } from "../formulas/exact";
import { defectOr, RuleDefect } from "./defect";
import { defects } from "./messages";
import { LARGEST_NUMBER, type Comparison, type Relation, type Side, type WeightedTerm } from "./relation";
import { scan, type Token } from "./scan";

/** Characters of a relation; more are no rule somebody has written. */
const LONGEST = 2000;
/** Parentheses and signs within each other. */
const DEEPEST = 20;

const NOTHING = new Wide(0);
const ONE = new Wide(1);

/** What an expression comes to. A `share` is a percentage by itself, a `number` has no unit, an `amount` is money. */
interface Value extends Side {
  readonly kind: "share" | "number" | "amount";
  readonly near: string;
}

/**
 * Reads a relation such as `预算23表[合计, 项目支出] = 预算21表[合计, 资金总额] + 预算22表[合计, 资金总额]`: terms
 * `表[行, 列]` or `表[行]`, numbers, + − ×, parentheses, one of = ≤ ≥ between two sides. The defect of a text that is
 * none is one Chinese sentence that says near which words.
 */
export function parseRelation(text: string): { readonly value: Relation } | { readonly defect: string } {
  return defectOr(() => {
    if (text.length > LONGEST) throw new RuleDefect(defects.tooLong(LONGEST));
    return new Parser(scan(text)).relation();
  });
}

/**
 * Reads an amount such as `预算02表[合计, 本年收入/小计] + 预算02表.合计`: one side of a relation, in which a term may also be
 * written short, 表.名称. The defect of a text that is none is one Chinese sentence.
 */
export function parseAmount(text: string): { readonly value: Side } | { readonly defect: string } {
  return defectOr(() => {
    if (text.length > LONGEST) throw new RuleDefect(defects.tooLong(LONGEST));
    return new Parser(scan(text, { short: true })).amount();
  });
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  relation(): Relation {
    const { comparison, position } = this.comparison();
    if (position === 0) throw new RuleDefect(defects.blankSide("左"));
    if (position === this.tokens.length - 1) throw new RuleDefect(defects.blankSide("右"));
    const left = sideOf(this.sum());
    this.at++;
    const right = sideOf(this.sum());
    if (left.terms.length + right.terms.length === 0) throw new RuleDefect(defects.noTerm);
    return { comparison, left, right };
  }

  amount(): Side {
    const side = sideOf(this.sum());
    const token = this.tokens[this.at];
    if (token !== undefined) throw new RuleDefect(defects.noComparisonHere(token.near));
    if (side.terms.length === 0) throw new RuleDefect(defects.noAmount);
    return side;
  }

  /** The one comparison of the relation and where it stands among the tokens. */
  private comparison(): { readonly comparison: Comparison; readonly position: number } {
    const found = this.tokens.flatMap((token, position) =>
      token.kind === "comparison" ? [{ comparison: token.comparison, near: token.near, position }] : [],
    );
    const [only, second] = found;
    if (only === undefined) {
      // A mistake in the expression says more than that the other side is missing.
      this.sum();
      throw new RuleDefect(defects.noComparison);
    }
    if (second !== undefined) throw new RuleDefect(defects.twoComparisons(second.near));
    return only;
  }

  private sum(): Value {
    let value = this.product();
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.kind === "comparison") return value;
      if (token.kind !== "sign" || token.sign === "(") throw new RuleDefect(defects.noOperator(token.near));
      if (token.sign === ")") {
        if (this.depth === 0) throw new RuleDefect(defects.strayParenthesis(token.near));
        return value;
      }
      this.at++;
      const other = this.product();
      value = added(value, token.sign === "-" ? scaled(other, ONE.negated()) : other);
    }
  }

  private product(): Value {
    let value = this.operand();
    for (;;) {
      const token = this.tokens[this.at];
      if (token?.kind !== "sign" || token.sign !== "×") return value;
      this.at++;
      value = multiplied(value, this.operand(), token.near);
    }
  }

  private operand(): Value {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === "comparison") {
      throw new RuleDefect(defects.noOperand(this.tokens[this.at - 1]?.near ?? ""));
    }
    this.at++;
    if (token.kind === "term") {
      const terms = [{ factor: ONE, term: token.term }];
      return { kind: "amount", terms, plain: NOTHING, money: NOTHING, near: token.near };
    }
    if (token.kind === "number") {
      const { value, near } = token;
      return token.money
        ? { kind: "amount", terms: [], plain: NOTHING, money: value, near }
        : { kind: token.share ? "share" : "number", terms: [], plain: value, money: NOTHING, near };
    }
    if (token.sign === "×" || token.sign === ")") throw new RuleDefect(defects.noOperand(token.near));
    if (this.depth === DEEPEST) throw new RuleDefect(defects.tooDeep);
    this.depth++;
    const value = token.sign === "(" ? this.inParentheses(token.near) : this.operand();
    this.depth--;
    return token.sign === "-" ? scaled(value, ONE.negated()) : value;
  }

  private inParentheses(near: string): Value {
    const value = this.sum();
    const closing = this.tokens[this.at];
    if (closing?.kind !== "sign" || closing.sign !== ")") throw new RuleDefect(defects.openParenthesis(near));
    this.at++;
    return value;
  }
}

function added(one: Value, other: Value): Value {
  for (const { kind, near } of [one, other])
    if (kind === "share") throw new RuleDefect(defects.bareShare(near));
  return {
    kind: one.kind === "amount" || other.kind === "amount" ? "amount" : "number",
    terms: [...one.terms, ...other.terms],
    plain: one.plain.plus(other.plain),
    money: one.money.plus(other.money),
    near: one.near,
  };
}

function multiplied(one: Value, other: Value, near: string): Value {
  if (one.kind === "amount" && other.kind === "amount") throw new RuleDefect(defects.amountsMultiplied(near));
  const [factor, value] = one.kind === "amount" ? [other, one] : [one, other];
  const product = scaled(value, factor.plain);
  const sizes = [product.plain, ...product.terms.map((term) => term.factor)];
  if (sizes.some((size) => size.abs().gt(LARGEST_NUMBER))) throw new RuleDefect(defects.tooLargeNumber(near));
  return { ...product, near: one.near };
}

function scaled(value: Value, factor: Decimal): Value {
  return {
    ...value,
    terms: value.terms.map((weighted) => ({ ...weighted, factor: weighted.factor.times(factor) })),
    plain: value.plain.times(factor),
    money: value.money.times(factor),
  };
}

/** A side as the relation keeps it. */
function sideOf({ kind, terms, plain, money, near }: Value): Side {
  if (kind === "share") throw new RuleDefect(defects.bareShare(near));
  return { terms: terms satisfies readonly WeightedTerm[], plain, money };
}
