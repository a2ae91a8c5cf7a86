import type Decimal from "decimal.js";
import type { ExecutionLine, IndicatorLine, IndicatorOwner, LineCell } from "../forms/indicator-lines";
import type { Table } from "../forms/table";
import type { GradingRule } from "./grading/rule";
import type { Target } from "./target";

/** What an indicator measures, by its first level: 成本, 产出 (数量, 质量, 时效), 效益, 满意度; Jiangsu has 决策 and 过程 too. */
export type IndicatorKind =
  | "cost"
  | "quantity"
  | "quality"
  | "timeliness"
  | "output"
  | "benefit"
  | "satisfaction"
  | "decision"
  | "process"
  | "other";

/** One performance indicator (绩效指标). */
export interface Indicator {
  /** The line it stands in, with all its cells. */
  readonly line: IndicatorLine;
  /** Names of the levels without ordinals and points: “产出指标(50分)” → 产出指标; "" where the table prints none. */
  readonly level1: string;
  readonly level2: string;
  /** 三级指标; "" where the line has a target alone. */
  readonly name: string;
  readonly kind: IndicatorKind;
  /** What is asked for in the year; null where blank or “/”. */
  readonly target: Target | null;
  readonly halfTarget: Target | null;
  readonly actual: Target | null;
  /** In points; null where blank, and also where the cell holds no number (see `line.cells.weight`). */
  readonly weight: Decimal | null;
  readonly score: Decimal | null;
  /** Null where the table has none in the line. */
  readonly rule: GradingRule | null;
}

/** All indicators below one header. */
export interface IndicatorTable {
  readonly table: Table;
  readonly indicators: readonly Indicator[];
  /** Lines that print a level and have no indicator (社会成本指标 …). */
  readonly emptyLevels: readonly IndicatorLine[];
  /** 总分: weight and score as printed. */
  readonly total: { readonly cells: IndicatorLine["cells"] } | null;
  /** The line on execution of the same sheet, above the indicators; null where there is none. */
  readonly execution: ExecutionLine | null;
  /** Indicators by the unit or project they are about, in the order of the sheet. */
  readonly groups: readonly IndicatorGroup[];
}

export interface IndicatorGroup {
  readonly owner: IndicatorOwner;
  readonly indicators: readonly Indicator[];
  readonly emptyLevels: readonly IndicatorLine[];
}

export type { ExecutionLine, IndicatorLine, IndicatorOwner, LineCell };
