import type { SheetPlan } from "../core/workbook/sheet-plan";
import { ExcelError } from "../workbench/host/excel-error";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

const PLAN: SheetPlan = {
  name: "勾稽规则",
  otherNames: ["勾稽关系"],
  cells: [
    { row: 0, column: 0, value: "关系" },
    { row: 1, column: 0, value: "=甲[合计] = 1" },
    { row: 1, column: 1, value: "0.05" },
    { row: 2, column: 0, value: "-乙" },
    { row: 2, column: 1, value: 0.5 },
    { row: 3, column: 0, value: "'@丙" },
  ],
  areas: [
    {
      range: { top: 0, bottom: 0, left: 0, right: 1 },
      style: { bold: true, fillColor: "#DDEBF7", fontSize: 14 },
    },
    {
      range: { top: 1, bottom: 9, left: 0, right: 0 },
      style: { asText: true, wrapText: true, fontColor: "#595959" },
    },
  ],
  columnWidths: [300, 60],
  start: { row: 1, column: 0 },
};

const open = (...names: readonly string[]) =>
  openWorkbook(drawnWorkbook(...names.map((name) => drawnSheet(name, "甲"))));

describe("adding a sheet", () => {
  test("writes it behind the last one and shows it, in two writing round trips", async () => {
    const { Excel, model, bridge } = open("表一", "表二");
    expect(await new ExcelWorkbookHost(Excel).addSheet(PLAN)).toBe("勾稽规则");
    expect(model.sheets().map(({ name }) => name)).toEqual(["表一", "表二", "勾稽规则"]);
    const sheet = model.sheet("勾稽规则");
    const all = { top: 0, bottom: 3, left: 0, right: 1 };
    // Texts stay texts, whatever they begin with; numbers are numbers.
    expect(sheet.values(all)).toEqual([
      ["关系", ""],
      ["=甲[合计] = 1", "0.05"],
      ["-乙", 0.5],
      ["'@丙", ""],
    ]);
    expect(
      sheet
        .formulas(all)
        .flat()
        .every((formula) => formula === null),
    ).toBe(true);
    expect(sheet.cellFormat(0, 1)).toMatchObject({ bold: true, fillColor: "#DDEBF7", fontSize: 14 });
    expect(sheet.cellFormat(9, 0)).toMatchObject({ bold: false, wrapText: true, fontColor: "#595959" });
    expect(sheet.numberFormats({ top: 9, bottom: 10, left: 0, right: 0 })).toEqual([["@"], ["General"]]);
    expect([sheet.columnWidth(0), sheet.columnWidth(1)]).toEqual([300, 60]);
    expect(model.selection()).toEqual({ sheetId: sheet.id, ranges: [at(1, 0)] });
    expect(bridge.trips.map(({ kind }) => kind)).toEqual(["read", "write", "write"]);
  });

  test.each(["勾稽规则", "勾稽 关系"])("shows %s as it is where it is there already", async (name) => {
    const { Excel, model, bridge } = open("表一", name);
    expect(await new ExcelWorkbookHost(Excel).addSheet(PLAN)).toBe(name);
    expect(model.sheets()).toHaveLength(2);
    expect(model.sheet(name).values(at(0, 0))).toEqual([["甲"]]);
    expect(model.selection().sheetId).toBe(model.sheet(name).id);
    expect(bridge.trips.map(({ kind }) => kind)).not.toContain("write");
  });

  test("leaves nothing behind where Excel refuses part of it", async () => {
    const { Excel, model } = open("表一");
    const add = model.addSheet.bind(model);
    model.addSheet = (name) => {
      const sheet = add(name);
      sheet.write = () => {
        throw new ExcelError("AccessDenied");
      };
      return sheet;
    };
    await expect(new ExcelWorkbookHost(Excel).addSheet(PLAN)).rejects.toMatchObject({
      name: "HostError",
      message: expect.stringContaining("受保护"),
    });
    expect(model.sheets().map(({ name }) => name)).toEqual(["表一"]);
  });
});
