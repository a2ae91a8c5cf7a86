import { evaluationFindings } from "../../../../test/support/evaluation";
import { goalFindings, halfYearGoals, projectGoals } from "../../../../test/support/goals";

const review = (line: string): string[] => goalFindings("indicator-over-100", projectGoals({ lines: line }));

test.each([
  "产出指标 | 质量指标 | 验收合格率 | = | 100 | %",
  "产出指标 | 数量指标 | 任务完成率 | ≥ | 100 | %",
  "效益指标 | 经济效益指标 | 收入增长率 | ≥ | 120 | %",
  "产出指标 | 质量指标 | 验收合格率 | ≥ | 95 | %",
  "产出指标 | 质量指标 | 验收合格率 | < | 100 | %",
  "产出指标 | 质量指标 | 验收合格率 | ≥ | 105 | 次",
  "产出指标 | 质量指标 | 验收合格率 | ≥ | 提高105 | %",
  "产出指标 | 质量指标 | 验收合格率 | 定性 | 高 |",
])("valid: %s", (line) => {
  expect(review(line)).toEqual([]);
});

test.each([
  [
    "产出指标 | 质量指标 | 验收合格率 | ≥ | 105 | %",
    "warning I6 《预算22表》I6“验收合格率”是部分占全部的比例，不可能超过100%，却写的是“≥105%”，请核对。",
  ],
  [
    "产出指标 | 质量指标 | 网络通畅率 | ≥ | 100 | %",
    "info I6 《预算22表》I6“网络通畅率”写的是“≥100%”，这一比例最多100%，应写“=100%”。",
  ],
  [
    "产出指标 | 质量指标 | 网络通畅率 | > | 100 | %",
    "warning I6 《预算22表》I6“网络通畅率”写的是“>100%”，这一比例最多100%，应写“=100%”。",
  ],
])("invalid: %s", (line, finding) => {
  expect(review(line)).toEqual([finding]);
});

test("what was achieved cannot be more than all either", () => {
  expect(
    evaluationFindings(
      "indicator-over-100",
      "| 产出指标 | 质量指标 | 设备验收合格率 | ≥95% | 102% | 10 | 10",
    ),
  ).toEqual([
    "warning F7 《自评表》F7“设备验收合格率”是部分占全部的比例，不可能超过100%，却写的是“102%”，请核对。",
  ]);
});

test("the target of the half year is told where that of the year is not", () => {
  const half = (year: string, first: string): string[] =>
    goalFindings(
      "indicator-over-100",
      halfYearGoals({ lines: `产出指标 | 质量指标 | 设备验收合格率 | ${first} | ${year}` }),
    );
  expect(half("=100%", "=105%")).toHaveLength(1);
  expect(half("=106%", "=105%")).toHaveLength(1);
  expect(half("=100%", "=50%")).toEqual([]);
});
