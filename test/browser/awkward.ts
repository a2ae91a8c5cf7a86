import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readXlsx } from "../../src/xlsx";
import { valueAt } from "./snapshots";
import { awkwardWorkbook } from "./special-workbooks";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const HIDDEN = "预算02表 收入总表";
const VERY_HIDDEN = "预算03表 支出总表";
const PROTECTED = "预算05表 支出预算分类汇总表（按部门预算经济分类）";
const FOURTH = "预算04表 支出预算分类汇总表（按政府预算经济分类）";

/** Workbooks as offices pass them on: every obstacle is named, and nothing is lost. */
export const awkward: readonly Step<WorkbenchPage>[] = [
  step("hidden and protected sheets and manual calculation are named on opening", async (workbench) => {
    await workbench.openFile("报送.xlsx", awkwardWorkbook());
    const { page } = workbench;
    await page.getByText("此工作簿设为手动重算").waitFor();
    await page.getByText(`检查也包括它们：${HIDDEN}、${VERY_HIDDEN}。`).waitFor();
    await page.getByText(`可以查看和检查，不能编辑或标记：${PROTECTED}。`).waitFor();
    await workbench.screenshot("awkward");
  }),
  step("hidden sheets are checked; the protected one is named as not marked", async (workbench) => {
    await workbench.check();
    assert.match(await workbench.summary(), /[1-9]\d* 处错误/);
    assert.notDeepEqual(await workbench.marks(VERY_HIDDEN, "C12"), []);
    assert.deepEqual(await workbench.marks(PROTECTED, "P10"), []);
    await workbench.page.getByText("1 张表没有标记").waitFor();
    await workbench.screenshot("awkward-checked");
  }),
  step("a click on a cell of a hidden sheet says why it cannot be shown", async ({ page }) => {
    await page
      .getByRole("main")
      .getByRole("button", { name: /^选中 预算03表.* C12（/ })
      .first()
      .click();
    await page.getByText("没有选中单元格").waitFor();
    const message = await page.getByText("没有选中单元格").locator("..").innerText();
    assert.match(message, /隐藏/);
    await page.getByRole("button", { name: "关闭提示" }).last().click();
    return message.replaceAll("\n", " ").slice(0, 60);
  }),
  step("typing into a protected sheet changes nothing", async (workbench) => {
    await workbench.showSheet("预算05表");
    await workbench.type("P10", "1");
    await workbench.page.keyboard.press("Escape");
    assert.equal(await workbench.value(PROTECTED, "P10"), 99.99);
    await workbench.screenshot("protected");
    await workbench.page.keyboard.press("Escape");
  }),
  step("a sheet deleted between check and click is named, and the findings stay", async (workbench) => {
    const { page } = workbench;
    // Followed, the findings of the sheet would go with it before they can be clicked.
    await workbench.switchLive();
    await page.evaluate(
      (name) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(name).delete();
          await context.sync();
        }),
      FOURTH,
    );
    const before = await workbench.summary();
    const links = page.getByRole("main").getByRole("button", { name: /^选中 预算04表/ });
    await links.first().click();
    await page.getByText("没有选中单元格").waitFor();
    const message = await page.getByText("没有选中单元格").locator("..").innerText();
    assert.match(message, /删除|不存在|找不到|没有/);
    assert.equal(await workbench.summary(), before);
    await workbench.switchLive();
    return message.replaceAll("\n", " ").slice(0, 60);
  }),
  step("saving names what deleting the sheet costs or keeps all the rest", async (workbench) => {
    const downloading = workbench.page.waitForEvent("download");
    await workbench.button("保存").click();
    const anyway = workbench.button("仍然保存");
    await Promise.race([downloading, anyway.waitFor({ timeout: 10_000 }).catch(() => undefined)]);
    if (await anyway.isVisible()) await anyway.click();
    const after = readXlsx(await readFile(await (await downloading).path()), "报送.xlsx");
    assert.equal(
      after.sheets.some(({ name }) => name === FOURTH),
      false,
    );
    assert.equal(after.sheets.find(({ name }) => name === VERY_HIDDEN)?.visibility, "veryHidden");
    assert.equal(valueAt(after, PROTECTED, "P10"), 99.99);
  }),
];
