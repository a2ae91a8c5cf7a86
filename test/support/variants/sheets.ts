import type { SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { grid } from "../grid";

/* Sheets people keep beside the tables. Names and figures are invented. */

export const cover = grid(
  `

                  | 2026年部门预算（草案）

                  | 预算单位： | 示例省某某研究院
                  | 单位代码： | '999007
                  | 预算年度： | 2026
                  | 单位：万元
                  | 单位负责人：甲某某 | 财务负责人：乙某某 | 填报人：丙某某
                  | 编制人数 | 42 | 实有人数 | 38
                  | 填报日期：2026年1月20日
`,
  "封面",
);

/** Titles and numbers of all tables with page numbers. */
export function contents(sheets: readonly SheetSnapshot[]): SheetSnapshot {
  const lines = sheets.map((sheet, at) => `${String(at + 1)} | ${titleOf(sheet)} | ${String(at * 2 + 3)}`);
  return grid(["目__录", "序号 | 表__名 | 页码", ...lines].join("\n"), "目录");
}

/** A contents page the way the published documents print it: one text a line. */
export function contentsAsText(sheets: readonly SheetSnapshot[]): SheetSnapshot {
  const lines = sheets.map((sheet, at) => `${titleOf(sheet)}…………………${String(at + 1)}`);
  return grid(["第二部分__2026年部门预算表", "（单位：万元）", ...lines].join("\n"), "目 录");
}

function titleOf(sheet: SheetSnapshot): string {
  return sheet.cells
    .slice(0, 2)
    .map(({ text }) => text)
    .filter((text) => !/：/.test(text))
    .join(" ");
}

export const instructions = grid(
  `
填报说明
一、收支总表：“收入总计”应等于“支出总计”，单位：万元，保留两位小数。
二、支出总表：“合计”＝“基本支出”＋“项目支出”＋“事业单位经营支出”＋“上缴上级支出”＋“对附属单位补助支出”。
1. | 科目编码 | 按《2026年政府收支分类科目》填列，如201、20138、2013808。
2. | 金额 | 1311.34万元应写作1,311.34；没有数的填“0.00”或留空。
3. | 基本支出 | 1045.40
4. | 项目支出 | 265.94
三、一般公共预算“三公”经费支出表与上年相比减少0.50万元，下降14.29%。
注：填报中有疑问的，请与预算处联系。
`,
  "填报说明",
);

export const contacts = grid(
  `
2026年部门预算编制联系人
序号 | 单位名称 | 姓名 | 科室 | 办公电话 | 手机 | 备注
1 | 示例省某某研究院 | 甲某某 | 财务科 | 0000-0000001 | 10000000001 | 主管
2 | 示例市某某局 | 乙某某 | 预算科 | 0000-0000002 | 10000000002
3 | 示例市某某中心 | 丙某某 | 办公室 | 0000-0000003 | 10000000003
合计 | | 3 | 人
`,
  "联系人",
);
