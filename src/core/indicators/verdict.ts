import type Decimal from "decimal.js";

/** Which way is better: “≥” higher, “≤” lower, “=” neither. */
export type Direction = "higher" | "lower" | "exact";

/** What was achieved, against what was asked for. */
export interface Attainment {
  readonly status: "attained" | "missed" | "unclear";
  /**
   * Degree of attainment as a ratio: actual ÷ target, for “lower is better” target ÷ actual; `null` where there is no
   * such quotient (words, dates, a bound in place of a value, division by 0).
   */
  readonly degree: Decimal | null;
  /** (actual − target) ÷ target as a ratio, against the nearer end of a range; `null` where the target is 0 or no amount. */
  readonly deviation: Decimal | null;
  /** Which way of the deviation is good; "exact" for “=”, "unknown" for words and dates. */
  readonly direction: Direction | "unknown";
  /** "mention": the actual value is a sentence and one amount in it fits. Weaker than a value. */
  readonly basis: "value" | "mention";
  /** One Chinese sentence. */
  readonly reason: string;
}

/** A comparison before it is put in a sentence; `how` is its middle part. */
export type Verdict = Pick<Attainment, "status"> &
  Partial<Omit<Attainment, "reason">> & { readonly how: string };

export function unclear(how: string): Verdict {
  return { status: "unclear", how };
}
