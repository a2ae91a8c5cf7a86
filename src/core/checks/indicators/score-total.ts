import type Decimal from "decimal.js";
import { roundHalfUp } from "../../formulas/exact";
import type { IndicatorTable } from "../../indicators/indicator";
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
  type SumVerdict,
} from "./points";
import { pointsMessages as say } from "./points-messages";
import { isOnExecution } from "./weights-total";

/** The printed total score against the printed scores. */
export const scoreTotal: CellCheck = {
  id: "score-total",
  title: "得分合计",
  severity: "error",
  explanation:
    "各项指标的得分加上预算执行的得分应等于“总分”。总分按自己的位数四舍五入、或各项显示位数取整、或与分值合计因平均分配取整而多出或少了同样的数，报为尾差；有的指标没有填得分的给出警告，空白不当作 0。",
  findings: ({ indicators }) => findingsOf(scoreTotal, indicators.flatMap(remarksOf)),
};

function remarksOf(table: IndicatorTable): Remark[] {
  const total = readPoints(table.total?.cells.score);
  const lines = table.indicators.map(({ line }) => line);
  const scores = pointsOfLines(lines, "score");
  if (total === null || scores.length === 0) return [];
  const executed = readPoints(table.execution?.score);
  const candidates = [
    executed === null ? scores : [...scores, executed],
    ...(table.groups.length > 1
      ? table.groups.map((group) =>
          pointsOfLines(
            group.indicators.map(({ line }) => line),
            "score",
          ),
        )
      : []),
    ...(table.indicators.some(isOnExecution) ? [scores] : []),
  ];
  const surplus = weightSurplus(table);
  const verdicts = candidates.map((parts) => ({ parts, ...verdictOf(parts, total, surplus) }));
  const verdict =
    verdicts.find(({ kind }) => kind === "equal") ??
    verdicts.find(({ kind }) => kind === "rounding") ??
    verdicts[0];
  if (verdict === undefined || verdict.kind === "equal") return [];
  if (executed === null && mayMissExecution(table, verdict.difference)) return [];
  const place = (cell: Place["cell"]): Place => ({ sheet: table.table.sheet, cell });
  const at = place(total.cell);
  const texts = sumTexts(total.shown, verdict, cellRuns(verdict.parts.map(({ cell }) => cell)));
  const blanks = blankCells(lines, "score", scores);
  const isShort = verdict.difference.isPositive() && blanks.length > 0;
  return [
    {
      at,
      message: isShort
        ? say.scoreTotalBlank(at, texts, blanks.length, cellRuns(blanks))
        : verdict.kind === "rounding"
          ? say.scoreTotalRounding(at, texts, roundingCause(pointsOfLines(lines, "weight")))
          : say.scoreTotal(at, texts, surplus === null ? null : surplus.sum.toFixed()),
      severity: isShort ? "warning" : verdict.kind === "rounding" ? "rounding" : scoreTotal.severity,
      expected: texts.sum,
      actual: texts.printed,
      difference: verdict.difference.toFixed(),
      parts: verdict.parts.map(({ cell }) => place(cell)),
    },
  ];
}

/**
 * Printed scores have to add up to the printed total as they stand; beyond the digits of either, only what the rounding of the
 * weights brought into the scores is no mistake.
 */
function verdictOf(parts: readonly Points[], total: Points, surplus: SumVerdict | null): SumVerdict {
  const verdict = compareSum(parts, total.shown);
  if (verdict.kind !== "violated") return verdict;
  // A total of whole points is no rounded one: 100 for 99.64 is the slip to be found.
  const isRounded = total.decimals > 0 && roundHalfUp(verdict.sum, total.decimals).eq(total.shown);
  return isRounded || surplus?.difference.eq(verdict.difference) === true
    ? { ...verdict, kind: "rounding" }
    : verdict;
}

/**
 * Whether the points that the scores lack may be those of a line on execution that was not read: no more than the weights
 * lack for their printed total. `lacking` is the total less the scores.
 */
function mayMissExecution({ indicators, total, execution }: IndicatorTable, lacking: Decimal): boolean {
  const printed = readPoints(total?.cells.weight)?.shown;
  if (execution !== null || printed === undefined || !lacking.isPositive()) return false;
  const weights = pointsOfLines(
    indicators.map(({ line }) => line),
    "weight",
  );
  return lacking.lte(printed.minus(sumShown(weights)));
}

/** By how much rounded weights miss the total of the weights; null where they do not, or for another cause. */
function weightSurplus({ indicators, total, execution }: IndicatorTable): SumVerdict | null {
  const printed: Decimal | undefined = readPoints(total?.cells.weight)?.shown;
  if (printed === undefined) return null;
  const weights = pointsOfLines(
    indicators.map(({ line }) => line),
    "weight",
  );
  const executed = readPoints(execution?.weight);
  const all = executed === null ? weights : [...weights, executed];
  const verdict = compareSum(all, printed, roundingSlack(weights));
  return verdict.kind === "rounding" && !sumShown(all).eq(printed) ? verdict : null;
}
