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
  const line = text.replace(/\p{Cc}+/gu, " ");
  return `“${shortened(line)}”`;
}

function shortened(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
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
  outOfBounds: (parameter: ParameterName, text: string, least: number, most: number): FormulaError => ({
    error: "#NUM!",
    message: `${parameter}应为 ${String(least)} 到 ${String(most)} 的整数，不能是 ${text}。`,
  }),
  blank: (parameter: ParameterName): FormulaError => ({
    error: "#N/A",
    message: `${parameter}是空的，请填写。`,
  }),
  ratioOrPercent: (parameter: ParameterName, text: string): FormulaError => ({
    error: "#N/A",
    message: `${parameter} ${text} 分不清是比率还是百分数，请写成带“%”的文本，如 TEXT(单元格,"0.00%")。`,
  }),
  /** Something cannot be told, and why, in a sentence of its own. */
  notKnown: (reason: string): FormulaError => ({ error: "#N/A", message: reason }),
  noDeviation: (target: string, actual: string): FormulaError => ({
    error: "#N/A",
    message: `目标值${quote(target)}与实际值${quote(actual)}不都是确定的数，没有偏差率。`,
  }),
  noRule: (reason: string): FormulaError => ({
    error: "#N/A",
    message: `${reason}没有评分标准，不能算出应扣的分。`,
  }),
  notADate: (parameter: ParameterName, text: string): FormulaError => ({
    error: "#VALUE!",
    message: `${parameter}${quote(text.trim())}不是能识别的日期，请写成“2026年12月31日前”“12月底”或日期格式。`,
  }),
  notACode: (text: string): FormulaError => ({
    error: "#VALUE!",
    message: `编码${quote(text)}不是科目编码，应为 3 位、5 位或 7 位数字。`,
  }),
  unknownCode: (code: string): FormulaError => ({
    error: "#N/A",
    message: `科目表中没有编码 ${code}，请核对编码。`,
  }),
  topCode: (code: string): FormulaError => ({
    error: "#N/A",
    message: `${code} 是类级科目，没有上级。`,
  }),
  noEconomicCode: (code: string): FormulaError => ({
    error: "#N/A",
    message: `${code} 不是经济分类科目，经济分类编码以 3（部门预算）或 5（政府预算）开头。`,
  }),
  noCounterpart: (code: string, name: string, note: string | null): FormulaError => ({
    error: "#N/A",
    message: note === null ? `${code} ${name}没有对应的科目，请核对单位类型。` : `${code} ${name}：${note}。`,
  }),
  notAUnitKind: (text: string): FormulaError => ({
    error: "#VALUE!",
    message: `单位类型${quote(text)}不能识别，请写“行政”“参公”或“事业”。`,
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
    message: `小数位数应为 0 到 15 的整数，不能是 ${shortened(text)}。`,
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
