import Decimal from "decimal.js";
import fc from "fast-check";
import { FORMULA_FUNCTIONS } from "../../formulas/catalogue";
import { shownResult } from "./formula-cases.testing";
import {
  evaluateFormula,
  formulaText,
  inBuiltIns,
  parseFormula,
  usesCustomFunctions,
  type FormulaNode,
  type FormulaValue,
  type ReadCell,
} from "./index";
import { TRANSLATIONS } from "./translations";

test.each([
  ["=EXEC_RATE(F4,E4,4)", "=ROUND(F4/E4,4)"],
  ["=执行率(F4,E4)", "=ROUND(F4/E4,4)"],
  ["=EXEC_RATE(F4+F5,SUM(E4:E5),2)", "=ROUND((F4+F5)/SUM(E4:E5),2)"],
  ["=EXEC_RATE(F4,E4,A1)", '=IF(A1="",ROUND(F4/E4,4),ROUND(F4/E4,A1))'],
  ["=EXEC_RATE(F4,E4,16)", "=#NUM!"],
  ["=EXEC_RATE(,E4,)", "=ROUND(0/E4,4)"],
  ['=IF(N(C7)=0,"/",EXEC_RATE(G7,C7,4))', '=IF(N(C7)=0,"/",ROUND(G7/C7,4))'],
  ["=CONTROL_RATE(D3,B3,4)", "=ROUND(D3/B3,4)"],
  ["=SHARE('表'!D3,B3)*100", "=ROUND('表'!D3/B3,4)*100"],
  ["=CHANGE_RATE(B3,C3)", "=IF(C3*1<0,#NUM!,ROUND(ROUND(B3-C3,10)/C3,4))"],
  ["=EXEC_SCORE(G4,H4)", "=IF(OR(G4*1<0,H4*1>10),#NUM!,ROUND(ROUND(G4*MAX(0,MIN(1,H4*1)),10),2))"],
  [
    "=EXEC_SCORE(10,EXEC_RATE(F4,E4),1,TRUE)",
    "=IF(OR(10<0,ROUND(F4/E4,4)>10),#NUM!,ROUNDDOWN(ROUND(10*MAX(0,MIN(1,ROUND(F4/E4,4))),10),1))",
  ],
  ["=SCORE_DEVIATION(G4,H4)", "=ROUND(H4-G4,10)"],
  ["=SCORE_DEVIATION(G4,H4,TRUE)", "=ROUND(H4-G4,10)/G4"],
  ["=SCORE_DEVIATION(G4,H4,A1)", "=IF(A1,ROUND(H4-G4,10)/G4,ROUND(H4-G4,10))"],
  ["=TO_WAN(SUM(D4:D9))", "=SUM(D4:D9)/10000"],
  ["=TO_WAN(D4,2)", "=ROUND(D4/10000,2)"],
  ["=TO_YUAN(D4)", "=ROUND(D4*10000,10)"],
  ["=SUM(A1:B2)+A3", "=SUM(A1:B2)+A3"],
  // No built-in words.
  ["=RMB_UPPER(TO_YUAN(D4))", "=RMB_UPPER(ROUND(D4*10000,10))"],
  ["=SUM_CHECK(D4,D5:D9)", "=SUM_CHECK(D4,D5:D9)"],
  ["=EXEC_RATE(F4:F9,E4:E9)", "=EXEC_RATE(F4:F9,E4:E9)"],
])("%s in built-in functions", (text, expected) => {
  const node = parseFormula(text);
  expect(formulaText(node, "builtin")).toBe(expected);
  expect(formulaText(node, "functions")).toBe(formulaText(parseFormula(text), "functions"));
  expect(usesCustomFunctions(inBuiltIns(node))).toBe(/RMB|CHECK|:F9/.test(expected));
});

test("a cell that may hold a mark is guarded, others are not", () => {
  const node = inBuiltIns(
    parseFormula("=EXEC_RATE(F4,E4)"),
    (each) => each.kind === "cell" && each.at.column === 5,
  );
  expect(formulaText(node, "functions")).toBe(
    '=ROUND(IF(ISNUMBER(FIND("|"&F4&"|","||/|／|-|--|—|——|———|")),0,F4)/E4,4)',
  );
});

test("every translated function is there", () => {
  const ids = new Set(FORMULA_FUNCTIONS.map(({ id }) => id));
  expect(Object.keys(TRANSLATIONS).filter((id) => !ids.has(id))).toEqual([]);
});

/** A number of up to four decimals, blank, an amount in a text, a percentage, a mark for nothing. */
const amount: fc.Arbitrary<FormulaValue> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: -2_000_000, max: 9_000_000 })
      .map((n): FormulaValue => ({ kind: "number", number: new Decimal(n).div(10_000) })),
  },
  // Ties of rates and scores.
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 0, max: 3000 })
      .map((n): FormulaValue => ({ kind: "number", number: new Decimal(n).times("0.0005") })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(1, 3, 10, 15, 2000, 20_000)
      .map((n): FormulaValue => ({ kind: "number", number: new Decimal(n) })),
  },
  { weight: 1, arbitrary: fc.constant<FormulaValue>({ kind: "blank" }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("12.5", "31,610.23", "96.45%", "/", "—", "——", "-", "")
      .map((text): FormulaValue => ({ kind: "text", text })),
  },
);

const broken: fc.Arbitrary<FormulaValue> = fc.constantFrom<FormulaValue>(
  { kind: "text", text: "甲" },
  { kind: "error", error: "#DIV/0!" },
);

const places = fc.constantFrom("", "0", "1", "2", "4", "C1", "D1");
const calls = fc.oneof(
  fc
    .tuple(fc.constantFrom("EXEC_RATE", "CONTROL_RATE", "SHARE", "CHANGE_RATE"), places)
    .map(([name, count]) => `${name}(A1,B1,${count})`),
  fc
    .tuple(places, fc.constantFrom("", "TRUE", "FALSE", "E1"))
    .map(([count, cut]) => `EXEC_SCORE(A1,B1,${count},${cut})`),
  fc.constantFrom("", "TRUE", "FALSE", "E1").map((relative) => `SCORE_DEVIATION(A1,B1,${relative})`),
  fc.tuple(fc.constantFrom("TO_WAN", "TO_YUAN"), places).map(([name, count]) => `${name}(A1,${count})`),
);

/** A1 and B1 are amounts, C1 is 3, D1 is blank, E1 is TRUE or FALSE. */
const cells = (a: FormulaValue, b: FormulaValue, e: boolean): ReadCell => {
  const row: readonly FormulaValue[] = [
    a,
    b,
    { kind: "number", number: new Decimal(3) },
    { kind: "blank" },
    { kind: "boolean", boolean: e },
  ];
  return (_sheet, { column }) => row[column] ?? { kind: "blank" };
};

/** As a cell holds it: numbers as doubles. */
const outcome = (node: FormulaNode, readCell: ReadCell): string => {
  const result = evaluateFormula(node, readCell);
  return result.kind === "number" ? String(result.number.toNumber()) : shownResult(result);
};

test("built-in words come to the same, also for blanks, texts and marks", () => {
  fc.assert(
    fc.property(calls, amount, amount, fc.boolean(), (text, a, b, e) => {
      const node = parseFormula(text);
      const readCell = cells(a, b, e);
      const isText = ({ kind }: FormulaValue): boolean => kind === "text";
      const plain = inBuiltIns(
        node,
        ({ kind, ...cell }) => kind === "cell" && "at" in cell && isText(cell.at.column === 0 ? a : b),
      );
      expect(usesCustomFunctions(plain)).toBe(false);
      expect(outcome(parseFormula(formulaText(plain, "functions")), readCell)).toBe(outcome(node, readCell));
    }),
    { numRuns: 1000 },
  );
});

test("what is no number makes both an error, the same", () => {
  fc.assert(
    fc.property(calls, broken, fc.boolean(), (text, value, first) => {
      const one: FormulaValue = { kind: "number", number: new Decimal(1) };
      const readCell = first ? cells(value, one, true) : cells(one, value, true);
      const node = parseFormula(text);
      expect(outcome(inBuiltIns(node), readCell)).toBe(outcome(node, readCell));
    }),
  );
});
