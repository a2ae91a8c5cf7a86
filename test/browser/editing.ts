import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readXlsx } from "../../src/xlsx";
import { valueAt } from "./snapshots";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算03表 支出总表";
const FIRST = "预算01表 收支总表";

let saved: Uint8Array = new Uint8Array();

/** A morning with the workbench: check, break, look, fix, compute, save, open again. */
export const editing: readonly Step<WorkbenchPage>[] = [
  step("opens with the sample and says where the data stays", async ({ page, errors }) => {
    await page.getByText("部门预算示例（湖南 2026）.xlsx").waitFor();
    await page.getByText("文件只在本机浏览器中处理，不上传").waitFor();
    assert.deepEqual(errors, []);
  }),
  step("checks the sample: no error", async (workbench) => {
    await workbench.check();
    assert.match(await workbench.summary(), /23 张表，无错误，.*\d+ 处尾差/);
    await workbench.screenshot("checked");
  }),
  step("a cell broken by typing is found, explained and marked", async (workbench) => {
    await workbench.showSheet(SHEET);
    await workbench.type("C12", "210.36");
    assert.equal(await workbench.value(SHEET, "C12"), 210.36);
    await workbench.check();
    const summary = await workbench.summary();
    assert.match(summary, /[1-9]\d* 处错误/);
    assert.deepEqual(await workbench.marks(SHEET, "C12"), ["#FFB3B3"]);
    await workbench.screenshot("broken");
    return summary;
  }),
  step("a click on a finding's cell goes there", async (workbench) => {
    await workbench.showSheet(FIRST);
    const link = workbench.page.getByRole("main").getByRole("button", { name: /^选中 预算03表.* C12（/ });
    await link.first().click();
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.selected(), `'${SHEET}'!C12`);
    await workbench.screenshot("jumped");
  }),
  step("the fixed cell checks clean, and its mark is gone", async (workbench) => {
    await workbench.type("C12", "120.36");
    await workbench.check();
    assert.match(await workbench.summary(), /无错误/);
    assert.deepEqual(await workbench.marks(SHEET, "C12"), []);
  }),
  step("marks are cleared", async (workbench) => {
    assert.notDeepEqual(await workbench.marks(FIRST, "F10"), []);
    await workbench.button("清除标记").click();
    await workbench.page.getByText("标记已清除。").waitFor();
    assert.deepEqual(await workbench.marks(FIRST, "F10"), []);
  }),
  step("custom functions compute in cells, through Microsoft's runtime", async (workbench) => {
    await workbench.showSheet(FIRST);
    await workbench.type("J6", "=EXEC_RATE(31610.23,33085)");
    await workbench.type("J7", "=SCORE_DEVIATION(10,9.55)");
    await workbench.type("J8", "=EXEC_RATE(B6,0)");
    await workbench.type("J9", "=J6*2");
    await workbench.page.waitForTimeout(2_500);
    assert.equal(await workbench.value(FIRST, "J6"), 0.9554);
    assert.equal(await workbench.value(FIRST, "J7"), -0.45);
    assert.equal(await workbench.value(FIRST, "J8"), "#DIV/0!");
    assert.equal(await workbench.value(FIRST, "J9"), 1.9108);
    await workbench.screenshot("functions");
  }),
  step("a function over a column spills", async (workbench) => {
    await workbench.type("K6", "=SCORE_DEVIATION(B6:B8,B6:B8)");
    await workbench.page.waitForTimeout(2_000);
    assert.equal(await workbench.value(FIRST, "K6"), 0);
    assert.equal(await workbench.value(FIRST, "K8"), 0);
    await workbench.goTo("K6");
    await workbench.page.keyboard.press("Delete");
  }),
  step("saves a copy with the edits, and nothing else changed", async (workbench) => {
    await workbench.showSheet(SHEET);
    await workbench.type("C20", "0.01");
    saved = await workbench.save();
    const before = readXlsx(await readFile("test/cases/hunan-budget-2026.xlsx"), "before.xlsx");
    const after = readXlsx(saved, "after.xlsx");
    assert.equal(valueAt(after, SHEET, "C20"), 0.01);
    assert.equal(valueAt(after, FIRST, "J6"), 0.9554);
    const others = (snapshot: typeof after) =>
      snapshot.sheets.filter(({ name }) => name !== SHEET && name !== FIRST);
    assert.deepEqual(others(after), others(before));
    const kept = valueAt(before, SHEET, "C12");
    assert.equal(valueAt(after, SHEET, "C12"), kept);
    return `${String(saved.length)} bytes`;
  }),
  step("opens the saved file again, as it was left", async (workbench) => {
    await workbench.openFile("另存.xlsx", saved);
    assert.equal(await workbench.value(SHEET, "C20"), 0.01);
    assert.equal(await workbench.value(FIRST, "J6"), 0.9554);
    await workbench.button("一键检查").waitFor();
    await workbench.check();
    assert.match(await workbench.summary(), /张表/);
  }),
  step("a file that is no workbook is refused in Chinese, and the open one stays", async (workbench) => {
    await workbench.openFile("通知.xlsx", new TextEncoder().encode("%PDF-1.7 not a workbook"));
    await workbench.page.getByText("“通知.xlsx”不是 Excel 工作簿，而是PDF 文件").waitFor();
    assert.equal(await workbench.value(SHEET, "C20"), 0.01);
    assert.match(await workbench.summary(), /张表/);
  }),
];
