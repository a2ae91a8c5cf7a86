import type { FormulaError } from "./formula-value";

/** Names of the parameters as Excel shows them; the messages use the same words. */
export const PARAMETER = {
  executed: "执行数",
  budget: "预算数",
  decimals: "小数位数",
  weight: "分值",
  score: "得分",
  relative: "相对",
  rate: "执行率",
  cut: "截尾",
  inFact: "实际数",
  limit: "控制数",
  present: "本期数",
  former: "上期数",
  part: "部分",
  whole: "总计",
  total: "合计",
  parts: "明细",
  amount: "金额",
  prefixed: "带人民币",
  target: "目标值",
  actual: "实际值",
  rule: "评分标准",
  dueDate: "目标时间",
  doneDate: "实际时间",
  year: "年度",
  code: "编码",
  unitKind: "单位类型",
} as const;

export type ParameterName = (typeof PARAMETER)[keyof typeof PARAMETER];

/** Longest piece of the user's text a message repeats. */
const QUOTED = 20;

function quote(text: string): string {
  return `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`;
}

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

function shapeText({ rows, columns }: Shape): string {
  return `${String(rows)} 行 ${String(columns)} 列`;
}

/** All error values of the custom functions, each with its sentence. */
export const formulaErrors = {
  zeroDivisor: (parameter: ParameterName, rate: string): FormulaError => ({
    error: "#DIV/0!",
    message: `${parameter}为空或为 0，无法计算${rate}。`,
  }),
  negativeBase: (former: string): FormulaError => ({
    error: "#NUM!",
    message: `上期数 ${former} 是负数，增减率没有意义。`,
  }),
  negativeWeight: (weight: string): FormulaError => ({
    error: "#NUM!",
    message: `分值 ${weight} 是负数，请填写不小于 0 的分值。`,
  }),
  rateInPercent: (rate: string): FormulaError => ({
    error: "#NUM!",
    message: `执行率 ${rate} 太大，像是漏了百分号，请写成 ${rate}% 或小数。`,
  }),
  totalsDoNotFit: (totals: Shape, parts: Shape): FormulaError => ({
    error: "#VALUE!",
    message: `合计（${shapeText(totals)}）应为一个单元格，或与明细（${shapeText(parts)}）列数相同的一行、行数相同的一列。`,
  }),
  /** An error of one cell of a range; row and column are 0-based, in the range. */
  inRange: (
    { error, message }: FormulaError,
    parameter: ParameterName,
    row: number,
    column: number,
  ): FormulaError => ({
    error,
    message: `${parameter}区域第 ${String(row + 1)} 行第 ${String(column + 1)} 列：${message}`,
  }),
  rmbTooLarge: (): FormulaError => ({
    error: "#NUM!",
    message: "金额超过 9999 万亿元，不能写成大写。",
  }),
  notANumber: (parameter: ParameterName, text: string): FormulaError => ({
    error: "#VALUE!",
    message: `${parameter}${quote(text)}不是数字。`,
  }),
  notADecimalCount: (text: string): FormulaError => ({
    error: "#VALUE!",
    message: `小数位数应为 0 到 15 的整数，${quote(text)}不是数字。`,
  }),
  decimalCountOutOfRange: (text: string): FormulaError => ({
    error: "#NUM!",
    message: `小数位数应为 0 到 15 的整数，不能是 ${text}。`,
  }),
  notATruthValue: (parameter: ParameterName, text: string): FormulaError => ({
    error: "#VALUE!",
    message: `${parameter}应为 TRUE 或 FALSE，不能是${quote(text)}。`,
  }),
  fromCell: (parameter: ParameterName, error: string): FormulaError => ({
    error,
    message: `${parameter}所引用的单元格是错误值 ${error}。`,
  }),
  shapesDiffer: (first: ParameterName, a: Shape, second: ParameterName, b: Shape): FormulaError => ({
    error: "#VALUE!",
    message: `${first}（${shapeText(a)}）与${second}（${shapeText(b)}）的区域大小不一致。`,
  }),
  tooLarge: (): FormulaError => ({
    error: "#NUM!",
    message: "结果超出 Excel 能表示的范围。",
  }),
} as const;
