import { normaliseName } from "../../classification/normalise";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Place, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { sectionsOf, type Section } from "./sections";

/** A target that is missing or cannot be read. */
export const indicatorTarget: CellCheck = {
  id: "indicator-target",
  title: "指标值",
  severity: "warning",
  explanation:
    "每个三级指标都应有一个能识别的指标值：数值加单位、日期或定性表述。漏填的，写成算式的（句子里带数的只作提示），把评分标准、指标名称填进指标值的，类型、数值、单位互相矛盾的（如“定性”却填数字）都会报出。同一二级指标下只写一次的类型、数值、单位视为以下各行相同。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorTarget,
      indicators.flatMap((table) =>
        hasTargets(table)
          ? table.groups.flatMap((group) =>
              sectionsOf(group).flatMap((section) =>
                section.isListedApart
                  ? []
                  : section.indicators.flatMap((indicator) => review(table, indicator, section)),
              ),
            )
          : [],
      ),
    ),
};

/** Scoring tables of an evaluation have criteria in place of targets. */
function hasTargets({ indicators }: IndicatorTable): boolean {
  return indicators.filter(({ target }) => target !== null).length * 2 > indicators.length;
}

function review(table: IndicatorTable, indicator: Indicator, section: Section): Remark[] {
  const { target, name } = indicator;
  const at = placeOf(table, indicator, "target");
  if (at === null) return [];
  if (target === null) {
    if (repeatsAbove(indicator, section)) return [];
    const blank = blankTarget(table, indicator) ?? at;
    return [{ at: blank, message: reviewMessages.noTarget(blank, name) }];
  }
  const remarks = target.remarks.map(({ message }) => ({
    at,
    message: reviewMessages.oddTarget(at, name, message),
    actual: target.text,
  }));
  const unread =
    target.kind === "unread" && !isRatio(target.text)
      ? [
          {
            at,
            message: reviewMessages.unreadTarget(at, name, target.text.trim()),
            actual: target.text,
            // A sentence with a figure in it still tells a reader what is meant; a formula does not.
            ...(target.mentions.length > 0 &&
              !/[*×÷]\d+(?:\.\d+)?[%％]/.test(target.text) && { severity: "info" as const }),
          },
        ]
      : [];
  return [...remarks, ...unread];
}

/** “3:1”, as much as a value to a reader as it is none to compute with. */
function isRatio(text: string): boolean {
  return /^[≥≤=<>]?\d+(?:\.\d+)?[:比]\d+(?:\.\d+)?$/.test(normaliseName(text));
}

/** The blank cell in the column of the targets. */
function blankTarget({ table, indicators }: IndicatorTable, { line }: Indicator): Place | null {
  const column = indicators.find((other) => other.line.cells.target !== undefined)?.line.cells.target?.column;
  if (column === undefined) return null;
  return { sheet: table.sheet, cell: { row: line.row, column, text: "", value: "" } };
}

/** A line without operator, value and unit below one that has them says the same. */
function repeatsAbove({ line, halfTarget }: Indicator, { indicators }: Section): boolean {
  const [first] = indicators;
  const { operator, unit } = line.cells;
  return (
    halfTarget === null &&
    operator === undefined &&
    unit === undefined &&
    first?.line !== line &&
    first?.line.cells.operator !== undefined &&
    first.target !== null &&
    indicators.slice(1).every(({ target }) => target === null)
  );
}
