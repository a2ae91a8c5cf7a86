import { goalFindings, projectGoals } from "../../../../test/support/goals";

const review = (lines: string): string[] => goalFindings("indicator-name", projectGoals({ lines }));

test("a name may stand below another 二级指标, or for another project", () => {
  const lines =
    "产出指标 | 数量指标 | 供需对接活动 | ≥ | 3 | 次\n效益指标 | 经济效益指标 | 供需对接活动 | 定性 | 提高 |";
  expect(goalFindings("indicator-name", projectGoals({ lines }, { owner: "运维经费", lines }))).toEqual([]);
});

test("a name twice below one 二级指标, also where every line prints its levels", () => {
  expect(
    review(
      "产出指标 | 数量指标 | 供需对接活动 | ≥ | 3 | 次\n产出指标 | 数量指标 | 供需对接 活动。 | ≥ | 5 | 次",
    ),
  ).toEqual([
    "warning G7 《预算22表》G7“供需对接活动。”与同一二级指标下的 G6 名称相同，请核对是否重复，或改为不同的名称。",
  ]);
});

test("a word written twice is worth a look", () => {
  expect(review("产出指标 | 数量指标 | 分析报告报告印刷份数 | ≥ | 3 | 份")).toEqual([
    "info G6 《预算22表》G6“分析报告报告印刷份数”中“报告”连写了两遍，请核对是否多写。",
  ]);
});
