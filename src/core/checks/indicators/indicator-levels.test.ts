import { goalFindings, halfYearGoals, projectGoals } from "../../../../test/support/goals";

const ALL = [
  "成本指标 | 经济成本指标 | 总成本 | ≤ | 100 | 万元",
  "| 社会成本指标",
  "产出指标 | 数量指标 | 培训次数 | ≥ | 3 | 次",
  "| 质量指标 | 培训合格率 | ≥ | 95 | %",
  "| 时效指标 | 培训及时率 | = | 100 | %",
  "效益指标 | 经济效益指标 |",
  "| 社会效益指标 | 服务能力 | 定性 | 提升 |",
  "满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥ | 90 | %",
];

const review = (...lines: string[]): string[] =>
  goalFindings("indicator-levels", projectGoals({ lines: lines.join("\n") }));

test("one benefit is enough, and costs of one sort", () => {
  expect(review(...ALL)).toEqual([]);
});

test("each project is told once what it lacks, also where the level is printed without an indicator", () => {
  const lines = [...ALL.slice(0, 3), "| 质量指标 |", ...ALL.slice(4, 6)].join("\n");
  expect(
    goalFindings("indicator-levels", projectGoals({ lines: ALL.join("\n") }, { owner: "运维经费", lines })),
  ).toEqual([
    "warning E14 《预算22表》E14 起的绩效指标中，“运维经费”没有质量指标、效益指标、满意度指标，请补充。",
  ]);
});

test("what is needed is the form's to say", () => {
  const lines = `
决策 | 项目立项 | 立项依据充分性 | 充分 | 充分
过程 | 资金管理 | 预算执行率 | =48% | =100%
产出指标 | 数量指标 | 培训次数 | ≥1次 | ≥3次
效益 | 社会效益 | 服务能力 | 较显著 | 较显著`;
  expect(goalFindings("indicator-levels", halfYearGoals({ lines }))).toEqual([
    "warning A8 《业务经费》A8 起的绩效指标中，“业务经费”没有满意度指标，请补充。",
  ]);
});
