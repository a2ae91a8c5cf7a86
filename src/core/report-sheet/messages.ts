import type { Acceptance, CheckReport, Reopened, Severity } from "../report";

/* What stands on the report sheet, in Chinese. */

/** By it and the label of the tool's line the sheet is known again. */
export const REPORT_TITLE = "预算报表勾稽检查报告";

/** The same of the sheets that sum up the reports on many workbooks. */
export const SUMMARY_TITLE = "预算报表勾稽检查汇总";

const BANDS: Readonly<Record<Severity, string>> = {
  error: "错误",
  rounding: "尾差，在四舍五入或截位的范围内，不算错误",
  warning: "警告",
  info: "提示",
};

export const texts = {
  sheet: "检查报告",
  head: {
    unit: "编制单位",
    workbook: "工作簿",
    families: "表套",
    date: "检查日期",
    tool: "检查工具",
    extent: "检查范围",
    outcome: "检查结果",
    conclusion: "结论",
  },
  tool: (version: string): string => `勾稽 ${version}`,
  noFamily: "没有识别出已知的表套，按版式检查",
  date: (date: string): string => {
    const [year, month, day] = date.split("-");
    return `${String(Number(year))}年${String(Number(month))}月${String(Number(day))}日`;
  },
  extent: (
    tables: number,
    amounts: number,
    { equations, satisfied, violated }: CheckReport["summary"],
  ): string =>
    `报表 ${String(tables)} 张，金额 ${String(amounts)} 个，勾稽关系 ${String(equations)} 条：成立 ${String(satisfied)} 条，` +
    `不成立 ${String(violated)} 条，其余为尾差。`,
  outcome: (
    { error, warning, info, accepted }: CheckReport["summary"],
    rounding: number,
    reopened: number,
  ): string =>
    `错误 ${String(error)} 处，尾差 ${String(rounding)} 处，警告 ${String(warning)} 处，提示 ${String(info)} 处` +
    (accepted > 0 ? `；其中已说明 ${String(accepted)} 处` : "") +
    (reopened > 0 ? `；说明后数据又有变动、须重新核对 ${String(reopened)} 处` : "") +
    "。",
  conclusion: (openErrors: number, acceptedErrors: number): string => {
    if (openErrors > 0) return `尚有 ${String(openErrors)} 处错误没有更正，也没有说明。`;
    return acceptedErrors > 0
      ? `没有未处理的错误；${String(acceptedErrors)} 处错误已逐处说明，见“已说明的差异”。`
      : "没有发现错误。";
  },
  tablesTitle: "一、各报表检查情况",
  tableHeadings: [
    "序号",
    "工作表",
    "报表名称",
    "单位",
    "金额（个）",
    "已归类 / 已核对（个）",
    "错误",
    "尾差",
    "警告",
    "提示",
  ],
  coverage: (classified: number, covered: number): string => `${String(classified)} / ${String(covered)}`,
  byLayout: (title: string): string => (title === "" ? "（按版式识别）" : `${title}（按版式识别）`),
  others: "其他工作表",
  total: "合计",
  findingsTitle: "二、问题清单",
  findingsNote:
    "应为、实为、差额和建议值按所在报表的金额单位；差额 = 实为 − 应为。同一原因引起的问题列在一起，先改疑点单元格，其下的问题随之消除。",
  findingHeadings: [
    "序号",
    "工作表",
    "问题",
    "级别",
    "单元格",
    "涉及的其他单元格",
    "应为",
    "实为",
    "差额",
    "建议值",
  ],
  cause: (number: number, findings: number): string =>
    `原因${String(number)}：疑点在这个单元格，引起以下 ${String(findings)} 处问题`,
  otherSuspect: "同一原因的另一处疑点，见以下问题中的说明",
  suspect: "疑点",
  band: (severity: Severity, count: number): string => `${BANDS[severity]}（${String(count)} 处）`,
  acceptedBand: (count: number): string => `已说明的差异（${String(count)} 处）`,
  severity: { error: "错误", rounding: "尾差", warning: "警告", info: "提示" } satisfies Record<
    Severity,
    string
  >,
  accepted: "已说明",
  reason: ({ reason, by, date }: Acceptance): string =>
    `说明：${reason}（${by === "" ? "" : `${by}，`}${texts.date(date)}）`,
  reopened: ({ reason, date, expected, actual }: Reopened): string =>
    `${texts.date(date)}曾说明“${reason}”` +
    (expected === null && actual === null ? "" : `，当时应为 ${expected ?? "—"}、实为 ${actual ?? "空白"}`) +
    "；此后数据有变动，须重新核对。",
  none: "没有发现问题。",
  cellsOnSheet: (sheet: string, cells: string): string => `《${sheet}》${cells}`,
  signatures: ["编制人：", "复核人：", "日期："],
} as const;
