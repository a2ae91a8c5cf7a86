import Decimal from "decimal.js";
import type { Analysis } from "../../analyse";
import { CellState, locate } from "../../facts/facts";
import { Wide } from "../../formulas/exact";
import { findAmount, type FoundAmount, type FoundTerm } from "../../relations/find-amount";
import type { Workbook } from "../../relations/find-cell";
import { qualifiedA1 } from "../../workbook/address";
import { liPer } from "../../workbook/money";
import type { AmountLookup, ContentValue } from "../content";

const LI_PER_WAN = liPer("万元");

/** What of an analysis amounts are looked up in. */
export type AmountSource = Pick<Analysis["context"], "facts" | "grids">;

/**
 * Amounts of the budget tables by expression, in 万元, exact, with the formula over their cells: `预算02表[047007, 合计]`,
 * `预算02表.合计`, sums and differences of such. Blank cells count as nothing; where all are blank the value is blank. Null
 * where a table, row or column is not there, a name fits several, or a cell holds no amount.
 */
export function amountLookup({
  context: { facts, grids },
}: {
  readonly context: AmountSource;
}): AmountLookup {
  const known = new Map<string, ContentValue | null>();
  return (expression) => {
    const before = known.get(expression);
    if (before !== undefined) return before;
    const found = findAmount({ facts, grids }, expression);
    const value = "value" in found ? amountOf({ facts, grids }, found.value) : null;
    known.set(expression, value);
    return value;
  };
}

/** The amount of a single cell, as `amountLookup` gives it. */
export function amountOfFact(
  { context: { facts, grids } }: { readonly context: AmountSource },
  fact: number,
): ContentValue | null {
  return amountOf({ facts, grids }, { terms: [{ fact, factor: new Wide(1) }], constant: new Wide(0) });
}

function amountOf(workbook: Workbook, { terms, constant }: FoundAmount): ContentValue | null {
  const { state, value, shownDecimals } = workbook.facts;
  if (terms.some(({ fact }) => state[fact] === CellState.unreadable)) return null;
  const filled = terms.filter(({ fact }) => state[fact] === CellState.number);
  if (filled.length === 0 && constant.isZero()) return { kind: "blank" };
  const sum = filled.reduce(
    (total, { fact, factor }) => total.plus(factor.times(value[fact] ?? 0)),
    new Wide(constant),
  );
  const inWan = terms.every(({ fact }) => locate(workbook.facts, fact).facts.table.unit === "万元");
  return {
    kind: "number",
    number: new Decimal(sum.div(LI_PER_WAN)),
    // Digits of 元 go on behind the two decimals that 万元 usually have.
    decimals: inWan ? Math.max(0, ...filled.map(({ fact }) => shownDecimals[fact] ?? 0)) : null,
    percent: false,
    formula: formulaOf(workbook, terms, constant),
  };
}

/** `'预算02表'!D9+'预算02表'!I9/10000`; null where a cell's amount is a part of a text, or typed so that Excel cannot read it. */
function formulaOf(workbook: Workbook, terms: readonly FoundTerm[], constant: Decimal): string | null {
  const parts: string[] = [];
  for (const { fact, factor } of terms) {
    const operand = operandOf(workbook, fact);
    if (operand === null) return null;
    const size = factor.abs();
    const scale = new Wide(liPer(locate(workbook.facts, fact).facts.table.unit)).div(LI_PER_WAN);
    const scaled = scale.lt(1)
      ? `${operand}/${new Wide(1).div(scale).toFixed()}`
      : scale.eq(1)
        ? operand
        : `${operand}*${scale.toFixed()}`;
    parts.push(`${factor.isNegative() ? "-" : "+"}${scaled}${size.eq(1) ? "" : `*${size.toFixed()}`}`);
  }
  if (!constant.isZero()) {
    const added = constant.div(LI_PER_WAN);
    parts.push(`${added.isNegative() ? "-" : "+"}${added.abs().toFixed()}`);
  }
  return parts.join("").replace(/^\+/, "");
}

/** A cell as a formula reads its amount: a number as it is, a text of digits by VALUE, a dash or blank text as nothing. */
function operandOf({ facts, grids }: Workbook, fact: number): string | null {
  const { row, column, heading, facts: block } = locate(facts, fact);
  const reference = qualifiedA1(block.table.sheet, { row, column });
  const cell = grids[block.table.sheetIndex]?.at(row, column);
  if (cell === undefined || typeof cell.value === "number") return reference;
  if (facts.state[fact] !== CellState.number) return `N(${reference})`;
  if (heading.inline === true || typeof cell.value !== "string") return null;
  return /^\s*-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*$/.test(cell.value) ? `VALUE(${reference})` : null;
}
