import { formatAmount, formatDifference, isAmount } from "./format-amount";

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

it("amounts are told from texts, which are laid out otherwise", () => {
  expect(["0.41", "-1311.34", "25.29%", "≥5次", "139.00 万元"].filter(isAmount)).toEqual([
    "0.41",
    "-1311.34",
  ]);
});
