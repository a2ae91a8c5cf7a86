import { execRate } from "../core/formulas/exec-rate";
import { scoreDeviation } from "../core/formulas/score-deviation";
import { cellsFromExcel, optionFromExcel, resultsToExcel } from "./excel-values";

/*
 * Excel shows the comments and the parameter names of this file to the user, through metadata generated from them
 * (scripts/function-metadata.ts). That is why they are Chinese, and why the types are as the generator knows
 * them: `unknown[][]` is a cell or a range of anything, without `readonly`.
 */

/**
 * 预算执行率：执行数 ÷ 预算数，以比率表示（0.9554 即 95.54%），四舍五入，默认保留 4 位小数。可整列计算，结果自动溢出。例：=EXEC_RATE(31610.23,33085) 得 0.9554。
 * @customfunction EXEC_RATE
 * @param 执行数 已执行的金额，单元格或区域；空白视为 0，可为带千分位的文本数字
 * @param 预算数 全年预算数，单元格或与执行数大小相同的区域；空白或 0 得 #DIV/0!
 * @param [小数位数] 保留的小数位数，0 到 15 的整数，省略时为 4
 * @returns 预算执行率，比率
 */
export function execRateFunction(执行数: unknown[][], 预算数: unknown[][], 小数位数?: unknown): unknown[][] {
  return resultsToExcel(execRate(cellsFromExcel(执行数), cellsFromExcel(预算数), optionFromExcel(小数位数)));
}

/**
 * 得分偏差：得分 − 分值；“相对”为 TRUE 时为（得分 − 分值）÷ 分值。可整列计算，结果自动溢出。例：=SCORE_DEVIATION(10,9.55) 得 -0.45。
 * @customfunction SCORE_DEVIATION
 * @param 分值 指标的分值（满分），单元格或区域；可为文本数字
 * @param 得分 指标的得分，单元格或与分值大小相同的区域；空白视为 0
 * @param [相对] TRUE 得相对偏差（比率），FALSE 或省略得相差的分数
 * @returns 得分偏差，分数或比率
 */
export function scoreDeviationFunction(分值: unknown[][], 得分: unknown[][], 相对?: unknown): unknown[][] {
  return resultsToExcel(scoreDeviation(cellsFromExcel(分值), cellsFromExcel(得分), optionFromExcel(相对)));
}
