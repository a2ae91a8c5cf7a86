import assert from "node:assert/strict";
import { join } from "node:path";
import { BUILT_IN_TEMPLATES } from "../../src/core/generate/templates";
import { readXlsx, writeTemplate } from "../../src/xlsx";
import { axeViolations } from "./axe";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const FORM = "预算23表 单位整体支出绩效目标表";
const TITLE = "预算23表 单位整体支出绩效目标表";
const NEW = `${FORM}（2）`;
const INDICATORS = "绩效指标录入";
const TEXTS = "绩效资料录入";

/** A clerk makes 预算23表 out of the budget: what is missing, the input sheets, the table, its values, the way back. */
export const generating = (folder: string): readonly Step<WorkbenchPage>[] => [
  step("the budget has no error to begin with", async (workbench) => {
    await workbench.check();
    assert.match(await workbench.summary(), /23 张表，无错误/);
    assert.deepEqual(await axeViolations(workbench), []);
  }),
  step("the tab 生成 shows the templates with pictures under those who ask for them", async (workbench) => {
    await workbench.showTab("生成");
    const pane = workbench.page.getByRole("tabpanel", { name: "生成" });
    await pane.getByRole("heading", { name: "湖南省财政厅" }).waitFor();
    await pane.getByRole("heading", { name: "江苏省财政厅" }).waitFor();
    const broken = await pane.locator("li img").evaluateAll(async (images) => {
      for (const image of images as HTMLImageElement[]) {
        image.loading = "eager";
        await image.decode().catch(() => undefined);
      }
      return (images as HTMLImageElement[]).filter(({ naturalWidth }) => naturalWidth === 0).length;
    });
    assert.equal(broken, 0);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.screenshot("generate-templates");
  }),
  step("the search finds one; the sheets that can be taken over are told", async (workbench) => {
    const { page } = workbench;
    await page.getByRole("searchbox", { name: "查找模板" }).fill("湖南 23");
    await page.getByRole("button", { name: TITLE }).click();
    await workbench.button("生成").waitFor({ timeout: 60_000 });
    await workbench.idle();
    await page.getByText(`工作簿中已有“${FORM}”，将另建一张“${NEW}”，原表不动。`).waitFor();
    const chosen = async (name: RegExp): Promise<boolean> => page.getByRole("checkbox", { name }).isChecked();
    assert.deepEqual(
      [await chosen(/^预算21表/), await chosen(/^预算22表/), await chosen(/^预算23表.*同一张表/)],
      [true, true, false],
    );
    assert.deepEqual(await axeViolations(workbench), []);
  }),
  step("看看缺什么 tells what is there and what is missing for the unit", async (workbench) => {
    await workbench.button("看看缺什么").click();
    await workbench.idle();
    const outlook = workbench.page.getByRole("status").filter({ hasText: "有什么，缺什么" });
    const text = await outlook.innerText();
    assert.match(text, /已有 \d+ 格，其中 \d+ 格取自预算表或由公式计算，缺 \d+ 格。/);
    assert.match(
      text,
      /单位“湖南省质量和标准化研究院”[\s\S]*部门职能职责描述 I8[\s\S]*三级指标 M8、M9、M10 等 \d+ 处/,
    );
    assert.deepEqual(await axeViolations(workbench), []);
    await outlook.scrollIntoViewIfNeeded();
    await workbench.page.screenshot({ path: join(folder, "generate.png") });
  }),
  step("建录入表 lays out what is missing", async (workbench) => {
    await workbench.button("建录入表").click();
    await workbench.idle();
    await workbench.page.getByRole("region", { name: "已建 2 张录入表" }).waitFor();
    assert.equal(await workbench.value(TEXTS, "C4"), "部门职能职责描述");
    assert.equal(await workbench.value(INDICATORS, "D4"), "经济成本指标");
    await workbench.button("建录入表").click();
    await workbench.page.getByText("所需的录入表都在工作簿中").waitFor();
    assert.deepEqual(await axeViolations(workbench), []);
  }),
  step("they are filled in", async (workbench) => {
    await workbench.button(`打开工作表“${TEXTS}”`).click();
    await workbench.page.waitForTimeout(500);
    await workbench.type("D4", "承担全省标准化研究");
    await workbench.type("D5", "完成标准化研究任务");
    await workbench.button(`打开工作表“${INDICATORS}”`).click();
    await workbench.page.waitForTimeout(500);
    await workbench.type("E4", "总成本");
    await workbench.type("G4", "1257.94");
    const rows = await fillIndicators(workbench);
    return `${String(rows)} indicators`;
  }),
  step(
    "生成 makes the table beside the old one, with values, merges and nothing missing",
    async (workbench) => {
      await workbench.button("生成").click();
      await workbench.idle();
      const made = workbench.page.getByRole("region", { name: "已生成 1 张表" });
      await made.waitFor();
      assert.match(await made.innerText(), new RegExp(`原有的“${FORM}”没有改动`));
      assert.doesNotMatch(await made.innerText(), /缺 \d+ 格/);
      await workbench.showSheet("预算01表");
      await workbench.button(`打开工作表“${NEW}”`).click();
      await workbench.waitUntilSelected(`${NEW}!A1`);
      assert.equal(await workbench.value(NEW, "B7"), 1257.94);
      assert.match(String(await workbench.formula(NEW, "B7")), /^=/);
      assert.equal(await workbench.value(NEW, "M8"), "总成本");
      assert.equal(await workbench.value(NEW, "I8"), "承担全省标准化研究");
      assert.ok((await workbench.merges(NEW)) > 20);
      assert.deepEqual(await axeViolations(workbench), []);
      await made.scrollIntoViewIfNeeded();
      await workbench.screenshot("generated");
    },
  ),
  step("固化为数值 leaves values, 恢复公式 brings the formulas back", async (workbench) => {
    await workbench.button("固化为数值").click();
    await workbench.page.getByText(/已固化，\d+ 个公式换成了数值。/).waitFor();
    assert.equal(await workbench.formula(NEW, "B7"), 1257.94);
    await workbench.button("恢复公式").click();
    await workbench.page.getByText(/已恢复 \d+ 个公式。/).waitFor();
    assert.match(String(await workbench.formula(NEW, "B7")), /^=/);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.button("固化为数值").click();
    await workbench.button("恢复公式").waitFor();
  }),
  step("the saved file has the new sheets, the table as values", async (workbench) => {
    const saved = readXlsx(await workbench.save(), "另存.xlsx");
    const names = saved.sheets.map(({ name }) => name);
    assert.deepEqual(names.slice(-3).sort(), [INDICATORS, TEXTS, NEW].sort());
    const cells = saved.sheets.find(({ name }) => name === NEW)?.cells ?? [];
    const amount = cells.find(({ row, column }) => row === 6 && column === 1);
    assert.deepEqual([amount?.value, amount?.formula], [1257.94, null]);
    assert.ok(cells.some(({ value }) => value === "总成本"));
  }),
  step(
    "the tool finds nothing wrong with what it made; the check brings its tab to the front",
    async (workbench) => {
      await workbench.showTab("检查");
      await workbench.check();
      assert.match(await workbench.summary(), /张表，无错误/);
    },
  ),
  step("撤销 asks, and takes the sheet away", async (workbench) => {
    await workbench.showTab("生成");
    const made = workbench.page.getByRole("region", { name: "已生成 1 张表" });
    await made.getByRole("button", { name: "撤销" }).click();
    await made.getByRole("button", { name: "保留" }).click();
    assert.equal(await workbench.value(NEW, "B7"), 1257.94);
    await made.getByRole("button", { name: "撤销" }).click();
    await made.getByText("删除这 1 张新表？").waitFor();
    assert.deepEqual(await axeViolations(workbench), []);
    await made.getByRole("button", { name: "删除" }).click();
    await workbench.page.getByText("已撤销，1 张新表已删除。").waitFor();
    await made.waitFor({ state: "hidden" });
    await assert.rejects(workbench.value(NEW, "B7"));
    assert.equal(await workbench.value(FORM, "B7"), 1257.94);
  }),
  step(
    "a template of one's own with a mistake is refused with its cell, a sound one is used",
    async (workbench) => {
      const { page } = workbench;
      await workbench.button("全部模板").click();
      const template = BUILT_IN_TEMPLATES.find(({ title }) => title === TITLE) ?? assert.fail();
      const load = (cells: typeof template.cells, name: string): Promise<void> =>
        page.getByLabel("选择模板文件（.xlsx）").setInputFiles({
          name,
          mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          buffer: Buffer.from(writeTemplate({ ...template, cells })),
        });
      await load([...template.cells, { row: 60, column: 1, text: "{{/项目}}" }], "错.xlsx");
      await page.getByText(/模板有 \d+ 处问题，没有载入/).waitFor();
      assert.match(await page.getByRole("tabpanel", { name: "生成" }).innerText(), /B61/);
      assert.deepEqual(await axeViolations(workbench), []);
      await load([...template.cells, { row: 60, column: 1, text: "本单位自用" }], "我的.xlsx");
      const mine = page.locator("section", { has: page.getByRole("heading", { name: "我的模板" }) });
      await mine.getByRole("button", { name: TITLE, exact: true }).click();
      await workbench.button("生成").waitFor({ timeout: 60_000 });
      await workbench.idle();
      await workbench.button("生成").click();
      await workbench.idle();
      await page.getByRole("region", { name: "已生成 1 张表" }).waitFor();
    },
  ),
];

/** Names and values for every level that is laid out; the first row is there. */
async function fillIndicators({ page }: WorkbenchPage): Promise<number> {
  return page.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        const used = sheet.getUsedRange(true).load("values");
        await context.sync();
        const rows = (used.values as unknown[][]).slice(4).filter((row) => row[3] !== "");
        rows.forEach((row, at) => {
          const line = String(at + 5);
          sheet.getRange(`E${line}:H${line}`).values = [[`${String(row[3])}甲`, "≥", 90, "%"]];
        });
        sheet.getRange("F4").values = [["≤"]];
        sheet.getRange("H4").values = [["万元"]];
        await context.sync();
        return rows.length + 1;
      }),
    INDICATORS,
  );
}
