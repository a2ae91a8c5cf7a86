import { readFileSync, readdirSync } from "node:fs";

import { expectSameWorkbook } from "../../test/support/same-workbook";
import { HostError } from "../core/workbook/host";
import type { SheetSnapshot } from "../core/workbook/snapshot";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { readXlsx } from "../xlsx";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const CASES = "test/cases";
const files = readdirSync(CASES).filter((file) => file.endsWith(".xlsx"));

/** `rows` × `columns` of figures, each different. */
function figures(name: string, rows: number, columns: number): SheetSnapshot {
  const cells = Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
    value: index / 100,
    text: (index / 100).toFixed(2),
    formula: null,
    decimals: 2,
  }));
  return { ...drawnSheet(name, ""), cells };
}

describe("reading a workbook through Office.js", () => {
  test.each(files)("%s reads like its file, in two round trips", async (file) => {
    const workbook = readXlsx(readFileSync(`${CASES}/${file}`), file);
    const { Excel, bridge } = openWorkbook(workbook);
    const snapshot = await new ExcelWorkbookHost(Excel).readSnapshot();
    expect(bridge.trips.map(({ kind, error }) => `${kind} ${error ?? "ok"}`)).toEqual(["read ok", "read ok"]);
    expectSameWorkbook(snapshot, workbook);
  });

  test("form families kept with it come along in the same two round trips", async () => {
    const workbook = { ...drawnWorkbook(drawnSheet("表", "a")), families: ['{"甲":"<&"}', "{}"] };
    const { Excel, bridge } = openWorkbook(workbook);
    expect(await new ExcelWorkbookHost(Excel).readSnapshot()).toEqual(workbook);
    expect(bridge.trips.map(({ kind }) => kind)).toEqual(["read", "read"]);
  });

  test("the number of sheets makes no difference: the budget has 23", () => {
    const [budget = ""] = files.filter((file) => file.startsWith("hunan-budget"));
    expect(readXlsx(readFileSync(`${CASES}/${budget}`), budget).sheets).toHaveLength(23);
  });

  test("formulas, errors, truth values, hidden and blank sheets", async () => {
    const workbook = drawnWorkbook(
      {
        ...drawnSheet("表1", ""),
        cells: [
          { row: 0, column: 0, value: 3, text: "3.00", formula: "=1+2", decimals: 2 },
          { row: 0, column: 1, value: { error: "#REF!" }, text: "#REF!", formula: "=坏!A1", decimals: null },
          { row: 1, column: 0, value: true, text: "TRUE", formula: null, decimals: null },
          { row: 1, column: 1, value: "=不是公式", text: "=不是公式", formula: null, decimals: null },
          { row: 2, column: 0, value: "", text: "", formula: '=""', decimals: null },
        ],
        hiddenRows: [1],
        hiddenColumns: [1],
      },
      drawnSheet("空", "", { visibility: "hidden" }),
      drawnSheet("深", "字", { visibility: "veryHidden" }),
    );
    const { Excel } = openWorkbook(workbook);
    expect(await new ExcelWorkbookHost(Excel).readSnapshot()).toEqual(workbook);
  });

  test("what lies beyond the first window takes further round trips, as few as the limit allows", async () => {
    const workbook = drawnWorkbook(
      figures("长", 30_000, 6),
      figures("宽", 3, 200),
      drawnSheet("小", "a | 1.00"),
    );
    const { Excel, bridge } = openWorkbook(workbook);
    const told: string[] = [];
    const snapshot = await new ExcelWorkbookHost(Excel).readSnapshot({
      onProgress: ({ sheets, of }) => told.push(`${String(sheets)}/${String(of)}`),
    });
    expect([...new Set(told)]).toEqual(["0/3", "1/3", "3/3"]);
    // 180,600 cells, some 12,000 of them in the windows; then four trips of at most 50,000.
    expect(bridge.trips).toHaveLength(6);
    expect(Math.max(...bridge.trips.map(({ responseBytes }) => responseBytes))).toBeLessThan(5 * 1024 * 1024);
    expectSameWorkbook(snapshot, workbook);
  });

  test("a reading nobody waits for any more ends before its next round trip", async () => {
    const { Excel, bridge } = openWorkbook(drawnWorkbook(figures("长", 30_000, 6)));
    const waiting = new AbortController();
    const reading = new ExcelWorkbookHost(Excel).readSnapshot({
      cancelled: waiting.signal,
      onProgress: () => {
        waiting.abort();
      },
    });
    await expect(reading).rejects.toThrow(HostError);
    expect(bridge.trips).toHaveLength(2);
  });

  test("an answer that is refused is asked for in parts, and nothing is lost", async () => {
    const workbook = drawnWorkbook({ ...figures("表", 3_000, 8), hiddenRows: [5, 2_999] });
    const { Excel, bridge } = openWorkbook(workbook, { payloadLimit: 200_000 });
    const snapshot = await new ExcelWorkbookHost(Excel).readSnapshot();
    expect(bridge.trips.map(({ error }) => error)).toContain("ResponsePayloadSizeLimitExceeded");
    expectSameWorkbook(snapshot, workbook);
  });

  test("more merged areas than Excel lists at once", async () => {
    const merges = Array.from({ length: 1_300 }, (_, row) => ({ top: row, bottom: row, left: 0, right: 1 }));
    const workbook = drawnWorkbook({ ...figures("表", 1_300, 3), merges }, drawnSheet("小", "a"));
    const { Excel } = openWorkbook(workbook);
    const snapshot = await new ExcelWorkbookHost(Excel).readSnapshot();
    expectSameWorkbook(snapshot, workbook);
    expect(snapshot.sheets[0]?.merges).toHaveLength(merges.length);
  });

  test("a stray entry in the last cell is named instead of read for hours", async () => {
    const stray = { row: 1_048_575, column: 16_383, value: 1, text: "1", formula: null, decimals: 0 };
    const { cells, ...rest } = drawnSheet("支出", "a");
    const { Excel } = openWorkbook(drawnWorkbook({ ...rest, cells: [...cells, stray] }));
    await expect(new ExcelWorkbookHost(Excel).readSnapshot()).rejects.toMatchObject({
      name: "HostError",
      message: expect.stringContaining("工作表“支出”的内容一直延伸到 XFD1048576"),
    });
  });

  test("manual calculation stays manual", async () => {
    const { Excel, model } = openWorkbook(drawnWorkbook(drawnSheet("表", "a")));
    model.calculationMode = "Manual";
    const host = new ExcelWorkbookHost(Excel);
    await host.readSnapshot();
    await host.mark([{ sheet: "表", row: 0, column: 0, severity: "error" }]);
    expect(model.calculationMode).toBe("Manual");
  });
});
