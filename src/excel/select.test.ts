import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const workbook = drawnWorkbook(
  drawnSheet("收入", "a"),
  drawnSheet("2026'支出", "b"),
  drawnSheet("藏", "c", { visibility: "hidden" }),
  drawnSheet("深", "d", { visibility: "veryHidden" }),
);

describe("selecting a cell", () => {
  test("shows the sheet and selects the cell", async () => {
    const { Excel, model, bridge } = openWorkbook(workbook);
    await new ExcelWorkbookHost(Excel).select("2026'支出", { row: 11, column: 27 });
    expect(model.selection()).toEqual({
      sheetId: model.sheet("2026'支出").id,
      ranges: [{ top: 11, bottom: 11, left: 27, right: 27 }],
    });
    expect(bridge.trips.map(({ kind }) => kind)).toEqual(["read", "read"]);
  });

  test.each([
    ["藏", "工作表“藏”已隐藏。请先取消隐藏，再定位单元格。"],
    ["深", "工作表“深”被深度隐藏，在 Excel 的菜单中看不到。请联系表格的制作人取消隐藏。"],
    ["没有", "工作表“没有”已被删除或改名。请重新检查。"],
  ])("on %s says why not", async (sheet, message) => {
    const { Excel } = openWorkbook(workbook);
    const attempt = new ExcelWorkbookHost(Excel).select(sheet, { row: 0, column: 0 });
    await expect(attempt).rejects.toMatchObject({ name: "HostError", message });
  });
});
