import type { FormulaError } from "./formula-value";

/** Names of the parameters as Excel shows them; the messages use the same words. */
export const PARAMETER = {
  executed: "执行数",
  budget: "预算数",
  decimals: "小数位数",
  weight: "分值",
  score: "得分",
  relative: "相对",
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
  zeroBudget: (): FormulaError => ({
    error: "#DIV/0!",
    message: "预算数为空或为 0，无法计算执行率。",
  }),
  zeroWeight: (): FormulaError => ({
    error: "#DIV/0!",
    message: "分值为空或为 0，无法计算相对偏差。",
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
