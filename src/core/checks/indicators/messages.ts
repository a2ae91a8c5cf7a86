import { toA1 } from "../../workbook/address";
import type { Place } from "./finding";

/* Sentences of the review of performance indicators. One finding, one sentence: where, what disagrees, what to do. */

/** Names are cut here, as some are whole sentences. */
const LONGEST_NAME = 36;
/** Cells named in a sentence before it says 等. */
const CELLS_NAMED = 6;

function short(text: string): string {
  // Quotation marks inside a quotation are single ones (GB/T 15834).
  const line = text.replace(/\s+/g, "").replaceAll("“", "‘").replaceAll("”", "’");
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}

function where({ sheet, cell }: Place): string {
  return `《${sheet}》${toA1(cell)}`;
}

/** 《sheet》cell“name”, as sentences begin. */
export function at(place: Place, name: string): string {
  return `${where(place)}“${short(name)}”`;
}

function cells(places: readonly Place[]): string {
  const names = places.map(({ cell }) => toA1(cell));
  const [first] = places;
  const shown =
    names.length > CELLS_NAMED ? `${String(names[0])}至${String(names.at(-1))}` : names.join("、");
  return first === undefined ? "" : `《${first.sheet}》${shown}`;
}

/** The unit or project, where the sheet names one. */
function whose(owner: string): string {
  return owner === "" ? "本表" : `“${short(owner)}”`;
}

/** “项目评审”等 9 个数量指标. */
function list(names: readonly string[], level: string): string {
  const first = `“${short(names[0] ?? "")}”`;
  return names.length > 1 ? `${first}等 ${String(names.length)} 个${level}` : first;
}

export const reviewMessages = {
  listedApart: (place: Place, owner: string, levels: readonly string[], lines: number): string =>
    `《${place.sheet}》从 ${toA1(place.cell)} 起，${whose(owner)}的${levels.join("、")}共 ${String(lines)} 行，指标值类型、指标值和计量单位没有与三级指标逐行对应，未逐行审核，请按一行一个指标重新填写。`,
  levelsMissing: (place: Place, owner: string, levels: readonly string[]): string =>
    `${where(place)} 起的绩效指标中，${whose(owner)}没有${levels.join("、")}，请补充。`,
  goodAtMost: (place: Place, name: string): string =>
    `${at(place, name)}越高越好，指标值类型却是“≤”，一般应为“≥”或“=”，请核对。`,
  goodExactly: (place: Place, name: string): string =>
    `${at(place, name)}越高越好，指标值类型是“=”而不到100%，超过了反而不符合，是否应为“≥”，请核对。`,
  badAtLeast: (place: Place, name: string): string =>
    `${at(place, name)}越少越好，指标值类型却是“≥”，一般应为“≤”或“=”，请核对。`,
  costAtLeast: (place: Place, name: string): string =>
    `${at(place, name)}列在成本指标下，指标值类型却是“≥”；成本应控制在一定数额以内，请改为“≤”，不是成本的请移到产出或效益指标。`,
  outputAtMost: (places: readonly Place[], names: readonly string[], level: string): string =>
    `${cells(places)}${list(names, level)}的指标值类型是“≤”，要完成的工作一般应为“≥”或“=”，请核对。`,
  costAmongOutput: (places: readonly Place[], names: readonly string[], level: string): string =>
    `${cells(places)}${list(names, level)}写的是“≤”一定金额，是对成本的控制，请移到成本指标，或改为数量。`,
  unitMisfit: (place: Place, name: string, target: string, what: string): string =>
    `${at(place, name)}的指标值是“${short(target)}”，按名称单位应为${what}，请核对指标名称、指标值和计量单位。`,
  swapped: (
    place: Place,
    name: string,
    target: string,
    other: Place,
    otherName: string,
    otherTarget: string,
  ): string =>
    `${at(place, name)}的指标值是“${short(target)}”，与 ${toA1(other.cell)}“${short(otherName)}”的“${short(otherTarget)}”可能填反了，请核对这两行的指标值和计量单位。`,
  dateAsNumber: (place: Place, name: string, right: string): string =>
    `${at(place, name)}的日期写成了数字“${place.cell.text}”，请改为“${right}”这样的文字，并去掉计量单位。`,
  percentForDate: (place: Place, name: string, target: string): string =>
    `${at(place, name)}写明了完成日期，指标值却是“${short(target)}”，请核对是否应填日期。`,
  halfYearLarger: (place: Place, name: string, half: string, full: string): string =>
    `${at(place, name)}的半年指标值“${half}”大于全年指标值“${full}”，请核对。`,
  halfYearOtherwise: (place: Place, name: string, half: string, full: string): string =>
    `${at(place, name)}的半年指标值“${half}”与全年指标值“${full}”的比较符号或单位不同，请改为一致。`,
  over100: (place: Place, name: string, value: string): string =>
    `${at(place, name)}是部分占全部的比例，不可能超过100%，却写的是“${short(value)}”，请核对。`,
  atLeast100: (place: Place, name: string, value: string): string =>
    `${at(place, name)}写的是“${short(value)}”，这一比例最多100%，应写“=100%”。`,
  shares: (places: readonly Place[], beginning: string, sum: string, off: string): string =>
    `${cells(places)} 是“${short(beginning)}”成本的各部分占比，合计 ${sum}%，${off.startsWith("-") ? `比100%少 ${off.slice(1)}` : `超出100% ${off}`} 个百分点，请核对各项占比或补充缺少的部分。`,
  sameName: (place: Place, earlier: Place, name: string): string =>
    `${at(place, name)}与同一二级指标下的 ${toA1(earlier.cell)} 名称相同，请核对是否重复，或改为不同的名称。`,
  wordTwice: (place: Place, name: string, word: string): string =>
    `${at(place, name)}中“${word}”连写了两遍，请核对是否多写。`,
  noTarget: (place: Place, name: string): string => `${at(place, name)}没有填指标值，请补充。`,
  oddTarget: (place: Place, name: string, remark: string): string => `${at(place, name)}：${remark}`,
  unreadTarget: (place: Place, name: string, target: string): string =>
    `${at(place, name)}的指标值“${short(target)}”不是能比较的数值、日期或定性表述，请改为一个数值加单位，或分成几个指标。`,
  costNotMoney: (
    place: Place,
    name: string,
    cost: string,
    money: Place,
    heading: string,
    amount: string,
  ): string =>
    `${at(place, name)}的指标值是“${cost}”，与 ${toA1(money.cell)} 的${heading} ${amount} 不一致，请核对。`,
  costAboveMoney: (
    place: Place,
    name: string,
    cost: string,
    money: Place,
    heading: string,
    amount: string,
  ): string =>
    `${at(place, name)}的指标值是“${cost}”，大于 ${toA1(money.cell)} 的${heading} ${amount}，成本不应超过资金，请核对。`,
  otherwiseElsewhere: (
    place: Place,
    name: string,
    target: string,
    other: Place,
    otherTarget: string,
    what: string,
  ): string =>
    `${at(place, name)}的指标是“${short(target)}”，${where(other)} 同名指标是“${short(otherTarget)}”，${what}不一致，请核对两处。`,
  otherYear: (place: Place, quote: string, year: string, budgetYear: string, isPast: boolean): string =>
    isPast
      ? `${where(place)} 中“…${quote}…”说的是${year}年，本表是${budgetYear}年度，可能是上年的表没有改，请核对年份。`
      : `${where(place)} 中“…${quote}…”说的是${year}年，晚于本表的${budgetYear}年度，请核对年份。`,
} as const;
