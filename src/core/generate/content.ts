import type Decimal from "decimal.js";

/** What stands for a placeholder. */
export type ContentValue =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      readonly number: Decimal;
      /** Decimal places it is shown with; null as many as it has. */
      readonly decimals: number | null;
      /** 0.9645 shown as 96.45 %. */
      readonly percent: boolean;
      /** Cells of the open workbook it comes from, as a formula without “=”: `'预算02表'!D9+'预算02表'!I9`; null for a plain value. */
      readonly formula: string | null;
    }
  /** Known to be nothing: the cell stays blank and is not missing. */
  | { readonly kind: "blank" };

/** Where a value comes from; a stronger one beats a weaker one: typed by the user, computed from budget tables, taken over (沿用). */
export type Origin = "input" | "carried";

export interface ContentItem {
  readonly value: ContentValue;
  readonly origin: Origin;
}

/** Content of one level: the whole, a unit, a project, an indicator … What a scope does not have is looked for outside of it. */
export interface Scope {
  /** By item name (资料项): “单位名称”, “年度资金总额.全年预算数”, “三级指标”. */
  readonly items: ReadonlyMap<string, ContentItem>;
  /** By list name: “单位”, “项目”, “指标”, “评分标准”, “支出明细” … */
  readonly lists: ReadonlyMap<string, readonly Scope[]>;
}

/** Items that group the indicators below each other, outermost first; equal neighbours are printed once, in one merged cell. */
export const LEVEL_ITEMS = ["一级指标", "二级指标", "重点工作"] as const;

/** An amount of the budget tables by an expression such as `预算02表[047007, 本年收入/小计]`; null where there is none. */
export type AmountLookup = (expression: string) => ContentValue | null;

/** All that goes into generated tables. */
export interface Content {
  readonly root: Scope;
  readonly lookup: AmountLookup;
  /** By list, what is laid out where it is not known which items there are: a project with the levels it has to have. */
  readonly unknown?: ReadonlyMap<string, Scope>;
}
