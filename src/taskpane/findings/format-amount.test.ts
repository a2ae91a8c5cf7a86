import { formatAmount, formatDifference } from "./format-amount";

describe("formatAmount", () => {
  it.each([
    ["0.41", "0.41"],
    ["998.00", "998.00"],
    ["1311.34", "1,311.34"],
    ["-1234567.8", "−1,234,567.8"],
    ["12345678901234567890.12", "12,345,678,901,234,567,890.12"],
    ["12.3O", "12.3O"],
    ["#REF!", "#REF!"],
  ])("%s → %s", (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });
});

describe("formatDifference", () => {
  it.each([
    ["0.41", "+0.41"],
    ["-0.41", "−0.41"],
    ["0.00", "0.00"],
    ["缺", "缺"],
  ])("%s → %s", (amount, text) => {
    expect(formatDifference(amount)).toBe(text);
  });
});
