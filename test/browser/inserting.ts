import assert from "node:assert/strict";
import { join } from "node:path";
import { axeViolations } from "./axe";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算01表 收支总表";
const BLANK = "K40";

/** The list of custom functions, from which formulas go into cells. */
export const inserting = (folder: string): readonly Step<WorkbenchPage>[] => [
  step("the tab 公式 lists the functions under their headings", async (workbench) => {
    await workbench.showSheet("预算01表");
    await workbench.showTab("公式");
    const pane = workbench.page.getByRole("tabpanel", { name: "公式" });
    await pane.getByRole("heading", { name: "比率与得分" }).waitFor();
    assert.ok((await pane.getByRole("heading", { level: 3 }).count()) >= 17);
    assert.deepEqual(await axeViolations(workbench), []);
  }),
  step("the search finds one by its Chinese name; it tells all about itself", async (workbench) => {
    const { page } = workbench;
    await page.getByRole("searchbox", { name: "查找函数" }).fill("执行率");
    await page.getByRole("button", { name: /^执行率 EXEC_RATE/ }).click();
    const pane = page.getByRole("tabpanel", { name: "公式" });
    assert.match(await pane.innerText(), /执行数 ÷ 预算数[\s\S]*参数[\s\S]*例子/);
    assert.deepEqual(await axeViolations(workbench), []);
  }),
  step(
    "插入 writes the formula into the selected cell, which computes; 撤销 takes it back",
    async (workbench) => {
      const { page } = workbench;
      await workbench.goTo(BLANK);
      await page.getByRole("button", { name: "填入 =EXEC_RATE(31610.23,33085)" }).click();
      await workbench.button("插入").click();
      await page.getByText(`已写入 工作表“${SHEET}”的 ${BLANK}：=EXEC_RATE(31610.23,33085)`).waitFor();
      await workbench.waitForValue(SHEET, BLANK, 0.9554);
      assert.deepEqual(await axeViolations(workbench), []);
      await page.screenshot({ path: join(folder, "formulas.png") });
      await workbench.button("撤销").click();
      await page.getByText(`已撤销，工作表“${SHEET}”的 ${BLANK} 恢复原样。`).waitFor();
      assert.equal(await workbench.value(SHEET, BLANK), "");
    },
  ),
  step("of a cell that holds something the user is asked first", async (workbench) => {
    const { page } = workbench;
    const before = await workbench.value(SHEET, "A1");
    await workbench.goTo("A1");
    await workbench.button("插入").click();
    const question = page.getByRole("alertdialog");
    assert.match(await question.innerText(), /A1 已有内容“.+”，换成这个公式？/);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.button("不替换").click();
    assert.equal(await workbench.value(SHEET, "A1"), before);
    await workbench.button("插入").click();
    await workbench.button("替换").click();
    await workbench.waitForValue(SHEET, "A1", 0.9554);
    await workbench.button("撤销").click();
    await page.getByText(/恢复原样。/).waitFor();
    assert.equal(await workbench.value(SHEET, "A1"), before);
  }),
  step("the tabs are reached and changed by the keyboard alone", async (workbench) => {
    const { page } = workbench;
    await page.getByRole("tab", { name: "公式" }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.getByRole("tabpanel", { name: "生成" }).getByRole("searchbox").waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("placeholder")), "查找模板");
  }),
];
