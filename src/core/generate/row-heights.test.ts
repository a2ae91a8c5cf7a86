import { parseA1Range, type CellRange } from "../workbook/address";
import type { SheetPlan } from "../workbook/sheet-plan";
import { withFittingRows } from "./row-heights";

const range = (a1: string): CellRange => parseA1Range(a1) as CellRange;
const LONG = "完善市场监管体系，维护公平竞争秩序。".repeat(6);

function heights(plan: Partial<SheetPlan>): ReadonlyMap<number, number> {
  const { rowHeights = [] } = withFittingRows({
    name: "甲",
    otherNames: [],
    cells: [],
    areas: [{ range: range("A1:C9"), style: { fontSize: 10, wrapText: true } }],
    columnWidths: [109, 50, 59],
    start: { row: 0, column: 0 },
    ...plan,
  });
  return new Map(rowHeights.map(({ row, points }) => [row, points]));
}

const text = (row: number, value: string) => ({ row, column: 0, value });

test("a wrapped text has room for all its lines, the narrower the column the more", () => {
  // 108 characters, 10 a line.
  expect(heights({ cells: [text(1, LONG)] })).toEqual(new Map([[1, 11 * 14 + 2]]));
  // Merged across: 20 a line.
  expect(heights({ cells: [text(1, LONG)], merges: [range("A2:C2")] })).toEqual(new Map([[1, 6 * 14 + 2]]));
  expect(heights({ cells: [text(1, "甲\n乙\n丙")] })).toEqual(new Map([[1, 3 * 14 + 2]]));
});

test("a text merged over rows takes what is lacking from all of them alike", () => {
  const merged = {
    cells: [text(0, LONG), { row: 1, column: 1, value: "甲\n乙\n丙" }],
    merges: [range("A1:A3")],
  };
  const [first, second, third] = [0, 1, 2].map((row) => heights(merged).get(row) ?? 0) as [
    number,
    number,
    number,
  ];
  expect(first + second + third).toBeGreaterThanOrEqual(156);
  expect(first + second + third).toBeLessThan(157);
  expect(second - first).toBeCloseTo(44 - 15, 0);
  expect(third).toBe(first);
  // Rows enough are left as they are.
  expect(heights({ ...merged, merges: [range("A1:A60")] })).toEqual(new Map([[1, 44]]));
});

test("a large title in merged cells is not cut, small texts and numbers leave a row to the program", () => {
  const areas = [
    { range: range("A1:C1"), style: { fontSize: 20 } },
    { range: range("A1:C1"), style: { fillColor: "#FFF2CC" } },
  ];
  const cells = [text(0, LONG), text(1, "甲"), { row: 2, column: 0, value: 123456789.12 }];
  expect(heights({ areas, cells, merges: [range("A1:C1")] })).toEqual(new Map([[0, 30]]));
});

test("a planned height is a least height, and nothing is higher than a row can be", () => {
  const rowHeights = [
    { row: 0, points: 60 },
    { row: 1, points: 30 },
  ];
  expect(heights({ rowHeights, cells: [text(0, "甲"), text(1, LONG), text(2, LONG.repeat(9))] })).toEqual(
    new Map([
      [0, 60],
      [1, 156],
      [2, 409.5],
    ]),
  );
});
