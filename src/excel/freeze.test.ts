import { parseA1Range, toA1, type CellRange } from "../core/workbook/address";
import type { CellValue } from "../core/workbook/snapshot";
import { ExcelError } from "../workbench/host/excel-error";
import { drawnSheet, drawnWorkbook, openWorkbook, type OpenWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

const RESULTS: Readonly<Record<string, CellValue>> = {
  "=EXEC_RATE(B1,B2,4)": 0.9876,
  '="0"&"01"': "001",
  "=1=1": true,
  "=1/0": { error: "#DIV/0!" },
  '=""': "",
  "=SLOW()": { error: "#BUSY!" },
};

/** Formulas in column C, beside texts and numbers. */
function open(...formulas: readonly string[]): OpenWorkbook {
  const book = openWorkbook(drawnWorkbook(drawnSheet("表", "甲 | 1.00\n乙 | 2.00"), drawnSheet("空", "")), {
    evaluate: (formula) => RESULTS[formula] ?? { error: "#NAME?" },
  });
  const sheet = book.model.sheet("表");
  const column = { ...range("C1"), bottom: Math.max(0, formulas.length - 1) };
  sheet.setNumberFormats(
    column,
    formulas.map(() => ["0.00%"]),
  );
  sheet.write(
    column,
    formulas.map((formula) => [{ formula }]),
  );
  return book;
}

const ALL = Object.keys(RESULTS).filter((formula) => formula !== "=SLOW()");
const column = range("C1:C5");

describe("freezing a sheet", () => {
  test("results take the place of formulas, formats stay, nothing else changes", async () => {
    const { Excel, model, bridge } = open(...ALL);
    const sheet = model.sheet("表");
    const [before, untouched] = [sheet.values(range("A1:C5")), sheet.numberFormats(range("A1:C5"))];
    const frozen = await new ExcelWorkbookHost(Excel).freeze("表");
    expect(
      sheet
        .formulas(range("A1:C5"))
        .flat()
        .every((formula) => formula === null),
    ).toBe(true);
    expect(sheet.values(range("A1:C5"))).toEqual(before);
    expect(sheet.numberFormats(range("A1:C5"))).toEqual(untouched);
    expect(frozen.cells.map((cell) => [toA1(cell), cell.formula])).toEqual(
      ALL.map((formula, row) => [`C${String(row + 1)}`, formula]),
    );
    expect(bridge.trips.map(({ kind }) => kind)).toEqual(["read", "read", "write"]);
  });

  test("and back again", async () => {
    const { Excel, model } = open(...ALL);
    const host = new ExcelWorkbookHost(Excel);
    const frozen = await host.freeze("表");
    model.sheet("表").name = "改名";
    await expect(host.unfreeze(frozen)).resolves.toEqual({ restored: 5, changed: [] });
    expect(model.sheet("改名").formulas(column)).toEqual(ALL.map((formula) => [formula]));
  });

  test("what was changed since keeps the change, cell by cell", async () => {
    const { Excel, model } = open(...ALL);
    const host = new ExcelWorkbookHost(Excel);
    const frozen = await host.freeze("表");
    const sheet = model.sheet("表");
    sheet.write(range("C1:C4"), [[{ value: 0.5 }], [{ value: 1 }], [{ formula: "=2=2" }], [null] as never]);
    sheet.setNumberFormats(range("C4"), [["@"]]);
    const outcome = await host.unfreeze(frozen);
    expect(outcome.restored).toBe(1);
    expect(outcome.changed.map(toA1)).toEqual(["C1", "C2", "C3", "C4"]);
    expect(sheet.values(range("C1:C2"))).toEqual([[0.5], [1]]);
    expect(sheet.formulas(range("C5"))).toEqual([['=""']]);
  });

  test("a result that looks like a number stays a text, also in a cell formatted as text", async () => {
    const { Excel, model } = open('="0"&"01"', '="0"&"01"');
    model.sheet("表").setNumberFormats(range("C2"), [["@"]]);
    await new ExcelWorkbookHost(Excel).freeze("表");
    expect(model.sheet("表").values(range("C1:C2"))).toEqual([["001"], ["001"]]);
  });

  test.each([
    ["没有", "没有", "工作表“没有”已被删除或改名"],
    ["a formula that waits for its result", "表", "工作表“表”的 C2 还在计算"],
  ])("%s is refused, nothing changes", async (_name, sheet, sentence) => {
    const { Excel, model } = open("=1=1", "=SLOW()");
    await expect(new ExcelWorkbookHost(Excel).freeze(sheet)).rejects.toThrow(sentence);
    expect(model.sheet("表").formulas(range("C1:C2"))).toEqual([["=1=1"], ["=SLOW()"]]);
  });

  test("protected sheets and formulas that fill several cells are refused", async () => {
    const { Excel, model } = open("=1=1");
    const host = new ExcelWorkbookHost(Excel);
    const sheet = model.sheet("表");
    sheet.hasSpill = () => true;
    await expect(host.freeze("表")).rejects.toThrow("动态数组公式");
    sheet.protect();
    await expect(host.freeze("表")).rejects.toThrow("工作表“表”受保护，不能改动其中的公式");
    await expect(host.unfreeze({ sheet: "表", id: sheet.id, cells: [] })).rejects.toThrow("受保护");
  });

  test("a sheet without formulas, and a blank one", async () => {
    const { Excel, bridge } = open();
    const host = new ExcelWorkbookHost(Excel);
    const none = await host.freeze("空");
    expect(none).toMatchObject({ sheet: "空", cells: [] });
    await expect(host.unfreeze(none)).resolves.toEqual({ restored: 0, changed: [] });
    expect(bridge.trips.some(({ kind }) => kind === "write")).toBe(false);
  });

  test("where Excel refuses part of it, the formulas are there again", async () => {
    const rows = 30_000;
    const { Excel, model, bridge } = open(...Array.from({ length: rows }, () => "=1=1"));
    const sheet = model.sheet("表");
    const write = sheet.write.bind(sheet);
    let isRefused = false;
    sheet.write = (target, content) => {
      const last = target.bottom === rows - 1;
      if (last && !isRefused) {
        isRefused = true;
        throw new ExcelError("InvalidOperation");
      }
      write(target, content);
    };
    await expect(new ExcelWorkbookHost(Excel).freeze("表")).rejects.toThrow("Excel 当前的状态不允许");
    expect(
      sheet.formulas({ ...range("C1"), bottom: rows - 1 }).every(([formula]) => formula === "=1=1"),
    ).toBe(true);
    expect(bridge.trips.at(-1)?.error).toBeNull();
  }, 30_000);
});
