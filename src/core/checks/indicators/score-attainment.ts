import type { IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { assessedIndicators, placeIn } from "./assessed";
import { findingsOf, type Remark } from "./finding";
import { pointsMessages as say } from "./points-messages";

/** Scores that contradict whether the target was attained. */
export const scoreAttainment: CellCheck = {
  id: "score-attainment",
  title: "得分与完成情况",
  severity: "error",
  explanation:
    "实际完成值明确没有达到年度指标值的，不应得满分；明确达到的，不应得 0 分。只看能直接比较的数值、日期和等级；实际完成值是一段话、单位不同或说不清多好还是少好的不判断。",
  findings: ({ indicators }) => findingsOf(scoreAttainment, indicators.flatMap(remarksOf)),
};

function remarksOf(table: IndicatorTable): Remark[] {
  return assessedIndicators(table).flatMap(({ indicator, attainment, isCertain, weight, score, name }) => {
    const { target, actual } = indicator.line.cells;
    if (attainment === null || !isCertain || weight === null || score === null || !weight.shown.isPositive())
      return [];
    const at = placeIn(table, score.cell);
    const others = [target, actual, weight.cell].flatMap((cell) =>
      cell === undefined ? [] : [placeIn(table, cell)],
    );
    const reason = attainment.reason.replace(/。$/, "，");
    if (attainment.status === "missed" && score.shown.gte(weight.shown) && !weight.shown.isZero()) {
      return [{ at, message: say.fullForMissed(at, name, reason, score.shown.toFixed()), others }];
    }
    if (attainment.status === "attained" && score.shown.isZero() && !weight.shown.isZero()) {
      return [{ at, message: say.zeroForMet(at, name, reason, weight.shown.toFixed()), others }];
    }
    return [];
  });
}
