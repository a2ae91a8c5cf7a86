import { roundHalfUp } from "../../formulas/exact";
import type { IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { assessedIndicators, placeIn } from "./assessed";
import { findingsOf, type Remark } from "./finding";
import { scoreFrom } from "./points";
import { pointsMessages as say } from "./points-messages";

/** Printed scores against what the grading rule gives for the actual value. */
export const computedScore: CellCheck = {
  id: "computed-score",
  title: "按评分标准计算的得分",
  severity: "warning",
  explanation:
    "评（扣）分标准能计算、分值和实际完成值都填了的，得分应与按评分标准算出的一致（四舍五入或截去尾数都可以），并给出计算过程；还没有填得分的，算出的得分作为提示供参考。",
  findings: ({ indicators }) => findingsOf(computedScore, indicators.flatMap(remarksOf)),
};

function remarksOf(table: IndicatorTable): Remark[] {
  return assessedIndicators(table).flatMap(({ indicator, computed, weight, score, name }): Remark[] => {
    if (computed?.kind !== "score" || weight === null) return [];
    const { points, reasoning } = computed;
    const { cells } = indicator.line;
    if (score === null) {
      const { actual } = cells;
      if (cells.score !== undefined || actual === undefined) return [];
      const at = placeIn(table, actual);
      return [{ at, message: say.offeredScore(at, name, reasoning), severity: "info" }];
    }
    if (scoreFrom(points, score, weight.shown) !== null) return [];
    const at = placeIn(table, score.cell);
    const expected = roundHalfUp(points, Math.max(score.decimals, 2)).toFixed();
    const message = say.otherScore(at, name, score.shown.toFixed(), reasoning);
    const others = [cells.target, cells.actual, weight.cell, cells.rule].flatMap((cell) =>
      cell === undefined ? [] : [placeIn(table, cell)],
    );
    return [{ at, message, expected, others }];
  });
}
