import Decimal from "decimal.js";
import { product, roundHalfUp } from "../../formulas/exact";
import type { Award } from "./rule";

/** Points of an award when the indicator weighs `weight`. */
export function pointsOf(award: Award, weight: Decimal): Decimal {
  switch (award.kind) {
    case "full":
      return weight;
    case "zero":
      return new Decimal(0);
    case "points":
      return award.points;
    case "share":
      return product(weight, award.share);
  }
}

/** A score never leaves 0 … weight. */
export function clamp(points: Decimal, weight: Decimal): Decimal {
  return Decimal.max(0, Decimal.min(points, weight));
}

/** Scores are printed with two decimals; more digits are kept in the score itself. */
export function show(value: Decimal): string {
  return roundHalfUp(value, 2).toString();
}
