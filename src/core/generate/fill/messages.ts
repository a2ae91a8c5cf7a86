/* Sentences about templates, in Chinese; a `TemplateDefect` puts the cell before them. */

export const defects = {
  unclosed: (near: string): string => `“${near}”没有合上，请在后面补上“}}”。`,
  strayClosing: (near: string): string => `“${near}”前面没有“{{”，请补上或删去多余的“}}”。`,
  empty: "占位符“{{}}”里没有名称，请写上资料项，如“{{单位名称}}”。",
  unknownMark: (written: string, mark: string): string =>
    `“{{${written}}}”里的“${mark}”不认识，重复行写“{{#指标}}…{{/指标}}”，重复列写“{{#费用项 向右}}…{{/费用项}}”，合并写“{{单位代码 按项目}}”或“{{专项名称 合并}}”，可缺写“{{备注?}}”。`,
  badFilter: (written: string): string =>
    `“{{${written}}}”的筛选条件看不懂，请写成“{{#项目：类别=专项}}”，几个值之间用“、”。`,
  directionOfItem: (written: string): string =>
    `“{{${written}}}”不是重复区的开头，不能写“向右”，请写成“{{#名称 向右}}”。`,
  unclosedAmount: (written: string): string => `“{{${written}}}”里的括号不成对，请核对。`,
} as const;
