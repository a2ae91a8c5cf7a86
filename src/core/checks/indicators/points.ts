import { rememberedOf } from "../../remembered";
import Decimal from "decimal.js";
import { difference, roundHalfUp } from "../../formulas/exact";
import type { IndicatorLine, LineCell } from "../../indicators/indicator";
import { pointsOf } from "../../indicators/read-indicators";
import type { CellAddress } from "../../workbook/address";
import { pointsMessages as say, type SumTexts } from "./points-messages";

/* Weights and scores as printed, and their sums. */

/** A weight or a score with the cell it stands in. */
export interface Points {
  readonly cell: LineCell;
  /** As the cell keeps it. */
  readonly stored: Decimal;
  /** As the cell shows it. */
  readonly shown: Decimal;
  /** Decimals it shows: 2 of 5.00. */
  readonly decimals: number;
}

/** Points of a cell; null where it is blank, no number, or a percentage. */
export function readPoints(cell: LineCell | undefined): Points | null {
  return cell === undefined ? null : pointsIn(cell);
}

const pointsIn: (cell: LineCell) => Points | null = rememberedOf((cell) => {
  const stored = pointsOf(cell);
  if (stored === null || /[%％]/.test(cell.text)) return null;
  const shown = pointsOf({ ...cell, value: cell.text }) ?? stored;
  const written = /[.．](\d+)/.exec(cell.text.normalize("NFKC"))?.[1]?.length ?? 0;
  return { cell, stored, shown, decimals: Math.max(written, shown.decimalPlaces()) };
});

/** The points of lines, each cell once: a weight merged over several lines is one weight. */
export function pointsOfLines(
  lines: readonly Pick<IndicatorLine, "cells">[],
  role: "weight" | "score",
): Points[] {
  const seen = new Set<string>();
  return lines.flatMap(({ cells }) => {
    const points = readPoints(cells[role]);
    if (points === null) return [];
    const key = `${String(points.cell.row)},${String(points.cell.column)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [points];
  });
}

/** Cells of lines in which points are due and nothing stands; their column is that of the points there are. */
export function blankCells(
  lines: readonly IndicatorLine[],
  role: "weight" | "score",
  points: readonly Points[],
): CellAddress[] {
  const column = points[0]?.cell.column ?? 0;
  return lines.filter(({ cells }) => cells[role] === undefined).map(({ row }) => ({ row, column }));
}

/** Sum of points as shown. */
export function sumShown(points: readonly Points[]): Decimal {
  return sumOf(points.map(({ shown }) => shown));
}

export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}

/**
 * - equal: the shown points add up.
 * - rounding: they do not, but the kept ones do, or the weights are equal shares that were rounded.
 * - violated: neither.
 */
export interface SumVerdict {
  readonly kind: "equal" | "rounding" | "violated";
  /** Sum of the points as shown. */
  readonly sum: Decimal;
  /** printed − sum. */
  readonly difference: Decimal;
}

/** Whether points add up to a printed number of points; `slack` is what rounding may explain. */
export function compareSum(parts: readonly Points[], printed: Decimal, slack = new Decimal(0)): SumVerdict {
  const sum = sumShown(parts);
  const away = difference(printed, sum);
  if (away.isZero()) return { kind: "equal", sum, difference: away };
  const decimals = Math.max(printed.decimalPlaces(), ...parts.map((part) => part.decimals));
  const kept = sumOf(parts.map(({ stored }) => stored)).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const isRounding = kept.eq(printed) || away.abs().lte(slack);
  return { kind: isRounding ? "rounding" : "violated", sum, difference: away };
}

/**
 * By how much the sum of weights may be off because equal shares of a level were rounded (75 × 0.27 under 20分): half a
 * unit of the last place for every weight that has decimals and stands there more than once. Whole points are never taken
 * for rounded ones.
 */
export function roundingSlack(weights: readonly Points[]): Decimal {
  const counts = new Map<string, number>();
  for (const { shown } of weights) counts.set(shown.toFixed(), (counts.get(shown.toFixed()) ?? 0) + 1);
  return sumOf(
    weights
      .filter(
        ({ shown, decimals }) => decimals > 0 && !shown.isInteger() && (counts.get(shown.toFixed()) ?? 0) > 1,
      )
      .map(({ decimals }) => new Decimal(10).pow(-decimals).div(2)),
  );
}

/** Why rounding keeps weights from adding up, as a part of a sentence. */
export function roundingCause(weights: readonly Points[]): string {
  const counts = new Map<string, number>();
  for (const { shown } of weights) {
    if (!shown.isInteger()) counts.set(shown.toFixed(), (counts.get(shown.toFixed()) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined || most[1] < 2 ? say.keptDigits : say.shares(most[1], most[0]);
}

/** The figures of a sum for its sentence. */
export function sumTexts(
  printed: Decimal,
  { sum, difference: away }: Pick<SumVerdict, "sum" | "difference">,
  cells: readonly string[],
): SumTexts {
  return { printed: printed.toFixed(), sum: sum.toFixed(), away: away.negated().toFixed(), cells };
}

/**
 * How a printed score comes from an exact one: rounded or cut at its own digits; null where neither gives it. Rounding to whole
 * points neither makes full points out of fewer nor nothing out of some.
 */
export function scoreFrom(
  exact: Decimal,
  { shown, decimals }: Points,
  weight: Decimal,
): "rounded" | "cut" | null {
  if (exact.eq(shown)) return "rounded";
  if (decimals === 0 && (shown.gte(weight) || shown.isZero())) return null;
  if (roundHalfUp(exact, decimals).eq(shown)) return "rounded";
  return exact.toDecimalPlaces(decimals, Decimal.ROUND_DOWN).eq(shown) ? "cut" : null;
}
