import { readFileSync } from "node:fs";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx, saveXlsx, unkept, type CellChange } from "../../src/xlsx";
import { CASES, casePath } from "../support/cases";
import { differingParts, packageFaults } from "./parts";

describe.each(CASES)("%s", (name) => {
  const original = new Uint8Array(readFileSync(casePath(name)));
  const before = readXlsx(original, "甲.xlsx");

  test("saved without changes is the file itself", () => {
    expect(saveXlsx(original, {}).bytes).toEqual(original);
    const sheets = before.sheets.map((sheet) => ({ sheet: sheet.name, cells: [] }));
    expect(saveXlsx(original, { sheets, order: before.sheets.map((sheet) => sheet.name) }).bytes).toEqual(
      original,
    );
  });

  test("three changed cells are all that is different", () => {
    const sheet = before.sheets.at(-1) as SheetSnapshot;
    const number = sheet.cells.find(({ value }) => typeof value === "number") as Cell;
    const text = sheet.cells.find(({ value }) => typeof value === "string") as Cell;
    const below = { row: Math.max(...sheet.cells.map(({ row }) => row)) + 3, column: 1 };
    const cells: CellChange[] = [
      { row: number.row, column: number.column, content: { value: 98765.5 } },
      { row: text.row, column: text.column, content: { value: "  甲 & <乙>\n丙" } },
      { ...below, content: { value: "新" } },
    ];
    const changes = { sheets: [{ sheet: sheet.name, cells }] };
    const { bytes } = saveXlsx(original, changes);
    const part = `xl/worksheets/sheet${String(before.sheets.length)}.xml`;
    expect(differingParts(original, bytes)).toEqual([part]);
    expect(packageFaults(bytes)).toEqual(packageFaults(original));
    expect(unkept(original, changes)).toEqual([]);
    expect(withoutTexts(readXlsx(bytes, "甲.xlsx"))).toEqual(withoutTexts(withCells(before, sheet, cells)));
  });
});

/** Displayed texts follow from value and format; the format is compared by its decimals. */
function withoutTexts(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, text: "" })),
  }));
  return { ...workbook, sheets };
}

function withCells(
  workbook: WorkbookSnapshot,
  changed: SheetSnapshot,
  changes: readonly CellChange[],
): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet !== changed) return sheet;
    const cells = [...sheet.cells];
    for (const { row, column, content } of changes) {
      if (content === undefined || !("value" in content)) throw new Error("constants only");
      const at = cells.findIndex((cell) => cell.row === row && cell.column === column);
      const there = cells[at] ?? { row, column, text: "", formula: null, decimals: null };
      cells.splice(at < 0 ? cells.length : at, at < 0 ? 0 : 1, { ...there, value: content.value });
    }
    return { ...sheet, cells };
  });
  return { ...workbook, sheets };
}
