/* What the command line says, in Chinese. */

export const texts = {
  program: "勾稽：核对预算表，找出对不上的数。",
  helpOption: "显示用法",
  helpTitles: {
    "Usage:": "用法：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Arguments:": "参数：",
  } as Readonly<Record<string, string>>,
  check: "核对一个工作簿中的全部预算表",
  fileArgument: "工作簿文件（.xlsx）",
  explain: "说明一个单元格参加哪些勾稽关系、哪些成立",
  cellArgument: "工作表!单元格，例如 预算05表!L6",
  jsonOption: "输出 JSON 报告，供其他程序使用",
  truncatedOption: "表中的数是截尾得到的（缺省按四舍五入判断尾差）",
  badCall: (args: readonly string[]): string =>
    args.length === 0
      ? "用法：gouji check 文件.xlsx [--json]；gouji --help 显示全部用法。"
      : `不认识的用法“gouji ${args.join(" ")}”，请用 gouji --help 查看用法。`,
  noFile: (file: string): string => `找不到文件“${file}”，请核对路径和文件名。`,
  notAFile: (file: string): string => `“${file}”不是文件，请给出一个 .xlsx 工作簿。`,
  noAccess: (file: string): string => `没有读取“${file}”的权限，请检查文件属性，或另存一份再试。`,
  cannotRead: (file: string, code: string): string =>
    `文件“${file}”读不出来（${code}），请确认它没有被其他程序独占，并另存一份再试。`,
  noTables: (file: string): string =>
    `“${file}”中没有找到预算表：没有一张工作表的表号、标题和表头与已知表样相符。`,

  badReference: (reference: string): string =>
    `“${reference}”不是单元格，请写成 工作表!单元格，例如 预算05表!L6。`,
  notExplained: {
    "no-such-sheet": (sheet: string): string => `工作簿中没有名为“${sheet}”的工作表。`,
    "several-sheets": (sheet: string): string => `有几张工作表的名称以“${sheet}”开头，请写出全名。`,
    "not-a-cell": (_sheet: string, cell: string): string => `“${cell}”不是单元格地址，请写成 L6 这样的形式。`,
    "not-an-amount": (sheet: string, cell: string): string =>
      `“${sheet}”的 ${cell} 不在已识别报表的金额栏内，没有可说明的勾稽关系。`,
  },
  blank: "空白",
  noEquations: "没有参加任何勾稽关系：没有别的数可以与它核对。",
  equationsHeading: (count: number): string => `参加 ${String(count)} 条勾稽关系：`,
  verdict: { satisfied: "[成立]", rounding: "[尾差]", violated: "[不成立]" },
  difference: (difference: string): string => `，相差 ${difference}`,

  title: (file: string): string => `勾稽核对报告　${file}`,
  tablesHeading: "报表",
  table: (sheet: string, unit: string, amounts: number, classified: number, covered: number): string =>
    `  ✓ ${sheet}　金额 ${String(amounts)} 个（${unit}），已归类 ${String(classified)}，已核对 ${String(covered)}`,
  emptyTable: (sheet: string): string => `  ✓ ${sheet}　空表`,
  unknownSheet: (sheet: string): string => `  － ${sheet}　未识别，没有核对`,
  summary: (equations: number, satisfied: number): string =>
    `共核对勾稽关系 ${String(equations)} 条，${String(satisfied)} 条成立。`,
  counts: (error: number, rounding: number, warning: number, info: number): string =>
    `错误 ${String(error)} 处，尾差 ${String(rounding)} 处，警告 ${String(warning)} 处，提示 ${String(info)} 处。`,
  clean: "没有发现问题。",
  severity: { error: "错误", rounding: "尾差", warning: "警告", info: "提示" },
} as const;
