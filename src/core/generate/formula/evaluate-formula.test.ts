import { FORMULA_FUNCTIONS } from "../../formulas/catalogue";
import { LANGUAGE_CASES, readDrawn, shownResult } from "./formula-cases.testing";
import { evaluateFormula, parseFormula } from "./index";

const result = (text: string): string => shownResult(evaluateFormula(parseFormula(text), readDrawn));

test.each(LANGUAGE_CASES)("%s is %s", (text, expected) => {
  expect(result(text)).toBe(expected);
});

test.each([
  // Excel's other functions; a branch that is not taken does not matter.
  ["=VLOOKUP(A1,A1:B2,2)", "unknown"],
  ["=1+MEDIAN(A1:A3)", "unknown"],
  ["=SUM(A1,MEDIAN(A1:A3))", "unknown"],
  ["=IFERROR(MEDIAN(A1:A3),0)", "unknown"],
  ["=COUNT(MEDIAN(A1:A3))", "unknown"],
  ["=IF(A1>0,1,MEDIAN(A1:A3))", "1"],
  ["=A4+MEDIAN(A1:A3)", "#DIV/0!"],
  // What spills.
  ["=A1:A3", "unknown"],
  ["=A1:A3*2", "unknown"],
  ["=A1:A1*2", "66170"],
  ["=EXEC_RATE(A1:A2,B1:B2)", "unknown"],
  // Dates in texts, the order of Chinese texts, powers of ten in texts, other formats: Excel's language decides.
  ['="2026-01-01"+1', "unknown"],
  ['="￥12"+1', "unknown"],
  ["=F1<F2", "unknown"],
  ['=0.00001&""', "unknown"],
  ['=TEXT(A1,"yyyy")', "unknown"],
  // LibreOffice goes its own way with these; Excel does not.
  ['="1,234.5"*2', "2469"],
  ["=E2*A2", "5"],
  ['="1E3"*2', "2000"],
  ["=0^0", "#NUM!"],
  ["=0^-1", "#DIV/0!"],
  ["=-D1&TRUE", '"12.5TRUE"'],
  ['=TRUE>"zzz"', "TRUE"],
  ['=SUM("12",2)', "14"],
  ['=FIND("",F1)', "1"],
  ['=IF("true",1,2)', "1"],
  ['=COUNT("12","甲",A4)', "1"],
  ['=TEXT("12","0.00")', '"12.00"'],
])("%s is %s", (text, expected) => {
  expect(result(text)).toBe(expected);
});

test.each([
  ["=EXEC_RATE(B1,A1)", "0.9554"],
  ["=执行率(B1,A1,2)", "0.96"],
  ["=EXEC_RATE(B1,C1)", "#DIV/0!"],
  ["=EXEC_RATE(C4,A1)", "0"],
  ["=EXEC_RATE(F1,A1)", "#VALUE!"],
  ["=EXEC_RATE(B1,A1,)", "0.9554"],
  ["=EXEC_SCORE(A2,E2)", "5"],
  ["=SCORE_DEVIATION(A2,B2)", "-0.45"],
  ["=SUM_CHECK('预算02''表 总'!B4,'预算02''表 总'!B2:B3)", "0"],
  ["=SUM(EXEC_RATE(B1:B2,A1:A2))", "1.9104"],
  ['=IF(N(C1)=0,"/",EXEC_RATE(B1,C1,4))', '"/"'],
  ["=RMB_UPPER(EXEC_RATE(B1,A1,2))", '"玖角陆分"'],
])("%s with custom functions is %s", (text, expected) => {
  expect(result(text)).toBe(expected);
});

test("the examples of the custom functions, as far as they need no list in braces", () => {
  const examples = FORMULA_FUNCTIONS.flatMap((each) => each.examples).filter(
    ({ formula }) => !formula.includes("{"),
  );
  expect(examples.length).toBeGreaterThan(15);
  for (const { formula, result: expected } of examples) {
    const shown = typeof expected === "string" ? `"${expected}"` : String(expected).toUpperCase();
    expect(`${formula} ${result(formula)}`).toBe(`${formula} ${shown}`);
  }
});
