import { grid, workbook } from "../../../test/support/grid";
import { patchWorkbook, type SheetPatch } from "./patch";
import type { Cell, WorkbookSnapshot } from "./snapshot";

const before: WorkbookSnapshot = {
  ...workbook(grid("a | 1.00\nb | 2.00", "表1"), grid("c | 3.00", "表2")),
  accepted: ["{}"],
};

const { name } = before;

function same(at: number): Extract<SheetPatch, { kind: "areas" }> {
  const sheet = before.sheets[at];
  if (sheet === undefined) throw new Error("no such sheet");
  const { name: called, visibility } = sheet;
  return { kind: "areas", before: at, name: called, visibility, areas: [], merges: null };
}

function amount(row: number, column: number, value: number): Cell {
  return { row, column, value, text: value.toFixed(2), formula: null, decimals: 2 };
}

const B2 = { top: 1, bottom: 1, left: 1, right: 1 };

test("an edited cell is new, its sheet too; the other sheet is the same object", () => {
  const area = { range: B2, cells: [amount(1, 1, 5)] };
  const after = patchWorkbook(before, { sheets: [{ ...same(0), areas: [area] }, same(1)], kept: null, name });
  expect(after.sheets[0]).toEqual(grid("a | 1.00\nb | 5.00", "表1"));
  expect(after.sheets[1]).toBe(before.sheets[1]);
  expect(after.accepted).toEqual(["{}"]);
});

test("cells of an area that are blank now are gone, and new ones stand in reading order", () => {
  const range = { top: 0, bottom: 1, left: 1, right: 2 };
  const area = { range, cells: [amount(0, 2, 7), amount(1, 1, 8)] };
  const after = patchWorkbook(before, { sheets: [{ ...same(0), areas: [area] }, same(1)], kept: null, name });
  expect(after.sheets[0]).toEqual(grid("a | | 7.00\nb | 8.00", "表1"));
});

test("of areas that overlap the later one counts", () => {
  const areas = [5, 6].map((value) => ({ range: B2, cells: [amount(1, 1, value)] }));
  const after = patchWorkbook(before, { sheets: [{ ...same(0), areas }, same(1)], kept: null, name });
  expect(after.sheets[0]).toEqual(grid("a | 1.00\nb | 6.00", "表1"));
});

test("what was looked at and is as it was gives the same snapshot", () => {
  const error = {
    row: 1,
    column: 2,
    value: { error: "#REF!" },
    text: "#REF!",
    formula: "=#REF!",
    decimals: null,
  };
  const [first, second] = before.sheets;
  if (first === undefined || second === undefined) throw new Error("two sheets");
  const opened = { ...before, sheets: [{ ...first, cells: [...first.cells, error] }, second] };
  const area = {
    range: { top: 0, bottom: 1, left: 0, right: 3 },
    cells: structuredClone([...first.cells, error]),
  };
  const patch = { sheets: [{ ...same(0), areas: [area], merges: [] }, same(1)], kept: null, name };
  expect(patchWorkbook(opened, patch)).toBe(opened);
});

test("sheets go, come, move, and change their names and merges", () => {
  const added = grid("x", "新表");
  const merges = [{ top: 0, bottom: 0, left: 0, right: 1 }];
  const after = patchWorkbook(before, {
    sheets: [
      { ...same(1), name: "改名", visibility: "hidden", merges },
      { kind: "whole", sheet: added },
    ],
    kept: null,
    name,
  });
  expect(after.sheets).toEqual([{ ...grid("c | 3.00", "改名"), visibility: "hidden", merges }, added]);
});

test("what is kept with the workbook gives way as a whole", () => {
  const after = patchWorkbook(before, { sheets: [same(0), same(1)], kept: { families: ["{}"] }, name });
  expect(after).toEqual({ name: before.name, sheets: before.sheets, families: ["{}"] });
  expect(after.sheets).toBe(before.sheets);
});
