import { BooleanNumber } from "@univerjs/core";
import { SetFrozenMutation, SetTabColorMutation, ToggleGridlinesMutation } from "@univerjs/sheets";
import type { Univer } from "@univerjs/core";
import { changesOf } from "../files/changes";
import { drawnSheet, drawnWorkbook } from "../host/testing";
import { currentSheets, currentStyles } from "./current-sheets";
import { loadedFromSnapshot, NO_PAGE } from "./loaded.testing";
import { mutate } from "./univer-access";
import { UniverWorkbook } from "./univer-workbook";

const running: Univer[] = [];

afterEach(() => {
  for (const univer of running.splice(0)) univer.dispose();
});

function opened() {
  const content = drawnWorkbook(drawnSheet("表1", "项目 | 1.00"), drawnSheet("表2", "甲"));
  const look = { tabColor: "#112233", showGridlines: false, frozenRows: 2, frozenColumns: 1 };
  const { univer, loaded, book, cells } = loadedFromSnapshot(content, look);
  running.push(univer);
  const model = new UniverWorkbook(loaded, book, NO_PAGE);
  const unkept = () =>
    changesOf(
      book,
      (sheet) => cells[sheet] ?? {},
      [...currentSheets(model, loaded, new Set())],
      currentStyles(loaded.access),
    );
  return { loaded, model, unkept };
}

test("a workbook on screen shows itself as its file does", () => {
  expect(opened().unkept()).toEqual({ changes: { sheets: [] }, unkept: [] });
});

test("panes, tab and gridlines that the user changes on screen are named", () => {
  const { loaded, unkept } = opened();
  const id = loaded.sheetIds[1] ?? "";
  mutate(loaded.access, id, SetFrozenMutation.id, { startRow: -1, startColumn: -1, ySplit: 0, xSplit: 0 });
  mutate(loaded.access, id, SetTabColorMutation.id, { color: "rgb(255, 0, 0)" });
  mutate(loaded.access, id, ToggleGridlinesMutation.id, { showGridlines: BooleanNumber.TRUE });
  expect(unkept().unkept).toEqual([
    "工作表“表2”的冻结窗格改动不能保存，文件中保持原样。",
    "工作表“表2”的标签颜色改动不能保存，文件中保持原样。",
    "工作表“表2”的网格线显示改动不能保存，文件中保持原样。",
  ]);
});
