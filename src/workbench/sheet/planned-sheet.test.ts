import type { Univer } from "@univerjs/core";
import { unzipSync } from "fflate";
import { parseA1Range, type CellRange } from "../../core/workbook/address";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import { ExcelWorkbookHost } from "../../excel";
import { addPlannedSheets, readXlsx, saveXlsx, writeXlsx } from "../../xlsx";
import { changesOf } from "../files/changes";
import { readLook } from "../files/xlsx-look";
import { ExcelBridge } from "../host/bridge";
import { loadOfficeJs } from "../host/load-office-js.node";
import { settled } from "../host/testing";
import { currentSheets, currentStyles } from "./current-sheets";
import { loadedFromSnapshot, NO_PAGE } from "./loaded.testing";
import { UniverWorkbook } from "./univer-workbook";

const running: Univer[] = [];

afterEach(async () => {
  await settled();
  for (const univer of running.splice(0)) univer.dispose();
});

function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

const PLAN: SheetPlan = {
  name: "绩效目标表",
  otherNames: [],
  cells: [
    { row: 0, column: 0, value: "项目支出绩效目标表" },
    { row: 2, column: 0, value: "资金总额" },
    { row: 2, column: 1, value: 3, formula: "=1+2" },
    { row: 2, column: 2, value: "=甲\n-乙" },
    { row: 2, column: 3, value: "001" },
    { row: 3, column: 1, value: 0.5 },
    { row: 3, column: 2, value: true },
  ],
  areas: [
    {
      range: range("A1:D1"),
      style: { fontName: "黑体", fontSize: 18, bold: true, horizontal: "center", vertical: "center" },
    },
    {
      range: range("A3:D4"),
      style: { fontName: "宋体", fontSize: 10, border: {}, wrapText: true, vertical: "center" },
    },
    { range: range("A3:A4"), style: { horizontal: "left", indent: 1, fillColor: "#FFF2CC" } },
    { range: range("B3:B4"), style: { numberFormat: "#,##0.00", horizontal: "right" } },
    { range: range("D3"), style: { asText: true, italic: true, underline: true, fontColor: "#C00000" } },
    { range: range("D4"), style: { sides: { bottom: { style: "double" }, right: { style: "medium" } } } },
  ],
  merges: [range("A1:D1"), range("A3:A4")],
  columnWidths: [90, 60, 120, 60],
  rowHeights: [
    { row: 0, points: 30 },
    { row: 2, points: 36 },
  ],
  dropDowns: [{ range: range("D3:D9"), options: ["≥", "≤"], free: true }],
  frozenRows: 2,
  page: {
    orientation: "landscape",
    paper: "A3",
    fitToWidth: true,
    titleRows: { top: 0, bottom: 1 },
    printArea: range("A1:D4"),
    centred: true,
    margins: { top: 36, bottom: 36, left: 18, right: 18 },
  },
  start: { row: 2, column: 1 },
};

/** Of the sheet the pane makes: the text of elements of its part, and of the names of the workbook. */
function elements(bytes: Uint8Array): Readonly<Record<string, readonly string[]>> {
  const parts = unzipSync(bytes);
  const text = (part: string): string => new TextDecoder().decode(parts[part]);
  const sheet = text("xl/worksheets/sheet2.xml");
  const found = (name: string): string[] =>
    [...sheet.matchAll(new RegExp(`<${name}[ />].*?(?:/>|</${name}>)`, "gs"))].map(([element]) => element);
  const names = [
    "col",
    "mergeCell",
    "dataValidations",
    "pane",
    "pageSetUpPr",
    "printOptions",
    "pageMargins",
    "pageSetup",
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, found(name)])),
    rows: [...sheet.matchAll(/<row [^>]*>/g)].map(([element]) => element),
    names: [...text("xl/workbook.xml").matchAll(/<definedName .*?<\/definedName>/g)].map(
      ([element]) => element,
    ),
  };
}

/** How each cell of the planned sheet looks. */
function looks(bytes: Uint8Array): readonly string[] {
  const { sheets, styles } = readLook(bytes, "甲.xlsx");
  return [...(sheets[1]?.styles ?? [])].flatMap(([row, line]) =>
    [...line].map(([column, style]) => `${String(row)},${String(column)} ${JSON.stringify(styles[style])}`),
  );
}

test("a sheet that the pane makes in the workbench is saved as if it had been written into the file", async () => {
  const file = writeXlsx({
    sheets: [{ name: "表1", cells: [{ row: 0, column: 0, content: { value: "项目" } }] }],
  });
  const { univer, loaded, book, cells } = loadedFromSnapshot(readXlsx(file, "甲.xlsx"));
  running.push(univer);
  const model = new UniverWorkbook(loaded, book, NO_PAGE);
  const { Excel } = loadOfficeJs(new ExcelBridge(model));
  await new ExcelWorkbookHost(Excel).addSheets([PLAN]);
  const { changes, unkept } = changesOf(
    book,
    (sheet) => cells[sheet] ?? {},
    [...currentSheets(model, loaded, new Set())],
    currentStyles(loaded.access),
  );
  expect(unkept).toEqual([]);
  const saved = saveXlsx(file, changes).bytes;
  const written = addPlannedSheets(file, [PLAN]);
  expect(elements(saved)).toEqual(elements(written));
  expect(looks(saved)).toEqual(looks(written));
  const [ours, theirs] = [saved, written].map((bytes) => readXlsx(bytes, "甲.xlsx").sheets[1]);
  expect(ours?.cells.map(({ value, formula }) => formula ?? value)).toEqual(
    theirs?.cells.map(({ value, formula }) => formula ?? value),
  );
});
