import { asTyped } from "./cell-text";

test.each([
  "=A1",
  "＝A1",
  "+5",
  "-乙",
  "@丙",
  "'丁",
  "#N/A",
  "001",
  "０１",
  " 12",
  ".5",
  "(5)",
  "（1）",
  "2026年",
  "12月31日前",
  "3-4",
  "50%",
  "¥100",
  "￥1,000",
  "true",
  "FALSE ",
  "Jan 5",
  "March 2026",
  "下午3:00",
  "=甲\n乙",
])("%j would be read as something else", (text) => {
  expect(asTyped(text)).toBe(`'${text}`);
});

test.each(["产出指标", "（一）产出", "≥90", "May", "一、收入", "", "甲\n=乙", "marker 5 is none", "次/年"])(
  "%j is a text by itself",
  (text) => {
    expect(asTyped(text)).toBe(text);
  },
);

test("numbers and truth values stay; line ends are Excel's", () => {
  expect([asTyped(5), asTyped(true), asTyped("甲\r\n乙\r丙"), asTyped("-甲\r\n乙")]).toEqual([
    5,
    true,
    "甲\n乙\n丙",
    "'-甲\n乙",
  ]);
});
