/* Sentences about formulas of templates, in Chinese. `at` is the 1-based position in the text, `near` what stands there. */

const place = (at: number, near: string): string =>
  near === "" ? "公式末尾" : `公式第 ${String(at)} 个字符“${near}”`;

export const defects = {
  empty: "公式是空的，请在“=”后面写上内容，如“=SUM(D5:D9)”。",
  tooLong: (most: number): string => `公式超过 ${String(most)} 个字符，Excel 存不下，请拆成几个单元格。`,
  tooDeep: "公式的括号和函数套得太多，请拆成几个单元格。",
  openText: (at: number, near: string): string => `${place(at, near)}起的文本没有合上，请补上半角双引号。`,
  curlyQuote: (at: number): string => `公式第 ${String(at)} 个字符是中文引号，公式里的文本请用半角双引号。`,
  strayCharacter: (at: number, near: string): string => `${place(at, near)}在公式里没有意义，请删去或改写。`,
  tooLargeNumber: (at: number, near: string): string =>
    `${place(at, near)}处的数太大，Excel 存不下，请核对。`,
  openSheet: (at: number, near: string): string =>
    `${place(at, near)}起的工作表名没有合上，请写成“'预算02表'!D9”。`,
  noCellOfSheet: (at: number, near: string): string =>
    `${place(at, near)}处的工作表名后面缺少单元格，请写成“'预算02表'!D9”。`,
  brokenRange: (at: number, near: string): string =>
    `${place(at, near)}处的区域写得不完整，请写成“A1:B9”，不能用整行或整列。`,
  unknownName: (at: number, near: string): string =>
    `${place(at, near)}不是单元格，也不是函数，请改写；函数后面要有括号，文本要加半角双引号。`,
  noOperand: (at: number, near: string): string => `${place(at, near)}处缺少单元格、数或函数，请补上。`,
  noOperator: (at: number, near: string): string => `${place(at, near)}前面缺少运算符或逗号，请补上。`,
  strayBracket: (at: number, near: string): string => `${place(at, near)}是多余的右括号，请删去。`,
  openBracket: (at: number, near: string): string => `${place(at, near)}处的左括号没有合上，请补上右括号。`,
  strayComma: (at: number, near: string): string => `${place(at, near)}只能写在函数的括号里，请删去或改写。`,
  argumentCount: (at: number, near: string, name: string, wanted: string, count: number): string =>
    `${place(at, near)}处的函数 ${name} 要有${wanted}个参数，现在是 ${String(count)} 个，请核对。`,
  // References that move.
  oneCellWanted: (cell: string): string =>
    `公式里的 ${cell} 在重复区里，会变成几个单元格，这里只能有一个，请先合起来，如“SUM(${cell})”。`,
  oneCellOfFunction: (cell: string, name: string): string =>
    `公式里的 ${cell} 在重复区里，会变成几个单元格，函数 ${name} 的这个参数只能有一个，请先合起来，如“SUM(${cell})”。`,
  tooManyArguments: (name: string, count: number): string =>
    `公式里的函数 ${name} 会有 ${String(count)} 个参数，Excel 最多 255 个，请改写。`,
} as const;
