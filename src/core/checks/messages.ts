import { toA1, type CellAddress } from "../workbook/address";
import type { MoneyUnit } from "../workbook/money";

/* Sentences of findings, in Chinese. One finding, one sentence: what disagrees, by how much, what to do. */

/** A cell as sentences name it. */
export interface NamedCell {
  readonly sheet: string;
  readonly cell: string;
  /** “信息化建设 · 合计”. */
  readonly label: string;
}

export interface Figures {
  readonly actual: string;
  readonly expected: string;
  readonly difference: string;
}

function name({ sheet, cell, label }: NamedCell): string {
  return `《${sheet}》${cell}“${label}”`;
}

/** A cell on its sheet. */
export interface PlacedCell {
  readonly sheet: string;
  readonly cell: CellAddress;
}

function placed({ sheet, cell }: PlacedCell): string {
  return `《${sheet}》${toA1(cell)}`;
}

/** “多 0.41” or “少 0.41”. */
function moreOrLess(difference: string): string {
  return difference.startsWith("-") ? `少 ${difference.slice(1)}` : `多 ${difference}`;
}

export const messages = {
  sum: (total: NamedCell, parts: string, { actual, expected, difference }: Figures): string =>
    `${name(total)}为 ${actual}，其分项${parts}之和为 ${expected}，${moreOrLess(difference)}，请核对合计与各分项。`,
  sumRounding: (total: NamedCell, parts: string, { actual, expected, difference }: Figures): string =>
    `${name(total)}为 ${actual}，其分项${parts}按显示位数相加为 ${expected}，${moreOrLess(difference)}，在四舍五入或截位的范围内（尾差）。`,
  ofWhich: (total: NamedCell, parts: string, { actual, expected }: Figures): string =>
    `${name(total)}为 ${actual}，小于其中的${parts}（${expected}），部分不应大于总数，请核对。`,
  same: (one: NamedCell, other: NamedCell, { actual, expected, difference }: Figures): string =>
    `${name(one)}为 ${actual}，${name(other)}为 ${expected}，两处是同一个数，应当一致，相差 ${difference.replace("-", "")}，请核对。`,
  sameRounding: (one: NamedCell, other: NamedCell, { actual, expected, difference }: Figures): string =>
    `${name(one)}为 ${actual}，${name(other)}为 ${expected}，两处是同一个数，相差 ${difference.replace("-", "")}，在四舍五入或截位的范围内（尾差）。`,
  elsewhere: (
    total: NamedCell,
    sheet: string,
    parts: string,
    { actual, expected, difference }: Figures,
  ): string =>
    `${name(total)}为 ${actual}，《${sheet}》中对应各数${parts}之和为 ${expected}，${moreOrLess(difference)}，请核对两张表。`,
  elsewhereBlank: (total: NamedCell, { actual, difference }: Figures): string =>
    `${name(total)}为 ${actual}，其他表中对应各数均为空白（按 0 计），${moreOrLess(difference)}，请核对各表。`,
  elsewhereRounding: (
    total: NamedCell,
    sheet: string,
    parts: string,
    { actual, expected, difference }: Figures,
  ): string =>
    `${name(total)}为 ${actual}，《${sheet}》中对应各数${parts}按显示位数相加为 ${expected}，${moreOrLess(difference)}，在四舍五入或截位的范围内（尾差）。`,
  ofTables: (total: NamedCell, parts: string, { actual, expected, difference }: Figures): string =>
    `${name(total)}为 ${actual}，按资金性质分列的各表 ${parts} 之和为 ${expected}，${moreOrLess(difference)}，请核对各表。`,
  ofTablesRounding: (total: NamedCell, parts: string, { actual, expected, difference }: Figures): string =>
    `${name(total)}为 ${actual}，按资金性质分列的各表 ${parts} 按显示位数相加为 ${expected}，${moreOrLess(difference)}，在四舍五入或截位的范围内（尾差）。`,
  noLess: (total: NamedCell, sheet: string, parts: string, { actual, expected }: Figures): string =>
    `${name(total)}为 ${actual}，小于《${sheet}》中它所包含的${parts}（${expected}），总数不应小于部分，请核对两张表。`,
  /** Cells of parts: “（C5、C9:C12）”. */
  cells: (cells: readonly string[]): string =>
    cells.length === 0 ? "（均为空白）" : `（${cells.join("、")}）`,
  noAmount: (subject: NamedCell, text: string): string =>
    `${name(subject)}写的是“${text}”，不是金额，凡用到它的合计都无法核对，请改为数字。`,
  mistypedAmount: (subject: NamedCell, text: string, likely: string): string =>
    `${name(subject)}写的是“${text}”，不是数字，可能应为 ${likely}，请改正。`,
  tooLarge: (subject: NamedCell, text: string, unit: MoneyUnit): string =>
    `${name(subject)}为 ${text}${unit}，大得不像预算金额，未参加核对，请核对单位和位数。`,
  formerName: (sheet: string, cell: string, code: string, name: string, expected: string): string =>
    `《${sheet}》${cell} 科目 ${code} 的名称“${name}”是旧名称，现行名称为“${expected}”，请核对所用科目年度。`,
  otherName: (sheet: string, cell: string, code: string, name: string, expected: string): string =>
    `《${sheet}》${cell} 科目 ${code} 的名称写的是“${name}”，科目表中该编码为“${expected}”，请核对编码和名称。`,
  /** @param elsewhere a row below the class in another table; null where there is none */
  detailMissing: (
    sheet: string,
    cell: string,
    { code, name }: { readonly code: string; readonly name: string },
    elsewhere: {
      readonly sheet: string;
      readonly cell: string;
      readonly code: string;
      readonly name: string;
    } | null,
  ): string =>
    `《${sheet}》${cell} 科目 ${code}“${name}”下没有下级科目行，其他科目都列到了下级，` +
    (elsewhere === null
      ? "请核对是否漏了一行。"
      : `是否漏了“${elsewhere.code} ${elsewhere.name}”一行（《${elsewhere.sheet}》${elsewhere.cell} 有），请核对。`),
  brokenFamily: (name: string | null, defects: readonly string[]): string => {
    const others = defects.length > 1 ? `（共 ${String(defects.length)} 处）` : "";
    return `随工作簿保存的表套${name === null ? "" : `“${name}”`}不能使用，本次核对没有用它${others}：${defects[0] ?? ""}请更正后重新载入，或移除它。`;
  },
  statedFigures: (rule: string, left: string, right: string, unit: string): string =>
    `${rule}（左边 ${left}，右边 ${right}，单位：${unit}）`,
  statedByFamily: "表套规定的关系",
  moreParts: (count: number): string => ` + …（共 ${String(count)} 项）`,
  brokenAccepted: (count: number): string =>
    `随工作簿保存的差异说明有 ${String(count)} 条读不懂，没有采用，相应的问题仍按没有说明列出，请在检查结果中重新填写说明。`,
  rate: (at: PlacedCell, label: string, printed: string, of: string, by: string, right: string): string =>
    `${placed(at)}“${label}”的比率 ${printed} 与同行的数不符：${of} ÷ ${by} = ${right}，请核对。`,
  rateRounding: (
    at: PlacedCell,
    label: string,
    printed: string,
    of: string,
    by: string,
    right: string,
  ): string =>
    `${placed(at)}“${label}”的比率 ${printed}，按 ${of} ÷ ${by} 四舍五入应为 ${right}，相差在四舍五入或截位的范围内（尾差）。`,
  rateOfNothing: (at: PlacedCell, label: string, printed: string): string =>
    `${placed(at)}“${label}”的比率写的是 ${printed}，而除数为 0，没有比率，请改为“/”。`,
  ofProjects: (total: NamedCell, parts: string, { actual, expected, difference }: Figures): string =>
    `${name(total)}为 ${actual}，各项目表的资金总额 ${parts} 之和为 ${expected}，${moreOrLess(difference)}，请核对，或补齐缺少的项目表。`,
  uncomputed: (subject: NamedCell): string =>
    `${name(subject)}的公式还没有计算结果，未参加核对，请用 Excel 或 WPS 打开、重新计算并保存后再查。`,
  errorValue: (subject: NamedCell, error: string): string =>
    `${name(subject)}是错误值 ${error}，凡用到它的合计都无法核对，请先改正公式。`,
} as const;
