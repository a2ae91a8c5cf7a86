import { hasAmount, locate, type Facts } from "../facts/facts";
import type { FoundRelation, FoundSide } from "../relations/judge";
import { messages, type SideText } from "../relations/messages";
import type { JudgedRule } from "../relations/stated-relations";
import type { Finding, FindingCell } from "../report";
import { toA1 } from "../workbook/address";
import { amountText, withSeparators, type MoneyUnit } from "../workbook/money";
import type { CellCheck } from "./check";
import { cellOf, nameCell } from "./findings";

/** Cells named in a sentence before it says 等. */
const CELLS_NAMED = 8;

/** A relation that the user has written in the sheet 勾稽规则 and that does not hold. */
export const statedRelation: CellCheck = {
  id: "stated-relation",
  title: "自己写的勾稽规则",
  severity: "error",
  explanation:
    "工作表“勾稽规则”中逐行写的关系（如“预算23表[合计, 项目支出] = 预算21表[合计, 资金总额] + 预算22表[合计, 资金总额]”）应当成立；级别写“警告”的报为警告。填了容差的，相差不超过容差即可；没有填的，按四舍五入判断。空白按 0 计。",
  findings: ({ facts, relations }) =>
    relations.judged
      .filter(({ judgement }) => judgement.verdict !== "satisfied")
      .map((judged) => findingOf(facts, judged)),
};

/** Id of the finding of a rule that does not hold. */
export function judgedId({ rule }: Pick<JudgedRule, "rule">): string {
  return `${statedRelation.id}/${rule.sheet}!${toA1(rule)}`;
}

function findingOf(facts: Facts, { rule, relation, judgement, unit }: JudgedRule): Finding {
  const { comparison, left, right } = relation;
  const all = [...left.facts, ...right.facts];
  const { fact } = all[0] ?? { fact: 0 };
  const where = locate(facts, fact);
  const decimals = Math.max(...all.map((weighted) => decimalsOf(facts, weighted.fact, unit)));
  const figure = (amount: { toNumber(): number }): string => amountText(amount.toNumber(), unit, decimals);
  const isRounding = judgement.verdict === "rounding";
  const difference = figure(judgement.left.minus(judgement.right));
  const severalUnits = all.some((weighted) => unitOf(facts, weighted.fact) !== unit);
  const sideText = (side: FoundSide, sum: string): SideText => ({
    cells: cellsText(facts, side, unit, decimals, severalUnits),
    sum: withUnit(withSeparators(sum), unit, severalUnits),
  });
  const sides = [
    sideText(left, figure(judgement.left)),
    sideText(right, figure(judgement.right)),
    withUnit(withSeparators(difference), unit, severalUnits),
    rule.note,
  ] as const;
  const isBlank = left.facts.length === 1 && !hasAmount(facts, fact);
  return {
    id: judgedId({ rule }),
    check: statedRelation.id,
    severity: isRounding ? "rounding" : rule.level,
    message: isRounding
      ? messages.rounding(rule.number, ...sides)
      : messages.violated(rule.number, comparison, ...sides),
    sheet: where.facts.table.sheet,
    cell: toA1(where),
    expected: comparison === "=" ? figure(judgement.right) : null,
    actual: isBlank ? null : figure(judgement.left),
    difference,
    cells: relationCells(facts, relation),
  };
}

/** The cells of a side as a sum. One alone is named without its figure, which is the side's. */
function cellsText(
  facts: Facts,
  { facts: weighted, constant }: FoundSide,
  unit: MoneyUnit,
  decimals: number,
  severalUnits: boolean,
): string {
  const isAlone = weighted.length === 1 && constant.isZero() && weighted[0]?.factor.eq(1) === true;
  const texts = weighted.slice(0, CELLS_NAMED).map(({ fact, factor }, at) => {
    const { sheet, cell, label } = nameCell(facts, fact);
    const size = factor.abs();
    const times = size.eq(1) ? "" : `${size.toString()}×`;
    const value = isAlone ? "" : `（${valueText(facts, fact, severalUnits)}）`;
    return `${signText(factor.isNegative(), at === 0)}${times}${messages.cell(sheet, cell, label)}${value}`;
  });
  if (weighted.length > CELLS_NAMED) texts.push("等");
  if (!constant.isZero() && weighted.length > 0) {
    const size = withSeparators(amountText(constant.abs().toNumber(), unit, decimals));
    texts.push(`${signText(constant.isNegative(), false)}${withUnit(size, unit, severalUnits)}`);
  }
  return texts.join("");
}

function signText(isNegative: boolean, isFirst: boolean): string {
  if (isFirst) return isNegative ? "−" : "";
  return isNegative ? " − " : " + ";
}

function valueText(facts: Facts, fact: number, named: boolean): string {
  const unit = unitOf(facts, fact);
  const amount = amountText(facts.value[fact] ?? 0, unit, facts.shownDecimals[fact] ?? 0);
  return withUnit(withSeparators(amount), unit, named);
}

function withUnit(amount: string, unit: MoneyUnit, named: boolean): string {
  return named ? `${amount} ${unit}` : amount;
}

function unitOf(facts: Facts, fact: number): MoneyUnit {
  return locate(facts, fact).facts.table.unit;
}

/** Decimals a cell asks for in a unit; one of another unit asks for none, as amounts are told down to 分 anyway. */
function decimalsOf(facts: Facts, fact: number, unit: MoneyUnit): number {
  return unitOf(facts, fact) === unit ? (facts.shownDecimals[fact] ?? 0) : 0;
}

/** The cells of a stated relation, those of its left side first. */
export function relationCells(facts: Facts, { left, right }: FoundRelation): FindingCell[] {
  const onePeer = left.facts.length === 1 && right.facts.length === 1;
  return [
    ...left.facts.map(({ fact }) => cellOf(facts, fact, onePeer ? "peer" : "total")),
    ...right.facts.map(({ fact }) => cellOf(facts, fact, onePeer ? "peer" : "part")),
  ];
}
