import { withCell } from "../../../test/support/grid";
import { mutatedAt } from "../../../test/support/mutated-at";
import { TWO_UNITS } from "../../../test/support/two-units";
import { checkWorkbook } from "../check-workbook";

/* In tables which all tell the same, a row is left out of one, or printed twice. */

function suspectsAfter(kind: "missingRow" | "duplicatedRow", table: string, cell: string): string[] {
  return checkWorkbook(mutatedAt(TWO_UNITS, table, cell, kind)).diagnoses.map(
    ({ cell: at, actual, suggested, message }) => `${at} ${actual ?? "空"}→${suggested ?? "?"}: ${message}`,
  );
}

test("the tables hold as drawn", () => {
  expect(checkWorkbook(TWO_UNITS).summary).toMatchObject({ equations: 428, satisfied: 428 });
});

test.each([
  ["预算03表", "C10", "C10 空→123.45", "甲单位", "2013801 行政运行", 10],
  ["预算03表", "C11", "C11 空→56.78", "甲单位", "2013808 信息化建设", 11],
  ["预算03表", "C18", "C18 空→34.56", "乙单位", "2013801 行政运行", 18],
  ["预算03表", "C19", "C19 空→45.67", "乙单位", "2013808 信息化建设", 19],
  ["预算04表", "F9", "F9 空→123.45", "甲单位", "2013801 行政运行", 9],
  ["预算04表", "F13", "F13 空→34.56", "乙单位", "2013801 行政运行", 13],
  // 208, 20805 and 2080505 print the same amount; the table prints such as the last.
  ["预算04表", "F11", "F11 空→9.12", "甲单位", "2080505 机关事业单位基本养老保险缴费支出", 11],
  ["预算04表", "F15", "F15 空→7.89", "乙单位", "2210201 住房公积金", 15],
  ["预算08表", "F10", "F10 空→9.12", "甲单位", "2080505 机关事业单位基本养老保险缴费支出", 10],
  ["预算09表", "F13", "F13 空→7.89", "乙单位", "2210201 住房公积金", 13],
])("%s without the row of %s: %s, of %s, %s, in row %d", (table, cell, change, unit, row, number) => {
  expect(suspectsAfter("missingRow", table, cell)).toEqual([
    `${change}: 疑点：《${table}》漏了“${unit}”的“${row}”一行（应在第 ${String(number)} 行前后），其他表中有这一行。`,
  ]);
});

test.each([
  ["预算03表", "C10", "C11 123.45", 11, "行政运行"],
  ["预算03表", "C14", "C15 9.12", 15, "机关事业单位基本养老保险缴费支出"],
  ["预算03表", "C22", "C23 7.89", 23, "住房公积金"],
  ["预算04表", "F13", "F14 34.56", 14, "行政运行"],
  ["预算05表", "F15", "F16 7.89", 16, "住房公积金"],
  ["预算09表", "F9", "F10 123.45", 10, "行政运行"],
])("%s with the row of %s twice: %s is one too many", (table, cell, change, row, label) => {
  expect(suspectsAfter("duplicatedRow", table, cell)).toEqual([
    `${change}→0.00: 疑点：《${table}》第 ${String(row)} 行“${label}”重复，与前面的行是同一单位、同一科目。`,
  ]);
});

test.each([
  [9, "C9 空→189.35", "047001 甲单位"],
  [10, "C10 空→88.12", "047002 乙单位"],
])("the row of a whole unit is missing: row %d", (number, change, name) => {
  const sheets = TWO_UNITS.sheets.map((sheet) =>
    sheet.name.startsWith("预算02表")
      ? {
          ...sheet,
          cells: sheet.cells
            .filter(({ row }) => row !== number - 1)
            .map((cell) => (cell.row < number ? cell : { ...cell, row: cell.row - 1 })),
        }
      : sheet,
  );
  const { diagnoses } = checkWorkbook({ ...TWO_UNITS, sheets });
  expect(
    diagnoses.map(
      ({ cell, actual, suggested, message }) => `${cell} ${actual ?? "空"}→${suggested ?? "?"}: ${message}`,
    ),
  ).toEqual([
    `${change}: 疑点：《预算02表》漏了“${name}”一行（应在第 ${String(number)} 行前后），其他表中有这一行。`,
  ]);
});

test("a total in the wrong column is led back, though sums over other tables hold by it where it stands now", () => {
  const total = TWO_UNITS.sheets
    .find(({ name }) => name.startsWith("预算02表"))
    ?.cells.find(({ row, column }) => row === 6 && column === 4);
  expect(total?.text).toBe("277.47");
  const blank = withCell(TWO_UNITS, "预算02表", { row: 6, column: 4 }, null);
  const { diagnoses, summary } = checkWorkbook(withCell(blank, "预算02表", { row: 6, column: 5 }, 277.47));
  expect(summary.error).toBe(4);
  const message = "疑点：《预算02表》F7 的 277.47 应填在 《预算02表》E7（错栏或错行）。";
  expect(diagnoses).toMatchObject([
    { cell: "F7", suggested: "0.00", message },
    { cell: "E7", suggested: "277.47", message },
  ]);
  expect(diagnoses[0]?.findings).toHaveLength(4);
});
