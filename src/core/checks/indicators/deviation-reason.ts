import Decimal from "decimal.js";
import { normaliseName } from "../../classification/normalise";
import { product, roundHalfUp } from "../../formulas/exact";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { Attainment } from "../../indicators/verdict";
import type { CellCheck } from "../check";
import { assessedIndicators, placeIn, type Assessed } from "./assessed";
import { findingsOf, type Place, type Remark } from "./finding";
import { pointsMessages as say } from "./points-messages";

/** Practice of the finance departments: a deviation beyond ±30 % is to be explained. */
const FAR = new Decimal("0.3");

/** A missed target, one met by far, or a deducted score that nothing explains. */
export const deviationReason: CellCheck = {
  id: "deviation-reason",
  title: "缺少偏差原因",
  severity: "warning",
  explanation:
    "表中有“偏差原因分析及改进措施”或“扣分因素”一栏的，没有达到目标、超过目标 30% 以上（成本、时限低于目标 30% 以上）或扣了分的指标，应填写原因；只写“无”的不算原因。实际为 0 的“越少越好”的指标不算。",
  findings: ({ indicators }) =>
    findingsOf(deviationReason, indicators.filter(hasReasonColumn).flatMap(remarksOf)),
};

function hasReasonColumn({ table, indicators }: IndicatorTable): boolean {
  const isInForm = table.form?.indicators?.columns.some(({ role }) => role === "reason") === true;
  return isInForm || indicators.some(({ line }) => line.cells.reason !== undefined);
}

function remarksOf(table: IndicatorTable): Remark[] {
  return assessedIndicators(table).flatMap((assessed) => {
    const { actual, score, reason } = assessed.indicator.line.cells;
    const cell = actual ?? score;
    if (cell === undefined || (reason !== undefined && !isNoReason(reason.text))) return [];
    const at = placeIn(table, cell);
    const message = messageOf(at, assessed);
    return message === null ? [] : [{ at, message }];
  });
}

/** “无” in the column of reasons says that there is nothing to explain. */
function isNoReason(text: string): boolean {
  return /^(?:无|没有|暂无|无偏差|不适用|不涉及)[。.]?$/.test(normaliseName(text));
}

function messageOf(
  at: Place,
  { indicator, attainment, isCertain, weight, score, name }: Assessed,
): string | null {
  if (attainment !== null && isCertain) {
    if (attainment.status === "missed")
      return say.missedWithoutReason(at, name, attainment.reason.replace(/。$/, "，"));
    const percent = farBeyond(indicator, attainment);
    const [target, actual] = [indicator.target?.text.trim() ?? "", indicator.actual?.text.trim() ?? ""];
    if (percent !== null) return say.overMetWithoutReason(at, name, target, actual, percent);
  }
  if (weight === null || score === null || score.shown.gte(weight.shown)) return null;
  return say.deductedWithoutReason(at, name, score.shown.toFixed(), weight.shown.toFixed());
}

/** The deviation in percent where more than 30 % beyond the target was done; null otherwise. */
function farBeyond({ actual }: Indicator, { status, deviation, direction }: Attainment): string | null {
  // More than an exact number (“=8次”) is neither attained nor missed, but a deviation.
  if (deviation === null || (status !== "attained" && direction !== "exact")) return null;
  const isNothing = actual?.kind === "quantity" && actual.value.isZero();
  const isFar = direction === "lower" ? deviation.lt(FAR.negated()) && !isNothing : deviation.gt(FAR);
  return isFar ? roundHalfUp(product(deviation, new Decimal(100)), 2).toFixed() : null;
}
