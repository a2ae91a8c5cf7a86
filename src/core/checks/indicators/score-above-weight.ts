import { toA1 } from "../../workbook/address";
import type { IndicatorLine, IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { findingsOf, type Remark } from "./finding";
import { pointsOfLines, readPoints, sumShown } from "./points";
import { pointsMessages as say } from "./points-messages";

/** A score that its weight does not allow. */
export const scoreAboveWeight: CellCheck = {
  id: "score-above-weight",
  title: "得分超过分值",
  severity: "error",
  explanation: "每项指标的得分不能超过它的分值，也不能小于 0。分值合并在几行上的，看这几行得分之和。",
  findings: ({ indicators }) => findingsOf(scoreAboveWeight, indicators.flatMap(remarksOf)),
};

function remarksOf({ table, indicators }: IndicatorTable): Remark[] {
  const byWeight = new Map<string, IndicatorLine[]>();
  for (const { line } of indicators) {
    const { weight } = line.cells;
    const key = weight === undefined ? `row ${String(line.row)}` : toA1(weight);
    byWeight.set(key, [...(byWeight.get(key) ?? []), line]);
  }
  return [...byWeight.values()].flatMap((lines) => {
    const weight = readPoints(lines[0]?.cells.weight);
    const scores = pointsOfLines(lines, "score");
    const [first] = scores;
    if (first === undefined) return [];
    const at = { sheet: table.sheet, cell: first.cell };
    const negative = scores.find(({ shown }) => shown.isNegative() && !shown.isZero());
    if (negative !== undefined) {
      const place = { sheet: table.sheet, cell: negative.cell };
      return [{ at: place, message: say.negativeScore(place, negative.shown.toFixed()) }];
    }
    const sum = sumShown(scores);
    if (weight === null || sum.lte(weight.shown)) return [];
    const message = say.aboveWeight(at, sum.toFixed(), weight.shown.toFixed(), toA1(weight.cell));
    return [{ at, message, actual: sum.toFixed(), others: [{ sheet: table.sheet, cell: weight.cell }] }];
  });
}
