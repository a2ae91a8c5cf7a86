import { goalFindings, halfYearGoals, projectGoals } from "../../../../test/support/goals";

const LINE = "产出指标 | 数量指标 | 培训次数 | ≥ | 3 | 次";
/** Says what year the table is for. */
const DATE = "| 时效指标 | 报告时间 | 定性 | 2026年12月底前 |";
const goal = (text: string): string[] =>
  goalFindings("indicator-year", projectGoals({ goal: text, lines: `${LINE}\n${DATE}` }));
const line = (text: string): string[] =>
  goalFindings("indicator-year", projectGoals({ lines: `${text}\n${DATE}` }));

test.each([
  "2026年完成培训3次。",
  "根据2021—2025年规划开展工作。",
  "落实《2024年工作要点》要求。",
  "按市发〔2022〕5号文件执行。",
  "按照老干部局2019年通知执行。",
  "案件数量比2025年增长5%以上。",
  "公示2025年度企业年报。",
  "完成2025年专项资金绩效自评。",
  "该平台于2014年建成投入使用。",
])("valid goal: %s", (text) => {
  expect(goal(text)).toEqual([]);
});

test.each([
  ["2023年完成培训3次。", "2023年完成培训3次。", "2023"],
  ["为保障运行，预计2024年需大院运行经费49万元。", "为保障运行，预计2024年需大院运行经费49万元", "2024"],
  ["完成该项目在2023年从政策宣讲等方面服务企业。", "完成该项目在2023年从政策宣讲等方面服务企业。", "2023"],
])("left over in a goal: %s", (text, quote, year) => {
  expect(goal(text)).toEqual([
    `warning D6 《预算22表》D6 中“…${quote}…”说的是${year}年，本表是2026年度，可能是上年的表没有改，请核对年份。`,
  ]);
});

test.each([
  ["产出指标 | 时效指标 | 完成时间 | ≤ | 20251231 | 日", "I6", "20251231", "2025"],
  ["产出指标 | 时效指标 | 完成时间 | 定性 | 2025年12月31日前 |", "I6", "2025年12月31日前", "2025"],
  ["产出指标 | 时效指标 | 贯穿全年 | = | 1 | 年 | 在2024年完成", "K6", "在2024年完成", "2024"],
])("left over in an indicator: %s", (text, cell, quote, year) => {
  expect(line(text)).toEqual([
    `warning ${cell} 《预算22表》${cell} 中“…${quote}…”说的是${year}年，本表是2026年度，可能是上年的表没有改，请核对年份。`,
  ]);
});

test("a later year is worth a look", () => {
  expect(line("产出指标 | 时效指标 | 完成时间 | 定性 | 2027年6月30日前 |")).toEqual([
    "info I6 《预算22表》I6 中“…2027年6月30日前…”说的是2027年，晚于本表的2026年度，请核对年份。",
  ]);
});

test("the year is that of the sheet's first lines; goals above the indicators are read", () => {
  const sheet = (text: string): string[] =>
    goalFindings(
      "indicator-year",
      halfYearGoals({ goal: text, lines: "产出指标 | 数量指标 | 培训次数 | ≥1次 | ≥3次" }),
    );
  expect(sheet("2023年完成培训3次。")).toEqual([]);
  expect(sheet("2022年完成培训3次。")).toEqual([
    "warning B6 《业务经费》B6 中“…2022年完成培训3次。…”说的是2022年，本表是2023年度，可能是上年的表没有改，请核对年份。",
  ]);
});

test("without a year in a title and in the dates nothing is said; another year of the forms is none", () => {
  const sheet = (...dates: string[]): string[] =>
    goalFindings(
      "indicator-year",
      projectGoals({
        goal: "2023年完成培训3次。",
        lines: [
          LINE,
          ...dates.map((date, at) => `| 时效指标 | 第${String(at)}次报告时间 | 定性 | ${date} |`),
        ].join("\n"),
      }),
    );
  expect(sheet()).toEqual([]);
  expect(sheet("2023年3月底前", "2023年6月底前", "2023年12月底前")).toEqual([]);
  expect(sheet("2025年3月底前", "2025年6月底前", "2025年12月底前")).toHaveLength(1);
});
