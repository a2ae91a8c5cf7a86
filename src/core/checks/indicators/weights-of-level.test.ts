import { evaluationFindings } from "../../../../test/support/evaluation";

const check = (lines: string): string[] => evaluationFindings("weights-of-level", lines);

test("weights that add up to the points of their levels pass", () => {
  expect(
    check(`
      | 产出指标（50分） | 数量指标 (20分) | 检查次数 | ≥2次 | 2次 | 12 | 12
      | | | 抽检批次 | ≥10批次 | 12批次 | 8 | 8
      | | 质量指标（30 分） | 合格率 | ≥98% | 99% | 30 | 30
      | 满意度指标(10分) | 服务对象满意度 | 满意度 | ≥90% | 95% | 10 | 10`),
  ).toEqual([]);
});

test("a level in every line of a flat table is one level", () => {
  expect(
    check(`
      | 产出指标(20分) | 数量指标(20分) | 检查次数 | ≥2次 | 2次 | 12 | 12
      | 产出指标(20分) | 数量指标(20分) | 抽检批次 | ≥10批次 | 12批次 | 8 | 8`),
  ).toEqual([]);
});

test("a slip below a 二级指标 shows there, not at the 一级指标 too", () => {
  expect(
    check(`
      | 产出指标(50分) | 数量指标(20分) | 检查次数 | ≥2次 | 2次 | 12 | 12
      | | | 抽检批次 | ≥10批次 | 12批次 | 9 | 8
      | | 质量指标(30分) | 合格率 | ≥98% | 99% | 30 | 30`),
  ).toEqual([
    "error C7 《自评表》C7“数量指标(20分)”写明 20 分，其下 2 项分值（G7:G8）之和为 21，多 1，请核对各项分值。",
  ]);
});

test("a 一级指标 alone with points", () => {
  expect(
    check(`
      | 效益指标(30分) | 经济效益指标 | 增长率 | ≥2% | 2% | 12.5 | 12
      | | 社会效益指标 | 投诉 | ≤2次 | 0次 | 12.5 | 12`),
  ).toEqual([
    "error B7 《自评表》B7“效益指标(30分)”写明 30 分，其下 2 项分值（G7:G8）之和为 25，少 5，请核对各项分值。",
  ]);
});

test("points of 二级指标 add up to those of their 一级指标", () => {
  expect(
    check(`
      | 产出指标(50分) | 数量指标(20分) | 检查次数 | ≥2次 | 2次 | 20 | 12
      | | 质量指标(25分) | 合格率 | ≥98% | 99% | 25 | 25
      | | 时效指标 | 及时率 | ≥98% | 99% | 5 | 5`),
  ).toEqual([]);
  expect(
    check(`
      | 产出指标(50分) | 数量指标(20分) | 检查次数 | ≥2次 | 2次 | 20 | 12
      | | 质量指标(25分) | 合格率 | ≥98% | 99% | 30 | 25`),
  ).toEqual([
    "error B7 《自评表》B7“产出指标(50分)”写明 50 分，其下各二级指标写明的分值（C7:C8）之和为 45，少 5，请核对各级分值。",
    "error C8 《自评表》C8“质量指标(25分)”写明 25 分，其下 1 项分值（G8）之和为 30，多 5，请核对各项分值。",
  ]);
});

test("equal shares that were rounded are a rounding finding with its cause", () => {
  expect(
    check(`
      | 效益指标(10分) | 经济效益指标(10分) | 增长率 | ≥2% | 2% | 3.33 | 3.33
      | | | 交易额 | >1亿元 | 2亿元 | 3.33 | 3.33
      | | | 产值 | >1亿元 | 2亿元 | 3.33 | 3.33`),
  ).toEqual([
    "rounding C7 《自评表》C7“经济效益指标(10分)”写明 10 分，其下各项分值（G7:G9）之和为 9.99，少 0.01，是 3 项平均分配的分值各按 3.33 取整造成的（尾差）。",
  ]);
});

test("more than the rounding of the shares explains, and whole points, are errors", () => {
  const severities = (weights: readonly string[]): string[] =>
    check(
      weights
        .map(
          (weight, at) =>
            `| ${at === 0 ? "效益指标(10分)" : ""} | ${at === 0 ? "经济效益" : ""} | 指标${String(at)} | ≥2次 | 2次 | ${weight} | 1`,
        )
        .join("\n"),
    ).map((text) => text.split(" ")[0] ?? "");
  expect(severities(["3.33", "3.33", "3.31"])).toEqual(["error"]);
  expect(severities(["3.33", "3.33", "3.33"])).toEqual(["rounding"]);
  expect(severities(["3", "3", "3"])).toEqual(["error"]);
  expect(severities(["3.3", "3.3", "3.3"])).toEqual(["rounding"]);
});

test("a blank weight is not 0", () => {
  expect(
    check(`
      | 产出指标(50分) | 数量指标 | 检查次数 | ≥2次 | 2次 | 20 | 12
      | | 质量指标 | 合格率 | ≥98% | 99% | | 25`),
  ).toEqual([
    "info B7 《自评表》B7“产出指标(50分)”写明 50 分，其下已填的分值之和为 20，少 30，还有 1 项没有填分值（G8），请补填。",
  ]);
  expect(check("| 产出指标(50分) | 数量指标 | 检查次数 | ≥2次 | 2次 | | 12")).toEqual([]);
});

test.each(["产出指标（50分）", "产出指标(满分50分)", "产出指标 50分", "一、产出指标（共50分）"])(
  "points behind the name: %s",
  (level) => {
    expect(check(`| ${level} | 数量指标 | 检查次数 | ≥2次 | 2次 | 50 | 12`)).toEqual([]);
    expect(check(`| ${level} | 数量指标 | 检查次数 | ≥2次 | 2次 | 40 | 12`)).toHaveLength(1);
  },
);
