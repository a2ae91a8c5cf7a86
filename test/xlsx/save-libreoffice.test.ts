import { readFileSync } from "node:fs";
import type { CellValue, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx, saveXlsx, writeXlsx, type NewSheet } from "../../src/xlsx";
import { CASES, casePath, type CaseName } from "../support/cases";
import { describeWithLibreOffice, throughLibreOffice } from "./libreoffice";
import { partText } from "./parts";
import { richPackage } from "./rich-package";

const ADDED: NewSheet = {
  name: "新表 一",
  cells: [
    { row: 0, column: 0, content: { value: "=不是公式" }, format: { bold: true, fillColor: "#FFFF00" } },
    { row: 1, column: 0, content: { value: -0.1 }, numberFormat: "0.00" },
    { row: 1, column: 1, content: { value: "  缩进 & <符号>" } },
    { row: 2, column: 0, content: { formula: "=A2*10", cached: -1 } },
    { row: 3, column: 0, content: { value: true } },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  print: { orientation: "landscape", fitToWidth: true, titleRows: { first: 0, last: 0 } },
};

/** Sheets with their values by position; LibreOffice keeps everything else its own way. */
function valuesOf({ sheets }: WorkbookSnapshot): readonly unknown[] {
  return sheets.map(({ name, cells, merges }) => ({
    name,
    values: cells.map(({ row, column, value }): [number, number, CellValue] => [row, column, value]),
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
  }));
}

describeWithLibreOffice("LibreOffice opens what we save and reads the same", () => {
  const first = (name: CaseName): Uint8Array => new Uint8Array(readFileSync(casePath(name)));
  const saved = Object.fromEntries(
    CASES.map((name) => {
      const [sheet] = readXlsx(first(name), name).sheets;
      const cells = [
        { row: 2, column: 1, content: { value: 98765.25 }, format: { italic: true } },
        { row: 200, column: 3, content: { value: "+新\n行" } },
      ];
      return [
        name,
        saveXlsx(first(name), { sheets: [{ sheet: sheet?.name ?? "", cells }], added: [ADDED] }).bytes,
      ];
    }),
  );
  const rich = saveXlsx(richPackage(), {
    sheets: [
      {
        sheet: "预算表",
        cells: [
          { row: 2, column: 2, content: { value: 1 } },
          { row: 3, column: 1, content: { value: 25 } },
        ],
      },
      { sheet: "说明 表", rename: "附表'一" },
    ],
    added: [ADDED],
  }).bytes;
  const files = { ...saved, rich, fresh: writeXlsx({ sheets: [ADDED] }) };
  let converted: ReadonlyMap<string, Uint8Array>;
  beforeAll(() => {
    converted = throughLibreOffice(files);
  }, 120_000);

  test.each([...CASES, "fresh"])("%s", (name) => {
    const ours = readXlsx((files as Readonly<Record<string, Uint8Array>>)[name] ?? new Uint8Array(), name);
    expect(valuesOf(readXlsx(converted.get(name) ?? new Uint8Array(), name))).toEqual(valuesOf(ours));
  });

  test("computes shared formulas that were written out, and finds the chart, the comment and the rules", () => {
    const theirs = converted.get("rich") ?? new Uint8Array();
    const [sheet, other] = readXlsx(theirs, "rich").sheets;
    const value = (row: number, column: number): CellValue | undefined =>
      sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    expect([value(2, 2), value(3, 2), value(4, 2)]).toEqual([1, 51, 61]);
    expect([value(2, 3), value(3, 3)]).toEqual([20, 50]);
    expect(value(4, 5)).toBe("a&b 甲");
    expect(other?.name).toBe("附表'一");
    expect(other?.cells.find(({ row }) => row === 1)?.value).toBe(105);
    expect(partText(theirs, "xl/charts/chart1.xml").replaceAll("&apos;", "'")).toContain(
      "附表''一'!$B$1:$B$2",
    );
    expect(partText(theirs, "xl/comments1.xml")).toContain("请核对");
    const xml = partText(theirs, "xl/worksheets/sheet1.xml").replaceAll("&apos;", "'");
    expect(xml).toContain("<conditionalFormatting");
    expect(xml).toContain("附表''一'!$A$1:$A$3</formula1>");
    expect(xml).toContain('orientation="landscape"');
  });
});
