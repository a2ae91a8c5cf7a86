import Decimal from "decimal.js";
import type { LineCell } from "../../indicators/indicator";
import type { Target } from "../../indicators/target";
import { isPercent } from "../../indicators/unit";
import type { CellCheck } from "../check";
import { findingsOf, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { isPartOfWhole, plainName } from "./name-kinds";
import { alignedIndicators } from "./sections";

const ALL = new Decimal(100);

/** A rate of a part in its whole that is to be, or was, more than 100 %. */
export const indicatorOver100: CellCheck = {
  id: "indicator-over-100",
  title: "超过100%的比率",
  severity: "warning",
  explanation:
    "合格率、覆盖率、满意度、及时率等是部分占全部的比例，目标和实际完成值都不可能超过100%；写“≥100%”的给出提示，应为“=100%”。完成率、增长率、就业率等可以超过100%的不检查。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorOver100,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) =>
          alignedIndicators(group).flatMap((indicator): Remark[] => {
            if (!isPartOfWhole(plainName(indicator))) return [];
            const { cells } = indicator.line;
            const remarkOn = (target: Target | null, cell: LineCell | undefined): Remark[] => {
              if (cell === undefined || target?.kind !== "quantity") return [];
              const { unit, value, operator, change } = target;
              if (!isPercent(unit) || change !== null) return [];
              const at = { sheet: table.table.sheet, cell };
              if (value.gt(ALL))
                return [
                  {
                    at,
                    message: reviewMessages.over100(at, indicator.name, target.text),
                    expected: "不超过100%",
                  },
                ];
              if (value.eq(ALL) && (operator === "≥" || operator === ">"))
                return [
                  {
                    at,
                    message: reviewMessages.atLeast100(at, indicator.name, target.text),
                    severity: operator === ">" ? "warning" : "info",
                    expected: "=100%",
                    actual: target.text,
                  },
                ];
              return [];
            };
            const full = remarkOn(indicator.target, cells.target);
            return [
              ...(full.length > 0 ? full : remarkOn(indicator.halfTarget, cells.halfTarget)),
              ...remarkOn(indicator.actual, cells.actual),
            ];
          }),
        ),
      ),
    ),
};
