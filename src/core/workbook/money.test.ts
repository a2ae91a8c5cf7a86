import { amountText, unitOfLine } from "./money";

test.each([
  ["单位：万元", "万元"],
  ["金额单位: 元", "元"],
  ["单 位 ： 千 元", "千元"],
  ["（单位：人民币亿元）", "亿元"],
  ["填报单位：湖南省质量和标准化研究院", null],
  ["预算数（万元）", null],
])("unit of %s", (line, unit) => {
  expect(unitOfLine(line)).toBe(unit);
});

test("amounts are printed in the table's own unit", () => {
  expect(amountText(12_579_400_000, "万元", 2)).toBe("1257.94");
  expect(amountText(690_000_000, "万元", 2)).toBe("69.00");
  expect(amountText(12_345, "元", 2)).toBe("12.35");
  expect(amountText(-5_000_000, "万元", 1)).toBe("-0.5");
});

test.each([
  [0, "万元", 2, "0.00"],
  [-3, "元", 2, "0.00"],
  [5, "元", 2, "0.01"],
  [9_995, "元", 0, "10"],
  [1_000, "元", 0, "1"],
  [12_579_400_000, "万元", 0, "1257.94"],
  [-10, "万元", 2, "-0.000001"],
  [131_134_000_000_000, "亿元", 2, "1311.34"],
] as const)("%d 厘 in %s with %d decimals", (amount, unit, decimals, text) => {
  expect(amountText(amount, unit, decimals)).toBe(text);
});
