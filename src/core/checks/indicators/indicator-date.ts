import { normaliseName } from "../../classification/normalise";
import { readDate } from "../../indicators/date-target";
import { isPercent } from "../../indicators/unit";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { plainName } from "./name-kinds";

/** A date that is typed as a number, or a date in the name with a percentage for its value. */
export const indicatorDate: CellCheck = {
  id: "indicator-date",
  title: "日期写成了数字",
  severity: "warning",
  explanation:
    "完成日期应写成文字，如“2026年12月31日前”，不应写成数字 20261231 再配上单位“日”：数字会被当作二千多万日，也无法与实际完成日期比较。名称写明完成日期而指标值是百分数的给出提示。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorDate,
      indicators.flatMap((table) =>
        table.indicators.flatMap((indicator): Remark[] => {
          const at = placeOf(table, indicator, "target");
          const { target } = indicator;
          if (at === null || target === null) return [];
          const digits = normaliseName(at.cell.text)
            .replaceAll(",", "")
            .replace(/^[≤≥=<>]+/, "");
          const unit = normaliseName(indicator.line.cells.unit?.text ?? "");
          if (
            target.kind === "date" &&
            /^\d{8}日?$/.test(digits) &&
            /^(?:日期?|号|天|年月日|\/|-)?$/.test(unit)
          ) {
            const date = readDate(digits);
            if (date === null || date === "invalid") return [];
            const { year, month, day } = date.to;
            const right = `${String(year)}年${String(month)}月${String(day)}日前`;
            return [{ at, message: reviewMessages.dateAsNumber(at, indicator.name, right), expected: right }];
          }
          const named = /20\d\d年\d{1,2}月(?:\d{1,2}日|底|末)?/.exec(plainName(indicator))?.[0];
          if (named !== undefined && target.kind === "quantity" && isPercent(target.unit))
            return [
              {
                at,
                severity: "info",
                message: reviewMessages.percentForDate(at, indicator.name, target.text),
                expected: `${named}前`,
              },
            ];
          return [];
        }),
      ),
    ),
};
