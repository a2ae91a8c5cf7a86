import { columnLetters } from "../../src/core/workbook/address";
import {
  evaluateFormula,
  formulaText,
  parseFormula,
  type FormulaResult,
} from "../../src/core/generate/formula";
import { LANGUAGE_CASES, readDrawn, SHEETS } from "../../src/core/generate/formula/formula-cases.testing";
import type { CellValue } from "../../src/core/workbook/snapshot";
import { readXlsx, writeXlsx, type NewSheet } from "../../src/xlsx";
import { describeWithLibreOffice, throughLibreOffice } from "./libreoffice";

/** Calls of custom functions over the cells of the cases; ties, blanks, no budget, caps, amounts in texts. */
const CUSTOM_CALLS: readonly string[] = [
  "=EXEC_RATE(B1,A1)",
  "=EXEC_RATE(B1,A1,2)",
  "=EXEC_RATE(B1,A1,A2)",
  "=EXEC_RATE(B1,A1,Z99)",
  "=EXEC_RATE(B1,C1)",
  "=EXEC_RATE(B1,Z99)",
  "=EXEC_RATE(Z99,A1)",
  "=EXEC_RATE(E1,A1)",
  "=EXEC_RATE(F1,A1)",
  "=EXEC_RATE(A1,A4)",
  "=EXEC_RATE(1,20000)",
  "=EXEC_RATE(D1,A1)",
  "=CONTROL_RATE(55,66,4)",
  "=SHARE('预算02''表 总'!B2,'预算02''表 总'!B4)",
  "=CHANGE_RATE(36.16,51)",
  "=CHANGE_RATE(2000.1,2000)",
  "=CHANGE_RATE(A1,D1)",
  "=CHANGE_RATE(Z99,A1)",
  "=CHANGE_RATE(A1,Z99)",
  "=EXEC_SCORE(A2,C2)",
  "=EXEC_SCORE(A2,D2)",
  "=EXEC_SCORE(A2,E2,2,TRUE)",
  "=EXEC_SCORE(A2,D1)",
  "=EXEC_SCORE(A2,A1)",
  "=EXEC_SCORE(D1,C2)",
  "=EXEC_SCORE(A2,Z99)",
  "=EXEC_SCORE(Z99,C2)",
  "=EXEC_SCORE(10,0.9645)",
  "=EXEC_SCORE(10,0.9645,2,TRUE)",
  "=EXEC_SCORE(10,EXEC_RATE(B1,A1),1)",
  "=SCORE_DEVIATION(A2,B2)",
  "=SCORE_DEVIATION(A2,B2,TRUE)",
  "=SCORE_DEVIATION(A2,B2,C1)",
  "=SCORE_DEVIATION(C1,B2,TRUE)",
  "=SCORE_DEVIATION(Z99,B2)",
  "=TO_WAN(B1)",
  "=TO_WAN(B1,2)",
  "=TO_WAN(Z99)",
  "=TO_YUAN(1.1)",
  "=TO_YUAN(1311.34)",
  "=TO_YUAN(0.00005,0)",
  '=IF(N(C1)=0,"/",EXEC_RATE(B1,C1,4))',
  // Ties that doubles miss: 17.5 % of 3 points, 5 ten-thousandths of a rate.
  ...[250, 750, 1450, 1550, 1750, 2250, 3350].map((rate) => `=EXEC_SCORE(3,${String(rate / 10_000)})`),
  ...[3, 7, 15, 35, 1005].map((part) => `=EXEC_RATE(${String(part)},20000)`),
];

/** Calls over cells that hold marks for nothing. */
const CALLS_OF_MARKS: readonly string[] = [
  "=EXEC_RATE(C4,A1)",
  "=EXEC_RATE(B1,D4)",
  "=EXEC_RATE(B1,A1)",
  "=EXEC_RATE(E1,A1)",
  "=EXEC_RATE(E4,A1)",
  "=EXEC_SCORE(A2,D4)",
  "=CHANGE_RATE(C4,A1)",
  "=SCORE_DEVIATION(A2,Z99)",
];

const FORMULAS: readonly string[] = [
  ...LANGUAGE_CASES.map(([formula]) => formula),
  ...CUSTOM_CALLS.map((call) => formulaText(parseFormula(call), "builtin")),
  ...CALLS_OF_MARKS.map((call) => formulaText(parseFormula(call), "builtin", () => true)),
];

/** Where the formulas stand, clear of the cells they read. */
const COLUMN = 30;

function cellValue(result: FormulaResult): CellValue {
  switch (result.kind) {
    case "number":
      return result.number.toNumber();
    case "text":
      return result.text;
    case "boolean":
      return result.boolean;
    case "error":
      return { error: result.error };
    case "unknown":
      throw new Error("Only Excel can tell.");
  }
}

const computed = FORMULAS.map((formula) => cellValue(evaluateFormula(parseFormula(formula), readDrawn)));

const sheets: readonly NewSheet[] = SHEETS.map(({ name, cells }, at) => ({
  name,
  cells: [
    ...cells.map(({ row, column, value }) => ({ row, column, content: { value } })),
    ...(at > 0
      ? []
      : FORMULAS.map((formula, row) => ({
          row,
          column: COLUMN,
          content: { formula, cached: computed[row] ?? 0 },
        }))),
  ],
}));

/** Numbers to 14 digits: LibreOffice computes with doubles. */
function rounded(value: CellValue | undefined): unknown {
  return typeof value === "number" ? Number(value.toPrecision(14)) : value;
}

describeWithLibreOffice("LibreOffice computes the formulas of templates as we do", () => {
  let theirs: ReadonlyMap<number, CellValue>;
  beforeAll(() => {
    const bytes = throughLibreOffice({ formulas: writeXlsx({ sheets }) }).get("formulas");
    const [sheet] = readXlsx(bytes ?? new Uint8Array(), "formulas").sheets;
    const column = (sheet?.cells ?? []).filter((cell) => cell.column === COLUMN);
    theirs = new Map(column.map(({ row, value }) => [row, value]));
  }, 120_000);

  test("the custom functions and their built-in words have one result", () => {
    const calls = [...CUSTOM_CALLS, ...CALLS_OF_MARKS];
    const results = calls.map((call) => cellValue(evaluateFormula(parseFormula(call), readDrawn)));
    expect(results).toEqual(computed.slice(-calls.length));
  });

  test.each(
    FORMULAS.map((formula, row) => [formula, `${columnLetters(COLUMN)}${String(row + 1)}`, row] as const),
  )("%s in %s", (_formula, _cell, row) => {
    expect(rounded(theirs.get(row))).toEqual(rounded(computed[row]));
  });
});
