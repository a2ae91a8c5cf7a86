import { readFileSync } from "node:fs";

import type { CellMark } from "../core/workbook/host";
import { ExcelError } from "../workbench/host/excel-error";
import type { ConditionalFormatModel } from "../workbench/host/model";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { readXlsx } from "../xlsx";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const FILE = "hunan-budget-2026.xlsx";
const A1 = { top: 0, bottom: 0, left: 0, right: 0 };

const workbook = drawnWorkbook(
  drawnSheet("收入", "a | 1.00\nb | 2.00\nc | 3.00"),
  drawnSheet("支出", "x | 9.00"),
);

/** What the user has made; some of it looks a little like ours. */
const USERS_OWN: readonly Omit<ConditionalFormatModel, "id">[] = [
  {
    type: "Custom",
    ranges: [A1],
    formula: "=TRUE",
    stopIfTrue: false,
    fillColor: "#FF0000",
    fontColor: "",
    bold: null,
  },
  {
    type: "Custom",
    ranges: [A1],
    formula: '=A1="gouji-mark error"',
    stopIfTrue: false,
    fillColor: "",
    fontColor: "#FF0000",
    bold: true,
  },
  { type: "DataBar", ranges: [A1], formula: "", stopIfTrue: false, fillColor: "", fontColor: "", bold: null },
];

function mark(
  sheet: string,
  row: number,
  column: number,
  severity: CellMark["severity"] = "error",
): CellMark {
  return { sheet, row, column, severity };
}

function isOurs({ formula }: ConditionalFormatModel): boolean {
  return formula.startsWith('=N("gouji-mark');
}

describe("marking cells", () => {
  test("a check of the real workbook costs two reading round trips and one writing", async () => {
    const snapshot = readXlsx(readFileSync(`test/cases/${FILE}`), FILE);
    const { Excel, bridge, model } = openWorkbook(snapshot);
    const host = new ExcelWorkbookHost(Excel);
    const { sheets } = await host.readSnapshot();
    const marks = sheets.flatMap(({ name, cells }) =>
      cells
        .slice(0, 30)
        .map(({ row, column }, index) => mark(name, row, column, index % 2 === 0 ? "error" : "rounding")),
    );
    const outcome = await host.mark(marks);
    expect(outcome).toEqual({ marked: marks.length, skipped: [] });
    // Nothing is sent when the runs end: the library would otherwise release the ranges it tracked.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bridge.trips.map(({ kind, error }) => `${kind} ${error ?? "ok"}`)).toEqual([
      "read ok",
      "read ok",
      "write ok",
    ]);
    expect(model.sheets().every((sheet) => sheet.conditionalFormats().length > 0)).toBe(true);
  });

  test("shows each cell by its worst severity, in one format a severity", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const outcome = await new ExcelWorkbookHost(Excel).mark([
      mark("收入", 0, 1, "rounding"),
      mark("收入", 1, 1, "rounding"),
      mark("收入", 1, 1, "error"),
      mark("收入", 2, 1, "error"),
      mark("支出", 0, 0, "info"),
    ]);
    expect(outcome).toEqual({ marked: 4, skipped: [] });
    const formats = model.sheet("收入").conditionalFormats();
    expect(formats.map(({ formula, ranges }) => ({ formula, ranges })).reverse()).toEqual([
      { formula: '=N("gouji-mark error")=0', ranges: [{ top: 1, bottom: 2, left: 1, right: 1 }] },
      { formula: '=N("gouji-mark rounding")=0', ranges: [{ top: 0, bottom: 0, left: 1, right: 1 }] },
    ]);
    expect(new Set(formats.map(({ fillColor }) => fillColor)).size).toBe(2);
  });

  test("new marks replace old ones, and clearing leaves just what the user made", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const sheet = model.sheet("收入");
    const own = USERS_OWN.map((format) => sheet.addConditionalFormat(format)).reverse();
    const host = new ExcelWorkbookHost(Excel);
    await host.mark([mark("收入", 0, 0), mark("收入", 2, 1)]);
    await host.mark([mark("收入", 1, 1), mark("支出", 0, 1)]);
    expect(
      sheet
        .conditionalFormats()
        .filter(isOurs)
        .map(({ ranges }) => ranges),
    ).toEqual([[{ top: 1, bottom: 1, left: 1, right: 1 }]]);
    await host.clearMarks();
    expect(sheet.conditionalFormats()).toEqual(own);
    expect(model.sheet("支出").conditionalFormats()).toEqual([]);
    expect(model.settings().size).toBe(0);
  });

  test("marks are found again in a later session, moved and copied", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const sheet = model.sheet("收入");
    await new ExcelWorkbookHost(Excel).mark([mark("收入", 1, 1)]);
    sheet.insertRows(0, 5);
    sheet.copyRows(6, 6, 20);
    expect(
      sheet
        .conditionalFormats()
        .map(({ ranges }) => ranges[0]?.top)
        .sort(),
    ).toEqual([20, 6]);
    await new ExcelWorkbookHost(Excel).clearMarks();
    expect(sheet.conditionalFormats()).toEqual([]);
  });

  test("many marks on one sheet take several formats but one round trip", async () => {
    const { Excel, bridge, model } = openWorkbook(workbook);
    const host = new ExcelWorkbookHost(Excel);
    const marks = Array.from({ length: 5_000 }, (_, index) => mark("收入", index * 2, index % 7));
    await host.readSnapshot();
    expect(await host.mark(marks)).toMatchObject({ marked: 5_000 });
    expect(bridge.trips.filter(({ kind }) => kind === "write")).toHaveLength(1);
    const marked = model
      .sheet("收入")
      .conditionalFormats()
      .flatMap(({ ranges }) => ranges);
    expect(marked).toHaveLength(5_000);
  });

  test("nothing to mark and nothing marked is no round trip at all", async () => {
    const { Excel, bridge } = openWorkbook(workbook);
    const host = new ExcelWorkbookHost(Excel);
    await host.readSnapshot();
    await host.mark([]);
    expect(bridge.trips).toHaveLength(2);
  });

  test("protected sheets and missing sheets are skipped and named; hidden ones are marked", async () => {
    const { Excel, model } = openWorkbook(workbook);
    model.sheet("收入").protect();
    model.sheet("支出").visibility = "veryHidden";
    const outcome = await new ExcelWorkbookHost(Excel).mark([
      mark("收入", 0, 0),
      mark("支出", 0, 0),
      mark("没有", 0, 0),
    ]);
    expect(outcome.marked).toBe(1);
    expect(outcome.skipped).toEqual([
      { sheet: "收入", reason: "工作表受保护，未作标记。撤销保护后重新检查即可标记。" },
      { sheet: "没有", reason: "工作表已被删除或改名。" },
    ]);
    expect(model.sheet("支出").conditionalFormats()).toHaveLength(1);
  });

  test("a sheet deleted or protected between reading and marking", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const host = new ExcelWorkbookHost(Excel);
    await host.readSnapshot();
    model.deleteSheet(model.sheet("支出").id);
    expect(await host.mark([mark("收入", 0, 0), mark("支出", 0, 0)])).toEqual({
      marked: 1,
      skipped: [{ sheet: "支出", reason: "工作表已被删除或改名。" }],
    });
    await host.readSnapshot();
    model.sheet("收入").protect();
    expect(await host.mark([mark("收入", 1, 0)])).toMatchObject({ marked: 0, skipped: [{ sheet: "收入" }] });
  });

  test("a mark the user has deleted meanwhile does not stop the next marking", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const host = new ExcelWorkbookHost(Excel);
    const sheet = model.sheet("收入");
    await host.mark([mark("收入", 0, 0)]);
    await host.readSnapshot();
    for (const { id } of sheet.conditionalFormats()) sheet.deleteConditionalFormat(id);
    await host.mark([mark("收入", 2, 0)]);
    expect(sheet.conditionalFormats().map(({ ranges }) => ranges[0]?.top)).toEqual([2]);
  });

  test("marks on a protected sheet cannot be cleared: said so, the others are cleared", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const host = new ExcelWorkbookHost(Excel);
    await host.mark([mark("收入", 0, 0), mark("支出", 0, 0)]);
    model.sheet("收入").protect();
    await expect(host.clearMarks()).rejects.toMatchObject({
      name: "HostError",
      message: expect.stringContaining("工作表“收入”受保护"),
    });
    expect(model.sheet("支出").conditionalFormats()).toEqual([]);
  });

  test("conditional formats Excel cannot read stop neither the check nor the marks of other sheets", async () => {
    const { Excel, model, bridge } = openWorkbook(workbook);
    model.sheet("支出").conditionalFormats = () => {
      throw new ExcelError("ItemNotFound");
    };
    const host = new ExcelWorkbookHost(Excel);
    expect(await host.readSnapshot()).toEqual(workbook);
    expect(bridge.trips).toHaveLength(3);
    const outcome = await host.mark([mark("收入", 0, 0), mark("支出", 0, 0)]);
    expect(outcome.marked).toBe(1);
    expect(outcome.skipped).toEqual([
      { sheet: "支出", reason: expect.stringContaining("Excel 无法读取这张表的条件格式") },
    ]);
    await expect(host.clearMarks()).rejects.toMatchObject({
      name: "HostError",
      message: expect.stringContaining("无法读取工作表“支出”的条件格式"),
    });
    expect(model.sheet("收入").conditionalFormats()).toEqual([]);
  });
});
