import fc from "fast-check";
import { checkWorkbook } from "../src/core/check-workbook";
import type { SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { withCell } from "./support/grid";

/* What must not matter: the order of sheets, the order of rows of one rank, 元 or 万元. */

const snapshot = readCase("hunan-budget-2026");
const mistyped = withCell(snapshot, "预算05表", { row: 9, column: 15 }, 15.06);

/** Findings without the words and figures that depend on where a row stands or on the unit. */
function outline(workbook: WorkbookSnapshot): string[] {
  return checkWorkbook(workbook)
    .findings.map(({ check, severity, sheet }) => `${severity} ${check} ${sheet.slice(0, 5)}`)
    .sort();
}

test.each([
  ["clean", snapshot],
  ["with a slip", mistyped],
])("the order of sheets (%s)", (_name, workbook) => {
  const expected = outline(workbook);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...workbook.sheets], { minLength: workbook.sheets.length }),
      (sheets) => {
        const found = outline({ ...workbook, sheets });
        expect(found.length).toBe(expected.length);
        expect(found.filter((line) => line.includes("total-"))).toEqual(
          expected.filter((line) => line.includes("total-")),
        );
      },
    ),
    { numRuns: 15 },
  );
});

test.each([
  ["clean", snapshot],
  ["with a slip", mistyped],
])("the order of the detail rows of 预算04表 and 05表 (%s)", (_name, workbook) => {
  const expected = outline(workbook);
  const rows = Array.from({ length: 11 }, (_, at) => 8 + at);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
      const sheets = workbook.sheets.map((sheet) =>
        /^预算0[45]表/.test(sheet.name) ? reorder(sheet, rows, order) : sheet,
      );
      expect(outline({ ...workbook, sheets })).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

function reorder(sheet: SheetSnapshot, rows: readonly number[], order: readonly number[]): SheetSnapshot {
  const cells = sheet.cells.map((cell) => {
    const at = rows.indexOf(cell.row);
    return at < 0 ? cell : { ...cell, row: order[at] ?? cell.row };
  });
  return { ...sheet, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** First column of performance indicators, whose targets have units of their own. */
function firstOfIndicators(sheet: SheetSnapshot): number {
  return sheet.cells.find(({ value }) => value === "绩效指标")?.column ?? Infinity;
}

test.each([
  ["clean", snapshot],
  ["with a slip", mistyped],
])("万元 or 元 (%s)", (_name, workbook) => {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (typeof cell.value === "number" && cell.row > 3 && cell.column < firstOfIndicators(sheet)) {
        const value = Math.round(cell.value * 10_000);
        return { ...cell, value, text: String(value), decimals: 0 };
      }
      if (typeof cell.value !== "string") return cell;
      return {
        ...cell,
        value: cell.value.replace("单位：万元", "单位：元"),
        text: cell.text.replace("单位：万元", "单位：元"),
      };
    }),
  }));
  expect(outline({ ...workbook, sheets })).toEqual(outline(workbook));
});
