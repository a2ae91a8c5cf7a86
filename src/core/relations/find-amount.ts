import type Decimal from "decimal.js";
import { locate } from "../facts/facts";
import { Wide } from "../formulas/exact";
import { liPer, type MoneyUnit } from "../workbook/money";
import { defectOr, RuleDefect } from "./defect";
import { findCell, type Workbook } from "./find-cell";
import { defects } from "./messages";
import { parseAmount } from "./parse-relation";
import type { Side } from "./relation";

/** A cell of an expression with what it is multiplied by. */
export interface FoundTerm {
  /** Index of the fact. */
  readonly fact: number;
  readonly factor: Decimal;
}

/** An expression whose cells are found: Σ factor × fact + constant. */
export interface FoundAmount {
  /** In the order of writing; a cell written twice is there twice. */
  readonly terms: readonly FoundTerm[];
  /** In 厘. */
  readonly constant: Decimal;
}

/**
 * Looks up an amount such as `预算02表[047007, 本年收入/小计]` or `预算02表.合计`. The defect of one that is not there, or that
 * cannot be read, is one Chinese sentence.
 */
export function findAmount(
  workbook: Workbook,
  text: string,
): { readonly value: FoundAmount } | { readonly defect: string } {
  const parsed = parseAmount(text);
  if ("defect" in parsed) return parsed;
  return defectOr(() => {
    const terms = termsOf(workbook, parsed.value);
    const [first] = terms;
    if (first === undefined) throw new RuleDefect(defects.noAmount);
    const { unit } = locate(workbook.facts, first.fact).facts.table;
    return { terms, constant: constantOf(parsed.value, unit) };
  });
}

/** The cells of a side in the order of writing. Throws a `RuleDefect` for one that is not there. */
export function termsOf(workbook: Workbook, { terms }: Side): FoundTerm[] {
  return terms.map(({ factor, term }) => ({ fact: findCell(workbook, term), factor }));
}

/** What a side adds to its cells, in 厘; `unit` is that of its plain numbers. */
export function constantOf({ plain, money }: Side, unit: MoneyUnit): Decimal {
  return new Wide(plain).times(liPer(unit)).plus(money);
}
