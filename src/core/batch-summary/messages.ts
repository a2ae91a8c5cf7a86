import { SUMMARY_TITLE, texts as report } from "../report-sheet/messages";
import type { CheckedOutcome, FindingOutcome } from "./outcome";

/* What stands in the summary of many workbooks, in Chinese. */

/** Cells of amounts, then findings: the last columns of both lists. */
const COUNT_HEADINGS = ["金额（个）", "已归类", "已核对", "错误", "尾差", "警告", "提示", "已说明"] as const;

export const texts = {
  title: SUMMARY_TITLE,
  /** By it the sheets are known again. */
  toolLabel: report.head.tool,
  tool: (version: string, date: string): string => `${report.tool(version)}　${report.date(date)}`,
  sheets: { files: "汇总", tables: "各表情况", findings: "问题清单", unread: "未能核对" },
  filesNote: (files: number, wrong: number, unread: number, left: number): string =>
    `共 ${String(files)} 个文件：通过 ${String(files - wrong - unread)} 个，有错误 ${String(wrong)} 个，未能核对 ${String(unread)} 个。` +
    (left > 0 ? `中途停止，还有 ${String(left)} 个文件没有核对，不在此表中。` : ""),
  countsNote: "错误、尾差、警告、提示为没有说明的处数，已说明的另计；金额、已归类、已核对为单元格个数。",
  tablesNote: "每张报表一行；金额、已归类、已核对为单元格个数。按版式识别的报表只核对表内合计。",
  findingsNote: (unlisted: number): string =>
    "应为、实为、差额按所在报表的金额单位；差额 = 实为 − 应为。同一疑点单元格引起的问题，改正疑点后一并消除。" +
    (unlisted > 0 ? `另有 ${String(unlisted)} 处没有列出，请单独核对问题最多的文件。` : ""),
  unreadNote: "下列文件没有核对。处理后再核对一次，没有变动的文件不必重做（--resume）。",
  fileHeadings: ["序号", "单位", "文件", "结论", "报表（张）", "勾稽关系（条）", ...COUNT_HEADINGS],
  tableHeadings: ["序号", "单位", "文件", "工作表", "报表名称", "金额单位", ...COUNT_HEADINGS],
  findingHeadings: [
    "序号",
    "单位",
    "文件",
    "工作表",
    "单元格",
    "级别",
    "问题",
    "应为",
    "实为",
    "差额",
    "疑点",
    "说明",
  ],
  unreadHeadings: ["序号", "文件", "原因"],
  total: report.total,
  others: report.others,
  byLayout: report.byLayout,
  passed: "通过",
  wrong: "有错误",
  unread: "未能核对",
  severity: report.severity,
  accepted: report.accepted,
  none: "没有。",
} as const;

/** “《预算05表》L6 应为 205.23”. */
export function suspectText({ sheet, cell, suggested }: NonNullable<FindingOutcome["cause"]>): string {
  return `《${sheet}》${cell}${suggested === null ? "" : ` 应为 ${suggested}`}`;
}

/** What is said of a file in one word. */
export function conclusion({ counts }: CheckedOutcome): string {
  return counts.error > 0 ? texts.wrong : texts.passed;
}
