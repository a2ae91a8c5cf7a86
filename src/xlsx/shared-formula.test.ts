import { formulaAt, takeApart } from "./shared-formula";

const MASTER = { row: 1, column: 1 };

/** The master's formula as the cell two rows down and one column right has it. */
const moved = (formula: string): string => formulaAt(takeApart(formula), MASTER, { row: 3, column: 2 });

test.each([
  ["B2", "C4"],
  ["$B2+B$2+$B$2", "$B4+C$2+$B$2"],
  ["SUM(C2:D9)", "SUM(D4:E11)"],
  ["SUM(A:A,$B:C)", "SUM(B:B,$B:D)"],
  ["SUM(3:3,$4:5)", "SUM(5:5,$4:7)"],
  ["LOG10(B2)*ATAN2(C2,D2)", "LOG10(C4)*ATAN2(D4,E4)"],
  ["IF(A1=\"A1\",'A1 表'!B2,预算05表!C3)", "IF(B3=\"A1\",'A1 表'!C4,预算05表!D5)"],
  ['\'它\'\'s A1\'!A1&"说""A1"""', '\'它\'\'s A1\'!B3&"说""A1"""'],
  ["表1[A1]+[1]Sheet1!A1", "表1[A1]+[1]Sheet1!B3"],
  ["Rate_A1+A1.x+税率A1", "Rate_A1+A1.x+税率A1"],
  ["1E5+2.5E3*A1", "1E5+2.5E3*B3"],
  ["XFD1+A1048576", "#REF!+#REF!"],
  ["ABCD1+A12345678", "ABCD1+A12345678"],
  ["TRUE+PI()", "TRUE+PI()"],
])("%s → %s", (formula, expected) => {
  expect(moved(formula)).toBe(expected);
});

test("upwards and to the left", () => {
  expect(formulaAt(takeApart("C3+A1"), { row: 2, column: 2 }, { row: 1, column: 1 })).toBe("B2+#REF!");
});
