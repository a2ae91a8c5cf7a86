import { goalFindings, halfYearGoals, projectGoals, wholeGoals } from "../../../../test/support/goals";

const project = (line: string): string[] => goalFindings("indicator-money", projectGoals({ lines: line }));
const whole = (lines: string): string[] => goalFindings("indicator-money", wholeGoals({ lines }));

test.each([
  "成本指标 | 经济成本指标 | 项目总成本 | ≤ | 100 | 万元",
  "成本指标 | 经济成本指标 | 项目总成本 | ≤ | 1000000 | 元",
  "成本指标 | 经济成本指标 | 设备购置成本 | ≤ | 60 | 万元",
  "成本指标 | 经济成本指标 | 抽检成本 | ≤ | 180 | 万元/批",
  "成本指标 | 经济成本指标 | 总支出控制在预算内 | ≤ | 100 | %",
  "效益指标 | 经济效益指标 | 新增收入 | ≥ | 5000 | 万元",
])("valid: %s", (line) => {
  expect(project(line)).toEqual([]);
});

test.each([
  [
    "成本指标 | 经济成本指标 | 项目总成本 | ≤ | 101 | 万元",
    "warning I6 《预算22表》I6“项目总成本”的指标值是“≤101万元”，与 C6 的资金总额 100.00 万元 不一致，请核对。",
  ],
  [
    "成本指标 | 经济成本指标 | 设备购置成本 | ≤ | 1119.5 | 万元",
    "warning I6 《预算22表》I6“设备购置成本”的指标值是“≤1119.5万元”，大于 C6 的资金总额 100.00 万元，成本不应超过资金，请核对。",
  ],
])("invalid: %s", (line, finding) => {
  expect(project(line)).toEqual([finding]);
});

test("基本支出 and 项目支出 of a unit meet their own columns", () => {
  expect(
    whole(
      "成本指标 | 经济成本指标 | 项目支出限额 | ≤ | 212.54 | 万元\n| | 基本支出 | ≤ | 1045.4 | 万元\n| | 资金总额 | ≤ | 1257.94 | 万元",
    ),
  ).toEqual([]);
  expect(whole("成本指标 | 经济成本指标 | 项目支出限额 | ≤ | 319.35 | 万元")).toEqual([
    "warning O6 《预算23表》O6“项目支出限额”的指标值是“≤319.35万元”，与 H6 的项目支出 212.54 万元 不一致，请核对。",
  ]);
});

test("money above the indicators on the same sheet counts", () => {
  const cost = (value: string): string[] =>
    goalFindings(
      "indicator-money",
      halfYearGoals({ lines: `成本 | 经济成本 | 设备购置 | ≤${value} | ≤${value}` }),
    );
  expect(cost("100万元")).toEqual([]);
  expect(cost("120万元")).toEqual([
    "warning E8 《业务经费》E8“设备购置”的指标值是“≤120万元”，大于 D5 的资金总额 100.00 万元，成本不应超过资金，请核对。",
  ]);
});
