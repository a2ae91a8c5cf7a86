import type Decimal from "decimal.js";
import type { GradingRule } from "./rule";

/** What all rules carry of their text. */
export type RuleBase = Pick<GradingRule, "text" | "total" | "stray">;

/** A score from a rule with how it came about, or why there is none; each one Chinese sentence. */
export type Score =
  | { readonly kind: "score"; readonly points: Decimal; readonly reasoning: string }
  | { readonly kind: "not-computable"; readonly reason: string };

export function score(points: Decimal, reasoning: string): Score {
  return { kind: "score", points, reasoning };
}

export function noScore(reason: string): Score {
  return { kind: "not-computable", reason };
}
