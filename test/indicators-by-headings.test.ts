import { indicatorModel } from "../src/core/indicators/describe";
import { grid, workbook } from "./support/grid";

/* Tables of performance indicators of authorities whose forms nobody has written down: told by title and headings. */

/** Form, owner and the lines: levels, name, target, actual value, weight, score, reason. */
function read(drawing: string): string[] {
  return indicatorModel(workbook(grid(drawing))).tables.flatMap(({ form, groups }) =>
    groups.flatMap(({ unit, project, indicators }) => [
      `${form ?? "–"} ${unit ?? "–"} ▸ ${project ?? "–"}`,
      ...indicators.map(({ level1, level2, name, target, actual, weight, score, reason }) =>
        [level1, level2, name, target?.text, actual?.text, weight, score, reason]
          .map((part) => part ?? "–")
          .join(" "),
      ),
    ]),
  );
}

test("goals: a target in one text, weights", () => {
  expect(
    read(`
      项目支出绩效目标表 | | | |
      项目名称 | 设备更新 | | |
      项目实施单位 | 某局 | | |
      一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
      产出指标 | 数量指标 | 购置设备 | ≥3台 | 10
               | 质量指标 | 合格率   | 100% | 20
      效益指标 | 社会效益 | 服务能力 | 提升 | 30
    `),
  ).toEqual([
    "performance-indicators-any 某局 ▸ 设备更新",
    "产出指标 数量指标 购置设备 ≥3台 – 10 – –",
    "产出指标 质量指标 合格率 100% – 20 – –",
    "效益指标 社会效益 服务能力 提升 – 30 – –",
  ]);
});

test("goals: operator, value and unit apart, whatever the order of the columns", () => {
  expect(
    read(`
      2024年度某市部门整体支出绩效目标申报表 | | | | | |
      权重 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
      10 | 产出指标 | 数量指标 | 购置设备 | ≥ | 3   | 台
      20 |          | 质量指标 | 合格率   | = | 100 | %
    `),
  ).toEqual([
    "performance-indicators-any – ▸ –",
    "产出指标 数量指标 购置设备 ≥3台 – 10 – –",
    "产出指标 质量指标 合格率 =100% – 20 – –",
  ]);
});

test("a self-evaluation in other words", () => {
  expect(
    read(`
      部门整体支出绩效自评表 | | | | | | |
      一级指标 | 二级指标 | 指标名称 | 权重 | 年度目标值 | 全年完成值 | 自评得分 | 未完成原因
      产出指标 | 数量指标 | 购置设备 | 10 | ≥3台 | 4台 | 10 |
               | 质量指标 | 合格率   | 20 | 100% | 80% | 16 | 设备老化
    `),
  ).toEqual([
    "performance-indicators-any – ▸ –",
    "产出指标 数量指标 购置设备 ≥3台 4台 10 10 –",
    "产出指标 质量指标 合格率 100% 80% 20 16 设备老化",
  ]);
});

test("consecutive numbers and one heading beside all lines do not matter", () => {
  expect(
    read(`
      绩效目标表 | | | | |
      序号 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      1 | 绩效指标 | 产出指标 | 数量指标 | 购置设备 | ≥3台
      2 |          |          |          | 检修设备 | ≥4台
    `),
  ).toEqual([
    "performance-indicators-any – ▸ –",
    "产出指标 数量指标 购置设备 ≥3台 – – – –",
    "产出指标 数量指标 检修设备 ≥4台 – – – –",
  ]);
});

test("the form of an authority goes before it where both fit", () => {
  const [form] = read(`
    项目支出绩效自评表 | | | | | | | |
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
     | 产出指标 | 数量指标 | 购置设备 | ≥3台 | 4台 | 10 | 10 |
  `);
  expect(form).toBe("hunan-evaluation-2024-indicators – ▸ –");
});

test.each([
  [
    "headings without a title that speaks of performance",
    "一级指标 | 二级指标 | 三级指标 | 指标值\n甲 | 乙 | 丙 | 3",
  ],
  [
    "projects and their money beside the levels: whose the indicators are would be lost",
    `项目支出绩效目标表
     项目名称 | 资金总额 | 一级指标 | 二级指标 | 三级指标 | 指标值
     甲项目 | 3.00 | 产出指标 | 数量指标 | 购置设备 | ≥3台
     乙项目 | 4.00 | 产出指标 | 数量指标 | 购置设备 | ≥4台`,
  ],
  [
    "units beside the levels",
    `部门整体支出绩效目标表
     单位名称 | 一级指标 | 二级指标 | 三级指标 | 指标值
     甲中心 | 产出指标 | 数量指标 | 购置设备 | ≥3台
     乙中心 | 产出指标 | 数量指标 | 购置设备 | ≥4台`,
  ],
  ["a title without the headings", "绩效目标表\n科目 | 金额\n甲 | 3.00"],
])("no table of indicators: %s", (_what, drawing) => {
  expect(read(drawing)).toEqual([]);
});
