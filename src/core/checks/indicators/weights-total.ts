import Decimal from "decimal.js";
import { difference } from "../../formulas/exact";
import type { Indicator, IndicatorGroup, IndicatorTable } from "../../indicators/indicator";
import { cellRuns } from "../findings";
import type { CellCheck } from "../check";
import { findingsOf, type Place, type Remark } from "./finding";
import {
  blankCells,
  compareSum,
  pointsOfLines,
  readPoints,
  roundingCause,
  roundingSlack,
  sumShown,
  sumTexts,
  type Points,
} from "./points";
import { pointsMessages as say } from "./points-messages";

/** 100 points, or 90 where 10 are kept for the execution of the budget. */
const DUE = [90, 100].map((points) => new Decimal(points));

/** All weights of a table, or of a unit or project, against 100. */
export const weightsTotal: CellCheck = {
  id: "weights-total",
  title: "分值合计",
  severity: "error",
  explanation:
    "各项指标的分值加上预算执行的分值应等于“总分”一行的分值；没有总分的绩效目标表，每个单位或项目的分值之和应为 100 分，或留 10 分给预算执行率而为 90 分（不是的给出警告）。平均分配的分值各自取整造成的差额报为尾差；有的指标没有填分值的只作提示，空白不当作 0。",
  findings: ({ indicators }) =>
    findingsOf(
      weightsTotal,
      indicators.flatMap((table) => {
        const total = readPoints(table.total?.cells.weight);
        return total === null
          ? table.groups.flatMap((group) => againstDue(table, group))
          : againstTotal(table, total);
      }),
    ),
};

function againstTotal({ table, indicators, groups, execution }: IndicatorTable, total: Points): Remark[] {
  const executed = readPoints(execution?.weight);
  const kept = executed === null ? [] : [executed];
  const weights = pointsOfLines(
    indicators.map(({ line }) => line),
    "weight",
  );
  if (weights.length === 0) return [];
  const candidates = [
    [...weights, ...kept],
    // The total of a table of several projects may be that of the last one; 预算执行率 may be an indicator itself.
    ...(groups.length > 1 ? groups.map((group) => weightsOf(group.indicators)) : []),
    ...(indicators.some(isOnExecution) ? [weights] : []),
  ];
  const slack = roundingSlack(weights);
  const verdicts = candidates.map((parts) => ({ parts, ...compareSum(parts, total.shown, slack) }));
  const verdict =
    verdicts.find(({ kind }) => kind === "equal") ??
    verdicts.find(({ kind }) => kind === "rounding") ??
    verdicts[0];
  if (verdict === undefined || verdict.kind === "equal") return [];
  // The line on execution may stand on another sheet, with its 10 points.
  if (kept.length === 0 && verdict.difference.eq(10) && total.shown.eq(100)) return [];
  const place = (cell: Place["cell"]): Place => ({ sheet: table.sheet, cell });
  const at = place(total.cell);
  const texts = sumTexts(total.shown, verdict, cellRuns(verdict.parts.map(({ cell }) => cell)));
  const blanks = blankCells(
    indicators.map(({ line }) => line),
    "weight",
    weights,
  );
  const isShort = verdict.difference.isPositive() && blanks.length > 0;
  return [
    {
      at,
      message: isShort
        ? say.weightTotalBlank(at, texts, blanks.length, cellRuns(blanks))
        : verdict.kind === "rounding"
          ? say.weightTotalRounding(at, texts, roundingCause(weights))
          : say.weightTotal(at, texts),
      severity: isShort ? "info" : verdict.kind === "rounding" ? "rounding" : weightsTotal.severity,
      expected: texts.sum,
      actual: texts.printed,
      difference: verdict.difference.toFixed(),
      parts: verdict.parts.map(({ cell }) => place(cell)),
    },
  ];
}

function againstDue({ table, execution }: IndicatorTable, { owner, indicators }: IndicatorGroup): Remark[] {
  const weights = weightsOf(indicators);
  const [first] = weights;
  // A few numbers in the column, which is 备注 in many tables, are remarks.
  if (first === undefined || weights.length * 2 < indicators.length) return [];
  const executed = readPoints(execution?.weight);
  const sums = [sumShown(weights), ...(executed === null ? [] : [sumShown([...weights, executed])])];
  // Weights that are ratios of 1 are no points.
  if (sums.some((sum) => DUE.some((due) => sum.eq(due) || sum.lte(1)))) return [];
  const sum = sumShown(weights);
  const due = DUE.find((points) => sum.lt(points)) ?? new Decimal(100);
  const name = owner.project ?? owner.unit ?? "";
  const shown = name === "" ? "" : `“${name}”`;
  const blanks = blankCells(
    indicators.map(({ line }) => line),
    "weight",
    weights,
  );
  const place = (cell: Place["cell"]): Place => ({ sheet: table.sheet, cell });
  const [blank] = blanks;
  if (blank !== undefined && sum.lt(due)) {
    const at = place({ ...blank, text: "", value: "" });
    const short = difference(due, sum).toFixed();
    const message = say.weightsBlank(
      at,
      shown,
      sum.toFixed(),
      due.toFixed(),
      short,
      blanks.length,
      cellRuns(blanks),
    );
    return [{ at, message, severity: "info" }];
  }
  const at = place(first.cell);
  const near = DUE.find((points) => compareSum(weights, points, roundingSlack(weights)).kind === "rounding");
  const parts = weights.map(({ cell }) => place(cell));
  if (near !== undefined) {
    const message = say.weightsOfGroupRounding(
      at,
      shown,
      sum.toFixed(),
      near.toFixed(),
      roundingCause(weights),
    );
    return [{ at, message, severity: "rounding", expected: near.toFixed(), actual: sum.toFixed(), parts }];
  }
  const cells = cellRuns(weights.map(({ cell }) => cell));
  const message = say.weightsOfGroup(at, shown, sum.toFixed(), cells);
  return [{ at, message, severity: "warning", actual: sum.toFixed(), parts }];
}

function weightsOf(indicators: readonly Indicator[]): Points[] {
  return pointsOfLines(
    indicators.map(({ line }) => line),
    "weight",
  );
}

/** 预算执行率 as an indicator among the others. */
export function isOnExecution({ level1, level2, name }: Indicator): boolean {
  return [level1, level2, name].some((text) => /预算执行/.test(text));
}
