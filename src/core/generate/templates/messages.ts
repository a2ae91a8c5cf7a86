/* What is said about a template file, in Chinese, to the person who writes one. */

/** What the fields are called, for readers who do not know English. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  amounts: "金额取数",
  areas: "各区域的样式",
  authority: "发布机关",
  columns: "列宽",
  dropDowns: "下拉选项",
  each: "逐项成表",
  frozenRows: "冻结行数",
  heights: "行高",
  id: "编号",
  margins: "页边距",
  merges: "合并单元格",
  optional: "可空的资料项",
  options: "选项",
  orientation: "纸张方向",
  page: "页面设置",
  paper: "纸张",
  printArea: "打印区域",
  range: "区域",
  rows: "各行文字",
  sheetName: "工作表名",
  source: "出处",
  style: "样式名",
  styles: "样式",
  title: "名称",
  titleRows: "每页重复的标题行",
};

export const messages = {
  file: (name: string): string => `模板文件${name === "" ? "" : ` ${name}`}`,
  badRange: "不是单元格区域，请写成 A1 或 A1:S1。",
  badRows: "不是行号范围，请写成 4:6（从上到下）。",
  badColor: "不是颜色，请写成 #RRGGBB，例如 #FFF2CC。",
  badRowNumber: (row: string): string => `“${row}”不是行号，请写从 1 起的整数，例如 "1"。`,
  notPositive: "应为大于 0 的数。",
  notACount: "应为 0 或正整数。",
  negative: "不能是负数。",
  unknownStyle: (style: string, near: readonly string[], all: readonly string[]): string =>
    `样式“${style}”没有在 styles 中定义` +
    (near.length > 0
      ? `，是不是${near.map((name) => `“${name}”`).join("或")}？`
      : all.length > 0
        ? `，可用的样式：${all.join("、")}。`
        : "，请先在 styles 中定义它。"),
  mergesOverlap: (range: string, other: string): string =>
    `合并区域 ${range} 与 ${other} 重叠，请改成互不相交的区域。`,
  hiddenText: (range: string, text: string): string =>
    `合并区域 ${range} 会盖住文字“${text}”，请把它写在该区域左上角的单元格，或缩小合并区域。`,
  moreCells: (row: number, cells: number, columns: number): string =>
    `第 ${String(row)} 行有 ${String(cells)} 个单元格，而 columns 只给了 ${String(columns)} 列的宽度，请补上列宽或删去多余的单元格。`,
} as const;
