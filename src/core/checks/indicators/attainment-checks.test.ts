import { evaluationFindings } from "../../../../test/support/evaluation";

type Line = readonly [
  level: string,
  name: string,
  target: string,
  actual: string,
  weight: string,
  score: string,
  reason?: string,
];

const check = (id: string, [level, name, target, actual, weight, score, reason = ""]: Line): string[] =>
  evaluationFindings(
    id,
    `| 某级指标 | ${level} | ${name} | ${target} | ${actual} | ${weight} | ${score} | ${reason}`,
  );

describe("score-attainment", () => {
  test.each<[Line]>(
    (
      [
        ["数量指标", "检查次数", "≥12次", "12次", "5", "5"],
        ["数量指标", "检查次数", "≥12次", "9次", "5", "3.75"],
        ["数量指标", "检查次数", "≥12次", "9次", "5", "0"],
        ["数量指标", "检查次数", "≥12次", "多家", "5", "5"],
        // Another unit, an amount in a sentence, a bound: nobody can tell for sure.
        ["数量指标", "检查次数", "≥12次", "9家", "5", "5"],
        ["数量指标", "检查次数", "≥12次", "全年共开展各类检查工作，累计检查 9次。", "5", "5"],
        ["数量指标", "检查次数", "≥300次", "200余次", "5", "5"],
        // Without operator: fewer complaints are welcome, more money is nobody knows what.
        ["数量指标", "投诉件数", "3件", "2件", "5", "5"],
        ["数量指标", "补贴金额", "60万元", "70万元", "5", "5"],
        ["经济效益指标", "带动融资", "60万元", "70万元", "5", "5"],
        ["数量指标", "检查次数", "≥12次", "9次", "0", "0"],
        ["数量指标", "检查次数", "≥12次", "9次", "", "5"],
      ] satisfies Line[]
    ).map((line): [Line] => [line]),
  )("%j: nothing to say", (line) => {
    expect(check("score-attainment", line)).toEqual([]);
  });

  test.each<[Line, string]>([
    [
      ["数量指标", "检查次数", "≥12次", "9次", "5", "5"],
      "error H7 《自评表》H7“检查次数”目标“≥12次”，实际“9次”，未达到，却得满分 5 分，请核对实际完成值或得分。",
    ],
    [
      ["时效指标", "验收时间", "2024年6月30日前", "2024年8月1日", "5", "5"],
      "error H7 《自评表》H7“验收时间”目标“2024年6月30日前”，实际“2024年8月1日”，未达到，却得满分 5 分，请核对实际完成值或得分。",
    ],
    [
      ["经济成本指标", "会议成本", "60万元", "70万元", "5", "5"],
      "error H7 《自评表》H7“会议成本”目标“60万元”，实际“70万元”，目标没有写比较符号，按“不高于”比较，未达到，却得满分 5 分，请核对实际完成值或得分。",
    ],
    [
      ["数量指标", "检查次数", "≥12次", "13次", "5", "0"],
      "error H7 《自评表》H7“检查次数”目标“≥12次”，实际“13次”，已达到，却得 0 分（分值 5），请核对实际完成值或得分。",
    ],
  ])("%j", (line, finding) => {
    expect(check("score-attainment", line)).toEqual([finding]);
  });
});

describe("deviation-reason", () => {
  test.each<[Line]>(
    (
      [
        ["数量指标", "检查次数", "≥12次", "9次", "5", "3", "疫情影响"],
        ["数量指标", "检查次数", "≥10次", "13次", "5", "5"],
        ["数量指标", "检查次数", "≥10次", "15次", "5", "5", "临时增加任务"],
        ["经济成本指标", "会议成本", "≤100万元", "70万元", "5", "5"],
        ["社会效益指标", "事故起数", "≤1起", "0起", "5", "5"],
        ["社会效益指标", "满意程度", "显著提升", "显著提升", "5", "5"],
      ] satisfies Line[]
    ).map((line): [Line] => [line]),
  )("%j: nothing to say", (line) => {
    expect(check("deviation-reason", line)).toEqual([]);
  });

  test.each<[Line, string]>([
    [
      ["数量指标", "检查次数", "≥12次", "9次", "5", "3.75"],
      "warning F7 《自评表》F7“检查次数”目标“≥12次”，实际“9次”，未达到，没有填写偏差原因，请补填原因分析及改进措施。",
    ],
    [
      ["数量指标", "案件增长率", "≥5%", "25.29%", "5", "5"],
      "warning F7 《自评表》F7“案件增长率”目标“≥5%”，实际“25.29%”，偏差率 405.8%，超过 ±30%，没有填写偏差原因，请补填原因分析及改进措施。",
    ],
    [
      ["经济成本指标", "批次成本", "≤2500元/批次", "1588元/批次", "5", "5"],
      "warning F7 《自评表》F7“批次成本”目标“≤2500元/批次”，实际“1588元/批次”，偏差率 -36.48%，超过 ±30%，没有填写偏差原因，请补填原因分析及改进措施。",
    ],
    [
      ["社会效益指标", "影响力", "显著提升", "完成", "5", "4"],
      "warning F7 《自评表》F7“影响力”分值 5、得分 4，扣了分而没有填写原因，请补填扣分因素。",
    ],
  ])("%j", (line, finding) => {
    expect(check("deviation-reason", line)).toEqual([finding]);
  });
});

describe("actual-copied", () => {
  test.each<[Line, number]>([
    [["数量指标", "检查次数", "≥2次", "≥2次", "5", "5"], 1],
    [["数量指标", "检查次数", "≥2 项", "≥2项", "5", "5"], 1],
    [["时效指标", "完成时间", "2024年12月31日前", "2024年12月31日前", "5", "5"], 1],
    [["数量指标", "检查次数", "2次", "2次", "5", "5"], 0],
    [["数量指标", "检查次数", "≥2次", "2次", "5", "5"], 0],
    [["数量指标", "检查次数", "≥2次", "≥3次", "5", "5"], 0],
    [["社会效益指标", "影响", "显著提升", "显著提升", "5", "5"], 0],
  ])("%j: %i", (line, count) => {
    expect(check("actual-copied", line)).toHaveLength(count);
  });

  test("the sentence", () => {
    expect(check("actual-copied", ["数量指标", "检查次数", "≥2次", "≥2次", "5", "5"])).toEqual([
      "info F7 《自评表》F7“检查次数”的实际完成值“≥2次”只是照抄目标，不是实际数，请填写实际完成的数值或日期。",
    ]);
  });
});

test("无 is no reason", () => {
  expect(check("deviation-reason", ["数量指标", "检查次数", "≥12次", "9次", "5", "3", "无"])).toHaveLength(1);
  expect(check("deviation-reason", ["数量指标", "检查次数", "≥12次", "12次", "5", "5", "无"])).toEqual([]);
});

test("far more than an exact number is a deviation too", () => {
  expect(check("deviation-reason", ["数量指标", "培训期数", "=8期", "12期", "5", "5"])).toHaveLength(1);
  expect(check("deviation-reason", ["数量指标", "培训期数", "=8期", "9期", "5", "5"])).toEqual([]);
});

describe("computed-score", () => {
  test("by a column of grading rules", () => {
    const scored = (score: string): string[] =>
      evaluationFindings(
        "computed-score",
        `| 产出指标 | 数量指标 | 检查次数 | ≥5次 | 4次 | 3 | ${score} | 略 | 完成5次计满分，每少一次扣0.5分，扣完为止。`,
        undefined,
        { headings: " | 评（扣）分标准" },
      );
    expect(scored("2.5")).toEqual([]);
    expect(scored("2")).toEqual([]);
    expect(scored("3")[0]).toMatch(/^warning H7 .*扣 0\.5 分，得 2\.5 分。请核对得分。$/);
  });

  // A rule typed into the target, as 附件2 prints it.
  const rule = "95%以上计满分，每降5%扣1分，扣完为止。";

  test.each([
    ["100%", "5"],
    ["90%", "4"],
    ["90%", "4.00"],
    ["较高", "5"],
  ])("done %s, score %s agrees, or nobody can tell", (actual, score) => {
    expect(check("computed-score", ["服务对象满意度指标", "满意度", rule, actual, "5", score])).toEqual([]);
  });

  test("another score is a warning with the reasoning", () => {
    expect(check("computed-score", ["服务对象满意度指标", "满意度", rule, "90%", "5", "5"])).toEqual([
      "warning H7 《自评表》H7“满意度”得分为 5，按评分标准：实际 90%，比 95% 少 5%，每 5% 扣 1 分，满 1 个扣分单位，扣 1 分，得 4 分。请核对得分。",
    ]);
  });

  test("without a score the computed one is offered", () => {
    expect(check("computed-score", ["服务对象满意度指标", "满意度", rule, "90%", "5", ""])).toEqual([
      "info F7 《自评表》F7“满意度”还没有填得分，按评分标准：实际 90%，比 95% 少 5%，每 5% 扣 1 分，满 1 个扣分单位，扣 1 分，得 4 分。可供参考。",
    ]);
  });
});
