import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { Quantity } from "../../indicators/target";
import { isCounting, isDuration, isMoney, isPercent } from "../../indicators/unit";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { isHigherBetter, isLimitedByNature, isLowerBetter, plainName } from "./name-kinds";
import { sectionsOf, type Section } from "./sections";

/** An operator that points the wrong way for what the indicator measures. */
export const indicatorOperator: CellCheck = {
  id: "indicator-operator",
  title: "指标值类型与指标性质",
  severity: "warning",
  explanation:
    "成本指标用“≤”（收入、节约、达标率等除外）；满意度、完成率、合格率、覆盖率等越高越好的用“≥”或“=”，不用“≤”；事故、差错、投诉等越少越好的用“≤”或“=”，不用“≥”；数量、效益指标一般用“≥”或“=”，用“≤”的按二级指标合并报一次。满意度和各种率写“= 95%”这样不到 100% 的给出提示。“指标值没有逐行对应”的地方不检查。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorOperator,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) =>
          sectionsOf(group)
            .filter(({ isListedApart }) => !isListedApart)
            .flatMap((section) => [...reviewLines(table, section), ...reviewLimits(table, section)]),
        ),
      ),
    ),
};

function reviewLines(table: IndicatorTable, { indicators }: Section): Remark[] {
  return indicators.flatMap((indicator) => {
    const at = placeOf(table, indicator, "operator");
    const name = plainName(indicator);
    const judged = judge(indicator, name);
    if (at === null || judged === null) return [];
    const { expected, message, severity } = judged;
    const actual = quantityOf(indicator)?.operator ?? null;
    return [
      {
        at,
        message: message(at, indicator.name),
        expected,
        ...(actual !== null && { actual }),
        ...(severity && { severity }),
      },
    ];
  });
}

interface Judgement {
  readonly expected: string;
  readonly message: (typeof reviewMessages)["costAtLeast"];
  readonly severity?: "info";
}

function judge(indicator: Indicator, name: string): Judgement | null {
  const quantity = quantityOf(indicator);
  if (quantity === null || quantity.change !== null) return null;
  const { operator, value, unit } = quantity;
  const isAtLeast = operator === "≥" || operator === ">";
  const isAtMost = operator === "≤" || operator === "<";
  if (isHigherBetter(name)) {
    if (isAtMost && !isDuration(unit)) return { expected: "≥", message: reviewMessages.goodAtMost };
    const isShort = operator === "=" && isPercent(unit) && value.lt(100) && value.gt(0);
    return isShort ? { expected: "≥", message: reviewMessages.goodExactly, severity: "info" } : null;
  }
  if (isAtLeast && isLowerBetter(name) && value.gt(0))
    return { expected: "≤", message: reviewMessages.badAtLeast };
  if (isAtLeast && indicator.kind === "cost" && !/节约|节省|压减|降低|下降|减少|免税|率$|标准$/.test(name))
    return { expected: "≤", message: reviewMessages.costAtLeast };
  return null;
}

/** What is to be done, with “≤”: said once for a section, as it is a habit of who filled it in. */
function reviewLimits(table: IndicatorTable, { indicators }: Section): Remark[] {
  const limited = indicators.filter((indicator) => {
    const quantity = quantityOf(indicator);
    if (quantity === null || quantity.change !== null) return false;
    if (quantity.operator !== "≤" && quantity.operator !== "<") return false;
    const name = plainName(indicator);
    if (isHigherBetter(name) || isLowerBetter(name) || isLimitedByNature(name)) return false;
    const { unit, value } = quantity;
    if (value.isZero()) return false;
    // Of a rate with a name unknown here nobody can tell which way is better.
    if (isPercent(unit) && /[率比度]$|比例$|占比$/.test(name)) return false;
    if (indicator.kind === "quantity") return isCounting(unit) || isMoney(unit) || isPercent(unit);
    if (indicator.kind === "quality") return isPercent(unit) && /完成|保障|达到|做好/.test(name);
    return indicator.kind === "benefit" && (isCounting(unit) || (isPercent(unit) && unit.per.length === 0));
  });
  const money = limited.filter((indicator) => {
    const quantity = quantityOf(indicator);
    return quantity !== null && isMoney(quantity.unit);
  });
  const done = limited.filter((indicator) => !money.includes(indicator));
  return [
    ...together(table, money, reviewMessages.costAmongOutput),
    ...together(table, done, reviewMessages.outputAtMost, "≥"),
  ];
}

function together(
  table: IndicatorTable,
  lines: readonly Indicator[],
  message: (typeof reviewMessages)["outputAtMost"],
  expected?: string,
): Remark[] {
  const places = lines.flatMap((line) => placeOf(table, line, "operator") ?? []);
  const [at, ...others] = places;
  const [first] = lines;
  if (at === undefined || first === undefined) return [];
  return [
    {
      at,
      others,
      message: message(
        places,
        lines.map(({ name }) => name),
        first.level2,
      ),
      actual: quantityOf(first)?.operator ?? at.cell.text,
      ...(expected !== undefined && { expected }),
    },
  ];
}

function quantityOf({ target }: Indicator): Quantity | null {
  return target?.kind === "quantity" ? target : null;
}
