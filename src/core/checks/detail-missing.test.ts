import { mutatedAt } from "../../../test/support/mutated-at";
import { TWO_UNITS } from "../../../test/support/two-units";
import { checkWorkbook } from "../check-workbook";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** The department without the row of a cell. */
const without = (book: WorkbookSnapshot, table: string, cell: string): WorkbookSnapshot =>
  mutatedAt(book, table, cell, "missingRow");

const found = (book: WorkbookSnapshot) =>
  checkWorkbook(book)
    .findings.filter(({ check }) => check === "detail-missing")
    .map(({ severity, cell, message, cells }) => ({
      said: `${severity} ${cell} ${message}`,
      cells: cells.map(({ sheet, cell: at, role }) => `${role} ${sheet.slice(0, 5)}!${at}`),
    }));

test("every 款 of the department has its 项", () => {
  expect(found(TWO_UNITS)).toEqual([]);
});

test("the 项 that is missing is told from another table, of the same unit", () => {
  expect(found(without(TWO_UNITS, "预算03表", "C14"))).toEqual([
    {
      said: "warning B13 《预算03表 支出总表》B13 科目 20805“行政事业单位养老支出”下没有下级科目行，其他科目都列到了下级，是否漏了“2080505 机关事业单位基本养老保险缴费支出”一行（《预算04表 支出预算分类汇总表（按政府预算经济分类）》E11 有），请核对。",
      cells: ["subject 预算03表!B13", "peer 预算04表!E11"],
    },
  ]);
});

test("where no other table prints it, that a row is missing is all that can be told", () => {
  const alone = { ...TWO_UNITS, sheets: TWO_UNITS.sheets.filter(({ name }) => name.startsWith("预算03表")) };
  expect(found(without(alone, "预算03表", "C22"))).toEqual([
    {
      said: "warning B21 《预算03表 支出总表》B21 科目 22102“住房改革支出”下没有下级科目行，其他科目都列到了下级，请核对是否漏了一行。",
      cells: ["subject 预算03表!B21"],
    },
  ]);
});
