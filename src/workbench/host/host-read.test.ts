import { drawnSheet, drawnWorkbook, openWorkbook, settled } from "./testing";

const workbook = drawnWorkbook(
  drawnSheet(
    "收入总表",
    `
      项目     | 预算数
      财政拨款 | 1,234.50
      合计     | 1,234.50
    `,
    { merges: [{ top: 0, left: 0, bottom: 0, right: 1 }], hiddenRows: [1] },
  ),
  drawnSheet("空表", "", { visibility: "hidden" }),
);

describe("reading through Microsoft's client library", () => {
  test("a batch of nested and collection selects is one round trip", async () => {
    const { Excel, bridge } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility,items/protection/protected");
      const sheet = worksheets.getItem("收入总表");
      const used = sheet.getUsedRangeOrNullObject(true).untrack().load("address,values,text,numberFormat");
      const merged = used.getMergedAreasOrNullObject().untrack().load("areas/address");
      const rows = used.getRowProperties({ rowHidden: true });
      context.workbook.load("name");
      await context.sync();

      expect(worksheets.items.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
        "收入总表 Visible",
        "空表 Hidden",
      ]);
      expect(worksheets.items.map((item) => item.protection.protected)).toEqual([false, false]);
      expect(used.address).toBe("收入总表!A1:B3");
      expect(used.values[1]).toEqual(["财政拨款", 1234.5]);
      expect(used.text[1]).toEqual(["财政拨款", "1,234.50"]);
      expect(used.numberFormat[1]).toEqual(["General", "#,##0.00"]);
      expect(merged.areas.items.map(({ address }) => address)).toEqual(["收入总表!A1:B1"]);
      expect(rows.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true, false]);
      expect(context.workbook.name).toBe("样表.xlsx");
    });
    expect(bridge.trips.map(({ kind, error }) => ({ kind, error }))).toEqual([{ kind: "read", error: null }]);
  });

  test("an object that is missing is a null object, and so is what hangs on it", async () => {
    const { Excel } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("没有");
      const below = missing.getRange("A1").untrack().load("address");
      const blank = context.workbook.worksheets.getItem("空表").getUsedRangeOrNullObject(true).untrack();
      const there = context.workbook.worksheets.getItemOrNullObject("收入总表");
      await context.sync();
      expect([missing, below, blank, there].map((object) => object.isNullObject)).toEqual([
        true,
        true,
        true,
        false,
      ]);
    });
  });

  test("a property that was not loaded cannot be read", async () => {
    const { Excel } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("收入总表").load("name");
      await context.sync();
      expect(sheet.name).toBe("收入总表");
      expect(() => sheet.visibility).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  test("load() without names brings every scalar property", async () => {
    const { Excel } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("收入总表").getRange("B2").untrack().load();
      await context.sync();
      expect([cell.rowIndex, cell.columnIndex, cell.values, cell.valueTypes]).toEqual([
        1,
        1,
        [[1234.5]],
        [["Double"]],
      ]);
    });
  });

  test("ranges are found by address, by index and from one another", async () => {
    const { Excel } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("收入总表");
      const start = sheet.getRange("B2:C3").untrack();
      const ranges = [
        sheet.getRangeByIndexes(0, 1, 2, 3),
        sheet.getCell(4, 2),
        sheet.getRange("A:C"),
        sheet.getRange("2:3"),
        sheet.getRange(),
        start.getCell(1, 1),
        start.getOffsetRange(-1, 2),
        start.getResizedRange(1, 0),
        start.getEntireRow(),
        start.getBoundingRect("A1"),
        start.getIntersectionOrNullObject("C3:D9"),
        start.getLastCell(),
      ].map((range) => range.untrack().load("address"));
      await context.sync();
      expect(ranges.map(({ address }) => address.replace("收入总表!", ""))).toEqual([
        "B1:D2",
        "C5",
        "A:C",
        "2:3",
        "1:1048576",
        "C3",
        "D1:E2",
        "B2:C4",
        "2:3",
        "A1:C3",
        "C3",
        "C3",
      ]);
    });
  });

  test("whole columns answer null instead of a million cells", async () => {
    const { Excel } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const column = context.workbook.worksheets.getItem("收入总表").getRange("A:B").untrack();
      column.load("values,rowCount");
      await context.sync();
      expect(column.values).toBeNull();
      expect(column.rowCount).toBe(1_048_576);
    });
  });

  test("tracked ranges stay usable after a sync and are released when the run ends", async () => {
    const { Excel, bridge } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("收入总表").getRange("A1").load("address");
      await context.sync();
      expect(bridge.keptObjects).toBe(1);
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["项目"]]);
    });
    await settled();
    expect(bridge.keptObjects).toBe(0);
  });
});
