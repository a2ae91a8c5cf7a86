import { normaliseName } from "../../classification/normalise";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { placeIn } from "./assessed";
import { findingsOf, type Remark } from "./finding";
import { pointsMessages as say } from "./points-messages";

/** Actual values that repeat the bound of the target. */
export const actualCopied: CellCheck = {
  id: "actual-copied",
  title: "实际完成值照抄目标",
  severity: "info",
  explanation:
    "年度指标值是“≥2项”“2023年12月31日前”这样的界限时，实际完成值应写实际的数值或日期；与目标一字不差的不能说明完成情况。",
  findings: ({ indicators }) => findingsOf(actualCopied, indicators.flatMap(remarksOf)),
};

function remarksOf(table: IndicatorTable): Remark[] {
  return table.indicators.flatMap((indicator) => {
    const { actual, name, target } = indicator.line.cells;
    if (actual === undefined || !isCopiedBound(indicator)) return [];
    const at = placeIn(table, actual);
    return [{ at, message: say.boundRepeated(at, name?.text ?? target?.text ?? "", actual.text) }];
  });
}

function isCopiedBound({ target, actual }: Indicator): boolean {
  if (target === null || actual === null) return false;
  const isBound =
    (actual.kind === "quantity" && actual.operator !== null && actual.operator !== "=") ||
    (actual.kind === "date" && actual.deadline);
  return isBound && normaliseName(target.text) === normaliseName(actual.text);
}
