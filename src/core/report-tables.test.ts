import type { TableReport } from "./report";
import { tableLocator } from "./report-tables";

const table = (sheet: string, rows: TableReport["rows"]): TableReport => ({
  sheet,
  form: null,
  title: "",
  rows,
  unit: "万元",
  amounts: 0,
  classified: 0,
  covered: 0,
});

const locate = tableLocator([
  table("甲", { first: 4, last: 9 }),
  table("甲", { first: 14, last: 20 }),
  table("乙", null),
]);

test.each([
  ["甲", "B4", 0],
  ["甲", "B9", 0],
  // Title and header of the second table.
  ["甲", "A11", 1],
  ["甲", "B20", 1],
  // A note below the last one.
  ["甲", "A25", 1],
  ["乙", "A1", 2],
  ["丙", "A1", null],
])("%s!%s", (sheet, cell, at) => {
  expect(locate(sheet, cell)).toBe(at);
});
