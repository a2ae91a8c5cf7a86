import { parseA1Range, type CellRange } from "../core/workbook/address";
import type { CellValue } from "../core/workbook/snapshot";
import { drawnSheet, drawnWorkbook, openWorkbook, type OpenWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const FORMULA = "=EXEC_RATE(A1,B1)";
const content = { formula: FORMULA, value: "" };

function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

/** A sheet with figures in A1:B1, and this in C1 and C2. */
function open(c1: CellValue | { readonly formula: string } = "", format = "General") {
  const book: OpenWorkbook = openWorkbook(drawnWorkbook(drawnSheet("表", "90 | 100")), {
    evaluate: (formula) => (formula === FORMULA ? 0.9 : 5),
  });
  const sheet = book.model.sheet("表");
  sheet.setNumberFormats(range("C1"), [[format]]);
  sheet.write(range("C1"), [[typeof c1 === "object" && "formula" in c1 ? c1 : { value: c1 }]]);
  book.model.select(sheet.id, range("C1:D9"));
  const held = (): readonly unknown[] => [
    sheet.formulas(range("C1"))[0]?.[0],
    sheet.values(range("C1"))[0]?.[0],
  ];
  return { ...book, host: new ExcelWorkbookHost(book.Excel), held };
}

describe("the selected cell", () => {
  test("is the one that typing goes to, with its formula or value", async () => {
    const { host } = open({ formula: "=A1+1" });
    expect(await host.activeCell()).toEqual({ sheet: "表", row: 0, column: 2, formula: "=A1+1", value: 5 });
  });

  test("may be blank", async () => {
    expect(await open().host.activeCell()).toMatchObject({ formula: "", value: "" });
  });
});

describe("replacing what a cell holds", () => {
  test.each<[string, CellValue]>([
    ["nothing", ""],
    ["a number", 12.5],
    ["a text that looks like a formula", "=A1"],
    ["a text of digits", "047007"],
    ["a truth value", true],
  ])("the way back restores %s", async (_what, before) => {
    const { host, held } = open(before);
    const unchanged = held();
    const seen = await host.activeCell();
    const after = await host.replaceCell(seen, content);
    expect(after).toMatchObject({ formula: FORMULA, value: 0.9 });
    expect(held()).toEqual([FORMULA, 0.9]);
    if (after === null) throw new Error("not written");
    await host.replaceCell(after, seen);
    expect(held()).toEqual(unchanged);
  });

  test("the way back restores a formula", async () => {
    const { host, held } = open({ formula: "=A1+1" });
    const seen = await host.activeCell();
    const after = await host.replaceCell(seen, content);
    if (after === null) throw new Error("not written");
    await host.replaceCell(after, seen);
    expect(held()).toEqual(["=A1+1", 5]);
  });

  test("a cell that has changed meanwhile stays as it is", async () => {
    const { host, held, model } = open();
    const seen = await host.activeCell();
    model.sheet("表").write(range("C1"), [[{ value: "新" }]]);
    expect(await host.replaceCell(seen, content)).toBeNull();
    expect(held()).toEqual([null, "新"]);
  });

  test("a cell formatted as text would not compute: it is told, and nothing is written", async () => {
    const { host, held } = open("", "@");
    await expect(host.replaceCell(await host.activeCell(), content)).rejects.toThrow(
      "工作表“表”的 C1 是“文本”格式，公式写进去不会计算。请先把它的数字格式改为“常规”。",
    );
    expect(held()).toEqual([null, ""]);
  });

  test("a sheet that is gone is named", async () => {
    const { host } = open();
    const seen = { ...(await host.activeCell()), sheet: "没有" };
    await expect(host.replaceCell(seen, content)).rejects.toThrow("工作表“没有”已被删除或改名");
  });
});
