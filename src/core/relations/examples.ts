/** A relation to begin with; it makes sense where tables of all its forms are in the workbook. */
export interface ExampleRule {
  /** Ids of forms. */
  readonly forms: readonly string[];
  readonly relation: string;
  readonly level: "错误" | "警告";
  readonly note: string;
}

/**
 * Relations of published forms that their layout does not imply. They hold as the forms define their amounts, so that
 * they may stand in the sheet ready to be used. Hunan: 湖南省省级部门预算公开表样（2026年）; Changsha: 长沙市部门预算公开表样（2025年）.
 */
export const EXAMPLE_RULES: readonly ExampleRule[] = [
  {
    forms: ["hunan-budget-2026-21", "hunan-budget-2026-22", "hunan-budget-2026-23"],
    relation: "预算23表[合计, 项目支出] = 预算21表[合计, 资金总额] + 预算22表[合计, 资金总额]",
    level: "错误",
    note: "整体支出的项目支出等于专项资金与其他资金之和，均不含上年结转",
  },
  {
    forms: ["hunan-budget-2026-02", "hunan-budget-2026-23"],
    relation: "预算23表[合计, 资金总额] = 预算02表[合计, 合计] − 预算02表[合计, 上年结转结余/小计]",
    level: "错误",
    note: "整体支出绩效目标不含上年结转结余",
  },
  {
    forms: ["hunan-budget-2026-03", "hunan-budget-2026-23"],
    relation: "预算03表[合计, 项目支出] ≥ 预算23表[合计, 项目支出]",
    level: "警告",
    note: "预算03表的项目支出含上年结转",
  },
  {
    forms: ["hunan-budget-2026-13", "hunan-budget-2026-14"],
    relation: "预算14表[合计, 公务接待费] ≥ 预算13表[合计, 公务接待费]",
    level: "警告",
    note: "“三公”经费表还含项目支出中的公务接待费",
  },
  {
    forms: ["changsha-budget-2025-03", "changsha-budget-2025-09"],
    relation: "项目支出绩效目标表[合计, 资金总额] = 部门支出总体情况表[合计, 项目支出]",
    level: "错误",
    note: "各项目的资金总额之和等于支出总表的项目支出",
  },
  {
    forms: ["changsha-budget-2025-05", "changsha-budget-2025-06"],
    relation: "一般公共预算基本支出情况表[合计, 总计] = 一般公共预算支出情况表[合计, 基本支出]",
    level: "错误",
    note: "基本支出明细表的总计等于一般公共预算支出表的基本支出",
  },
  {
    forms: ["changsha-budget-2025-02", "changsha-budget-2025-04"],
    relation: "部门收入总体情况表[合计, 合计] ≥ 财政拨款收支总体情况表[本年支出, 合计]",
    level: "警告",
    note: "全部收入不少于用财政拨款安排的支出",
  },
];
