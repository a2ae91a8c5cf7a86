/** Where cells are printed to. */
interface Printer {
  text(address: string, text: string): void;
  number(address: string, value: number): void;
}

type Goal = readonly [
  level1: string,
  level2: string,
  name: string,
  operator: string,
  target: number | string,
  unit: string,
  weight: number,
];

/** One indicator of each kind that Changsha's goals tables ask for, weights of 100 together. */
const GOALS: readonly Goal[] = [
  ["产出指标", "数量指标", "开展检查次数", "≥", 12, "次", 20],
  ["", "质量指标", "检查任务完成率", "≥", 95, "%", 10],
  ["", "时效指标", "任务完成及时率", "=", 100, "%", 10],
  ["效益指标", "社会效益指标", "服务能力水平", "定性", "提升", "", 20],
  ["满意度指标", "服务对象满意度指标", "服务对象满意度", "≥", 95, "%", 10],
];

/**
 * Prints indicators from row `row` (1-based) on, the first that of the cost: no more than `cost` 万元. `columns`: letters
 * of level 1, level 2, name, operator, target, unit, explanation, rule and weight. Returns the row after the last.
 */
export function goalLines(page: Printer, row: number, columns: string, name: string, cost: number): number {
  const goals: Goal[] = [["成本指标", "经济成本指标", name, "≤", cost, "万元", 30], ...GOALS];
  goals.forEach(([level1, level2, goal, operator, target, unit, weight], line) => {
    const texts = [
      level1,
      level2,
      goal,
      operator,
      target,
      unit,
      goal,
      "达到目标得满分，未达到不得分",
      weight,
    ];
    texts.forEach((value, at) => {
      const cell = `${columns.charAt(at)}${String(row + line)}`;
      if (typeof value === "number") page.number(cell, value);
      else page.text(cell, value);
    });
  });
  return row + goals.length;
}
