import { rememberedOf } from "../../remembered";
import { assess, type Assessment } from "../../indicators/assess";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import { toA1 } from "../../workbook/address";
import type { Place } from "./finding";
import { readPoints, type Points } from "./points";

/** An indicator with what can be said of it, for the checks on attainment and scores. */
export interface Assessed extends Assessment {
  readonly indicator: Indicator;
  /** Its own, not one it shares with other lines. */
  readonly weight: Points | null;
  readonly score: Points | null;
  /** Name for sentences. */
  readonly name: string;
}

/** The indicators of a table that have an actual value or a score. */
export const assessedIndicators: (table: IndicatorTable) => readonly Assessed[] = rememberedOf(assessAll);

function assessAll({ indicators }: IndicatorTable): Assessed[] {
  const uses = new Map<string, number>();
  for (const { line } of indicators) {
    for (const cell of [line.cells.weight, line.cells.score]) {
      if (cell !== undefined) uses.set(toA1(cell), (uses.get(toA1(cell)) ?? 0) + 1);
    }
  }
  return indicators.flatMap((indicator) => {
    const { weight, score, actual, name, target } = indicator.line.cells;
    if (actual === undefined && score === undefined) return [];
    const own = (cell: typeof weight): Points | null =>
      cell !== undefined && uses.get(toA1(cell)) === 1 ? readPoints(cell) : null;
    return [
      {
        ...assess(indicator),
        indicator,
        weight: own(weight),
        score: own(score),
        name: name?.text ?? target?.text ?? "",
      },
    ];
  });
}

/** A place of an indicator's line: its score, or else its actual value. */
export function placeIn({ table }: IndicatorTable, cell: Place["cell"]): Place {
  return { sheet: table.sheet, cell };
}
