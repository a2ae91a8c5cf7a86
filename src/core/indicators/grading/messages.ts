/* Sentences about grading rules: why one is not computable, how a score came about, what contradicts what. */

export const ruleMessages = {
  noScore: "评分标准没有写如何得分或扣分。",
  unknownClause: (clause: string): string => `评分标准中“${clause}”一句无法识别。`,
  yesNo: "评分标准要逐项回答“是”或“否”，不能由实际值算出。",
  formulaOnly: (formula: string): string => `评分标准只有算式“${formula}”，没有写在什么情况下适用。`,
  pointDeviations: "各档只写了一个偏离点，没有写“以内”“以下”，两点之间如何得分不明。",
  garbled: (clause: string): string => `评分标准中“${clause}”的界限写法互相矛盾。`,
  formulaForm: (formula: string): string => `算式“${formula}”的写法无法识别。`,
  wordTiers: "评分标准分几档，但没有都写出数值界限，不能由实际值算出。",
  severalSteps: "评分标准有几种扣分办法，不能由一个实际值算出。",
} as const;

export const scoreMessages = {
  noWeight: "没有分值，不能算出得分。",
  noTarget: "指标值不能比较，不能按评分标准计分。",
  notAValue: (actual: string): string => `实际值“${actual}”不是一个确定的数，不能按评分标准计分。`,
  units: (rule: string, actual: string): string =>
    `评分标准按“${rule}”计，实际值单位是“${actual}”，不能按评分标准计分。`,
  rateOfUpperLimit: "目标是“≤”，完成率怎么算没有写明，不能按评分标准计分。",
  noRate: "目标为 0，算不出完成率或偏离率。",
  otherMatter: (condition: string): string => `评分标准看的是“${condition}”，实际值没有说明，不能计分。`,
  unstated: "未达到目标，评分标准没有写明扣多少分。",
  events: (event: string): string => `未达到目标，要知道${event || "发生"}的次数才能计分。`,
  knockout: (event: string): string =>
    `未达到目标，评分标准另有“${event}”时全扣的规定，要知道是否发生才能计分。`,
  tierGap: (value: string): string => `${value}不在任何一档之内，评分标准没有写明得多少分。`,
  precondition: (text: string): string => `不符合“${text}”，评分标准没有写明这时如何计分。`,
  unclear: (reason: string): string => reason,

  full: (why: string, score: string): string => `${why}，得满分 ${score} 分。`,
  zero: (why: string): string => `${why}，不得分。`,
  attained: "已达到目标",
  missed: "未达到目标",
  deducted: (points: string, score: string): string => `未达到目标，扣 ${points} 分，得 ${score} 分。`,
  steps: (away: string, step: string, each: string, count: string, lost: string, score: string): string =>
    `${away}，每 ${step} 扣 ${each} 分，满 ${count} 个扣分单位，扣 ${lost} 分，得 ${score} 分。`,
  allLost: (away: string, step: string, each: string): string =>
    `${away}，每 ${step} 扣 ${each} 分，分数扣完，得 0 分。`,
  below: (actual: string, full: string, away: string): string => `实际 ${actual}，比 ${full} 少 ${away}`,
  above: (actual: string, full: string, away: string): string => `实际 ${actual}，比 ${full} 多 ${away}`,
  late: (away: string): string => `比目标日期晚 ${away} 天`,
  happened: (count: string, event: string, each: string, score: string): string =>
    `${event} ${count} 次，每次扣 ${each} 分，得 ${score} 分。`,
  tier: (value: string, tier: string, score: string): string =>
    `${value}，符合“${tier}”一档，得 ${score} 分。`,
  linear: (rate: string, from: string, weight: string, score: string): string =>
    `完成率 ${rate}%（实际÷目标，最高按 100% 计），得分=（${rate}%-${from}%）÷（1-${from}%）×${weight}=${score} 分。`,
  proportional: (rate: string, weight: string, score: string): string =>
    `完成率 ${rate}%（实际÷目标，最高按 100% 计），得分=${rate}%×${weight}=${score} 分。`,
  linearZero: (rate: string, from: string): string => `完成率 ${rate}%，低于 ${from}%，不得分。`,
  rate: (rate: string): string => `完成率 ${rate}%`,
  deviation: (rate: string): string => `偏离目标 ${rate}%`,
  value: (value: string): string => `实际 ${value}`,
  capped: (points: string, weight: string): string =>
    `评分标准给 ${points} 分，超过分值，按分值 ${weight} 分计。`,
} as const;

export const contradictionMessages = {
  totalWeight: (total: string, weight: string): string =>
    `评分标准写“共${total}分”，分值却是 ${weight} 分，请改为一致。`,
  totalAward: (total: string, award: string): string =>
    `评分标准写“共${total}分”，最高一档却得 ${award} 分，请改为一致。`,
  awardWeight: (award: string, weight: string): string =>
    `评分标准最高得 ${award} 分，分值却是 ${weight} 分，请改为一致。`,
  overlap: (a: string, b: string): string =>
    `评分标准的“${a}”与“${b}”两档重叠，同一个值可以得两种分，请划清界限。`,
  gap: (from: string, to: string): string => `评分标准在 ${from} 与 ${to} 之间没有写得多少分，请补上。`,
  notMonotonic: (better: string, worse: string): string =>
    `评分标准的“${better}”比“${worse}”完成得好，得分却不高于后者，请核对。`,
  target: (full: string, target: string): string =>
    `评分标准“${full}”就得满分，指标值却是“${target}”，请改为一致。`,
  unit: (rule: string, target: string): string =>
    `评分标准按“${rule}”计数，指标值的单位却是“${target}”，请改为一致。`,
  direction: (target: string): string =>
    `指标值“${target}”是越低越好，评分标准却按少完成扣分或按完成率给分，请核对指标值类型。`,
  measure: (condition: string, formula: string): string =>
    `评分标准前面按“${condition}”、算式按“${formula}”，两种口径不同，请统一。`,
  formula: "评分标准的算式在完成率 100% 时得不到满分，请核对除数。",
  stray: (stray: string): string => `评分标准末尾的“${stray}”像是误粘的内容，请删除。`,
} as const;
