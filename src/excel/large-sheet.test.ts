import type { PlannedCell, SheetPlan } from "../core/workbook/sheet-plan";
import { PAYLOAD_LIMIT_BYTES } from "../workbench/host/bridge";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const ROWS = 8_000;
const COLUMNS = 19;
/** Rows of one project, whose first columns are merged over them. */
const PROJECT_ROWS = 5;
const PROJECT_COLUMNS = 6;

function cellAt(row: number, column: number): PlannedCell | null {
  if (column === COLUMNS - 1) {
    return { row, column, value: row / 2, formula: `=EXEC_RATE(F${String(row + 1)},E${String(row + 1)},4)` };
  }
  if (column < PROJECT_COLUMNS && row % PROJECT_ROWS > 0) return null;
  return { row, column, value: column % 4 === 3 ? row * 12.34 : `项目${String(row)}完成及时率≥90%` };
}

/** As templates give it: every row with areas, heights and merges of its own. */
function largePlan(): SheetPlan {
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const columns = Array.from({ length: COLUMNS }, (_, column) => column);
  return {
    name: "绩效指标汇总表",
    otherNames: [],
    cells: rows.flatMap((row) => columns.flatMap((column) => cellAt(row, column) ?? [])),
    areas: rows.flatMap((row) => [
      {
        range: { top: row, bottom: row, left: 0, right: COLUMNS - 1 },
        style: { fontName: "宋体", fontSize: 10, border: {}, wrapText: true, vertical: "center" },
      },
      {
        range: { top: row, bottom: row, left: COLUMNS - 1, right: COLUMNS - 1 },
        style: { numberFormat: "0.00%", ...(row % PROJECT_ROWS === 0 ? { bold: true } : {}) },
      },
    ]),
    merges: rows
      .filter((row) => row % PROJECT_ROWS === 0)
      .flatMap((row) =>
        columns
          .slice(0, PROJECT_COLUMNS)
          .map((column) => ({ top: row, bottom: row + PROJECT_ROWS - 1, left: column, right: column })),
      ),
    columnWidths: columns.map(() => 60),
    rowHeights: rows.map((row) => ({ row, points: 24 })),
    frozenRows: 3,
    page: { orientation: "landscape", paper: "A3", fitToWidth: true },
    start: { row: 0, column: 0 },
  };
}

test("8,000 rows with thousands of merges are three round trips, none too large for Excel on the web", async () => {
  const { Excel, model, bridge } = openWorkbook(drawnWorkbook(drawnSheet("收入", "1.00")));
  await new ExcelWorkbookHost(Excel).addSheets([largePlan()]);
  expect(bridge.trips.map(({ error }) => error)).toEqual([null, null, null]);
  for (const { requestBytes } of bridge.trips) expect(requestBytes).toBeLessThan(PAYLOAD_LIMIT_BYTES);
  const sheet = model.sheet("绩效指标汇总表");
  expect(sheet.usedRange(true)).toEqual({ top: 0, bottom: ROWS - 1, left: 0, right: COLUMNS - 1 });
  expect(sheet.merges()).toHaveLength((ROWS / PROJECT_ROWS) * PROJECT_COLUMNS);
  const last = { top: ROWS - 1, bottom: ROWS - 1, left: COLUMNS - 1, right: COLUMNS - 1 };
  expect(sheet.formulas(last)).toEqual([["=EXEC_RATE(F8000,E8000,4)"]]);
  expect(sheet.numberFormats(last)).toEqual([["0.00%"]]);
  expect(sheet.rowHeight(ROWS - 1)).toBe(24);
}, 60_000);
