import { evaluationFindings } from "../../../../test/support/evaluation";

const LINE = "| 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 90 | 90";

const rate = (budget: string, executed: string, printed: string): string[] =>
  evaluationFindings(
    "execution-rate",
    LINE,
    `| 年度资金总额 | | ${budget} | ${budget} | ${executed} | 10 | ${printed} |`,
  );

describe("execution-rate", () => {
  test.each([
    ["7,324.16", "7,064.68", "96.46%"],
    ["7,324.16", "7,064.68", "96.5%"],
    ["7,324.16", "7,064.68", "0.9646"],
    ["7,324.16", "7,064.68", "96.46"],
    ["906.86", "906.86", "100%"],
    ["334.90", "78.92", "23.57%"],
    ["334.90", "78.92", "/"],
    ["0", "0", "/"],
    ["0", "0", "0%"],
    ["", "78.92", "23.57%"],
  ])("%s, %s executed: %s holds", (budget, executed, printed) => {
    expect(rate(budget, executed, printed)).toEqual([]);
  });

  test("a cut rate is rounding, and says so", () => {
    expect(rate("7,324.16", "7,064.68", "96.45%")).toEqual([
      "rounding H4 《自评表》H4预算执行率 96.45% 是截去尾数得到的：7,064.68 ÷ 7,324.16 = 96.457…%，四舍五入为 96.46%（尾差），请统一取位办法。",
    ]);
  });

  test("amounts with few digits may hide the rate", () => {
    expect(rate("1.9", "1.5", "78.90%")[0]).toMatch(/^rounding H4 .*在金额取整的范围内/);
    expect(rate("1.9", "1.5", "88.90%")[0]).toMatch(/^error H4 /);
  });

  test("another rate is an error with the right one", () => {
    expect(rate("7,324.16", "7,064.68", "96.54%")).toEqual([
      "error H4 《自评表》H4预算执行率为 96.54%，按执行数 ÷ 全年预算数（7,064.68 ÷ 7,324.16）应为 96.46%，请核对执行率与两个金额。",
    ]);
    expect(rate("0", "3.00", "100%")[0]).toMatch(/^error H4 .*全年预算数为 0/);
  });
});

const score = (printedRate: string, printed: string, weight = "10"): string[] =>
  evaluationFindings(
    "execution-score",
    LINE,
    `| 年度资金总额 | | 7,324.16 | 7,324.16 | 7,064.68 | ${weight} | ${printedRate} | ${printed}`,
  );

describe("execution-score", () => {
  test.each([
    ["96.46%", "9.65", "10"],
    ["96.45%", "9.65", "10"],
    ["96.46%", "9.6", "10"],
    ["96.46%", "19", "20"],
    ["96.46%", "19.29", "20"],
    ["/", "9.65", "10"],
    ["96.46%", "", "10"],
    ["96.46%", "9.65", ""],
  ])("rate %s, score %s of %s holds", (printedRate, printed, weight) => {
    expect(score(printedRate, printed, weight)).toEqual([]);
  });

  test("a cut score is rounding", () => {
    expect(score("96.45%", "9.64")).toEqual([
      "rounding I4 《自评表》I4预算执行得分 9.64 是截去尾数得到的：10 × 96.45% 四舍五入为 9.65（尾差），请统一取位办法。",
    ]);
  });

  test("any other score is an error, also full points for less than everything", () => {
    expect(score("96.46%", "9.46")).toEqual([
      "error I4 《自评表》I4预算执行得分为 9.46，按分值 × 执行率（10 × 96.46%）应为 9.65，请核对。",
    ]);
    expect(score("96.46%", "10")[0]).toMatch(/^error I4 .*应为 9\.65/);
    expect(score("96.46%", "11")[0]).toMatch(/^error I4 .*最多得 10 分/);
  });

  test("more spent than budgeted earns no more than the weight", () => {
    const funds = (printed: string): string =>
      `| 年度资金总额 | | 100.00 | 100.00 | 120.00 | 10 | 120.00% | ${printed}`;
    expect(evaluationFindings("execution-score", LINE, funds("10"))).toEqual([]);
    expect(evaluationFindings("execution-score", LINE, funds("12"))[0]).toMatch(/^error I4 .*最多得 10 分/);
  });
});
