/* Sentences about templates, in Chinese; a `TemplateDefect` puts the cell before them. */

export const defects = {
  unclosed: (near: string): string => `“${near}”没有合上，请在后面补上“}}”。`,
  strayClosing: (near: string): string => `“${near}”前面没有“{{”，请补上或删去多余的“}}”。`,
  empty: "占位符“{{}}”里没有名称，请写上资料项，如“{{单位名称}}”。",
  unknownMark: (written: string, mark: string): string =>
    `“{{${written}}}”里的“${mark}”不认识，重复行写“{{#指标}}…{{/指标}}”，重复列写“{{#费用项 向右}}…{{/费用项}}”，合并写“{{单位代码 按项目}}”或“{{专项名称 合并}}”，可缺写“{{备注?}}”。`,
  badFilter: (written: string): string =>
    `“{{${written}}}”的筛选条件看不懂，请写成“{{#项目：类别=专项}}”，几个值之间用“、”，或者“{{#单位：有项目}}”。`,
  directionOfItem: (written: string): string =>
    `“{{${written}}}”不是重复区的开头，不能写“向右”，请写成“{{#名称 向右}}”。`,
  unknownItem: (item: string, meant: string): string =>
    `占位符“{{${item}}}”不认识，是不是“{{${meant}}}”？请改写。`,
  unclosedAmount: (written: string): string => `“{{${written}}}”里的括号不成对，请核对。`,
} as const;

export const layoutDefects = {
  strayEnd: (list: string): string => `“{{/${list}}}”前面没有“{{#${list}}}”，请补上开头或删去结尾。`,
  noEnd: (list: string): string => `“{{#${list}}}”没有结尾，请在重复区的最后一格写上“{{/${list}}}”。`,
  crossing: (list: string, open: string): string =>
    `“{{/${list}}}”与“{{#${open}}}”交叉，里面的重复区要先结尾，请调整两个结尾的先后。`,
  backwards: (list: string): string =>
    `“{{#${list} 向右}}”的结尾在开头左边，请把“{{/${list}}}”写在同一列或右边的列。`,
  sameRows: (list: string, other: string): string =>
    `“{{#${list}}}”与“{{#${other}}}”在同一行并排，同一行只能有一个重复区或里外两层，请分行来写。`,
  sameColumns: (list: string, other: string): string =>
    `“{{#${list} 向右}}”与“{{#${other} 向右}}”的列交错，请分列来写，或把一个的列全部放在另一个之内。`,
  mergedElsewhere: (list: string): string =>
    `“按${list}”合并不了，这一行不在“{{#${list}}}”的重复区里，请改写重复区的名称或删去“按${list}”。`,
  withinItself: (list: string): string => `“{{#${list}}}”写在另一个“{{#${list}}}”里面，请删去一个。`,
} as const;

export const formulaDefects = {
  circle: "公式绕一圈又用到了自己的结果，算不出来，请改写其中一个公式。",
} as const;

/** For whom something is missing: “项目“业务工作经费””. */
export function ownerText(list: string, name: string): string {
  return `${list}“${name}”`;
}
