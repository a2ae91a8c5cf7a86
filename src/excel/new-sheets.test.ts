import { parseA1, parseA1Range, type CellRange } from "../core/workbook/address";
import type { SheetPlan } from "../core/workbook/sheet-plan";
import { ExcelError } from "../workbench/host/excel-error";
import type { MemorySheet } from "../workbench/host/memory-sheet";
import { drawnSheet, drawnWorkbook, openWorkbook, type OpenWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

const at = (address: string) => parseA1(address) ?? { row: 0, column: 0 };
const cell = (address: string, value: string | number | boolean, formula?: string) => ({
  ...at(address),
  value,
  ...(formula === undefined ? {} : { formula }),
});

const GOALS: SheetPlan = {
  name: "项目支出绩效目标表",
  otherNames: [],
  cells: [
    cell("A1", "项目支出绩效目标表"),
    cell("A3", "资金总额"),
    cell("B3", 120.5, "=SUM(收入!B1:B2)"),
    cell("C3", "=甲\r\n-乙"),
    cell("D3", "001"),
    cell("E3", true),
    cell("F3", "≥90%"),
    cell("F4", "@丙"),
    cell("A6", "注：满意度"),
  ],
  areas: [
    { range: range("A1:F6"), style: { fontName: "宋体", fontSize: 10 } },
    {
      range: range("A1:F1"),
      style: { fontName: "方正小标宋简体", fontSize: 18, horizontal: "center", vertical: "center" },
    },
    { range: range("A3:F4"), style: { border: { style: "thin" }, wrapText: true, vertical: "center" } },
    { range: range("A3"), style: { sides: { top: { style: "double", color: "#FF0000" } }, indent: 1 } },
    { range: range("B3"), style: { numberFormat: "#,##0.00", horizontal: "right" } },
    { range: range("D3"), style: { asText: true } },
    { range: range("F3"), style: { bold: true, italic: true, underline: true, fontColor: "#C00000" } },
    { range: range("F4"), style: { fillColor: "#FFF2CC" } },
  ],
  merges: [range("A1:F1"), range("A3:A4")],
  columnWidths: [60, 60, 90],
  rowHeights: [
    { row: 0, points: 30 },
    { row: 2, points: 24 },
    { row: 3, points: 24 },
  ],
  dropDowns: [
    { range: range("E3:E4"), options: ["≥", "≤", "定性"] },
    { range: range("F3:F4"), options: ["次", "甲,乙"] },
  ],
  frozenRows: 2,
  page: {
    orientation: "landscape",
    paper: "A3",
    fitToWidth: true,
    titleRows: { top: 0, bottom: 1 },
    printArea: range("A1:F6"),
    centred: true,
    margins: { top: 50, bottom: 50, left: 40, right: 40 },
  },
  start: at("B3"),
};

const small = (name: string): SheetPlan => ({
  name,
  otherNames: [],
  cells: [cell("A1", name)],
  areas: [{ range: range("A1"), style: { bold: true } }],
  columnWidths: [80],
  start: at("A1"),
});

const open = (...names: readonly string[]): OpenWorkbook =>
  openWorkbook(drawnWorkbook(...names.map((name) => drawnSheet(name, "1.00\n2.00"))), {
    evaluate: () => 120.5,
  });
const names = ({ model }: OpenWorkbook): string[] => model.sheets().map(({ name }) => name);

describe("adding sheets", () => {
  test("all that a plan says arrives, in two round trips", async () => {
    const book = open("收入");
    await expect(new ExcelWorkbookHost(book.Excel).addSheets([GOALS])).resolves.toEqual([GOALS.name]);
    const sheet = book.model.sheet(GOALS.name);
    expect(sheet.values(range("A3:F4"))).toEqual([
      ["资金总额", 120.5, "=甲\n-乙", "001", true, "≥90%"],
      ["", "", "", "", "", "@丙"],
    ]);
    expect(sheet.formulas(range("A3:C3"))).toEqual([[null, "=SUM(收入!B1:B2)", null]]);
    expect(sheet.numberFormats(range("B3:D3"))).toEqual([["#,##0.00", "General", "@"]]);
    expect(sheet.cellFormat(0, 5)).toMatchObject({
      fontName: "方正小标宋简体",
      fontSize: 18,
      horizontalAlignment: "Center",
      verticalAlignment: "Center",
      wrapText: false,
    });
    expect(sheet.cellFormat(2, 5)).toMatchObject({
      fontName: "宋体",
      fontSize: 10,
      bold: true,
      italic: true,
      underline: "Single",
      fontColor: "#C00000",
      wrapText: true,
    });
    expect(sheet.cellFormat(3, 5).fillColor).toBe("#FFF2CC");
    const thin = { style: "Continuous", weight: "Thin", color: "#000000" };
    expect(sheet.cellFormat(3, 2).borders).toEqual({
      EdgeTop: thin,
      EdgeBottom: thin,
      EdgeLeft: thin,
      EdgeRight: thin,
    });
    expect(sheet.cellFormat(2, 0)).toMatchObject({
      indentLevel: 1,
      borders: { EdgeTop: { style: "Double", color: "#FF0000" }, EdgeLeft: thin },
    });
    expect(sheet.cellFormat(4, 0).borders).toEqual({});
    expect(sheet.merges()).toEqual(GOALS.merges);
    expect([0, 1, 2, 3].map((column) => sheet.columnWidth(column))).toEqual([60, 60, 90, 48]);
    expect([0, 1, 2, 3, 4].map((row) => sheet.rowHeight(row))).toEqual([30, 15, 24, 24, 15]);
    expect(sheet.dropDowns).toEqual([
      GOALS.dropDowns?.[0],
      // An option with a comma cannot be offered: the user is free to type it.
      { range: range("F3:F4"), options: ["次"], free: true },
    ]);
    expect(sheet.frozenRows).toBe(2);
    expect(sheet.pageSetup).toEqual(GOALS.page);
    expect(book.model.selection()).toEqual({ sheetId: sheet.id, ranges: [range("B3")] });
    expect(book.bridge.trips.map(({ kind, error }) => [kind, error])).toEqual([
      ["write", null],
      ["write", null],
    ]);
  });

  test("several sheets stand in their order behind the others; the first one is shown", async () => {
    const book = open("收入", "支出");
    const added = await new ExcelWorkbookHost(book.Excel).addSheets([small("甲"), small("乙"), small("丙")]);
    expect(added).toEqual(["甲", "乙", "丙"]);
    expect(names(book)).toEqual(["收入", "支出", "甲", "乙", "丙"]);
    expect(book.model.selection().sheetId).toBe(book.model.sheet("甲").id);
    expect(book.bridge.trips).toHaveLength(2);
  });

  test("never over a sheet that is there; two plans of one name are two sheets", async () => {
    const book = open("收入", "甲");
    const added = await new ExcelWorkbookHost(book.Excel).addSheets([
      small("甲"),
      small("乙/丙"),
      small("甲"),
    ]);
    expect(added).toEqual(["甲（2）", "乙／丙", "甲（3）"]);
    expect(book.model.sheet("甲").values(range("A1"))).toEqual([[1]]);
    expect(book.model.sheet("甲（2）").values(range("A1"))).toEqual([["甲"]]);
  });

  test("no plans, no round trip", async () => {
    const book = open("收入");
    await expect(new ExcelWorkbookHost(book.Excel).addSheets([])).resolves.toEqual([]);
    expect(book.bridge.trips).toEqual([]);
  });

  test("without a printer the page stays as it is, the sheet is complete", async () => {
    const book = open("收入");
    watchSheets(book, (sheet) =>
      Object.defineProperty(sheet, "pageSetup", {
        get: () => null,
        set: () => {
          throw new ExcelError("GeneralException", "no printer");
        },
      }),
    );
    const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    await expect(new ExcelWorkbookHost(book.Excel).addSheets([GOALS, small("乙")])).resolves.toHaveLength(2);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
    expect(book.model.sheet("乙").values(range("A1"))).toEqual([["乙"]]);
    expect(book.model.selection().sheetId).toBe(book.model.sheet(GOALS.name).id);
  });
});

/** Lets a test change each sheet that is made. */
function watchSheets({ model }: OpenWorkbook, change: (sheet: MemorySheet) => void): void {
  const add = model.addSheet.bind(model);
  model.addSheet = (name) => {
    const sheet = add(name);
    change(sheet);
    return sheet;
  };
}

/** Excel refuses what the workbook is told to do for the nth time; answers whether it came to that. */
function refuseAt(book: OpenWorkbook, nth: number): () => boolean {
  let calls = 0;
  const count = (): void => {
    if (++calls === nth) throw new ExcelError("AccessDenied");
  };
  const add = book.model.addSheet.bind(book.model);
  book.model.addSheet = (name) => {
    count();
    const sheet = add(name);
    for (const method of ["write", "setCellFormat", "setNumberFormats", "merge", "setColumnWidth"] as const) {
      const original = sheet[method].bind(sheet) as (...args: unknown[]) => void;
      Object.assign(sheet, {
        [method]: (...args: unknown[]) => {
          count();
          original(...args);
        },
      });
    }
    return sheet;
  };
  return () => calls >= nth;
}

describe("where Excel refuses part of it", () => {
  test("whatever it refuses, no sheet is left and none has changed", async () => {
    let nth = 1;
    for (; ; nth += 3) {
      const book = open("收入", "支出");
      const refused = refuseAt(book, nth);
      const adding = new ExcelWorkbookHost(book.Excel).addSheets([small("甲"), GOALS]);
      const outcome = await adding.then(
        () => "added",
        (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : "thrown"),
      );
      if (!refused()) break;
      expect(outcome).toBe(
        "HostError Excel 拒绝了这次操作：工作簿或工作表受保护，或以只读方式打开。请撤销保护后重试。",
      );
      expect(names(book)).toEqual(["收入", "支出"]);
      expect(book.model.selection().sheetId).toBe(book.model.sheet("收入").id);
    }
    // Otherwise the test would not reach far.
    expect(nth).toBeGreaterThan(20);
  });

  test.each([1, 2])("a request that never arrives (%i) leaves no sheet", async (trip) => {
    const book = open("收入");
    interrupt(book, (number) => number === trip, "before");
    const adding = new ExcelWorkbookHost(book.Excel).addSheets([small("甲"), small("乙")]);
    await expect(adding).rejects.toThrow("与 Excel 的连接中断");
    expect(names(book)).toEqual(["收入"]);
  });

  test.each([1, 2])("an answer that never arrives (%i) leaves no sheet either", async (trip) => {
    const book = open("收入");
    interrupt(book, (number) => number === trip, "after");
    const adding = new ExcelWorkbookHost(book.Excel).addSheets([small("甲"), small("乙")]);
    await expect(adding).rejects.toThrow("与 Excel 的连接中断");
    expect(names(book)).toEqual(["收入"]);
  });

  test("where Excel goes away for good, the error names what may be left", async () => {
    const book = open("收入");
    interrupt(book, (number) => number >= 2, "after");
    const adding = new ExcelWorkbookHost(book.Excel).addSheets([small("甲"), small("乙")]);
    await expect(adding).rejects.toMatchObject({
      name: "HostError",
      message: expect.stringMatching(/未写完的工作表未能自动撤回.*“甲”、“乙”、“勾稽未完成-/),
    });
    expect(names(book)).toEqual(["收入", "甲", "乙"]);
  });
});

/** The connection breaks before or after Excel has done what was asked. Counts requests from 1. */
function interrupt(
  { bridge }: OpenWorkbook,
  breaks: (request: number) => boolean,
  when: "before" | "after",
): void {
  let requests = 0;
  const lost = new Set<number>();
  const [send, deliver] = [bridge.sendMessageToHost, bridge.onMessageFromHost];
  bridge.onMessageFromHost = (text) => {
    const { id } = JSON.parse(text) as { id: number };
    if (!lost.has(id)) deliver?.(text);
  };
  const breakOff = (text: string): void => {
    const { id } = JSON.parse(text) as { id: number };
    lost.add(id);
    if (when === "after") send(text);
    const body = JSON.stringify({ error: { code: "ConnectionFailure" } });
    const message = { statusCode: 0, headers: {}, body };
    setTimeout(() => deliver?.(JSON.stringify({ id, type: 1, message })), 0);
  };
  Object.assign(bridge, {
    sendMessageToHost: (text: string) => (breaks(++requests) ? breakOff(text) : send(text)),
  });
}

describe("removing sheets again", () => {
  test("those this host has added go, renamed or not; others are refused", async () => {
    const book = open("收入");
    const host = new ExcelWorkbookHost(book.Excel);
    await host.addSheets([small("甲"), small("乙")]);
    book.model.sheet("甲").name = "改名";
    await host.addSheets([small("甲")]);
    await expect(host.removeSheets(["收入"])).rejects.toThrow("工作表“收入”不是本次打开后由勾稽生成的");
    await expect(new ExcelWorkbookHost(book.Excel).removeSheets(["乙"])).rejects.toThrow("“乙”");
    await host.removeSheets(["甲"]);
    expect(names(book)).toEqual(["收入", "改名", "乙"]);
    await host.removeSheets(["甲", "乙"]);
    expect(names(book)).toEqual(["收入"]);
    await expect(host.removeSheets(["甲"])).rejects.toThrow("“甲”");
  });

  test("a sheet the user has deleted already does not matter", async () => {
    const book = open("收入");
    const host = new ExcelWorkbookHost(book.Excel);
    await host.addSheets([small("甲"), small("乙")]);
    book.model.deleteSheet(book.model.sheet("甲").id);
    await host.removeSheets(["甲", "乙"]);
    expect(names(book)).toEqual(["收入"]);
  });
});
