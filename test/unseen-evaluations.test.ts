import { checkWorkbook } from "../src/core/check-workbook";
import { indicatorModel } from "../src/core/indicators/describe";
import { workbook } from "./support/grid";
import { EVALUATIONS, mistypedCell } from "./support/unseen/evaluations";
import { disagreements } from "./support/unknown-table";

/* Goals and self-evaluations in the layouts that authorities all over the country use: no false alarm, typical slips found. */

describe.each(EVALUATIONS)("$what", ({ sheet, slips }) => {
  test("its indicators are read, and nothing is found", () => {
    const [table, ...others] = indicatorModel(workbook(sheet)).tables;
    expect(others).toEqual([]);
    expect(table?.groups.flatMap(({ indicators }) => indicators).length).toBeGreaterThanOrEqual(6);
    expect(disagreements(checkWorkbook(workbook(sheet)).findings)).toEqual([]);
  });

  test.each(slips)("%s mistyped as %s is found", (cell, typed) => {
    const found = checkWorkbook(mistypedCell(sheet, cell, typed)).findings.filter(
      ({ severity }) => severity !== "info",
    );
    expect(found.flatMap(({ cells }) => cells.map((one) => one.cell))).toContain(cell);
  });
});

test("a total that counts points of execution nobody printed in a known way is left alone", () => {
  const [, beijing] = EVALUATIONS;
  if (beijing === undefined) throw new Error("no table");
  // Without its line on execution the table still says 总分 100 and 96.75.
  const sheet = {
    ...beijing.sheet,
    cells: beijing.sheet.cells.filter(({ row }) => row < 6 || row > 10),
  };
  expect(disagreements(checkWorkbook(workbook(sheet)).findings)).not.toContainEqual(
    expect.stringContaining("“总分”的得分"),
  );
});
