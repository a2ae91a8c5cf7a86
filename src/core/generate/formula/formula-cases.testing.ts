import Decimal from "decimal.js";
import { grid } from "../../../../test/support/grid";
import { isCellError, type CellValue } from "../../workbook/snapshot";
import type { FormulaResult, FormulaValue, ReadCell } from "./index";

/** The sheets of the cases: 12, 50%, “/” and “—” are texts, what is not drawn is blank. */
export const SHEETS = [
  grid(
    `
    33085    | 31610.23 | 0     | -12.5 | '12  | 甲
    10       | 9.55     | 0.96  | 1.2   | '50% | 乙
    1.005    | 2.675    | 0.1   | 0.2   | 0.3  | Abc
    #DIV/0!  | #REF!    | '/    | '—    | 无   | 多_字
    `,
    "Sheet1",
  ),
  grid(
    `
    项目 | 金额
    一   | 205.24
    二   | 60.71
    合计 | 265.94
    `,
    "预算02'表 总",
  ),
] as const;

/** Reads the cells of `SHEETS`; a formula stands on the first one. */
export const readDrawn: ReadCell = (name, at) => {
  const sheet = SHEETS.find((each) => each.name === (name ?? SHEETS[0].name));
  if (sheet === undefined) return { kind: "error", error: "#REF!" };
  const cell = sheet.cells.find(({ row, column }) => row === at.row && column === at.column);
  return cell === undefined ? { kind: "blank" } : valueOf(cell.value);
};

function valueOf(value: CellValue): FormulaValue {
  if (typeof value === "number") return { kind: "number", number: new Decimal(value) };
  if (typeof value === "string") return { kind: "text", text: value };
  return isCellError(value) ? { kind: "error", error: value.error } : { kind: "boolean", boolean: value };
}

/** A result as a test writes it down: `0.9554`, `"text"`, `TRUE`, `#DIV/0!`, `unknown`; numbers with Excel's 15 digits. */
export function shownResult(result: FormulaResult): string {
  switch (result.kind) {
    case "number":
      return result.number.toSignificantDigits(15).toString();
    case "text":
      return `"${result.text}"`;
    case "boolean":
      return result.boolean ? "TRUE" : "FALSE";
    case "error":
      return result.error;
    case "unknown":
      return "unknown";
  }
}

type Case = readonly [formula: string, result: string];

/** The language, its operators and Excel's own functions. LibreOffice computes these, too. */
export const LANGUAGE_CASES: readonly Case[] = [
  // Operators.
  ["=1+2*3-4/8", "6.5"],
  ["=(1+2)*3", "9"],
  ["=-2^2", "4"],
  ["=0-2^2", "-4"],
  ["=2^3^2", "64"],
  ["=2^-1", "0.5"],
  ["=2^0.5", "1.4142135623731"],
  ["=(-8)^3", "-512"],
  ["=50%+1", "1.5"],
  ["=200%%", "0.02"],
  ["=-A2%", "-0.1"],
  ["=--A2", "10"],
  ["=A1+B1", "64695.23"],
  ["=C3+D3", "0.3"],
  ["=C3+D3=E3", "TRUE"],
  ["=1/3*3=1", "TRUE"],
  ["=A1/C1", "#DIV/0!"],
  ["=A1/Z99", "#DIV/0!"],
  ["=(-8)^0.5", "#NUM!"],
  ["=10^300*10^300", "#NUM!"],
  ["=Z99+1", "1"],
  ["=Z99", "0"],
  ["=E1+1", "13"],
  ["=E1*A2", "120"],
  ['="1.5"*2', "3"],
  ["=TRUE+1", "2"],
  ["=F1+1", "#VALUE!"],
  ["=-F1", "#VALUE!"],
  ["=C4+1", "#VALUE!"],
  ['=""+1', "#VALUE!"],
  ["=A4+B4", "#DIV/0!"],
  ["=B4+A4", "#REF!"],
  ["=F1+A4", "#VALUE!"],
  // Texts.
  ['=F1&"、"&F2', '"甲、乙"'],
  ["=A2&C2&Z99", '"100.96"'],
  ['=A1/3&""', '"11028.3333333333"'],
  ["=A4&F1", "#DIV/0!"],
  ['="共"&A2+1&"项"', '"共11项"'],
  ['="他说""好"""', '"他说"好""'],
  // Comparisons.
  ['=F3="aBC"', "TRUE"],
  ['=F3<>"abc"', "FALSE"],
  ['="a"<"B"', "TRUE"],
  ['="b">="10"', "TRUE"],
  ['="1"=1', "FALSE"],
  ['="1">99', "TRUE"],
  ["=Z99=0", "TRUE"],
  ['=Z99=""', "TRUE"],
  ["=Z99=FALSE", "TRUE"],
  ["=Z99<1", "TRUE"],
  ["=A1>=B1", "TRUE"],
  ["=A4=1", "#DIV/0!"],
  // Another sheet.
  ["='预算02''表 总'!B4", "265.94"],
  ["=SUM('预算02''表 总'!B2:B3)", "265.95"],
  ["='预算02''表 总'!A2&F1", '"一甲"'],
  // Sums and what else takes many.
  ["=SUM(A1:D3)", "64708.42"],
  ["=SUM(A2:F2)", "21.71"],
  ["=SUM(E1:F4)", "0.3"],
  ["=SUM(E1,2)", "2"],
  ["=SUM(TRUE,2)", "3"],
  ['=SUM("甲",2)', "#VALUE!"],
  ["=SUM(A1:A4)", "#DIV/0!"],
  ["=SUM(1,,2)", "3"],
  ["=SUM(Z1:Z9)", "0"],
  ["=MIN(A1:D3)", "-12.5"],
  ["=MAX(A1:D3)", "33085"],
  ["=MIN(E1:F2)", "0"],
  ["=MAX(D1,-20)", "-12.5"],
  ["=MIN(Z1,5)", "5"],
  ["=MAX(Z1:Z9)", "0"],
  ["=AVERAGE(A2:F2)", "5.4275"],
  ["=AVERAGE(1,2,4)", "2.33333333333333"],
  ["=AVERAGE(Z1:Z9)", "#DIV/0!"],
  ["=COUNT(A1:F4)", "13"],
  ["=COUNT(1,TRUE,Z99,F1)", "2"],
  ["=COUNTA(A1:F4)", "24"],
  ["=COUNTA(Z1:Z9,F1)", "1"],
  // Conditions.
  ['=IF(A1>B1,"大","小")', '"大"'],
  ["=IF(C1,1)", "FALSE"],
  ["=IF(Z99,1,)", "0"],
  ["=IF(D1,2,A4)", "2"],
  ["=IF(F1,1,2)", "#VALUE!"],
  ["=IF(A4,1,2)", "#DIV/0!"],
  ['=IF(N(C1)=0,"/",A1/C1)', '"/"'],
  ["=IF(TRUE,Z99,1)", "0"],
  ["=IFERROR(A1/C1,-1)", "-1"],
  ["=IFERROR(A2,-1)", "10"],
  ["=IFERROR(B4,A4)", "#DIV/0!"],
  ["=AND(A1,B1)", "TRUE"],
  ["=AND(A1:D1)", "FALSE"],
  ["=AND(TRUE,A2>1,C1=0)", "TRUE"],
  ["=OR(C1,Z99)", "FALSE"],
  ["=OR(A1:F1)", "TRUE"],
  ["=OR(C1,A4)", "#DIV/0!"],
  ["=NOT(C1)", "TRUE"],
  ["=NOT(A4)", "#DIV/0!"],
  // Single numbers.
  ["=ABS(D1)", "12.5"],
  ["=ABS(F1)", "#VALUE!"],
  ["=N(F1)", "0"],
  ["=N(E1)", "0"],
  ["=N(A1)", "33085"],
  ["=N(Z99)", "0"],
  ["=N(TRUE)", "1"],
  ["=N(A4)", "#DIV/0!"],
  ["=ISNUMBER(A1)", "TRUE"],
  ["=ISNUMBER(E1)", "FALSE"],
  ["=ISNUMBER(Z99)", "FALSE"],
  ["=ISNUMBER(A4)", "FALSE"],
  // Rounding, half away from zero.
  ["=ROUND(A3,2)", "1.01"],
  ["=ROUND(B3,2)", "2.68"],
  ["=ROUND(-A3,2)", "-1.01"],
  ["=ROUND(0.5,0)", "1"],
  ["=ROUND(-0.5,0)", "-1"],
  ["=ROUND(2.5,0)", "3"],
  ["=ROUND(1/3*3*0.005,2)", "0.01"],
  ["=ROUND(A1,-2)", "33100"],
  ["=ROUND(D1,-2)", "0"],
  ["=ROUND(A1,1.9)", "33085"],
  ["=ROUND(B1/A1,4)", "0.9554"],
  ["=ROUND(E1,0)", "12"],
  ["=ROUND(F1,0)", "#VALUE!"],
  ["=ROUNDDOWN(B2,1)", "9.5"],
  ["=ROUNDDOWN(D1,0)", "-12"],
  ["=ROUNDDOWN(A1,-3)", "33000"],
  ["=ROUNDUP(B2,1)", "9.6"],
  ["=ROUNDUP(D1,0)", "-13"],
  // Texts of numbers.
  ['=TEXT(C2,"0.00%")', '"96.00%"'],
  ['=TEXT(0.96455,"0.00%")', '"96.46%"'],
  ['=TEXT(A1,"0.00")', '"33085.00"'],
  ['=TEXT(A1*1000,"#,##0.00")', '"33,085,000.00"'],
  ['=TEXT(D1,"#,##0.00")', '"-12.50"'],
  ['=TEXT(999.995,"#,##0.00")', '"1,000.00"'],
  ['=TEXT(A3,"0.00")', '"1.01"'],
  ['=TEXT(B2,"0")', '"10"'],
  ['=TEXT(0.123456,"#,##0.0000")', '"0.1235"'],
  ['=TEXT(Z99,"0.00")', '"0.00"'],
  ['=TEXT(F1,"0.00")', '"甲"'],
  ['=TEXT(A4,"0.00")', "#DIV/0!"],
  ['=FIND("字",F4)', "3"],
  ['=FIND("乙",F1)', "#VALUE!"],
];
