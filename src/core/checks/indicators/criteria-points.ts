import type Decimal from "decimal.js";
import { normaliseName } from "../../classification/normalise";
import { numberOf } from "../../indicators/number-text";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { placeIn } from "./assessed";
import { findingsOf, type Remark } from "./finding";
import { readPoints, sumOf } from "./points";
import { pointsMessages as say } from "./points-messages";

/** Criteria that are answered with yes or no, against the weight. */
export const criteriaPoints: CellCheck = {
  id: "criteria-points",
  title: "评分要点分数之和",
  severity: "warning",
  explanation:
    "评分标准分几条、每条“是计1分，否计0分”的，各条的分数之和应等于指标的分值。有的条没有写明分数、或按次数环节计分的不判断。",
  findings: ({ indicators }) => findingsOf(criteriaPoints, indicators.flatMap(remarksOf)),
};

function remarksOf(table: IndicatorTable): Remark[] {
  return table.indicators.flatMap((indicator) => {
    const weight = readPoints(indicator.line.cells.weight);
    const points = pointsOfCriteria(indicator);
    const { rule, name } = indicator.line.cells;
    if (weight === null || points === null || rule === undefined) return [];
    const sum = sumOf(points);
    if (sum.eq(weight.shown)) return [];
    const at = placeIn(table, rule);
    const message = say.criteria(at, name?.text ?? "", weight.shown.toFixed(), sum.toFixed());
    return [{ at, message, others: [placeIn(table, weight.cell)] }];
  });
}

/** Points of the criteria; null where they are not all questions with points of their own. */
function pointsOfCriteria({ line: { cells, criteria } }: Indicator): Decimal[] | null {
  const texts = [...(cells.rule === undefined ? [] : [cells.rule]), ...criteria]
    .map(({ text }) => normaliseName(text))
    .flatMap((text) => text.split(/(?=[①-⑳])/))
    .filter((text) => !/^(?:注|说明)[:：]/.test(text) && text !== "");
  const points = texts.map((text) => {
    const given = [...text.matchAll(/(?:是|存在|符合|具备|有|健全)(?:的)?,?(?:计|得)(\d+(?:\.\d+)?)分/g)];
    return /每|酌情|扣/.test(text) || given.length === 0
      ? null
      : bestOf(given.map(([, written = ""]) => written));
  });
  const known = points.filter((one) => one !== null);
  return known.length > 1 && known.length === points.length ? known : null;
}

/** “不存在计2分，存在计0分”: a criterion is worth its better answer. */
function bestOf(written: readonly string[]): Decimal | null {
  const values = written.map(numberOf).filter((value) => value !== null);
  return values.reduce<Decimal | null>(
    (best, value) => (best === null || value.gt(best) ? value : best),
    null,
  );
}
