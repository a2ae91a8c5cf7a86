import { readFileSync } from "node:fs";
import { parseA1, parseA1Range, type CellRange } from "../../src/core/workbook/address";
import type { PlannedCell, SheetPlan } from "../../src/core/workbook/sheet-plan";
import { addPlannedSheets, plannedSheet, readXlsx, UnsavableChangeError, writeXlsx } from "../../src/xlsx";
import { casePath } from "../support/cases";
import { describeWithLibreOffice, pdfOf, throughLibreOffice } from "./libreoffice";
import { differingParts, packageFaults, partText } from "./parts";

/* Planned sheets in a real workbook: what is there stays, what is new is all there, and other programs agree. */

const ORIGINAL = new Uint8Array(readFileSync(casePath("hunan-budget-2026")));
const range = (a1: string): CellRange => parseA1Range(a1) as CellRange;
const cell = (a1: string, value: PlannedCell["value"], formula?: string): PlannedCell => ({
  ...(parseA1(a1) as { row: number; column: number }),
  value,
  ...(formula === undefined ? {} : { formula }),
});

const TOTAL = "'预算03表 支出总表'!C7";

const GOALS: SheetPlan = {
  name: "绩效 目标'表",
  otherNames: [],
  cells: [
    cell("A1", "项目支出绩效目标表"),
    cell("A2", "=不是公式"),
    cell("B2", "第一行\n第二行"),
    cell("A3", "执行率"),
    cell("B3", 1311.34, `=${TOTAL}`),
    cell("C3", 0.5, "=ROUND(B3/2622.68,4)"),
    cell("D3", "#DIV/0!", "=B3/0"),
    cell("E3", true, "=B3>1000"),
    cell("F3", "合计1311.34", '="合计"&TEXT(B3,"0.00")'),
    cell("G3", "", '=IF(B3>0,"",1)'),
    ...Array.from({ length: 120 }, (_, index) => cell(`A${String(index + 4)}`, `指标${String(index + 1)}`)),
  ],
  areas: [
    { range: range("A1:G1"), style: { fontName: "黑体", fontSize: 16, bold: true, horizontal: "center" } },
    { range: range("A2:G123"), style: { fontName: "宋体", fontSize: 9, border: {}, wrapText: true } },
    { range: range("B3:B3"), style: { numberFormat: "#,##0.00;-#,##0.00;", fillColor: "#FFF2CC" } },
    { range: range("C3:C3"), style: { numberFormat: "0.00%", vertical: "center", indent: 1 } },
  ],
  merges: [range("A1:G1"), range("A4:A5")],
  columnWidths: [90, 60.5, 60, 60, 60, 120, 60],
  rowHeights: [{ row: 0, points: 36 }],
  dropDowns: [{ range: range("G4:G123"), options: ["≥", "≤", "=", "定性"] }],
  frozenRows: 3,
  page: {
    orientation: "landscape",
    paper: "A3",
    fitToWidth: true,
    titleRows: { top: 0, bottom: 2 },
    printArea: range("A1:G123"),
    centred: true,
    margins: { top: 36, bottom: 36, left: 36, right: 36 },
  },
  start: { row: 3, column: 1 },
};

const SECOND: SheetPlan = {
  name: "汇总",
  otherNames: [],
  cells: [cell("A1", 2622.68, "='绩效 目标''表'!B3*2")],
  areas: [],
  columnWidths: [],
  start: { row: 0, column: 0 },
};

const bytes = addPlannedSheets(ORIGINAL, [GOALS, SECOND]);

test("nothing that was there is touched but the lists the new sheets stand in", () => {
  expect(packageFaults(bytes)).toEqual([]);
  const touched = differingParts(ORIGINAL, bytes);
  expect(touched.filter((part) => /worksheets\/sheet(?:[1-9]|1\d|2[0-3])\.xml/.test(part))).toEqual([]);
  expect(touched.every((part) => /Types|workbook\.xml|styles|sharedStrings|sheet2[45]\.xml/.test(part))).toBe(
    true,
  );
  const before = readXlsx(ORIGINAL, "x").sheets;
  expect(readXlsx(bytes, "x").sheets.slice(0, before.length)).toEqual(before);
});

test("values, results, merges and looks stand in the new sheet", () => {
  const sheet = readXlsx(bytes, "x").sheets.at(-2);
  expect(sheet).toMatchObject({ name: GOALS.name, merges: GOALS.merges });
  expect(
    sheet?.cells.filter(({ row }) => row < 3).map(({ value, text, formula }) => [value, text, formula]),
  ).toEqual([
    ["项目支出绩效目标表", "项目支出绩效目标表", null],
    ["=不是公式", "=不是公式", null],
    ["第一行\n第二行", "第一行\n第二行", null],
    ["执行率", "执行率", null],
    [1311.34, "1,311.34", `=${TOTAL}`],
    [0.5, "50.00%", "=ROUND(B3/2622.68,4)"],
    [{ error: "#DIV/0!" }, "#DIV/0!", "=B3/0"],
    [true, "TRUE", "=B3>1000"],
    ["合计1311.34", "合计1311.34", '="合计"&TEXT(B3,"0.00")'],
  ]);
});

test("page, panes, lists and names", () => {
  const xml = partText(bytes, "xl/worksheets/sheet24.xml");
  const pieces = [
    '<pageSetUpPr fitToPage="1"/>',
    '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="B4" sqref="B4"/>',
    '<row r="1" ht="36" customHeight="1">',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5"',
    '<pageSetup paperSize="8" fitToWidth="1" fitToHeight="0" orientation="landscape"/>',
    '<formula1>"≥,≤,=,定性"</formula1>',
  ];
  expect(pieces.filter((piece) => !xml.includes(piece))).toEqual([]);
  const workbook = partText(bytes, "xl/workbook.xml");
  expect(workbook).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="23">'绩效 目标''表'!$1:$3</definedName>`,
  );
  expect(workbook).toContain(
    `<definedName name="_xlnm.Print_Area" localSheetId="23">'绩效 目标''表'!$A$1:$G$123</definedName>`,
  );
});

test("a name that is taken is refused", () => {
  expect(() => addPlannedSheets(bytes, [SECOND])).toThrow(UnsavableChangeError);
});

describeWithLibreOffice("LibreOffice", () => {
  test("computes the same results, and keeps merges, lists, page and names", () => {
    const theirs = throughLibreOffice({ planned: bytes }).get("planned") ?? new Uint8Array();
    const [ours, opened] = [bytes, theirs].map((file) =>
      readXlsx(file, "x")
        .sheets.slice(-2)
        .map(({ name, cells, merges }) => ({
          name,
          merges: merges.map((merge) => JSON.stringify(merge)).sort(),
          cells: cells.map(({ row, column, value }) => [row, column, value]),
        })),
    );
    expect(opened).toEqual(ours);
    const xml = partText(theirs, "xl/worksheets/sheet24.xml");
    const pieces = ['paperSize="8"', 'orientation="landscape"', "≥,≤,=,定性", 'horizontalCentered="true"'];
    expect(pieces.filter((piece) => !xml.includes(piece))).toEqual([]);
    const names = partText(theirs, "xl/workbook.xml").replaceAll("&apos;", "'");
    expect(names).toContain("'绩效 目标''表'!$A$1:$G$123");
    expect(names).toContain("'绩效 目标''表'!$1:$3");
  }, 120_000);

  test("prints pages of the paper asked for", () => {
    const alone = { ...GOALS, cells: GOALS.cells.filter(({ formula }) => formula === undefined) };
    const pdf = pdfOf(writeXlsx({ sheets: [plannedSheet(alone)] }));
    const pages = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
      ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
    );
    // A3 across.
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(([width, height]) => width === 1191 && height === 842)).toBe(true);
  }, 120_000);
});
