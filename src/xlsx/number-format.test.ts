import { compileNumberFormat } from "./number-format";

const show = (code: string, value: number): string => compileNumberFormat(code, false).showNumber(value);

test.each<[string, number, string]>([
  ["0", -0.4, "0"],
  ["__proto__", 1.5, "1.5"],
  ["constructor", 1.5, "1.5"],
  ["0.00", -0.001, "0.00"],
  ["0.00;-0.00", -0.001, "-0.00"],
  ["0.00;@", -1.5, "-1.50"],
  ["0.00;(0.00);—;@", 0, "—"],
  ["0.00;(0.00);—;@", -2, "(2.00)"],
  ["0.00_ ;[Red]\\-0.00\\ ", -1.005, "-1.01 "],
  ["0.00;[红色]\\(0.00\\)", -1.2, "(1.20)"],
  ["#,##0.00", 1.005, "1.01"],
  ["0.0%", 0.0005, "0.1%"],
  ["0.00%", 0.28955, "28.96%"],
  ["¥#,##0.00", 46023.5, "¥46,023.50"],
  ["[$¥-804]#,##0.00", -1.2, "-¥1.20"],
  ['"合计"0.0', -3, "-合计3.0"],
  ["0!.0,", 46023.5, "4.6"],
  ["0.00,", 46023.5, "46.02"],
  ["[>=10000]0.00,;0.00", 46023.5, "46.02"],
  ["0.##", 1.5, "1.5"],
  ["0.00E+00", 46023.5, "4.60E+04"],
  ["# ?/?", 0.5, "1/2"],
  ["[$-804]aaaa", 46023, "星期四"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 46023, "2026年1月1日"],
  ["h:mm", 0.5, "12:00"],
  ["G/通用格式", 1.5, "1.5"],
  ["@", 1.5, "1.5"],
  [";;;", 1.5, ""],
  ["General", 1 / 3, "0.333333333"],
  ["General", 1e20, "1E+20"],
  ["[no format", 1.5, "1.5"],
])("%s shows %d as “%s”", (code, value, text) => {
  expect(show(code, value)).toBe(text);
});

test("texts pass as they are unless the format adds to them or hides them", () => {
  const text = (code: string): string => compileNumberFormat(code, false).showText("  人员经费");
  expect(["General", "0.00", "@", "_ @_ ", "0;-0;0;_(@_)"].map(text)).toEqual(Array(5).fill("  人员经费"));
  expect(text('0.00;-0.00;0.00;"※"@')).toBe("※  人员经费");
  expect(text(";;;")).toBe("");
});

test("a format too long for Excel counts as General and cannot blow up every cell", () => {
  expect(show(`"${"长".repeat(300)}"0.00`, 1.5)).toBe("1.5");
});
