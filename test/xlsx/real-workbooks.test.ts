import { readFileSync } from "node:fs";
import { parseA1, rangeToA1 } from "../../src/core/workbook/address";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx } from "../../src/xlsx";

function read(name: string): WorkbookSnapshot {
  return readXlsx(readFileSync(`test/cases/${name}.xlsx`), `${name}.xlsx`);
}

function sheetNamed(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function cellAt(sheet: SheetSnapshot, a1: string): Cell | undefined {
  const address = parseA1(a1);
  return sheet.cells.find((cell) => cell.row === address?.row && cell.column === address.column);
}

describe("the five published workbooks", () => {
  // Filled cells as four other libraries count them.
  test.each([
    ["changsha-budget-2025", 10, 2019],
    ["hunan-budget-2026", 23, 2085],
    ["hunan-self-evaluation-2024", 4, 521],
    ["hunan-special-fund-2023", 4, 2133],
    ["jiangsu-goals-2023", 9, 1733],
  ])("%s has %i sheets and %i filled cells", (name, sheets, cells) => {
    const workbook = read(name);
    expect(workbook.name).toBe(`${name}.xlsx`);
    expect(workbook.sheets).toHaveLength(sheets);
    expect(workbook.sheets.flatMap((sheet) => [...sheet.cells])).toHaveLength(cells);
  });

  test("cells come row by row, each address once", () => {
    for (const sheet of read("hunan-budget-2026").sheets) {
      const keys = sheet.cells.map((cell) => cell.row * 16_384 + cell.column);
      expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    }
  });
});

describe("hunan-budget-2026, 预算03表", () => {
  const sheet = sheetNamed(read("hunan-budget-2026"), "预算03表 支出总表");

  test("an amount with its two shown decimals", () => {
    expect(cellAt(sheet, "C12")).toEqual({
      row: 11,
      column: 2,
      value: 120.36,
      text: "120.36",
      formula: null,
      decimals: 2,
    });
  });

  test("leading spaces, which say what is part of what", () => {
    expect(["A8", "A10", "B14"].map((a1) => cellAt(sheet, a1)?.value)).toEqual([
      "    201",
      "        2011499",
      "        事业运行",
    ]);
  });

  test("merges", () => {
    expect(sheet.merges.map(rangeToA1)).toEqual(["A1:H1", "A2:H2"]);
  });

  test("a cell that carries a format alone is not there", () => {
    expect(cellAt(sheet, "D12")).toBeUndefined();
  });
});
