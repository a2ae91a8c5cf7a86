import { parseA1Range, rangeToA1, type CellRange } from "../../core/workbook/address";
import { moveRanges } from "./moved-ranges";
import { freshState } from "./sheet-state";

function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

test.each([
  ["RowInserted", "A1:Z2", "B5:C8"],
  ["RowInserted", "A4:Z4", "B3:C7"],
  ["RowInserted", "A7:Z7", "B3:C6"],
  ["RowDeleted", "A1:Z1", "B2:C5"],
  ["RowDeleted", "A2:Z3", "B2:C4"],
  ["RowDeleted", "A5:Z9", "B3:C4"],
  ["RowDeleted", "A2:Z9", null],
  ["ColumnInserted", "C1:C99", "B3:D6"],
  ["ColumnDeleted", "A1:B99", "A3:A6"],
  ["RangeEdited", "A1:Z9", "B3:C6"],
] as const)("%s %s: a list in B3:C6 is in %s", (change, lines, expected) => {
  const state = freshState({ dropDowns: [{ range: range("B3:C6"), options: ["甲"] }] });
  moveRanges(state, { kind: "changed", sheetId: "", change, range: range(lines) });
  expect(state.dropDowns.map((dropDown) => rangeToA1(dropDown.range))).toEqual(
    expected === null ? [] : [expected],
  );
});

test("the page goes along", () => {
  const page = { orientation: "landscape", paper: "A3" } as const;
  const state = freshState({
    pageSetup: { ...page, titleRows: { top: 0, bottom: 2 }, printArea: range("A1:F20") },
  });
  moveRanges(state, { kind: "changed", sheetId: "", change: "RowInserted", range: range("A2:Z2") });
  expect(state.pageSetup).toEqual({ ...page, titleRows: { top: 0, bottom: 3 }, printArea: range("A1:F21") });
  moveRanges(state, { kind: "changed", sheetId: "", change: "RowDeleted", range: range("A1:Z4") });
  expect(state.pageSetup).toEqual({ ...page, printArea: range("A1:F17") });
});
