import type { IndicatorLine, IndicatorTable } from "../../indicators/indicator";
import type { CellCheck } from "../check";
import { cellRuns } from "../findings";
import { findingsOf, type Remark } from "./finding";
import { pointsOfLines, sumShown } from "./points";
import { pointsMessages as say } from "./points-messages";

/** A score that its weight does not allow. */
export const scoreAboveWeight: CellCheck = {
  id: "score-above-weight",
  title: "得分超过分值",
  severity: "error",
  explanation:
    "每项指标的得分和总分不能超过各自的分值，也不能小于 0。分值或得分合并在几行上的，看这几行之和。",
  findings: ({ indicators }) => findingsOf(scoreAboveWeight, indicators.flatMap(remarksOf)),
};

function remarksOf({ table, indicators, total }: IndicatorTable): Remark[] {
  const lines = indicators.map(({ line }) => line);
  const totals = total === null ? [] : [[{ cells: total.cells }]];
  return [...sharing(lines), ...totals].flatMap((together) => {
    const weights = pointsOfLines(together, "weight");
    const scores = pointsOfLines(together, "score");
    const [first] = scores;
    if (first === undefined) return [];
    const negative = scores.find(({ shown }) => shown.isNegative() && !shown.isZero());
    if (negative !== undefined) {
      const at = { sheet: table.sheet, cell: negative.cell };
      return [{ at, message: say.negativeScore(at, negative.shown.toFixed()) }];
    }
    const [sum, most] = [sumShown(scores), sumShown(weights)];
    if (weights.length === 0 || sum.lte(most)) return [];
    const at = { sheet: table.sheet, cell: first.cell };
    const cells = cellRuns(weights.map(({ cell }) => cell)).join("、");
    const message = say.aboveWeight(at, sum.toFixed(), most.toFixed(), cells);
    const others = weights.map(({ cell }) => ({ sheet: table.sheet, cell }));
    return [{ at, message, actual: sum.toFixed(), others }];
  });
}

/** Neighbouring lines that share a merged weight or score stay together. */
function sharing(lines: readonly IndicatorLine[]): IndicatorLine[][] {
  const groups: IndicatorLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    const shares = (["weight", "score"] as const).some((role) => {
      const [own, other] = [line.cells[role], last?.cells[role]];
      return own !== undefined && own.row === other?.row && own.column === other.column;
    });
    if (shares) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}
