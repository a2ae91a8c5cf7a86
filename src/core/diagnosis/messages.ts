import type { Slip } from "./slips";

/* What a diagnosis says after the sentence of a finding. */

const SLIPS: Readonly<Record<Slip, string>> = {
  transposed: "相邻两位数字颠倒",
  digit: "一位数字有误",
  lostDigit: "漏了一位数字",
  extraDigit: "多了一位数字",
  point: "小数点错位",
  unit: "元与万元混淆",
  sign: "正负号相反",
  omitted: "漏填",
  surplus: "多填",
};

export interface SuspectText {
  /** “《预算03表》C12”. */
  readonly cell: string;
  readonly suggested: string;
  readonly slip: Slip | null;
}

function suspect({ cell, suggested, slip }: SuspectText): string {
  return `${cell} 应为 ${suggested}${slip === null ? "" : `（${SLIPS[slip]}）`}`;
}

export const messages = {
  single: (one: SuspectText): string => `疑点：${suspect(one)}。`,
  /** A cell that holds no number. */
  implied: (suggested: string): string => `按有关合计和其他表推算，应为 ${suggested}。`,
  /** The same amount in several cells. */
  everywhere: (one: SuspectText, others: readonly string[]): string =>
    `疑点：${suspect(one)}，同一个数在 ${others.join("、")} 也应改。`,
  followers: (cells: readonly string[]): string => `改后 ${cells.join("、")} 等合计应随之调整。`,
  several: (suspects: readonly SuspectText[]): string =>
    `疑点有 ${String(suspects.length)} 处，改任一处都能对上：${suspects.map(suspect).join("；或 ")}。请对照原始资料确定。`,
  move: (from: string, to: string, amount: string): string =>
    `疑点：${from} 的 ${amount} 应填在 ${to}（错栏或错行）。`,
  duplicateRow: (sheet: string, row: string, label: string): string =>
    `疑点：《${sheet}》第 ${row} 行“${label}”重复，与前面的行是同一单位、同一科目。`,
  /** @param name with its quotation marks */
  missingRow: (sheet: string, name: string, row: string): string =>
    `疑点：《${sheet}》漏了${name}一行（应在第 ${row} 行前后），其他表中有这一行。`,
  exchange: (one: string, other: string): string => `疑点：${one} 与 ${other} 两个数互相填错了位置。`,
} as const;
