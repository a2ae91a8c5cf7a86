import { FormulaDefect } from "./formula-defect";
import { formulaText } from "./index";
import { parseFormula } from "./parse-formula";

/** What is written, and how it is written again: as Excel reads it. */
const SAME: readonly (readonly [string, string])[] = [
  ["1+2*3", "=1+2*3"],
  ["=(1+2)*3", "=(1+2)*3"],
  ["=1-(2-3)-4", "=1-(2-3)-4"],
  ["=((A1))", "=A1"],
  ["=-2^2", "=-2^2"],
  ["=-(2^2)", "=-(2^2)"],
  ["=2^-3^2", "=2^-3^2"],
  ["=2^(3^2)", "=2^(3^2)"],
  ["=(2^3)^2", "=2^3^2"],
  ["=-A1%", "=-A1%"],
  ["=(-A1)%", "=(-A1)%"],
  ["=(A1+B1)%%", "=(A1+B1)%%"],
  ["=--A1", "=--A1"],
  ["= 1 + - 2", "=1+-2"],
  ["=1.50*.5+2.", "=1.5*0.5+2"],
  ["=1E3+2.5e-3", "=1000+0.0025"],
  ['=A1&"、"&B1>=C1', '=A1&"、"&B1>=C1'],
  ["=(A1=B1)&C1", "=(A1=B1)&C1"],
  ["=A1<>B1=C1", "=A1<>B1=C1"],
  ['="他说""好"""', '="他说""好"""'],
  ['=""', '=""'],
  ["=true", "=TRUE"],
  ["=a1+$b$2+C$3+$d4", "=A1+$B$2+C$3+$D4"],
  ["=SUM(a1:$B$2)", "=SUM(A1:$B$2)"],
  ["=SUM(B2:A1,B$9:$A3)", "=SUM(A1:B2,$A3:B$9)"],
  ["='预算02表 收入总表'!D9", "='预算02表 收入总表'!D9"],
  ["=预算02表!D9+Sheet1!A1:B3", "='预算02表'!D9+'Sheet1'!A1:B3"],
  ["='它''的'!A1", "='它''的'!A1"],
  ["='a!b(1)'!A1", "='a!b(1)'!A1"],
  ["=XFD1048576", "=XFD1048576"],
  ["=IF(A1,,2)", "=IF(A1,,2)"],
  ['=IF( A1 , "/" , exec_rate(B1,C1,4) )', '=IF(A1,"/",EXEC_RATE(B1,C1,4))'],
  ["=执行率(A1,B1)", "=执行率(A1,B1)"],
  ["=PI()*LOG10(A1)", "=PI()*LOG10(A1)"],
  ["=STDEV.S(A1:A9)", "=STDEV.S(A1:A9)"],
  ["=SUM (A1)", "=SUM(A1)"],
  ["=SUM(,A1,)", "=SUM(,A1,)"],
  ["=#DIV/0!+#n/a", "=#DIV/0!+#N/A"],
  // As a Chinese input method types them.
  ["＝SUM（A1，B1）＊2％", "=SUM(A1,B1)*2%"],
  ['="（全角，文本）"', '="（全角，文本）"'],
  ["='（表）'!A1", "='（表）'!A1"],
];

test.each(SAME)("%s", (text, again) => {
  const node = parseFormula(text);
  expect(formulaText(node, "functions")).toBe(again);
  expect(parseFormula(again)).toEqual(node);
});

test("a long text is written in pieces that Excel takes", () => {
  const long = "长".repeat(300);
  const text = formulaText(
    { kind: "binary", operator: "=", left: { kind: "text", value: long }, right: parseFormula("A1") },
    "functions",
  );
  expect(text).toBe(`="${long.slice(0, 127)}"&"${long.slice(0, 127)}"&"${long.slice(0, 46)}"=A1`);
});

const DEFECTS: readonly (readonly [string, string])[] = [
  ["=", "公式是空的，请在“=”后面写上内容，如“=SUM(D5:D9)”。"],
  ["=1+", "公式末尾处缺少单元格、数或函数，请补上。"],
  ["=1+*2", "公式第 4 个字符“*”处缺少单元格、数或函数，请补上。"],
  ["=(1+2", "公式第 2 个字符“(”处的左括号没有合上，请补上右括号。"],
  ["=SUM(A1,", "公式第 2 个字符“SUM(”处的左括号没有合上，请补上右括号。"],
  ["=SUM(A1", "公式第 2 个字符“SUM(”处的左括号没有合上，请补上右括号。"],
  ["=A1)", "公式第 4 个字符“)”是多余的右括号，请删去。"],
  ["=(A1,B1)", "公式第 5 个字符“,”只能写在函数的括号里，请删去或改写。"],
  ["=A1,B1", "公式第 4 个字符“,”只能写在函数的括号里，请删去或改写。"],
  ["=A1 B1", "公式第 5 个字符“B1”前面缺少运算符或逗号，请补上。"],
  ["=2(3)", "公式第 3 个字符“(”前面缺少运算符或逗号，请补上。"],
  ['=A1&"万元', '公式第 5 个字符“"万元”起的文本没有合上，请补上半角双引号。'],
  ["=A1&“万元”", "公式第 5 个字符是中文引号，公式里的文本请用半角双引号。"],
  ["='预算02表!D9", "公式第 2 个字符“'预算02表!D9”起的工作表名没有合上，请写成“'预算02表'!D9”。"],
  ["='预算02表'!合计", "公式第 2 个字符“'预算02表'!”处的工作表名后面缺少单元格，请写成“'预算02表'!D9”。"],
  [
    "=预算收入+1",
    "公式第 2 个字符“预算收入”不是单元格，也不是函数，请改写；函数后面要有括号，文本要加半角双引号。",
  ],
  ["=XFE1", "公式第 2 个字符“XFE1”不是单元格，也不是函数，请改写；函数后面要有括号，文本要加半角双引号。"],
  ["=SUM(A:A)", "公式第 6 个字符“A”处的区域写得不完整，请写成“A1:B9”，不能用整行或整列。"],
  ["=SUM(1:3)", "公式第 7 个字符“:”处的区域写得不完整，请写成“A1:B9”，不能用整行或整列。"],
  ["=A1≥2", "公式第 4 个字符“≥”在公式里没有意义，请删去或改写。"],
  ["=1E999", "公式第 2 个字符“1E999”处的数太大，Excel 存不下，请核对。"],
  ["=ROUND(A1)", "公式第 2 个字符“ROUND(”处的函数 ROUND 要有 2 个参数，现在是 1 个，请核对。"],
  [
    "=EXEC_RATE(A1,B1,4,5)",
    "公式第 2 个字符“EXEC_RATE(”处的函数 EXEC_RATE 要有 2 到 3 个参数，现在是 4 个，请核对。",
  ],
];

test.each(DEFECTS)("%s", (text, sentence) => {
  expect(() => parseFormula(text)).toThrow(new FormulaDefect(sentence));
});

test("what is too long or too deep for Excel is refused", () => {
  const sum = (terms: number): string => `=1${"+1".repeat(terms)}`;
  expect(formulaText(parseFormula(sum(4095)), "functions")).toBe(sum(4095));
  expect(() => parseFormula(sum(4096))).toThrow("公式超过 8192 个字符，Excel 存不下，请拆成几个单元格。");
  expect(() => parseFormula(`=${"(".repeat(65)}1`)).toThrow("公式的括号和函数套得太多，请拆成几个单元格。");
});
