/** Why a change cannot be saved: one Chinese sentence each, for the user. */
export const UNSAVABLE = {
  original: "原文件已损坏或不是 .xlsx 工作簿，无法保存到其中。",
  /** @param row 1-based; NaN where the file numbers it with a text */
  disorder: (sheet: string, row: number) =>
    `工作表“${sheet}”${Number.isNaN(row) ? "有一行" : `的第 ${String(row)} 行`}在文件中有错误（行号重复或不是数字，或其中有别行的单元格），无法保存对它的修改；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  noSheet: (sheet: string) => `原文件中没有工作表“${sheet}”，无法保存对它的修改。`,
  sheetName: (name: string) =>
    `“${name}”不能用作工作表名：须为 1 至 31 个字，且不含 \\ / ? * [ ] : ，首尾不为单引号。`,
  sameName: (name: string) => `有两张工作表同名“${name}”，请改名后再保存。`,
  noVisibleSheet: "工作簿至少要有一张可见的工作表，请先取消隐藏或保留一张。",
  outside: (sheet: string) => `工作表“${sheet}”中有超出表格范围的行或列，无法保存。`,
  arrayPart: (sheet: string, cell: string, range: string) =>
    `工作表“${sheet}”的 ${cell} 属于数组公式或模拟运算表 ${range}，不能只改其中一部分；请整体修改该区域。`,
  notFormula: (sheet: string, cell: string) => `工作表“${sheet}”的 ${cell} 没有公式，不能只更新计算结果。`,
  formula: (sheet: string, cell: string) =>
    `工作表“${sheet}”的 ${cell} 公式须以“=”开头，且不超过 8192 个字符。`,
  number: (sheet: string, cell: string) => `工作表“${sheet}”的 ${cell} 不是有效的数字，无法保存。`,
  longText: (sheet: string, cell: string) => `工作表“${sheet}”的 ${cell} 文字超过 32767 个字符，无法保存。`,
  noMerge: (sheet: string, range: string) => `工作表“${sheet}”中没有合并区域 ${range}，无法取消合并。`,
  mergeOverlap: (sheet: string, range: string) =>
    `工作表“${sheet}”的合并区域 ${range} 与其他合并区域重叠，无法保存。`,
  tableHeader: (sheet: string, cell: string, table: string) =>
    `工作表“${sheet}”的 ${cell} 是表格“${table}”的列标题，须为不重复的文字，且不能被公式引用；请在 Excel 中修改。`,
  rule: (sheet: string) => `工作表“${sheet}”新增的条件格式没有区域或公式无效，无法保存。`,
  name: (name: string) => `“${name}”不能用作名称，或其公式无效，无法保存。`,
  format: (value: string) => `不认识的格式“${value}”，无法保存。`,
  tooLarge: "保存后的文件过大，请拆分后再保存。",
} as const;

/** What a saved file no longer has: one Chinese sentence each, shown before saving. */
export const UNKEPT = {
  signature: "文件带有数字签名，内容改动后签名失效，保存时将被移除。",
  richText: (sheet: string, cells: string) =>
    `工作表“${sheet}”的 ${cells} 原有部分文字的单独格式（如局部加粗、变色），修改后整格文字采用统一格式。`,
  richValue: (sheet: string, cells: string) =>
    `工作表“${sheet}”的 ${cells} 原为单元格内图片或关联数据，修改后不再保留。`,
  deletedChart: (sheet: string) => `有图表引用了要删除的工作表“${sheet}”，删除后图表中的这部分数据将丢失。`,
  deletedFormula: (sheet: string) => `有公式或名称引用了要删除的工作表“${sheet}”，删除后引用处变为 #REF!。`,
  deletedPivot: (sheet: string) => `有数据透视表取自要删除的工作表“${sheet}”，删除后将无法刷新。`,
  macros: (sheet: string) => `文件中有宏，宏代码若按名称使用工作表“${sheet}”，改名或删除后可能无法运行。`,
} as const;

/** What a saved file itself says to its user. */
export const IN_FILE = {
  shortList: "下拉列表放不下全部选项，没有列出的可以直接填写。",
} as const;
