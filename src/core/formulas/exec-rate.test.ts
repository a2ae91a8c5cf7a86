import fc from "fast-check";
import { gridOf, shown, type Written } from "./cells.testing";
import { execRate } from "./exec-rate";
import type { Argument } from "./formula-value";

const rate = (executed: Written, budget: Written, decimals?: Argument) =>
  shown(execRate(gridOf(executed), gridOf(budget), decimals));

const NO_BUDGET = "#DIV/0! 预算数为空或为 0，无法计算执行率。";

type Case = readonly [
  executed: Written,
  budget: Written,
  decimals: Argument,
  result: string | readonly string[],
];

const SINGLE_CELLS: readonly Case[] = [
  // The rate the Hunan self-evaluation of 2024 prints as 95.54 %.
  [31610.23, 33085, null, "0.9554"],
  [31610.23, 33085, 2, "0.96"],
  [31610.23, 33085, 0, "1"],
  [31610.23, 33085, 15, "0.955424814870787"],
  [31610.23, 33085, "４", "0.9554"],
  // Text numbers, as copied from a page or typed in full width.
  ["31,610.23", "33,085.00", null, "0.9554"],
  ["３１，６１０．２３", "３３，０８５", null, "0.9554"],
  ["(31610.23)", 33085, null, "-0.9554"],
  ["50%", 1, null, "0.5"],
  // Half up, ties away from zero.
  [0.00005, 1, null, "0.0001"],
  [-0.00005, 1, null, "-0.0001"],
  [1.005, 1, 2, "1.01"],
  [2, 3, null, "0.6667"],
  [-0.00001, 1, null, "0"],
  // The noise of a double does not decide a tie: 0.1 + 0.2 is 0.3.
  [0.1 + 0.2, 0.3, 15, "1"],
  [120, 100, null, "1.2"],
  // Nothing spent yet.
  [null, 33085, null, "0"],
  ["", 33085, null, "0"],
  ["—", 33085, null, "0"],
  [0, 33085, null, "0"],
  // No budget to divide by.
  [31610.23, null, null, NO_BUDGET],
  [31610.23, 0, null, NO_BUDGET],
  [31610.23, "0.00", null, NO_BUDGET],
  [31610.23, " ", null, NO_BUDGET],
  [31610.23, "/", null, NO_BUDGET],
  [null, null, null, NO_BUDGET],
  // No numbers.
  ["12.3O", 33085, null, "#VALUE! 执行数“12.3O”不是数字。"],
  [1, "三万", null, "#VALUE! 预算数“三万”不是数字。"],
  [1, "12,34", null, "#VALUE! 预算数“12,34”不是数字。"],
  [true, 33085, null, "#VALUE! 执行数“TRUE”不是数字。"],
  ["a".repeat(30), 1, null, `#VALUE! 执行数“${"a".repeat(20)}…”不是数字。`],
  // Errors pass through, the first argument's first.
  [{ error: "#REF!" }, 0, null, "#REF! 执行数所引用的单元格是错误值 #REF!。"],
  [1, { error: "#N/A" }, null, "#N/A 预算数所引用的单元格是错误值 #N/A。"],
  ["x", { error: "#N/A" }, null, "#VALUE! 执行数“x”不是数字。"],
  // Decimal places.
  [1, 3, 16, "#NUM! 小数位数应为 0 到 15 的整数，不能是 16。"],
  [1, 3, -1, "#NUM! 小数位数应为 0 到 15 的整数，不能是 -1。"],
  [1, 3, `1.${"1".repeat(300)}`, `#NUM! 小数位数应为 0 到 15 的整数，不能是 1.${"1".repeat(18)}…。`],
  [1, 3, "9".repeat(300), "#NUM! 小数位数应为 0 到 15 的整数，不能是 1e+300。"],
  [1, 3, 2.5, "#NUM! 小数位数应为 0 到 15 的整数，不能是 2.5。"],
  [1, 3, "两位", "#VALUE! 小数位数应为 0 到 15 的整数，“两位”不是数字。"],
  [1, 3, true, "#VALUE! 小数位数应为 0 到 15 的整数，“TRUE”不是数字。"],
  [1, 3, { error: "#NAME?" }, "#NAME? 小数位数所引用的单元格是错误值 #NAME?。"],
  ["1" + "0".repeat(400), 1, null, "#NUM! 结果超出 Excel 能表示的范围。"],
];

test.each(SINGLE_CELLS)("EXEC_RATE(%j, %j, %j) is %s", (executed, budget, decimals, result) => {
  expect(rate(executed, budget, decimals)).toEqual(result);
});

const RANGES: readonly Case[] = [
  // Column by column, each cell with its own result.
  [
    [[31610.23], [null], [5], ["x"]],
    [[33085], [100], [0], [1]],
    null,
    ["0.9554", "0", NO_BUDGET, "#VALUE! 执行数“x”不是数字。"],
  ],
  [[[1, 2, 3]], [[4, 4, 4]], 2, "0.25 | 0.5 | 0.75"],
  // One budget for a column of months, and one amount against a row of budgets.
  [[[10], [25], [50]], 100, null, ["0.1", "0.25", "0.5"]],
  [50, [[100, 200]], null, "0.5 | 0.25"],
  [[[50]], [[100, 200]], null, "0.5 | 0.25"],
  // Shapes that do not fit.
  [[[1], [2], [3]], [[1, 2, 3]], null, "#VALUE! 执行数（3 行 1 列）与预算数（1 行 3 列）的区域大小不一致。"],
  [[[1], [2]], [[1], [2], [3]], null, "#VALUE! 执行数（2 行 1 列）与预算数（3 行 1 列）的区域大小不一致。"],
];

test.each(RANGES)("over ranges EXEC_RATE(%j, %j, %j) is %j", (executed, budget, decimals, result) => {
  expect(rate(executed, budget, decimals)).toEqual(result);
});

/** An amount in cents, written with two decimals; so small that every rate below has at most 15 digits, as a double has. */
const cents = fc.integer({ min: 1, max: 999_999_999 });
const yuan = (amount: number) =>
  `${String(Math.floor(amount / 100))}.${String(amount % 100).padStart(2, "0")}`;

test("the rate is never further than half of its last digit from the exact quotient", () => {
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 6 }), (executed, budget, decimals) => {
      const [[result] = []] = execRate([[yuan(executed)]], [[yuan(budget)]], decimals);
      if (typeof result !== "number") throw new Error(`no number: ${JSON.stringify(result)}`);
      const scale = 10 ** decimals;
      // |result − executed ÷ budget| ≤ ½ ÷ scale, in whole numbers; result × scale is whole once the double's noise is off.
      const scaled = BigInt(Math.round(result * scale));
      const gap = scaled * BigInt(budget) - BigInt(executed) * BigInt(scale);
      expect(2n * (gap < 0n ? -gap : gap)).toBeLessThanOrEqual(BigInt(budget));
    }),
  );
});
