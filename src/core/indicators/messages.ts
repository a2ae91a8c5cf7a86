import { asSentence } from "../workbook/as-sentence";

/* Sentences about single targets, actual values and their comparison. */

/** What could not be read, and what is odd about what could. */
export const targetMessages = {
  unreadable: (text: string): string => `“${text}”中有数字，但不是一个能识别的指标值，按文字保留。`,
  notADate: (text: string): string => `“${text}”不是有效日期，按文字保留。`,
  contradictoryOperators: (text: string): string => `“${text}”里的比较符号互相矛盾，按文字保留。`,
  qualitativeNumber: (value: string): string =>
    `指标值类型是“定性”，指标值却是“${value}”，请把类型改为≥、≤或=，或把指标值改为文字。`,
  operatorTwice: (type: string, value: string): string =>
    `指标值类型是“${type}”，指标值“${value}”里又写了另一个比较符号，请只保留一个。`,
  unitTwice: (unit: string, value: string): string =>
    `计量单位是“${unit}”，指标值“${value}”里又写了另一个单位，请只保留一个。`,
  gradingRule: (text: string): string =>
    `指标值“${text}”写的是评分标准，只取其中的目标值，请把评分标准移到评分标准一栏。`,
  numberForWords: (value: string, unit: string): string =>
    `计量单位是“${unit}”，指标值“${value}”却不是数，请填写数值，或把指标值类型改为“定性”。`,
  operatorForWords: (type: string, value: string): string =>
    `指标值类型是“${type}”，指标值“${value}”却是文字，请把类型改为“定性”，或把指标值改为数值。`,
} as const;

/** Why an indicator is attained, missed, or cannot be told. */
export const attainmentMessages = {
  attained: (target: string, actual: string, how: string): string =>
    asSentence(`目标“${target}”，实际“${actual}”，${how}已达到。`),
  missed: (target: string, actual: string, how: string): string =>
    asSentence(`目标“${target}”，实际“${actual}”，${how}未达到。`),
  unclear: (target: string, actual: string, why: string): string =>
    asSentence(`目标“${target}”，实际“${actual}”，${why}，不能判断是否达到。`),
  sameWords: "文字相同，",
  betterGrade: "等级不低于目标，",
  worseGrade: "等级低于目标，",
  differentWords: "两处文字不同",
  unreadTarget: "目标值不是能比较的数值、日期或定性用语",
  unreadActual: "实际值不是能比较的数值、日期或定性用语",
  severalMentions: "实际值的文字里有几个数都可能是完成数",
  mention: (part: string): string => `按文字中的“${part}”比较，`,
  kinds: "一个是数值、一个不是",
  units: (target: string, actual: string): string => `单位“${target}”与“${actual}”不同`,
  unitAssumed: (target: string, actual: string): string =>
    `单位“${target || "未写"}”与“${actual || "未写"}”按同一口径比较，`,
  percentAmbiguous: "实际值没有写“%”，分不清是百分数还是比率",
  overlaps: "实际值只是一个范围，与目标部分重合",
  above: "实际多于目标，目标没有说明多好还是少好",
  rangeAbove: "超出目标区间上限，按超额完成计，",
  direction: (higher: boolean): string => `目标没有写比较符号，按“不${higher ? "低" : "高"}于”比较，`,
  parts: "目标与实际的分项对不上",
  part: (text: string): string => `其中“${text}”，`,
  partsUnclear: "有的分项不能比较",
  noYear: "日期没有写年份，按同一年比较，",
  recurring: "周期不同",
  plain: "",
} as const;

/** What the printed model of indicators says in Chinese. */
export const modelMessages = {
  notPoints: (text: string): string => `“${text}”不是分数，按文字保留。`,
  kinds: {
    cost: "成本",
    quantity: "数量",
    quality: "质量",
    timeliness: "时效",
    output: "产出",
    benefit: "效益",
    satisfaction: "满意度",
    decision: "决策",
    process: "过程",
    other: "其他",
  },
} as const;
