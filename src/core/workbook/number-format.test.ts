import { decimalsOfFormat } from "./number-format";

describe("decimalsOfFormat", () => {
  test.each<[string, number | null]>([
    ["0", 0],
    ["0.00", 2],
    ["#,##0", 0],
    ["#,##0.00", 2],
    ["0.0000", 4],
    ["#.##", 2],
    [".00", 2],
    ["0.", 0],
    ["0.00%", 2],
    ["0%", 0],
    ["0.00_ ", 2],
    ["0.00_);(0.00)", 2],
    ["#,##0.00_ ;[Red]-#,##0.00", 2],
    ["#,##0.00;-#,##0.0;0", 2],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 2],
    ['_ "¥"* #,##0_ ;', 0],
    ["[$¥-804]#,##0.00", 2],
    ["[>=100]0.0;0.00", 1],
    ["[DBNum1]0.0", 1],
    ['0.00"万元"', 2],
    ['"合计;"0.0;0', 1],
    ["\\;0.000;0", 3],
    ["0.0!万", 1],
    ["0\\.0000", 0],
    ["0!.0000", 0],
    ["¥0.00元", 2],
  ])("%s shows %s decimals", (format, decimals) => {
    expect(decimalsOfFormat(format)).toBe(decimals);
  });

  test.each([
    ["General"],
    ["G/通用格式"],
    ['General"元"'],
    ["[Red]General"],
    ["@"],
    [""],
    [";;;"],
    ['"—"'],
    ["yyyy/m/d"],
    ['yyyy"年"m"月"d"日"'],
    ["h:mm:ss.0"],
    ["[h]:mm"],
    ["[$-804]e年m月"],
    ["# ?/?"],
    ["0.00E+00"],
    ["0.00,"],
    ["#,##0,"],
    ["#,##0,.00"],
    ['0.0,,"百万"'],
  ])("%s shows no fixed number of the value's own decimals", (format) => {
    expect(decimalsOfFormat(format)).toBeNull();
  });
});
