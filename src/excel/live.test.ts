import { parseA1Range } from "../core/workbook/address";
import { HostError, type WorkbookChange } from "../core/workbook/host";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { readCase } from "../../test/support/cases";
import type { MemorySheet } from "../workbench/host/memory-sheet";
import {
  drawnSheet,
  drawnWorkbook,
  openWorkbook,
  settled,
  type OpenWorkbook,
} from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const drawn = drawnWorkbook(
  drawnSheet("表1", "合计 | 3.00\n甲 | 1.00\n乙 | 2.00"),
  drawnSheet("表2", "x | 9.00"),
);

/** A host that has read the workbook once and notes what it is told since. */
interface Watched extends OpenWorkbook {
  readonly host: ExcelWorkbookHost;
  readonly read: WorkbookSnapshot;
  readonly told: WorkbookChange[];
  readonly stop: () => Promise<void>;
  /** What has changed since the first reading; the round trips that took. */
  readonly changes: () => Promise<{ readonly snapshot: WorkbookSnapshot; readonly trips: number }>;
}

async function watched(workbook: WorkbookSnapshot): Promise<Watched> {
  const book = openWorkbook(workbook);
  const host = new ExcelWorkbookHost(book.Excel);
  const told: WorkbookChange[] = [];
  const stop = await host.onChanged((change) => told.push(change));
  const read = await host.readSnapshot();
  const changes = async () => {
    await settled();
    const before = book.bridge.trips.length;
    const { snapshot } = await host.readChanges(read, told);
    return { snapshot, trips: book.bridge.trips.length - before };
  };
  return { ...book, host, read, told, stop, changes };
}

function type(sheet: MemorySheet, cell: string, value: string | number): void {
  const range = parseA1Range(cell);
  if (range === null) throw new Error(cell);
  sheet.write(range, [[{ value }]]);
}

describe("changes told and read", () => {
  test("a typed cell is told with its sheet, and read alone in two round trips", async () => {
    const book = await watched(readCase("hunan-budget-2026"));
    const sheet = book.model.sheet("预算03表 支出总表");
    type(sheet, "C12", 210.36);
    const { snapshot, trips } = await book.changes();
    expect(book.told).toEqual([
      { kind: "cells", sheet: sheet.id, range: { top: 11, bottom: 11, left: 2, right: 2 } },
    ]);
    expect(trips).toBe(2);
    expect(book.bridge.trips.at(-1)?.responseBytes).toBeLessThan(2_000);
    expect(snapshot).toEqual(book.model.toSnapshot());
    const others = book.read.sheets.filter(({ name }) => name !== sheet.name);
    expect(others.every((other) => snapshot.sheets.includes(other))).toBe(true);
    await book.stop();
    type(sheet, "C12", 1);
    await settled();
    expect(book.told).toHaveLength(1);
  });

  test("an edit that leaves everything as it was gives the very same snapshot", async () => {
    const book = await watched(drawn);
    type(book.model.sheet("表1"), "B2", 1);
    expect((await book.changes()).snapshot).toBe(book.read);
  });

  test("pasted cells, merged ones too, are all there", async () => {
    const book = await watched(drawn);
    const sheet = book.model.sheet("表2");
    const lines = Array.from({ length: 1_000 }, (_row, row) =>
      Array.from({ length: 10 }, (_column, column) => ({ value: row * column })),
    );
    sheet.merge({ top: 0, bottom: 0, left: 0, right: 3 });
    sheet.write({ top: 0, bottom: 999, left: 0, right: 9 }, lines);
    const { snapshot } = await book.changes();
    expect(snapshot).toEqual(book.model.toSnapshot());
    expect(snapshot.sheets[0]).toBe(book.read.sheets[0]);
  });

  test("inserted rows, new, renamed, moved and deleted sheets are found together", async () => {
    const book = await watched(drawnWorkbook(...drawn.sheets, drawnSheet("表3", "y | 1.00")));
    book.model.sheet("表1").insertRows(1, 2);
    book.model.addSheet("新表").write({ top: 0, bottom: 0, left: 0, right: 0 }, [[{ value: "新" }]]);
    book.model.sheet("表2").name = "改名";
    book.model.moveSheet(book.model.sheet("改名").id, 2);
    book.model.deleteSheet(book.model.sheet("表3").id);
    const { snapshot } = await book.changes();
    expect(snapshot).toEqual(book.model.toSnapshot());
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(["表1", "改名", "新表"]);
  });

  test("what formulas compute is read with every change, and when it comes later", async () => {
    const sum = { row: 0, column: 2, value: 3, text: "3", formula: "=SUM(B2:B3)", decimals: null };
    const [first, second] = drawn.sheets;
    if (first === undefined || second === undefined) throw new Error("two sheets");
    const cells = [...first.cells, sum].sort((a, b) => a.row - b.row || a.column - b.column);
    const book = await watched(drawnWorkbook({ ...first, cells }, second));
    book.model.sheet("表1").compute(0, 2, 4);
    const { snapshot } = await book.changes();
    expect(book.told).toEqual([{ kind: "calculated" }]);
    expect(snapshot.sheets[0]?.cells.find(({ formula }) => formula !== null)?.value).toBe(4);
  });

  test("where there is no formula, a computation asks nothing of Excel", async () => {
    const book = await watched(drawn);
    book.model.sheet("表1").compute(0, 1, 4);
    const { snapshot, trips } = await book.changes();
    expect(trips).toBe(0);
    expect(snapshot).toBe(book.read);
  });

  test("what is kept with the workbook comes along once it has changed", async () => {
    const book = await watched(drawn);
    await book.host.keep("accepted", ['{"accepted":[]}']);
    book.told.push({ kind: "workbook" });
    const { snapshot } = await book.changes();
    expect(snapshot.accepted).toEqual(['{"accepted":[]}']);
    expect(snapshot.sheets).toBe(book.read.sheets);
    const again = await book.host.readChanges(snapshot, [{ kind: "workbook" }]);
    expect(again.snapshot).toBe(snapshot);
  });

  test("an Excel that does not tell of changes says so", async () => {
    const book = openWorkbook(drawn);
    const old = { workbook: { worksheets: {} } } as Excel.RequestContext;
    const run = ((_options: unknown, body: (context: Excel.RequestContext) => Promise<unknown>) =>
      body(old)) as typeof Excel.run;
    const watching = new ExcelWorkbookHost({ ...book.Excel, run }).onChanged(() => undefined);
    await expect(watching).rejects.toThrow(HostError);
    await expect(watching).rejects.toThrow("改动后请重新点“一键检查”");
  });
});

describe("marks after a change", () => {
  const marks = [
    { sheet: "表1", row: 0, column: 1, severity: "error" },
    { sheet: "表1", row: 1, column: 1, severity: "info" },
    { sheet: "表2", row: 0, column: 1, severity: "error" },
  ] as const;

  /** Ids and ranges of the conditional formats by sheet. */
  function formats({ model }: OpenWorkbook): unknown {
    return model
      .sheets()
      .map((sheet) => sheet.conditionalFormats().map(({ id, ranges }) => ({ id, ranges })));
  }

  test("nothing is written where the marks are right, nor asked of sheets that were not changed", async () => {
    const book = await watched(drawn);
    await book.host.mark(marks);
    const before = formats(book);
    const trips = book.bridge.trips.length;
    expect(await book.host.updateMarks(marks)).toEqual({ marked: 3, skipped: [] });
    expect(book.bridge.trips).toHaveLength(trips);
    type(book.model.sheet("表1"), "B2", 5);
    await settled();
    await book.host.updateMarks(marks);
    expect(book.bridge.trips.slice(trips).map(({ kind }) => kind)).toEqual(["read", "read"]);
    expect(formats(book)).toEqual(before);
  });

  test("of one sheet the severity that differs is marked anew, the rest stays", async () => {
    const book = await watched(drawn);
    await book.host.mark(marks);
    const [first, second] = book.model.sheets().map((sheet) => sheet.conditionalFormats());
    const info = first?.find(({ formula }) => formula.includes("info"));
    const fewer = marks.filter(({ severity, sheet }) => severity !== "error" || sheet !== "表1");
    expect(await book.host.updateMarks(fewer)).toEqual({ marked: 2, skipped: [] });
    expect(book.model.sheets().map((sheet) => sheet.conditionalFormats())).toEqual([[info], second]);
  });

  test("marks that moved with their rows are set where they are due", async () => {
    const book = await watched(drawn);
    await book.host.mark(marks);
    book.model.sheet("表1").insertRows(0, 1);
    await settled();
    await book.host.updateMarks(marks);
    const ranges = book.model
      .sheet("表1")
      .conditionalFormats()
      .flatMap((format) => format.ranges.map(({ top }) => `${format.formula} ${String(top)}`));
    expect(ranges.sort()).toEqual(['=N("gouji-mark error")=0 0', '=N("gouji-mark info")=0 1']);
  });

  test("a sheet that was protected meanwhile is named; after clearing everything is marked again", async () => {
    const book = await watched(drawn);
    await book.host.mark(marks);
    book.model.sheet("表1").protect();
    const fewer = marks.slice(1);
    const outcome = await book.host.updateMarks(fewer);
    expect(outcome.skipped.map(({ sheet }) => sheet)).toEqual(["表1"]);
    book.model.sheet("表1").unprotect();
    await book.host.clearMarks();
    expect(await book.host.updateMarks(fewer)).toEqual({ marked: 2, skipped: [] });
    expect(book.model.sheets().map((sheet) => sheet.conditionalFormats().length)).toEqual([1, 1]);
  });
});
