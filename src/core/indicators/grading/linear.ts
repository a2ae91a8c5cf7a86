import Decimal from "decimal.js";
import { difference, product, quotient } from "../../formulas/exact";
import type { Target } from "../target";
import { clamp, show } from "./awards";
import type { Clause } from "./clauses";
import { readCondition } from "./condition";
import { measured } from "./measured";
import { scoreMessages as say } from "./messages";
import type { LinearRule } from "./rule";
import { noScore, score, type RuleBase, type Score } from "./score";

const PERCENT = String.raw`(\d+(?:\.\d+)?)%`;
const TIMES = "[*×xX✕·]";
const WEIGHT = "(?:本?(?:项|指标))?(?:的)?(?:分值|权重|满分|分数|权重分|指标分)";
const ABOVE = new RegExp(
  String.raw`^\((?<measure>[^()%]*?)-(?<from>\d+(?:\.\d+)?)%\)(?:\/|÷)\((?:1|100%)-(?<base>\d+(?:\.\d+)?)%\)${TIMES}${WEIGHT}$`,
);
const SHARE = new RegExp(
  `^\\(?(?<measure>[^()%*×]*?(?:率|比例|程度|完成值/目标值|完成数/目标数|实际/目标))\\)?${TIMES}${WEIGHT}$`,
);

/**
 * “完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）×指标分值”, “得分=完成率×分值”, “按比例计分”. `null` where the clauses are
 * not of this family or the formula has another form.
 */
export function linearRule(clauses: readonly Clause[], base: RuleBase): LinearRule | null {
  const formula = clauses.find((clause) => clause.kind === "formula");
  if (formula === undefined || clauses.some(({ kind }) => kind === "step" || kind === "event")) return null;
  const zero = clauses.find((clause) => clause.kind === "award" && clause.award.kind === "zero");
  const condition = zero?.kind === "award" ? zero.condition : readCondition(formula.condition);
  const above = ABOVE.exec(formula.formula)?.groups;
  const share = SHARE.exec(formula.formula)?.groups;
  if (above === undefined && share === undefined) return null;
  const ratio = (text: string | undefined): Decimal => quotient(new Decimal(text ?? "0"), new Decimal(100));
  return {
    ...base,
    kind: "linear",
    from: ratio(above?.from),
    divisor: difference(new Decimal(1), ratio(above?.base)),
    zeroBelow:
      zero === undefined ? null : quotient(condition?.interval.high ?? new Decimal(0), new Decimal(100)),
    conditionMeasure: condition?.measure ?? "",
    formulaMeasure: above?.measure ?? share?.measure ?? "",
  };
}

/** True for the bare piece of a formula: “(1-60%)*指标分值”. `text` is normalised. */
export function isFormulaPiece(text: string): boolean {
  return new RegExp(`^[\\d().%+-]*\\(?1-${PERCENT}\\)?${TIMES}${WEIGHT}$`).test(text);
}

/** The rate of completion is actual ÷ target, at most 100 %. For an upper limit (≤) nothing says what it is. */
export function scoreLinear(rule: LinearRule, target: Target | null, actual: Target, weight: Decimal): Score {
  if (target?.kind === "quantity" && (target.operator === "≤" || target.operator === "<")) {
    return noScore(say.rateOfUpperLimit);
  }
  if (rule.divisor.lte(0) || target?.kind !== "quantity") return noScore(say.noTarget);
  const value = measured("rate", target.unit, target, actual);
  if (value.kind === "not-measured") return noScore(value.reason);
  const rate = Decimal.min(100, Decimal.max(0, value.value));
  const from = product(rule.from, new Decimal(100));
  if (rule.zeroBelow !== null && rate.lt(product(rule.zeroBelow, new Decimal(100)))) {
    return score(new Decimal(0), say.linearZero(show(rate), show(product(rule.zeroBelow, new Decimal(100)))));
  }
  const share = quotient(difference(quotient(rate, new Decimal(100)), rule.from), rule.divisor);
  const points = clamp(product(share, weight), weight);
  return score(
    points,
    rule.from.isZero()
      ? say.proportional(show(rate), show(weight), show(points))
      : say.linear(show(rate), show(from), show(weight), show(points)),
  );
}
