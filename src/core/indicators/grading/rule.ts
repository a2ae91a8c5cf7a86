import type Decimal from "decimal.js";
import type { Interval } from "../interval";
import type { Unit } from "../unit";

/** What a rule gives for a condition: all points, none, so many, or a share of the weight (0.8). */
export type Award =
  | { readonly kind: "full" }
  | { readonly kind: "zero" }
  | { readonly kind: "points"; readonly points: Decimal }
  | { readonly kind: "share"; readonly share: Decimal };

/**
 * A stretch of values as a condition names it: “95%以上”, “80%-90%”, “满意度小于90%且大于等于80%”.
 * The interval is in `unit` (95 for 95%).
 */
export interface Condition {
  readonly text: string;
  /** Words that say what is measured: “服务对象满意度”, “偏离目标值”; "" without. */
  readonly measure: string;
  readonly interval: Interval;
  readonly unit: Unit;
  /** “完成4次”: one value, no stretch. */
  readonly isPoint: boolean;
}

/** What a condition's value is: the actual value, actual ÷ target, or |actual − target| ÷ target. */
export type Measure = "value" | "rate" | "deviation";

export interface Tier {
  readonly condition: Condition;
  readonly award: Award;
}

interface Common {
  readonly text: string;
  /** “共4分” at the beginning. */
  readonly total: Decimal | null;
  /** What was cut off because it does not belong: “% ≥ 10”; "" mostly. */
  readonly stray: string;
}

/** “每少一次扣0.5分，扣完为止”: whole steps away from the target cost points. */
export interface StepRule extends Common {
  readonly kind: "steps";
  /** Where full points end, if the rule says: 95% in “满意度95%以上计满分”; else the target. */
  readonly full: Condition | null;
  readonly fullAward: Award;
  /** Away on which side of the target. */
  readonly side: "below" | "above" | "late";
  readonly step: Decimal;
  readonly unit: Unit;
  readonly measure: Measure;
  /** Points a step costs, or a share of the weight. */
  readonly deduct: Award;
  /** Values that give nothing at all: “低于60%不得分”. */
  readonly zero: Condition | null;
}

/** “每发生一例污染事故扣1分”: happenings cost points. */
export interface EventRule extends Common {
  readonly kind: "events";
  readonly event: string;
  /** Happenings that cost `deduct`; mostly 1. */
  readonly every: Decimal;
  readonly deduct: Award;
  /** “若发生重大污染事故，本项全扣”; "" without. */
  readonly knockout: string;
}

/** “95%以上10分，90%-95%8分…”. Tiers as written. */
export interface TierRule extends Common {
  readonly kind: "tiers";
  readonly measure: Measure;
  readonly tiers: readonly Tier[];
  /** “实际支出在预算额度内”: holds before any tier does; "" without. */
  readonly precondition: string;
}

/** “得分=（完成率-60%）/（1-60%）×指标分值”; proportional where `from` is 0. */
export interface LinearRule extends Common {
  readonly kind: "linear";
  /** Ratio at and below which nothing is given; 0.6. */
  readonly from: Decimal;
  /** The ratio the quotient divides by, 1 − `from` where the formula is sound. */
  readonly divisor: Decimal;
  /** Below this ratio nothing is given, if the rule says so; `null` otherwise. */
  readonly zeroBelow: Decimal | null;
  /** Words of the condition and of the formula: “合格率”, “实际完成率”. */
  readonly conditionMeasure: string;
  readonly formulaMeasure: string;
}

/** “完成计满分，否则不得分”; `otherwise` says what is given for a missed target. */
export interface AllOrNothingRule extends Common {
  readonly kind: "all-or-nothing";
  readonly full: Condition | null;
  readonly fullAward: Award;
  readonly condition: string;
  /**
   * - zero: nothing;
   * - deduct: the weight less some points;
   * - unstated: “不得分或扣相应分数”, or no word about it.
   */
  readonly otherwise:
    | { readonly kind: "zero" }
    | { readonly kind: "deduct"; readonly points: Decimal }
    | { readonly kind: "unstated" };
  /** “无人员伤亡得满分”: about something else than the indicator's own value. */
  readonly isOtherMatter: boolean;
}

/** A rule no score can be worked out from, and why, in one Chinese sentence. */
export interface NotComputable extends Common {
  readonly kind: "not-computable";
  readonly reason: string;
}

export type GradingRule = StepRule | EventRule | TierRule | LinearRule | AllOrNothingRule | NotComputable;
