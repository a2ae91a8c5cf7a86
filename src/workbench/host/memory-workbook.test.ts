import { MemoryWorkbook } from "./memory-workbook";
import { describeWorkbookModel } from "./model-contract.testing";
import { drawnSheet, drawnWorkbook } from "./testing";

describeWorkbookModel("MemoryWorkbook", (content) => new MemoryWorkbook(content));

test("a snapshot comes back as it went in", () => {
  const snapshot = drawnWorkbook(
    drawnSheet("表1", "项目 | 1,234.50 | 12.5%", { hiddenColumns: [1] }),
    drawnSheet("表2", "", { visibility: "veryHidden" }),
  );
  expect(new MemoryWorkbook(snapshot).toSnapshot()).toEqual(snapshot);
});

test("without an engine a formula shows that its functions are unknown", () => {
  const sheet = new MemoryWorkbook(drawnWorkbook(drawnSheet("表", "x"))).sheet("表");
  const cell = { top: 0, bottom: 0, left: 1, right: 1 };
  sheet.write(cell, [[{ formula: "=SUM(1,2)" }]]);
  expect(sheet.texts(cell)).toEqual([["#NAME?"]]);
});
