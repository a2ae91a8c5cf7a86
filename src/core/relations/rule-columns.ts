/** Names of the sheet that holds the rules; the first is the one we give it. */
export const RULES_SHEET_NAMES = ["勾稽规则", "勾稽关系", "钩稽规则", "钩稽关系"] as const;

/** Headings of the sheet's columns; the first of each is the one we give it. */
export const RULE_HEADINGS = {
  relation: ["关系", "规则", "勾稽关系", "勾稽规则", "钩稽关系", "钩稽规则", "关系式", "规则内容"],
  tolerance: ["容差", "允许误差", "容许误差", "误差"],
  level: ["级别", "等级", "严重程度"],
  note: ["说明", "备注", "注释"],
  enabled: ["启用", "是否启用", "启用否", "状态"],
} as const;
