import type Decimal from "decimal.js";
import type { DateTarget, RecurringTarget } from "./date-target";
import type { Unit } from "./unit";

/** How a value compares to what is asked for. */
export type Operator = "≥" | "≤" | "=" | ">" | "<";

/** “50余家” is more than 50, “近20项” less than 20, “30天左右” either. */
export type Approximation = "more" | "less" | "about";

/** “提升1个百分点” speaks of a change, not of a level. */
export type Change = "increase" | "decrease";

interface AsWritten {
  /** The text as it was given, to the letter; parts given apart are joined. */
  readonly text: string;
  /** What the parts say against each other, for the user; most targets have none. */
  readonly remarks: readonly Remark[];
}

/** Something odd about how a target is written, that does not keep it from being read. */
export interface Remark {
  readonly kind:
    | "qualitative-number"
    | "operator-twice"
    | "unit-twice"
    | "grading-rule"
    | "number-for-words"
    | "operator-for-words";
  /** One Chinese sentence. */
  readonly message: string;
}

/** An amount: “≥2.5万人次”, “=100%”, “≤550元/人/天”, “提升1个百分点”. */
export interface Quantity extends AsWritten {
  readonly kind: "quantity";
  /** Words in front: “市州覆盖率” in “市州覆盖率达100%”; "" without. */
  readonly label: string;
  /** `null` where none is written: “258家次”. */
  readonly operator: Operator | null;
  readonly change: Change | null;
  readonly approximation: Approximation | null;
  /** In `unit`, as written: 2.5 of 万人次. `inBase` gives 25000. */
  readonly value: Decimal;
  readonly unit: Unit;
}

/** From low to high, both included: “5-8项”, “2万元-20万元/个”. */
export interface Range extends AsWritten {
  readonly kind: "range";
  readonly label: string;
  readonly change: Change | null;
  readonly low: Decimal;
  readonly lowUnit: Unit;
  readonly high: Decimal;
  readonly highUnit: Unit;
}

/** Several amounts in one cell: “50万元/县; 100万元/市州”, “全量推送4次，增量推送12次”. */
export interface Several extends AsWritten {
  readonly kind: "several";
  readonly parts: readonly (Quantity | Range)[];
}

/** Words: “较显著”, “提升”, “序时进度”, “做好离退休党建服务工作”. */
export interface Qualitative extends AsWritten {
  readonly kind: "qualitative";
  /** In one spelling, without blanks and closing punctuation. */
  readonly words: string;
}

/** A text with numbers in it that is no value: a sentence, or a slip of the pen. */
export interface Unread extends AsWritten {
  readonly kind: "unread";
  /** Why, in one Chinese sentence. */
  readonly reason: string;
  /** Amounts the text mentions: 33 户 in “完成33户危房搬迁”. Hints, not the value. */
  readonly mentions: readonly Quantity[];
}

/** What an indicator asks for, or what was achieved: both are written alike. */
export type Target =
  | Quantity
  | Range
  | Several
  | (DateTarget & AsWritten)
  | (RecurringTarget & AsWritten)
  | Qualitative
  | Unread;
