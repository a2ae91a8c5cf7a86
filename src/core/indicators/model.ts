import type { Operator } from "./target";
import type { Attainment } from "./verdict";

/*
 * What `gouji indicators --json` prints: the performance indicators of a workbook as plain JSON. All numbers are decimal
 * strings (“2.5”, “0.9645”), all cells A1 style on the table's sheet. What could not be read keeps its text, and `unread`
 * says why. See docs/indicators.md.
 */

export interface IndicatorModel {
  readonly version: 1;
  readonly file: string;
  /** Ids of the form families whose tables hold indicators. */
  readonly families: readonly string[];
  /** In the order of the workbook; a sheet with several headers of indicators has a table for each. */
  readonly tables: readonly IndicatorTableModel[];
  readonly summary: IndicatorCounts;
}

export interface IndicatorCounts {
  readonly indicators: number;
  /** Texts of targets, actual values, weights and scores that could not be read. */
  readonly unread: number;
  /** Grading rules, and those of them from which no score can be worked out. */
  readonly gradingRules: number;
  readonly notComputable: number;
  /** Indicators with an actual value, and how they stand against their target. */
  readonly attained: number;
  readonly missed: number;
  readonly unclear: number;
}

export interface IndicatorTableModel {
  readonly sheet: string;
  /** Id of the form; null for a table that fits no form and was read by its headings alone. */
  readonly form: string | null;
  readonly title: string;
  /** The year the top of the sheet names; null where it names none. */
  readonly year: number | null;
  /** By the unit and project they are about, in the order of the sheet. */
  readonly groups: readonly IndicatorGroupModel[];
  /** 总分 as printed. */
  readonly total: { readonly weight: FigureModel | null; readonly score: FigureModel | null } | null;
  /** The line on execution of the same sheet; money in `unit`, `rate` as a ratio: 0.9645 for 96.45%. */
  readonly execution: ExecutionModel | null;
}

export interface IndicatorGroupModel {
  /** As the sheet names them; null where it does not. A group without project is about the whole unit. */
  readonly unit: string | null;
  readonly project: string | null;
  readonly indicators: readonly IndicatorOfModel[];
  /** Lines that print a level and have no indicator below it. */
  readonly emptyLevels: readonly {
    readonly cell: string;
    readonly level1: string;
    readonly level2: string;
  }[];
}

export interface IndicatorOfModel {
  /** Of the name, or of the target where the line has no name. */
  readonly cell: string;
  /** Names of levels without ordinals and points; "" where the table prints none. */
  readonly level1: string;
  readonly level2: string;
  /** 重点工作; null where the table has no such column or leaves it blank. */
  readonly focus: string | null;
  /** 三级指标. */
  readonly name: string;
  /** 成本, 数量, 质量, 时效, 产出, 效益, 满意度, 决策, 过程 or 其他. */
  readonly kind: string;
  /** Of the year; null where blank. */
  readonly target: TargetModel | null;
  readonly halfTarget: TargetModel | null;
  readonly actual: TargetModel | null;
  /** In points; null where blank or unread. A blank weight is not 0. */
  readonly weight: string | null;
  readonly score: string | null;
  /** 偏差原因分析及改进措施. */
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly gradingRule: GradingRuleModel | null;
  /** Null where there is no target or no actual value. */
  readonly attainment: AttainmentModel | null;
  /** What the grading rule gives for the actual value; null where either is missing. */
  readonly computedScore: ComputedScoreModel | null;
  readonly unread: readonly UnreadModel[];
}

/** A text that stays a text, and why, in one Chinese sentence. */
export interface UnreadModel {
  readonly field: "target" | "halfTarget" | "actual" | "weight" | "score";
  readonly cell: string;
  readonly text: string;
  readonly reason: string;
}

/** A target or an actual value: what the cells say, and its parts. */
export type TargetModel = {
  readonly cell: string;
  /** As written; operator, value and unit of cells of their own are joined. */
  readonly text: string;
  /** What is odd about how it is written, each one Chinese sentence. */
  readonly remarks: readonly string[];
} & ValueModel;

export type ValueModel =
  | AmountModel
  | { readonly kind: "several"; readonly parts: readonly AmountModel[] }
  /** Days as 2026-12-31, or 12-31 without a year; both included. */
  | { readonly kind: "date"; readonly from: string; readonly to: string; readonly deadline: boolean }
  /** `day`: last day of the month it is due; 31 for the end. */
  | { readonly kind: "recurring"; readonly every: string; readonly day: number | null }
  | { readonly kind: "qualitative"; readonly words: string }
  /** `mentions`: amounts in the text; hints, not the value. */
  | { readonly kind: "unread"; readonly reason: string; readonly mentions: readonly AmountModel[] };

export type AmountModel =
  | {
      readonly kind: "quantity";
      /** Words in front of the amount; "" without. */
      readonly label: string;
      readonly operator: Operator | null;
      /** “提升1个百分点” is an increase, no level. */
      readonly change: "increase" | "decrease" | null;
      /** “50余家” is more than 50. */
      readonly approximation: "more" | "less" | "about" | null;
      /** In `unit`: 2.5 of 万人次. */
      readonly value: string;
      readonly unit: string;
    }
  | {
      readonly kind: "range";
      readonly label: string;
      readonly change: "increase" | "decrease" | null;
      readonly low: string;
      readonly lowUnit: string;
      readonly high: string;
      readonly highUnit: string;
    };

export interface GradingRuleModel {
  /** The target's cell where the rule was typed there. */
  readonly cell: string;
  /** All its lines. */
  readonly text: string;
  readonly kind: "steps" | "events" | "tiers" | "linear" | "all-or-nothing" | "not-computable";
  /** Why no score can be worked out; null where one can. */
  readonly reason: string | null;
}

/** Ratios are rounded to six decimals. */
export interface AttainmentModel {
  readonly status: Attainment["status"];
  /** actual ÷ target, for “lower is better” target ÷ actual; null where there is no such quotient. */
  readonly degree: string | null;
  /** (actual − target) ÷ target. */
  readonly deviation: string | null;
  readonly direction: Attainment["direction"];
  /** "mention": the actual value is a sentence, and one amount in it fits. */
  readonly basis: Attainment["basis"];
  /** False where something was assumed that may well be otherwise, such as which way is good. */
  readonly isCertain: boolean;
  readonly reason: string;
}

export interface ComputedScoreModel {
  /** Rounded to four decimals; null where none can be worked out. */
  readonly score: string | null;
  /** How it came about, or why there is none. */
  readonly reasoning: string;
}

/** A figure as printed. `value` is null where the text is no number. */
export interface FigureModel {
  readonly cell: string;
  readonly text: string;
  readonly value: string | null;
}

export interface ExecutionModel {
  readonly unit: string;
  readonly initial: FigureModel | null;
  readonly budget: FigureModel | null;
  readonly executed: FigureModel | null;
  readonly weight: FigureModel | null;
  readonly rate: FigureModel | null;
  readonly score: FigureModel | null;
}
