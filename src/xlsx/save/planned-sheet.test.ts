import { parseA1Range, type CellRange } from "../../core/workbook/address";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import type { CellChange } from "./changes";
import { plannedSheet } from "./planned-sheet";
import { validationElements } from "./sheet-validations";

const range = (a1: string): CellRange => parseA1Range(a1) as CellRange;

const PLAN: SheetPlan = {
  name: "甲",
  otherNames: [],
  cells: [],
  areas: [],
  columnWidths: [],
  start: { row: 0, column: 0 },
};

function cellAt(plan: Partial<SheetPlan>, row: number, column: number): CellChange | undefined {
  return plannedSheet({ ...PLAN, ...plan }).cells.find((cell) => cell.row === row && cell.column === column);
}

describe("areas lie over each other", () => {
  const areas: SheetPlan["areas"] = [
    { range: range("A1:B2"), style: { bold: true, fontSize: 9, border: {}, numberFormat: "0.00" } },
    {
      range: range("B1:B2"),
      style: { fontSize: 12, border: { style: "medium" }, sides: { top: { style: "double" } } },
    },
    { range: range("B2"), style: { sides: { left: { style: "dashed", color: "#FF0000" } }, asText: true } },
  ];
  const thin = { style: "Continuous", weight: "Thin", color: "" };
  const medium = { style: "Continuous", weight: "Medium", color: "" };

  test("a cell under one has that", () => {
    expect(cellAt({ areas }, 0, 0)).toEqual({
      row: 0,
      column: 0,
      numberFormat: "0.00",
      format: {
        bold: true,
        fontSize: 9,
        borders: { EdgeTop: thin, EdgeBottom: thin, EdgeLeft: thin, EdgeRight: thin },
      },
    });
  });

  test("the later one wins, and a side beats lines all around", () => {
    expect(cellAt({ areas }, 0, 1)?.format).toEqual({
      bold: true,
      fontSize: 12,
      borders: {
        EdgeTop: { style: "Double", weight: "Thick", color: "" },
        EdgeBottom: medium,
        EdgeLeft: medium,
        EdgeRight: medium,
      },
    });
    expect(cellAt({ areas }, 1, 1)).toMatchObject({
      numberFormat: "@",
      format: {
        borders: { EdgeLeft: { style: "Dash", weight: "Thin", color: "#FF0000" }, EdgeRight: medium },
      },
    });
  });
});

test.each([
  ["=1+1", undefined, { value: "=1+1" }],
  [0.9645, "=A1/B1", { formula: "=A1/B1", cached: 0.9645 }],
  ["#DIV/0!", "=A1/B1", { formula: "=A1/B1", cached: { error: "#DIV/0!" } }],
  ["#DIV/0!", undefined, { value: "#DIV/0!" }],
  [true, "=A1>B1", { formula: "=A1>B1", cached: true }],
] as const)("content of %p with formula %p", (value, formula, content) => {
  const cell = { row: 0, column: 0, value, ...(formula === undefined ? {} : { formula }) };
  expect(cellAt({ cells: [cell] }, 0, 0)?.content).toEqual(content);
});

test("points become inches, papers numbers; nothing is higher or wider than Excel takes", () => {
  const sheet = plannedSheet({
    ...PLAN,
    columnWidths: [60, 5000],
    rowHeights: [{ row: 3, points: 900 }],
    frozenRows: 2,
    page: {
      orientation: "landscape",
      paper: "A3",
      fitToWidth: true,
      titleRows: { top: 3, bottom: 5 },
      printArea: range("A1:S20"),
      centred: true,
      margins: { top: 36, bottom: 36, left: 18, right: 18 },
    },
  });
  expect(sheet).toMatchObject({
    columns: [
      { first: 0, last: 0, width: { points: 60 } },
      { first: 1, last: 1, width: { points: 1300 } },
    ],
    rows: [{ first: 3, last: 3, height: 409.5 }],
    frozen: { rows: 2, columns: 0 },
    print: {
      orientation: "landscape",
      paper: 8,
      fitToWidth: true,
      centred: true,
      titleRows: { first: 3, last: 5 },
      area: range("A1:S20"),
      margins: { top: 0.5, bottom: 0.5, left: 0.25, right: 0.25 },
    },
  });
});

describe("lists to pick from", () => {
  const element = (from: readonly string[], free?: boolean): string =>
    validationElements([{ range: range("B2:B9"), from, ...(free === undefined ? {} : { free }) }]);

  test("hold what is picked, unless free", () => {
    expect(element(["≥", "≤", '"优"'])).toBe(
      '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2:B9">' +
        '<formula1>"≥,≤,""优"""</formula1></dataValidation></dataValidations>',
    );
    expect(element(["≥", "≤"], true)).not.toContain("showErrorMessage");
  });

  test("that no file can hold lose their last texts, and let those be typed", () => {
    const texts = Array.from({ length: 60 }, (_, index) => `计量单位${String(index)}`);
    const xml = element(texts);
    const list = /<formula1>"(.*)"<\/formula1>/.exec(xml)?.[1] ?? "";
    expect(list.length).toBeLessThanOrEqual(255);
    expect(list.split(",")).toEqual(texts.slice(0, list.split(",").length));
    expect(xml).not.toContain("showErrorMessage");
    expect(xml).toContain("没有列出的可以直接填写");
    expect(element(["甲,乙", "丙"])).toContain('<formula1>"丙"</formula1>');
    expect(element(["甲,乙"])).toBe("");
  });
});
