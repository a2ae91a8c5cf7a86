import type { Analysis } from "./analyse";
import { evaluationAt, type Verdict } from "./checks/evaluate";
import { nameCell } from "./checks/findings";
import { messages } from "./checks/messages";
import { statedRelation } from "./checks/stated-relation";
import { locate, type Facts } from "./facts/facts";
import type { JudgedRule } from "./relations/stated-relations";
import { toA1 } from "./workbook/address";
import { amountText, withSeparators } from "./workbook/money";

/** An equation in words. */
export interface ExplainedEquation {
  /** Title of the check, in Chinese. */
  readonly title: string;
  readonly verdict: Verdict;
  /** “F6 1,311.34 = K6 1,180.64 + L6 60.71 + O6 70.00”; cells of other sheets with their sheet. */
  readonly text: string;
  /** total − sum in the unit of the total's table, null where it holds. */
  readonly difference: string | null;
}

/**
 * The equation of a number: those of the checks come first, then the relations that users and form families state.
 * `home` is the sheet whose cells are told without it; "" for none. Beyond `mostParts` parts are counted alone. Throws a
 * RangeError for a number that is none.
 */
export function explainEquation(
  analysis: Analysis,
  at: number,
  home: string,
  mostParts = Infinity,
): ExplainedEquation {
  const {
    context: { facts, relations },
    equations,
    verdicts,
  } = analysis;
  const stated = relations.judged[at - equations.count];
  if (stated !== undefined) return explainStated(facts, stated);
  const { equation, verdict, difference } = evaluationAt(facts, equations, verdicts, at);
  const { check, total, parts, relation } = equation;
  const { unit } = locate(facts, total).facts.table;
  const term = (fact: number): string => {
    const where = locate(facts, fact);
    const place =
      where.facts.table.sheet === home ? toA1(where) : `《${nameCell(facts, fact).sheet}》${toA1(where)}`;
    const amount = amountText(facts.value[fact] ?? 0, where.facts.table.unit, facts.shownDecimals[fact] ?? 0);
    return `${place} ${withSeparators(amount)}`;
  };
  const sum = parts.length === 0 ? "0" : parts.slice(0, mostParts).map(term).join(" + ");
  const rest = parts.length > mostParts ? messages.moreParts(parts.length) : "";
  return {
    title: check.title,
    verdict,
    text: `${term(total)} ${relation === "equal" ? "=" : "≥"} ${sum}${rest}`,
    difference:
      verdict === "satisfied" ? null : amountText(difference, unit, facts.shownDecimals[total] ?? 0),
  };
}

/** Such a relation names its cells by their headings, so it is told as written, with the figures of its sides. */
function explainStated(facts: Facts, { rule, relation, judgement, unit }: JudgedRule): ExplainedEquation {
  const all = [...relation.left.facts, ...relation.right.facts];
  const decimals = Math.max(...all.map(({ fact }) => facts.shownDecimals[fact] ?? 0));
  const figure = (amount: { toNumber(): number }): string => amountText(amount.toNumber(), unit, decimals);
  const { verdict, left, right } = judgement;
  return {
    title: rule.number === 0 ? messages.statedByFamily : statedRelation.title,
    verdict,
    text: messages.statedFigures(
      rule.text,
      withSeparators(figure(left)),
      withSeparators(figure(right)),
      unit,
    ),
    difference: verdict === "satisfied" ? null : figure(left.minus(right)),
  };
}
