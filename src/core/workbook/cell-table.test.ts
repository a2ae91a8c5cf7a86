import fc from "fast-check";
import { grid } from "../../../test/support/grid";
import { toA1 } from "./address";
import { CELL_KIND, CellTable } from "./cell-table";
import { CellTableBuilder, cellTable, DuplicateCell } from "./cell-table-builder";
import type { Cell, CellValue } from "./snapshot";

const FORMATS = [
  { decimals: null, showNumber: String, showText: (text: string) => text },
  { decimals: 2, showNumber: (value: number) => value.toFixed(2), showText: (text: string) => `【${text}】` },
];

const address = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) });
const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.double({ noNaN: true }),
  fc.string({ minLength: 1 }),
  fc.boolean(),
  fc.constantFrom("#REF!", "#N/A").map((error) => ({ error })),
  fc.constant(""),
);
const content = fc.record({
  value,
  text: fc.string(),
  formula: fc.option(fc.string().map((text) => `=${text}`)),
  decimals: fc.option(fc.nat(8)),
});
/** Cells in reading order, in few rows or in many. */
const drawn: fc.Arbitrary<Cell[]> = fc
  .uniqueArray(
    fc.oneof(
      address,
      address.map((at) => ({ ...at, row: at.row % 3 })),
    ),
    { selector: toA1, maxLength: 40 },
  )
  .chain((places) => fc.tuple(...places.map((place) => content.map((cell): Cell => ({ ...place, ...cell })))))
  .map((cells) => cells.sort((a, b) => a.row - b.row || a.column - b.column));

test("a table holds the cells it was made of, also after a structured clone", () => {
  fc.assert(
    fc.property(drawn, (cells) => {
      const table = cellTable(cells);
      expect([...table]).toEqual(cells);
      expect([...CellTable.fromData(structuredClone(table.cloneable()))]).toEqual(cells);
    }),
  );
});

test("its loops are those of the array", () => {
  fc.assert(
    fc.property(
      drawn,
      fc.integer({ min: -45, max: 45 }),
      fc.integer({ min: -45, max: 45 }),
      (cells, a, b) => {
        const table = cellTable(cells);
        const isText = ({ value: held }: Cell): boolean => typeof held === "string";
        const named = (cell: Cell, position: number): string => `${String(position)} ${toA1(cell)}`;
        expect(table).toHaveLength(cells.length);
        expect(table.at(a)).toEqual(cells.at(a));
        expect(table.slice(a, b)).toEqual(cells.slice(a, b));
        expect(table.map(named)).toEqual(cells.map(named));
        expect(table.flatMap((cell, at) => (at % 2 === 0 ? [] : [cell, cell]))).toEqual(
          cells.flatMap((cell, at) => (at % 2 === 0 ? [] : [cell, cell])),
        );
        expect(table.filter(isText)).toEqual(cells.filter(isText));
        expect(table.find(isText)).toEqual(cells.find(isText));
        expect(table.some(isText)).toBe(cells.some(isText));
      },
    ),
  );
});

test("tables of the same cells are equal, in whatever order they were stored, and others are not", () => {
  const table = (...rows: readonly number[]): CellTable => {
    const builder = new CellTableBuilder(FORMATS.map((format) => ({ ...format, showNumber: String })));
    for (const row of rows) builder.text(row, 0, 0, `第${String(row)}行`, null);
    return builder.build();
  };
  expect(table(2, 1)).toEqual(table(1, 2));
  expect(table(2, 1)).not.toEqual(table(1, 3));
  expect(table(2, 1)).not.toEqual(table(1));
});

test("columns are read without making cells", () => {
  const { cells } = grid(`
    201 | 一般公共服务 | 10.00
        | #REF!        |
    合计 |             | 10.00
  `);
  const table = cellTable(cells);
  expect([...table.rowNumbers]).toEqual([0, 1, 2]);
  expect([...table.rowStarts]).toEqual([0, 3, 4, 6]);
  const { number, text, error } = CELL_KIND;
  const positions = cells.map((_, position) => position);
  expect(positions.map((position) => table.columnAt(position))).toEqual([0, 1, 2, 1, 0, 2]);
  expect(positions.slice(1).map((position) => table.kindAt(position))).toEqual([
    text,
    number,
    error,
    text,
    number,
  ]);
  expect(positions.map((position) => table.rowAt(position))).toEqual(cells.map(({ row }) => row));
  expect(positions.slice(1).map((position) => table.storedTextAt(position))).toEqual([
    "一般公共服务",
    "",
    "#REF!",
    "合计",
    "",
  ]);
  expect(positions.slice(1).map((position) => table.numberAt(position))).toEqual([NaN, 10, NaN, NaN, 10]);
});

test("cells that come in another order are put in order with their formulas and texts", () => {
  const builder = new CellTableBuilder(FORMATS, ["共有"]);
  builder.number(5, 1, 1, 2.5, "=A1");
  builder.shows("二点五");
  builder.text(5, 0, 1, "自有", null);
  builder.sharedText(0, 3, 0, 0, "=B1");
  builder.number(0, 1, 1, 7, null);
  expect(builder.build().map((cell) => [toA1(cell), cell.text, cell.formula, cell.decimals])).toEqual([
    ["B1", "7.00", null, 2],
    ["D1", "共有", "=B1", null],
    ["A6", "【自有】", null, 2],
    ["B6", "二点五", "=A1", 2],
  ]);
});

test("an address that comes twice is named", () => {
  const builder = new CellTableBuilder(FORMATS);
  for (const column of [2, 1, 2]) builder.number(4, column, 0, 1, null);
  expect(() => builder.build()).toThrow(DuplicateCell);
  expect(() => builder.build()).toThrow(expect.objectContaining({ row: 4, column: 2 }));
});
