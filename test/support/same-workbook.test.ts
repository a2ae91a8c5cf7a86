import type { SheetSnapshot } from "../../src/core/workbook/snapshot";
import { grid, workbook } from "./grid";
import { expectSameWorkbook } from "./same-workbook";

const sheet = grid("甲 | 1.00\n乙 | 2.00");
const [first, ...rest] = sheet.cells;

function withCells(cells: SheetSnapshot["cells"]): () => void {
  return () => expectSameWorkbook(workbook({ ...sheet, cells }), workbook(sheet));
}

test("equal workbooks pass; another text, a cell too few or too many, another name and another merge do not", () => {
  expect(withCells([...sheet.cells])).not.toThrow();
  expect(withCells(rest)).toThrow();
  expect(withCells([...sheet.cells, ...rest])).toThrow();
  expect(withCells(sheet.cells.map((cell) => (cell === first ? { ...cell, text: "丙" } : cell)))).toThrow(
    "丙",
  );
  expect(() => expectSameWorkbook(workbook({ ...sheet, name: "他" }), workbook(sheet))).toThrow("他");
  const merges = [{ top: 0, bottom: 1, left: 0, right: 0 }];
  expect(() => expectSameWorkbook(workbook({ ...sheet, merges }), workbook(sheet))).toThrow("merges");
});
