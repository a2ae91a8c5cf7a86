import { evaluationFindings } from "../../../../test/support/evaluation";
import { goalFindings, halfYearGoals, projectGoals } from "../../../../test/support/goals";

const review = (...lines: string[]): string[] =>
  goalFindings("indicator-target", projectGoals({ lines: lines.join("\n") }));

test.each([
  "产出指标 | 数量指标 | 培训次数 | ≥ | 3 | 次",
  "产出指标 | 时效指标 | 完成时间 | 定性 | 2026年12月31日前 |",
  "效益指标 | 社会效益指标 | 服务能力 | 定性 | 提升 |",
])("valid: %s", (line) => {
  expect(review(line)).toEqual([]);
});

test.each([
  [
    "效益指标 | 社会效益指标 | 服务能力 | 定性 | 3 | 次",
    "warning I6 《预算22表》I6“服务能力”：指标值类型是“定性”，指标值却是“3”，请把类型改为≥、≤或=，或把指标值改为文字。",
  ],
  [
    "满意度指标 | 服务对象满意度指标 | 企业满意度 | = | 企业满意度 | %",
    "warning I6 《预算22表》I6“企业满意度”：计量单位是“%”，指标值“企业满意度”却不是数，请填写数值，或把指标值类型改为“定性”。",
  ],
])("invalid: %s", (line, finding) => {
  expect(review(line)).toEqual([finding]);
});

test("a target that is a formula, and one that is a grading rule", () => {
  expect(
    evaluationFindings(
      "indicator-target",
      `| 产出指标 | 数量指标 | 抽查企业数量 | 全省存量企业数*3% | 3% | 5 | 5
       | 满意度指标 | 服务对象满意度指标 | 人员满意度 | 95%以上计满分，每降5%扣1分，扣完为止。 | 96% | 5 | 5`,
    ),
  ).toEqual([
    "warning E7 《自评表》E7“抽查企业数量”的指标值“全省存量企业数*3%”不是能比较的数值、日期或定性表述，请改为一个数值加单位，或分成几个指标。",
    "warning E8 《自评表》E8“人员满意度”：指标值“95%以上计满分，每降5%扣1分，扣完为止。”写的是评分标准，只取其中的目标值，请把评分标准移到评分标准一栏。",
  ]);
});

test("a sentence with a figure in it is only worth a look, a ratio is a value", () => {
  expect(
    evaluationFindings(
      "indicator-target",
      `| 产出指标 | 数量指标 | 奖项评选 | 45家组织3个人 | 45家组织、3个人 | 5 | 5
       | 效益指标 | 经济效益指标 | 带动投资 | ≥3:1 | 3:1 | 5 | 5`,
    ),
  ).toEqual([
    "info E7 《自评表》E7“奖项评选”的指标值“45家组织3个人”不是能比较的数值、日期或定性表述，请改为一个数值加单位，或分成几个指标。",
  ]);
});

test("a blank target is named at its own cell", () => {
  const lines =
    "效益 | 经济效益 | 促进收入增长 | 较显著 |\n| | 促进就业 | 较显著 | 较显著\n| | 提高效率 | 明显 | 明显";
  expect(goalFindings("indicator-target", halfYearGoals({ lines }))).toEqual([
    "warning E8 《业务经费》E8“促进收入增长”没有填指标值，请补充。",
  ]);
});

test("operator, value and unit said once hold for the lines below", () => {
  expect(
    review(
      "产出指标 | 数量指标 | 培训次数 | ≥ | 3 | 次",
      "| 质量指标 | 送检完成率 | ≥ | 90 | %",
      "| | 执法完成率 | | |",
      "效益指标 | 社会效益指标 | 服务能力 | 定性 | 提升 |",
    ),
  ).toEqual([]);
  expect(
    review(
      "产出指标 | 数量指标 | 培训次数 | ≥ | 3 | 次",
      "| 质量指标 | 送检完成率 | ≥ | 90 | %",
      "| | 执法完成率 | | |",
      "| | 应急完成率 | ≥ | 95 | %",
    ),
  ).toEqual(["warning I8 《预算22表》I8“执法完成率”没有填指标值，请补充。"]);
});
