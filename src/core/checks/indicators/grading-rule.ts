import { ruleOf } from "../../indicators/assess";
import { contradictionsOf } from "../../indicators/grading/contradictions";
import type { IndicatorTable } from "../../indicators/indicator";
import { toA1 } from "../../workbook/address";
import type { CellCheck } from "../check";
import { placeIn } from "./assessed";
import { findingsOf, type Remark } from "./finding";
import { pointsMessages as say } from "./points-messages";

/** Grading rules that contradict themselves, their weight or their target. */
export const gradingRule: CellCheck = {
  id: "grading-rule",
  title: "评分标准自相矛盾",
  severity: "warning",
  explanation:
    "评（扣）分标准应与分值、指标值一致：写明的总分、最高一档的得分等于分值；各档不重叠、不留空档、完成得好的得分高；得满分的界限就是指标值；计数的单位相同；越低越好的指标不按少完成扣分；算式在完成率 100% 时得满分。",
  findings: ({ indicators }) => findingsOf(gradingRule, indicators.flatMap(remarksOf)),
};

function remarksOf(table: IndicatorTable): Remark[] {
  const seen = new Set<string>();
  return table.indicators.flatMap((indicator) => {
    const rule = ruleOf(indicator);
    const { cells } = indicator.line;
    const cell = cells.rule ?? cells.target;
    if (rule === null || cell === undefined) return [];
    const at = placeIn(table, cell);
    return contradictionsOf(rule, indicator).flatMap(({ message }) => {
      // A rule merged over several lines is judged once.
      const key = `${toA1(cell)} ${message}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ at, message: say.rule(at, cells.name?.text ?? cells.target?.text ?? "", message) }];
    });
  });
}
