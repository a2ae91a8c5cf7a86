import { isBlankText, parseDecimalText } from "./decimal-text";

/** Typed text and the exact number it stands for. */
const NUMBERS: readonly (readonly [string, string])[] = [
  ["0", "0"],
  ["33085", "33085"],
  ["31610.23", "31610.23"],
  ["31,610.23", "31610.23"],
  ["31，610.23", "31610.23"],
  ["1,234,567", "1234567"],
  ["３１，６１０．２３", "31610.23"],
  ["  12.5 ", "12.5"],
  ["\u00a012.5\u3000", "12.5"],
  [".5", "0.5"],
  ["5.", "5"],
  ["007", "7"],
  ["+3", "3"],
  ["-1.20", "-1.2"],
  ["－1.20", "-1.2"],
  ["−1.20", "-1.2"],
  ["–1.20", "-1.2"],
  ["- 1.20", "-1.2"],
  ["(1.20)", "-1.2"],
  ["（1,200.50）", "-1200.5"],
  ["95.54%", "0.9554"],
  ["９５.５４％", "0.9554"],
  ["100 %", "1"],
  ["(5%)", "-0.05"],
  ["-0.00", "0"],
  ["(0)", "0"],
  ["123456789012345678901234567890.12", "123456789012345678901234567890.12"],
  ["123456789012345678901234567890%", "1234567890123456789012345678.9"],
];

test.each(NUMBERS)("%j is %s", (text, number) => {
  expect(parseDecimalText(text)?.toFixed()).toBe(number);
});

const NO_NUMBERS: readonly string[] = [
  "",
  " ",
  "/",
  "—",
  "-",
  ".",
  "%",
  "()",
  "(-1)",
  "-(1)",
  "--1",
  "1.2.3",
  "12.3O",
  "12,34",
  "1,2345",
  ",123",
  "1,,234",
  "1234,567",
  "1,234.567,8",
  "1 234",
  "1E5",
  "0x10",
  "Infinity",
  "NaN",
  "约100",
  "100万元",
  "一百",
  "5%%",
  "%5",
];

test.each(NO_NUMBERS)("%j is no number", (text) => {
  expect(parseDecimalText(text)).toBeNull();
});

test.each(["", "  ", "\u3000", "/", "／", "-", "－", "—", "——", " — "])("%j stands for nothing", (text) => {
  expect(isBlankText(text)).toBe(true);
});

test.each(["0", "-1", "//", "无", "-/"])("%j stands for something", (text) => {
  expect(isBlankText(text)).toBe(false);
});
