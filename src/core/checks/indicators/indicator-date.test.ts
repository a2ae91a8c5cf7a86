import { goalFindings, projectGoals } from "../../../../test/support/goals";

const review = (line: string): string[] => goalFindings("indicator-date", projectGoals({ lines: line }));

test.each([
  "产出指标 | 时效指标 | 完成时间 | ≤ | 2026年12月31日 |",
  "产出指标 | 时效指标 | 完成时间 | 定性 | 12月底前 |",
  "产出指标 | 数量指标 | 发放资金 | ≥ | 20261231 | 元",
  "产出指标 | 时效指标 | 完成时限 | ≤ | 12 | 个月",
])("valid: %s", (line) => {
  expect(review(line)).toEqual([]);
});

test.each([
  ["产出指标 | 时效指标 | 完成日期 | ≤ | 20261231 | 日", "20261231"],
  ["产出指标 | 时效指标 | 完成日期 | ≤ | 20261231 |", "20261231"],
  ["产出指标 | 时效指标 | 完成日期 | ≤ | '20261231 | 日", "20261231"],
])("invalid: %s", (line, digits) => {
  expect(review(line)).toEqual([
    `warning I6 《预算22表》I6“完成日期”的日期写成了数字“${digits}”，请改为“2026年12月31日前”这样的文字，并去掉计量单位。`,
  ]);
});

test("a percentage for a date in the name is worth a look", () => {
  expect(review("产出指标 | 时效指标 | 任务完成时间2026年12月30日前 | = | 100 | %")).toEqual([
    "info I6 《预算22表》I6“任务完成时间2026年12月30日前”写明了完成日期，指标值却是“=100%”，请核对是否应填日期。",
  ]);
});
