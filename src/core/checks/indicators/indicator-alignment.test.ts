import { goalFindings, projectGoals } from "../../../../test/support/goals";

const THINNED = `
产出指标 | 数量指标 | 名品评价活动 | = | 3 | 次
| | 名品发布会 | ≥ | 1 | 条
| | 质量官培训 | ≤ | 14 |
| | 强县数量 | | 20 |
| | 强链数量 | | |
| 质量指标 | 验收合格率 | ≥ | 85 | %
| | 审查合格率 | = | 100 | mm
| | 验收通过率 | ≤ | 98 |
| | 精度要求 | | |
成本指标 | 经济成本指标 | 总成本 | ≤ | 100 | 万元`;

test("lists of operators, values and units beside the names are told once", () => {
  expect(goalFindings("indicator-alignment", projectGoals({ lines: THINNED }))).toEqual([
    "info I6 《预算22表》从 I6 起，“业务经费”的数量指标、质量指标共 9 行，指标值类型、指标值和计量单位没有与三级指标逐行对应，未逐行审核，请按一行一个指标重新填写。",
  ]);
});

test("such lines are judged only where a line of its own contradicts its name", () => {
  const sheet = projectGoals({ lines: THINNED });
  expect(goalFindings("indicator-unit", sheet)).toEqual([
    "warning J12 《预算22表》J12“审查合格率”的指标值是“=100mm”，按名称单位应为%，请核对指标名称、指标值和计量单位。",
  ]);
  for (const check of ["indicator-operator", "indicator-target", "indicator-over-100"])
    expect(goalFindings(check, sheet)).toEqual([]);
});

test.each([
  [
    "an operator said once",
    "产出指标 | 数量指标 | 送检批次 | ≥ | 550 | 批次\n| | 执法数量 | | 4 | 个\n| | 线索数量 | | 10 | 条",
  ],
  [
    "everything said once",
    "产出指标 | 质量指标 | 送检完成率 | ≥ | 90 | %\n| | 执法完成率 | | |\n| | 应急完成率 | | |",
  ],
  [
    "line by line",
    "产出指标 | 时效指标 | 完成时间 | 定性 | 12月底前 |\n| | 周期 | ≤ | 2 | 年\n| | 及时性 | 定性 | 及时 |",
  ],
])("%s is no list of its own", (_what, lines) => {
  expect(goalFindings("indicator-alignment", projectGoals({ lines }))).toEqual([]);
});
