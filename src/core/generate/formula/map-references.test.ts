import Decimal from "decimal.js";
import { toA1 } from "../../workbook/address";
import {
  cellReference,
  formulaText,
  mapReferences,
  parseFormula,
  rangeReference,
  type Reference,
} from "./index";

/** Cells of row 8 become rows 8 to 10 as `instances` says; any other goes two rows down. */
function moved(text: string, instances: "range" | "list"): string {
  const map = (reference: Reference): Reference | readonly Reference[] => {
    if (reference.kind === "range") {
      const { from, to } = reference;
      return { ...reference, from: { ...from, row: from.row + 2 }, to: { ...to, row: to.row + 2 } };
    }
    const { row, column } = reference.at;
    if (row !== 7) return { ...reference, at: { ...reference.at, row: row + 2 } };
    return instances === "range"
      ? rangeReference({ top: 7, bottom: 9, left: column, right: column })
      : [7, 8, 9].map((each) => cellReference({ row: each, column }));
  };
  return formulaText(mapReferences(parseFormula(text), map), "functions");
}

test.each([
  ["=D5+D$6*'表'!D7%", "=D7+D$8*'表'!D9%", "=D7+D$8*'表'!D9%"],
  ["=SUM(D8)", "=SUM(D8:D10)", "=SUM(D8,D9,D10)"],
  ["=-SUM(D5,D8,F9)/2", "=-SUM(D7,D8:D10,F11)/2", "=-SUM(D7,D8,D9,D10,F11)/2"],
  ["=IF(A1,MAX(D8,0),SUM(D1:D3))", "=IF(A3,MAX(D8:D10,0),SUM(D3:D5))", "=IF(A3,MAX(D8,D9,D10,0),SUM(D3:D5))"],
  ['=TEXTJOIN("、",TRUE,B8)', '=TEXTJOIN("、",TRUE,B8:B10)', '=TEXTJOIN("、",TRUE,B8,B9,B10)'],
])("%s moves", (text, withRanges, withLists) => {
  expect([moved(text, "range"), moved(text, "list")]).toEqual([withRanges, withLists]);
});

test("the parts of a check may become a range, not a list", () => {
  expect(moved("=SUM_CHECK(D5,D8)", "range")).toBe("=SUM_CHECK(D7,D8:D10)");
  expect(() => moved("=合计校验(D5,D8)", "list")).toThrow(
    "公式里的 D8 在重复区里，会变成几个单元格，函数 合计校验 的这个参数只能有一个，请先合起来，如“SUM(D8)”。",
  );
});

test.each([
  ["=D8*2", "公式里的 D8 在重复区里，会变成几个单元格，这里只能有一个，请先合起来，如“SUM(D8)”。"],
  ["=EXEC_RATE(D8,D5)", "函数 EXEC_RATE 的这个参数只能有一个"],
  ["=SUM(ROUND(D8,2))", "函数 ROUND 的这个参数只能有一个"],
])("%s has place for one cell alone", (text, sentence) => {
  expect(() => moved(text, "range")).toThrow(sentence);
  expect(() => moved(text, "list")).toThrow(sentence);
});

describe("more than 200 references", () => {
  const spread = (count: number, text: string): string =>
    formulaText(
      mapReferences(parseFormula(text), () =>
        Array.from({ length: count }, (_, at) => cellReference({ row: 2 * at, column: 0 })),
      ),
      "functions",
    );
  const cells = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, at) => toA1({ row: 2 * (from + at), column: 0 })).join(",");

  test("200 are arguments of one call", () => {
    expect(spread(200, "=SUM(A1)")).toBe(`=SUM(${cells(0, 200)})`);
  });

  test("more are in calls of the same function", () => {
    expect(spread(401, "=MAX(A1)")).toBe(
      `=MAX(MAX(${cells(0, 200)}),MAX(${cells(200, 400)}),MAX(${cells(400, 401)}))`,
    );
  });

  test("a count is the sum of the counts, a mean is that of all", () => {
    expect(spread(201, "=COUNT(A1)")).toBe(`=SUM(COUNT(${cells(0, 200)}),COUNT(${cells(200, 201)}))`);
    expect(spread(201, "=2*AVERAGE(A1)")).toBe(
      `=2*(SUM(SUM(${cells(0, 200)}),SUM(${cells(200, 201)}))/SUM(COUNT(${cells(0, 200)}),COUNT(${cells(200, 201)})))`,
    );
  });

  test("of a function that cannot be taken in groups they are refused", () => {
    expect(() => spread(201, "=MEDIAN(A1)")).toThrow(
      "公式里的函数 MEDIAN 会有 201 个参数，Excel 最多 255 个，请改写。",
    );
  });
});

test("a negative number is written so that it reads as one", () => {
  const minusTwo = { kind: "number", value: new Decimal(-2) } as const;
  const percent = { kind: "percent", operand: minusTwo } as const;
  expect(formulaText({ kind: "binary", operator: "^", left: minusTwo, right: percent }, "functions")).toBe(
    "=-2^(-2)%",
  );
});
