import { evaluationFindings } from "../../../../test/support/evaluation";

describe("score-above-weight", () => {
  const check = (lines: string): string[] => evaluationFindings("score-above-weight", lines);

  test("a score up to the weight passes", () => {
    expect(check("| 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 5 | 5.00")).toEqual([]);
    expect(check("| 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | | 5.00")).toEqual([]);
  });

  test.each([
    ["5", "5.01", "error H7 《自评表》H7得分为 5.01，大于分值 5（G7），得分不能超过分值，请核对。"],
    ["5分", "6分", "error H7 《自评表》H7得分为 6，大于分值 5（G7），得分不能超过分值，请核对。"],
    ["5", "-1", "error H7 《自评表》H7得分为 -1，得分不能小于 0，请核对。"],
  ])("weight %s, score %s", (weight, score, finding) => {
    expect(check(`| 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | ${weight} | ${score}`)).toEqual([finding]);
  });
});

test("a weight or a score merged over several lines counts once", () => {
  const lines = (score: number): string => `
      | 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 10 | 4
      | | | 抽检批次 | ≥2批次 | 2批次 | | ${String(score)}
      总分 | | | | | | 20 | 19.60`;
  const merges = [{ top: 6, bottom: 7, left: 6, right: 6 }];
  const check = (id: string, score: number): string[] =>
    evaluationFindings(id, lines(score), undefined, { merges });
  expect(check("score-above-weight", 6)).toEqual([]);
  expect(check("weights-total", 6)).toEqual([]);
  expect(check("score-above-weight", 7)).toEqual([
    "error H7 《自评表》H7得分为 11，大于分值 10（G7），得分不能超过分值，请核对。",
  ]);
  const shared = (score: string): string[] =>
    evaluationFindings(
      "score-above-weight",
      `
      | 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 5 | ${score}
      | | | 抽检批次 | ≥2批次 | 2批次 | 5 |`,
      undefined,
      { merges: [{ top: 6, bottom: 7, left: 7, right: 7 }] },
    );
  expect(shared("10")).toEqual([]);
  expect(shared("11")).toHaveLength(1);
});

test("the total score is no more than the total weight", () => {
  expect(
    evaluationFindings(
      "score-above-weight",
      "| 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 90 | 90\n总分 | | | | | | 100 | 101",
    ),
  ).toHaveLength(1);
});

describe("score-total", () => {
  const total = (
    scores: readonly string[],
    printed: string,
    weights: readonly string[] = ["50", "40"],
  ): string[] =>
    evaluationFindings(
      "score-total",
      [
        ...scores.map(
          (score, at) =>
            `| 产出指标 | 数量指标 | 指标${String(at)} | ≥2次 | 2次 | ${weights[at] ?? ""} | ${score}`,
        ),
        `总分 | | | | | | 100 | ${printed}`,
      ].join("\n"),
    );

  test("scores and that of 预算执行 add up to the total", () => {
    expect(total(["50", "38.5"], "98.10")).toEqual([]);
    expect(total(["50", "38.54"], "98.1")).toHaveLength(1);
    expect(total(["50", "38.54"], "98.1")[0]).toMatch(/^rounding H9 /);
  });

  test("a total beyond rounding is an error that names both figures", () => {
    expect(total(["50", "38.5"], "98.40")).toEqual([
      "error H9 《自评表》H9“总分”的得分为 98.4，各项得分（H7:H8、I4）之和为 98.1，少 0.3，请核对总分与各项得分。",
    ]);
    expect(total(["50", "40"], "100")[0]).toMatch(/^error H9 .*之和为 99\.6，少 0\.4/);
  });

  test("a missing score is told as such", () => {
    expect(total(["50", ""], "98.10")).toEqual([
      "warning H9 《自评表》H9“总分”的得分为 98.1，已填的得分之和为 59.6，少 38.5，还有 1 项没有填得分（H8），请补填。",
    ]);
    expect(total(["", ""], "98.10")).toEqual([]);
  });

  test("just what rounded weights brought in is rounding, anything else is not", () => {
    const shares = ["80", "3.33", "3.33", "3.33"];
    expect(total(shares, "99.60", shares)[0]).toMatch(/^rounding H11 .*3 项平均分配的分值各按 3\.33 取整/);
    expect(total(shares, "99.58", shares)[0]).toMatch(/^error H11 /);
  });
});
