import assert from "node:assert/strict";
import { isReportSheet } from "../../src/core/report-sheet/is-report-sheet";
import { readXlsx } from "../../src/xlsx";
import { buildXlsx } from "../xlsx/package-builder";
import { axeViolations } from "./axe";
import { nothingAmiss } from "./fits";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const REPORT = "检查报告";

/** First use, 检查报告 and 设置 in a pane of 318 pixels, which has to hold all of it. */
export const settings = (theme: "light" | "dark"): readonly Step<WorkbenchPage>[] => [
  step("before the first check the pane says what it expects and offers the sample", async (workbench) => {
    const { page } = workbench;
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("separator").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.match(await panel(workbench, "检查").innerText(), /湖南省省级部门预算公开表样/);
    await nothingAmiss(workbench, `first-use-${theme}`);
  }),
  step("a workbook without budget tables is told so; 打开示例 opens the sample", async (workbench) => {
    const { page } = workbench;
    await workbench.openFile("空白.xlsx", buildXlsx([{ name: "Sheet1", xml: "<sheetData/>" }]));
    await workbench.check();
    const text = await panel(workbench, "检查").innerText();
    assert.match(text, /没有找到预算报表/);
    assert.match(text, /工作簿没有任何改动/);
    assert.match(text, /长沙市市级部门预算公开表样/);
    assert.equal(await workbench.button(REPORT).count(), 0);
    await nothingAmiss(workbench, `no-tables-${theme}`);
    await workbench.button("打开示例").click();
    await page.getByText(/正在(?:打开|载入)/).waitFor({ state: "hidden", timeout: 120_000 });
    await page.locator("[data-u-comp=slide-tab-item]", { hasText: "预算01表" }).first().waitFor();
    await workbench.check();
    assert.match(await workbench.summary(), /23 张表，无错误/);
  }),
  step("检查报告 writes a new sheet, with a link to it; it is no budget table", async (workbench) => {
    const { page } = workbench;
    await workbench.button(REPORT).click();
    await page.getByText("检查报告已写入新工作表").waitFor({ timeout: 60_000 });
    await workbench.idle();
    assert.match(
      await panel(workbench, "检查").innerText(),
      /检查报告，检查日期 \d{4}年\d{1,2}月\d{1,2}日。/,
    );
    assert.equal(await workbench.value(REPORT, "A1"), "预算报表勾稽检查报告");
    await nothingAmiss(workbench, `report-${theme}`);
    await workbench.showSheet("预算01表");
    await workbench.button(`打开工作表“${REPORT}”`).click();
    await workbench.waitUntilSelected(`${REPORT}!A1`);
    const saved = readXlsx(await workbench.save(), "示例.xlsx").sheets;
    assert.deepEqual(
      saved.filter(isReportSheet).map(({ name }) => name),
      [REPORT],
    );
    await workbench.check();
    assert.match(await workbench.summary(), /23 张表，无错误/);
  }),
  step("a second report stands beside the first; 撤销 takes one away after asking", async (workbench) => {
    const { page } = workbench;
    await workbench.button(REPORT).click();
    await workbench.button(`撤销“${REPORT}（2）”`).waitFor({ timeout: 60_000 });
    await workbench.idle();
    await workbench.button(`撤销“${REPORT}（2）”`).click();
    assert.match(await page.getByRole("alertdialog").innerText(), /删除新表“检查报告（2）”？/);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.button("保留").click();
    await workbench.button(`撤销“${REPORT}（2）”`).click();
    await panel(workbench, "检查").getByRole("button", { name: "删除" }).click();
    await page.getByText(`已撤销，工作表“${REPORT}（2）”已删除。`).waitFor();
    assert.deepEqual(await reportSheets(workbench), [REPORT]);
  }),
  step("设置 is reached and changed by the keyboard alone", async (workbench) => {
    const { page } = workbench;
    await page.getByRole("tab", { name: "检查", exact: true }).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.getByLabel("金额的取舍").waitFor();
    await page.keyboard.press("Tab");
    assert.equal(
      await page.getByLabel("金额的取舍").evaluate((element) => element === document.activeElement),
      true,
    );
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getByLabel("金额的取舍").inputValue(), "truncated");
    await nothingAmiss(workbench, `settings-${theme}`);
  }),
  step("English has the same pane, and all of it fits", async (workbench) => {
    const { page } = workbench;
    await page.getByLabel("语言").selectOption("en-US");
    await page.getByLabel("Rounding of amounts").waitFor();
    await nothingAmiss(workbench, `settings-english-${theme}`);
  }),
  step("settings are there again when the page is opened the next time", async (workbench) => {
    const { page } = workbench;
    await page.reload();
    await page.getByRole("tab", { name: "Settings" }).click({ timeout: 60_000 });
    assert.equal(await page.getByLabel("Rounding of amounts").inputValue(), "truncated");
    await page.getByLabel("Language").selectOption("host");
    await page.getByLabel("金额的取舍").selectOption("nearest");
  }),
];

const panel = ({ page }: WorkbenchPage, name: string) => page.getByRole("tabpanel", { name });

/** Names of the sheets that begin with 检查报告. */
function reportSheets({ page }: WorkbenchPage): Promise<readonly string[]> {
  return page.evaluate(
    (beginning) =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name");
        await context.sync();
        return worksheets.items.map(({ name }) => name).filter((name) => name.startsWith(beginning));
      }),
    REPORT,
  );
}
