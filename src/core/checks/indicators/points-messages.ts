import { toA1 } from "../../workbook/address";
import { messages } from "../messages";
import type { Place } from "./finding";
import { at as named } from "./messages";

/* Sentences about weights, scores, execution and attainment: what disagrees with what, and what to do. */

function name({ sheet, cell }: Place): string {
  return `《${sheet}》${toA1(cell)}`;
}

/** “多 0.25” or “少 0.25”: what a sum is more or less than what it should be. */
function moreOrLess(difference: string): string {
  return difference.startsWith("-") ? `少 ${difference.slice(1)}` : `多 ${difference}`;
}

export interface SumTexts {
  readonly printed: string;
  readonly sum: string;
  /** sum − printed. */
  readonly away: string;
  /** Cells of the parts. */
  readonly cells: readonly string[];
}

export const pointsMessages = {
  level: (at: Place, { printed, sum, away, cells }: SumTexts, count: number): string =>
    `${name(at)}“${at.cell.text}”写明 ${printed} 分，其下 ${String(count)} 项分值${messages.cells(cells)}之和为 ${sum}，${moreOrLess(away)}，请核对各项分值。`,
  levelRounding: (at: Place, { printed, sum, away, cells }: SumTexts, cause: string): string =>
    `${name(at)}“${at.cell.text}”写明 ${printed} 分，其下各项分值${messages.cells(cells)}之和为 ${sum}，${moreOrLess(away)}，${cause}（尾差）。`,
  levelBlank: (
    at: Place,
    { printed, sum, away }: SumTexts,
    count: number,
    blanks: readonly string[],
  ): string =>
    `${name(at)}“${at.cell.text}”写明 ${printed} 分，其下已填的分值之和为 ${sum}，${moreOrLess(away)}，还有 ${String(count)} 项没有填分值${messages.cells(blanks)}，请补填。`,
  subLevels: (at: Place, { printed, sum, away, cells }: SumTexts): string =>
    `${name(at)}“${at.cell.text}”写明 ${printed} 分，其下各二级指标写明的分值${messages.cells(cells)}之和为 ${sum}，${moreOrLess(away)}，请核对各级分值。`,
  /** Why weights do not add up to the digit. */
  shares: (count: number, share: string): string =>
    `是 ${String(count)} 项平均分配的分值各按 ${share} 取整造成的`,
  keptDigits: "是各项按显示位数取整造成的",

  weightTotal: (at: Place, { printed, sum, away, cells }: SumTexts): string =>
    `${name(at)}“总分”的分值为 ${printed}，各项分值${messages.cells(cells)}之和为 ${sum}，${moreOrLess(away)}，请核对各项分值。`,
  weightTotalRounding: (at: Place, { printed, sum, away }: SumTexts, cause: string): string =>
    `${name(at)}“总分”的分值为 ${printed}，各项分值之和为 ${sum}，${moreOrLess(away)}，${cause}（尾差）。`,
  weightTotalBlank: (
    at: Place,
    { printed, sum, away }: SumTexts,
    count: number,
    blanks: readonly string[],
  ): string =>
    `${name(at)}“总分”的分值为 ${printed}，已填的分值之和为 ${sum}，${moreOrLess(away)}，还有 ${String(count)} 项没有填分值${messages.cells(blanks)}，请补填。`,
  weightsOfGroup: (at: Place, owner: string, sum: string, cells: readonly string[]): string =>
    `${name(at)}起${owner}各项绩效指标的分值${messages.cells(cells)}之和为 ${sum}，既不是 100 分，也不是留 10 分给预算执行率的 90 分，请核对是否漏填指标或分值。`,
  weightsOfGroupRounding: (at: Place, owner: string, sum: string, due: string, cause: string): string =>
    `${name(at)}起${owner}各项绩效指标的分值之和为 ${sum}，与 ${due} 分略有出入，${cause}（尾差）。`,
  weightsBlank: (
    at: Place,
    owner: string,
    sum: string,
    due: string,
    short: string,
    count: number,
    blanks: readonly string[],
  ): string =>
    `${name(at)}等 ${String(count)} 项指标没有填分值${messages.cells(blanks)}，${owner}已填的分值之和为 ${sum}，比 ${due} 分少 ${short} 分，请补填。`,

  aboveWeight: (at: Place, score: string, weight: string, weightCell: string): string =>
    `${name(at)}得分为 ${score}，大于分值 ${weight}（${weightCell}），得分不能超过分值，请核对。`,
  negativeScore: (at: Place, score: string): string => `${name(at)}得分为 ${score}，得分不能小于 0，请核对。`,
  scoreTotal: (at: Place, { printed, sum, away, cells }: SumTexts, weights: string | null): string =>
    `${name(at)}“总分”的得分为 ${printed}，各项得分${messages.cells(cells)}之和为 ${sum}，${moreOrLess(away)}${weights === null ? "" : `（各项分值之和因取整为 ${weights}，不能解释全部差额）`}，请核对总分与各项得分。`,
  scoreTotalRounding: (at: Place, { printed, sum, away }: SumTexts, cause: string): string =>
    `${name(at)}“总分”的得分为 ${printed}，各项得分之和为 ${sum}，${moreOrLess(away)}，${cause}（尾差）。`,
  scoreTotalBlank: (
    at: Place,
    { printed, sum, away }: SumTexts,
    count: number,
    blanks: readonly string[],
  ): string =>
    `${name(at)}“总分”的得分为 ${printed}，已填的得分之和为 ${sum}，${moreOrLess(away)}，还有 ${String(count)} 项没有填得分${messages.cells(blanks)}，请补填。`,

  rate: (at: Place, printed: string, executed: string, budget: string, right: string): string =>
    `${name(at)}预算执行率为 ${printed}，按执行数 ÷ 全年预算数（${executed} ÷ ${budget}）应为 ${right}，请核对执行率与两个金额。`,
  rateCut: (
    at: Place,
    printed: string,
    executed: string,
    budget: string,
    exact: string,
    right: string,
  ): string =>
    `${name(at)}预算执行率 ${printed} 是截去尾数得到的：${executed} ÷ ${budget} = ${exact}，四舍五入为 ${right}（尾差），请统一取位办法。`,
  rateOfAmounts: (at: Place, printed: string, executed: string, budget: string, right: string): string =>
    `${name(at)}预算执行率为 ${printed}，按显示的金额 ${executed} ÷ ${budget} 为 ${right}，在金额取整的范围内（尾差）。`,
  rateOfNothing: (at: Place, printed: string): string =>
    `${name(at)}预算执行率为 ${printed}，而全年预算数为 0，没有预算就没有执行率，请改为“/”或核对预算数。`,
  executionScore: (at: Place, printed: string, weight: string, rate: string, right: string): string =>
    `${name(at)}预算执行得分为 ${printed}，按分值 × 执行率（${weight} × ${rate}）应为 ${right}，请核对。`,
  executionScoreCut: (at: Place, printed: string, weight: string, rate: string, right: string): string =>
    `${name(at)}预算执行得分 ${printed} 是截去尾数得到的：${weight} × ${rate} 四舍五入为 ${right}（尾差），请统一取位办法。`,
  executionAboveWeight: (at: Place, printed: string, weight: string): string =>
    `${name(at)}预算执行得分为 ${printed}，大于分值 ${weight}，最多得 ${weight} 分，请核对。`,

  fullForMissed: (at: Place, indicator: string, attainment: string, score: string): string =>
    `${named(at, indicator)}${attainment}却得满分 ${score} 分，请核对实际完成值或得分。`,
  zeroForMet: (at: Place, indicator: string, attainment: string, weight: string): string =>
    `${named(at, indicator)}${attainment}却得 0 分（分值 ${weight}），请核对实际完成值或得分。`,
  missedWithoutReason: (at: Place, indicator: string, attainment: string): string =>
    `${named(at, indicator)}${attainment}没有填写偏差原因，请补填原因分析及改进措施。`,
  overMetWithoutReason: (
    at: Place,
    indicator: string,
    target: string,
    actual: string,
    percent: string,
  ): string =>
    `${named(at, indicator)}目标“${target}”，实际“${actual}”，偏差率 ${percent}%，超过 ±30%，没有填写偏差原因，请补填原因分析及改进措施。`,
  deductedWithoutReason: (at: Place, indicator: string, score: string, weight: string): string =>
    `${named(at, indicator)}分值 ${weight}、得分 ${score}，扣了分而没有填写原因，请补填扣分因素。`,
  boundRepeated: (at: Place, indicator: string, actual: string): string =>
    `${named(at, indicator)}的实际完成值“${actual}”只是照抄目标，不是实际数，请填写实际完成的数值或日期。`,

  rule: (at: Place, indicator: string, contradiction: string): string =>
    `${named(at, indicator)}的${contradiction}`,
  criteria: (at: Place, indicator: string, weight: string, sum: string): string =>
    `${named(at, indicator)}的分值为 ${weight}，评分标准各条的分数之和为 ${sum}，请改为一致。`,
  otherScore: (at: Place, indicator: string, score: string, reasoning: string): string =>
    `${named(at, indicator)}得分为 ${score}，按评分标准：${reasoning}请核对得分。`,
  offeredScore: (at: Place, indicator: string, reasoning: string): string =>
    `${named(at, indicator)}还没有填得分，按评分标准：${reasoning}可供参考。`,
} as const;
