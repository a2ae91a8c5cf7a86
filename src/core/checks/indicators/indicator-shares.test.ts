import { goalFindings, projectGoals } from "../../../../test/support/goals";

const shares = (...lines: [name: string, value: string, operator?: string][]): string[] =>
  goalFindings(
    "indicator-shares",
    projectGoals({
      lines: lines
        .map(
          ([name, value, operator = "≤"], at) =>
            `${at === 0 ? "成本指标 | 经济成本指标" : "|"} | ${name} | ${operator} | ${value} | %`,
        )
        .join("\n"),
    }),
  );

test("shares of one project add up to 100 %, those of the next on their own", () => {
  expect(
    shares(
      ["年度分析报告项目数据成本占比", "60"],
      ["年度分析报告项目印刷成本占比", "40"],
      ["内部合规建设项目培训成本占比", "55"],
      ["内部合规建设项目审计成本占比", "45"],
    ),
  ).toEqual([]);
});

test("rounding of the printed digits is no mistake", () => {
  expect(
    shares(
      ["信用代码数据库电力成本", "33.3"],
      ["信用代码数据库设备成本", "33.3"],
      ["信用代码数据库软件成本", "33.3"],
    ),
  ).toEqual([]);
});

test.each([
  ["42.9", "57.25", "100.15%，超出100% 0.15 个百分点"],
  ["50", "38", "88%，比100%少 12 个百分点"],
])("%s + %s do not add up", (first, second, text) => {
  expect(shares(["技术性贸易项目咨询成本占比", first], ["技术性贸易项目印刷成本占比", second])).toEqual([
    `warning I6 《预算22表》I6、I7 是“技术性贸易项目”成本的各部分占比，合计 ${text}，请核对各项占比或补充缺少的部分。`,
  ]);
});

test("three costs of a project need not say 占比, two do", () => {
  const lines: [string, string][] = [
    ["信用代码数据库电力成本", "30"],
    ["信用代码数据库设备成本", "30"],
    ["信用代码数据库软件成本", "30"],
  ];
  expect(shares(...lines)).toHaveLength(1);
  expect(shares(...lines.slice(0, 2))).toEqual([]);
});

test("rates that are kept below a limit are no shares", () => {
  expect(
    shares(
      ["年度三公经费支出控制率", "90"],
      ["年度三公经费会议控制率", "80"],
      ["项目经费节约比例一季度", "5"],
      ["项目经费节约比例二季度", "6"],
      ["项目总成本控制在预算内甲", "100"],
      ["项目总成本控制在预算内乙", "100"],
    ),
  ).toEqual([]);
});

/** Two thirds of a cost, and a third line that may be a share of it, too. */
const withThird = (third: string): string[] =>
  goalFindings(
    "indicator-shares",
    projectGoals({
      lines: `
成本指标 | 经济成本指标 | 信用代码数据库电力成本 | ≤ | 30 | %
| | 信用代码数据库设备成本 | ≤ | 30 | %
${third}`,
    }),
  );

test("a third line makes them a composition", () => {
  for (const operator of ["≤", "=", ""]) {
    expect(withThird(`| | 信用代码数据库软件成本 | ${operator} | 30 | %`)).toEqual([
      "warning I6 《预算22表》I6、I7、I8 是“信用代码数据库”成本的各部分占比，合计 90%，比100%少 10 个百分点，请核对各项占比或补充缺少的部分。",
    ]);
  }
});

test.each([
  "| | 信用代码数据库软件成本 | ≥ | 30 | %",
  "| | 信用代码数据库软件成本 | < | 30 | %",
  "| | 信用代码数据库软件成本 | ≤ | 100 | %",
  "| | 信用代码数据库软件成本 | ≤ | 0 | %",
  "| | 信用代码数据库软件成本 | ≤ | 30 | 万元",
  "| | 信用代码数据库软件成本 | ≤ | 提高30 | %",
  "| | 信用代码数据库软件成本 | 定性 | 较低 |",
  ...["控制率", "节约", "压减", "降低", "下降", "减少", "增长", "变动", "标准"].map(
    (word) => `| | 信用代码数据库软件${word} | ≤ | 30 | %`,
  ),
  "产出指标 | 数量指标 | 信用代码数据库软件成本 | ≤ | 30 | %",
])("no share of it: %s", (third) => {
  expect(withThird(third)).toEqual([]);
});

test("of two shares both need to say so", () => {
  const two = (second: string) => shares(["技术性贸易项目咨询成本占比", "50"], [second, "38"]);
  for (const word of ["占比", "比例", "比重"]) expect(two(`技术性贸易项目印刷成本${word}`)).toHaveLength(1);
  expect(two("技术性贸易项目印刷成本")).toEqual([]);
});
