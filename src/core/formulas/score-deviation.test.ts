import Decimal from "decimal.js";
import fc from "fast-check";
import { gridOf, shown, type Written } from "./cells.testing";
import type { Argument } from "./formula-value";
import { scoreDeviation } from "./score-deviation";

const deviation = (weight: Written, score: Written, relative?: Argument) =>
  shown(scoreDeviation(gridOf(weight), gridOf(score), relative));

const NO_WEIGHT = "#DIV/0! 分值为空或为 0，无法计算相对偏差。";

type Case = readonly [
  weight: Written,
  score: Written,
  relative: Argument,
  result: string | readonly string[],
];

const CASES: readonly Case[] = [
  [10, 9.55, null, "-0.45"],
  [10, 9.55, false, "-0.45"],
  [10, 9.55, true, "-0.045"],
  [10, 10, null, "0"],
  [10, 10, true, "0"],
  [10, 12, true, "0.2"],
  // 0.3 − 0.1 is 0.19999999999999998 in doubles.
  [0.1, 0.3, null, "0.2"],
  [0.1 + 0.2, 0.3, null, "0"],
  ["１０", "９．５", null, "-0.5"],
  ["1,000", "999.5", null, "-0.5"],
  [3, 2, true, "-0.3333333333333333"],
  // Not scored yet, no weight.
  [10, null, null, "-10"],
  [10, "—", true, "-1"],
  [null, 5, null, "5"],
  [0, 5, null, "5"],
  [null, 5, true, NO_WEIGHT],
  [0, 5, true, NO_WEIGHT],
  ["", 5, 1, NO_WEIGHT],
  // TRUE as Excel takes it.
  [10, 9, 1, "-0.1"],
  [10, 9, 0, "-1"],
  [10, 9, "true", "-0.1"],
  [10, 9, "FALSE", "-1"],
  [10, 9, "是", "#VALUE! 相对应为 TRUE 或 FALSE，不能是“是”。"],
  [10, 9, { error: "#N/A" }, "#N/A 相对所引用的单元格是错误值 #N/A。"],
  // No numbers and errors.
  ["十分", 9, null, "#VALUE! 分值“十分”不是数字。"],
  [10, "优", null, "#VALUE! 得分“优”不是数字。"],
  [10, { error: "#DIV/0!" }, true, "#DIV/0! 得分所引用的单元格是错误值 #DIV/0!。"],
  // Ranges.
  [[[10], [20], [30]], [[10], [18.5], ["缺"]], null, ["0", "-1.5", "#VALUE! 得分“缺”不是数字。"]],
  [
    10,
    [
      [10, 9],
      [8, null],
    ],
    true,
    ["0 | -0.1", "-0.2 | -1"],
  ],
  [[[10], [20]], [[10, 20]], null, "#VALUE! 分值（2 行 1 列）与得分（1 行 2 列）的区域大小不一致。"],
];

test.each(CASES)("SCORE_DEVIATION(%j, %j, %j) is %j", (weight, score, relative, result) => {
  expect(deviation(weight, score, relative)).toEqual(result);
});

test("weight + deviation is the score again, to the last digit", () => {
  const points = fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 1000);
  fc.assert(
    fc.property(points, points, (weight, score) => {
      const [[lost] = []] = scoreDeviation([[weight]], [[score]]);
      if (typeof lost !== "number") throw new Error(`no number: ${JSON.stringify(lost)}`);
      expect(new Decimal(weight).plus(lost).toNumber()).toBe(score);
    }),
  );
});
