import { checkWorkbook } from "../../src/core/check-workbook";
import type { CellRange } from "../../src/core/workbook/address";
import { grid, workbook } from "./grid";

/**
 * The findings of one check on a self-evaluation table (附件2 整体支出绩效自评表), each as “severity cell message”. `lines` are its lines
 * of indicators from row 7 on, columns A–I: blank | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 偏差原因. `funds` is the
 * line on execution, row 4: blank | name | blank | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 自评得分.
 * `headings` adds columns behind; rows and columns of `merges` are 0-based.
 */
export function evaluationFindings(
  check: string,
  lines: string,
  funds = "| 年度资金总额 | | 100.00 | 100.00 | 96.00 | 10 | 96.00% | 9.60",
  { headings = "", merges = [] }: { readonly headings?: string; readonly merges?: readonly CellRange[] } = {},
): string[] {
  const sheet = grid(
    `
2024年度单位整体支出绩效自评表
单位名称 | | | 某中心
年度预算申请（万元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 自评得分
${funds}
年度总体目标 | 预期目标 | | | | 实际完成情况
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 偏差原因分析及改进措施${headings}
${lines.trim()}`,
    "自评表",
  );
  return checkWorkbook(workbook({ ...sheet, merges }))
    .findings.filter((finding) => finding.check === check)
    .map(({ severity, cell, message }) => `${severity} ${cell} ${message}`);
}
