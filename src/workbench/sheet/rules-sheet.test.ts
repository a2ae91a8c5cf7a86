import type { Univer } from "@univerjs/core";
import { readRules } from "../../core/relations/read-rules";
import { rulesSheetPlan } from "../../core/relations/rules-sheet";
import { toA1 } from "../../core/workbook/address";
import { ExcelWorkbookHost } from "../../excel";
import { readXlsx, saveXlsx, writeXlsx } from "../../xlsx";
import { changesOf } from "../files/changes";
import { ExcelBridge } from "../host/bridge";
import { loadOfficeJs } from "../host/load-office-js.node";
import { settled } from "../host/testing";
import { currentSheets, currentStyles } from "./current-sheets";
import { loadedFromSnapshot, NO_PAGE } from "./loaded.testing";
import { UniverWorkbook } from "./univer-workbook";

const running: Univer[] = [];

afterEach(async () => {
  await settled();
  for (const univer of running.splice(0)) univer.dispose();
});

test("the sheet of rules that the pane makes in the workbench is in the saved file", async () => {
  const file = writeXlsx({
    sheets: [{ name: "表1", cells: [{ row: 0, column: 0, content: { value: "项目" } }] }],
  });
  const { univer, loaded, book, cells } = loadedFromSnapshot(readXlsx(file, "甲.xlsx"));
  running.push(univer);
  const model = new UniverWorkbook(loaded, book, NO_PAGE);
  const { Excel } = loadOfficeJs(new ExcelBridge(model));
  const plan = rulesSheetPlan(null);
  expect(await new ExcelWorkbookHost(Excel).addSheet(plan)).toBe("勾稽规则");
  expect(model.selection().ranges.map(({ top, left }) => toA1({ row: top, column: left }))).toEqual(["A8"]);

  const { changes, unkept } = changesOf(
    book,
    (sheet) => cells[sheet] ?? {},
    [...currentSheets(model, loaded, new Set())],
    currentStyles(loaded.access),
  );
  expect(unkept).toEqual([]);
  const saved = readXlsx(saveXlsx(file, changes).bytes, "甲.xlsx");
  expect(saved.sheets.map(({ name }) => name)).toEqual(["表1", "勾稽规则"]);
  const sheet = saved.sheets[1];
  expect(sheet?.cells.map(({ row, column, value }) => ({ row, column, value }))).toEqual(plan.cells);
  expect(sheet === undefined ? null : readRules(sheet).defect).toBeNull();
});
