import { inBase, isCounting, isDuration, isMoney, isPercent, compareUnits } from "../../indicators/unit";
import type { Quantity } from "../../indicators/target";
import type { CellCheck } from "../check";
import { findingsOf, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { isLowerBetter, plainName } from "./name-kinds";

/** A half-year target beyond that of the full year. */
export const indicatorHalfYear: CellCheck = {
  id: "indicator-half-year",
  title: "半年指标值与全年指标值",
  severity: "warning",
  explanation:
    "次数、人数、金额等累计的指标，以及完成率、执行率，半年指标值不应大于全年指标值；同一指标的半年值与全年值应使用同样的单位和比较符号。其他各种率、时限和越少越好的指标不比大小。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorHalfYear,
      indicators.flatMap((table) =>
        table.indicators.flatMap((indicator): Remark[] => {
          const { halfTarget: half, target: full, line } = indicator;
          const cell = line.cells.halfTarget;
          if (half?.kind !== "quantity" || full?.kind !== "quantity" || cell === undefined) return [];
          const at = { sheet: table.table.sheet, cell };
          const others = line.cells.target === undefined ? [] : [{ ...at, cell: line.cells.target }];
          const name = plainName(indicator);
          if (half.operator !== full.operator || compareUnits(half.unit, full.unit) === "different")
            return [
              {
                at,
                others,
                message: reviewMessages.halfYearOtherwise(at, indicator.name, half.text, full.text),
              },
            ];
          return isCumulative(full, name) && inBase(half.value, half.unit).gt(inBase(full.value, full.unit))
            ? [
                {
                  at,
                  others,
                  message: reviewMessages.halfYearLarger(at, indicator.name, half.text, full.text),
                  expected: `不大于${full.text}`,
                },
              ]
            : [];
        }),
      ),
    ),
};

function isCumulative({ unit }: Quantity, name: string): boolean {
  if (isLowerBetter(name) || isDuration(unit) || unit.per.length > 0) return false;
  return isPercent(unit) ? /(?:完成|执行|支付|进度).{0,2}率$/.test(name) : isCounting(unit) || isMoney(unit);
}
