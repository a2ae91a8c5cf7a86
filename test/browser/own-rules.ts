import assert from "node:assert/strict";
import { join } from "node:path";
import { readRules } from "../../src/core/relations/read-rules";
import { readXlsx } from "../../src/xlsx";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "勾稽规则";
const NEW_SHEET = "新建勾稽规则表";
/** Of the examples, the one about 预算21–23表 comes first. */
const FIRST_EXAMPLE = "预算23表[合计, 项目支出] = 预算21表[合计, 资金总额] + 预算22表[合计, 资金总额]";
const UNKNOWN_TABLE = "预算23表[合计, 项目支出] = 预算99表[合计, 资金总额]";
const WRONG = "预算03表[合计, 基本支出] ≥ 预算03表[合计, 合计]";

/** Where the page shows the first rows of the sheet and the findings, in pixels. */
const PICTURE = { x: 0, y: 44, width: 1440, height: 420 };

/** Relations checked before there are rules. */
let withoutRules = Number.NaN;

/** A clerk writes relations of her own: examples to begin with, a slip, a relation that does not hold. */
export const ownRules = (folder: string): readonly Step<WorkbenchPage>[] => [
  step("设置 makes the sheet of rules, with examples of the open workbook", async (workbench) => {
    await workbench.check();
    withoutRules = await equations(workbench);
    await workbench.chooseSetting(NEW_SHEET);
    await workbench.waitUntilSelected(`${SHEET}!A8`);
    assert.equal(await workbench.value(SHEET, "A8"), FIRST_EXAMPLE);
    await workbench.screenshot("rules-sheet");
  }),
  step("the examples hold in the sample", async (workbench) => {
    await workbench.showTab("检查");
    await workbench.check();
    assert.match(await workbench.summary(), /23 张表，无错误/);
    const more = (await equations(workbench)) - withoutRules;
    assert.ok(more >= 3, `${String(more)} relations more`);
    return `${String(more)} relations more`;
  }),
  step("a relation with an unknown table gets one clear message at its row", async (workbench) => {
    await workbench.type("A12", UNKNOWN_TABLE);
    assert.equal(await workbench.value(SHEET, "A12"), UNKNOWN_TABLE);
    await workbench.check();
    const messages = await messagesAt(workbench, SHEET, "A12");
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? "", /工作簿里没有报表“预算99表”.*请改写表名/);
    assert.match(await workbench.summary(), /23 张表，无错误/);
    assert.notDeepEqual(await workbench.marks(SHEET, "A12"), []);
    await workbench.screenshot("rule-unknown-table");
    return messages[0];
  }),
  step("a click on it goes to the row", async (workbench) => {
    await workbench.showSheet("预算01表");
    await (await workbench.findingLink(SHEET, "A12")).click();
    await workbench.waitUntilSelected(`${SHEET}!A12`);
  }),
  step("a relation that does not hold names both sides", async (workbench) => {
    await workbench.type("A12", WRONG);
    await workbench.check();
    assert.match(await workbench.summary(), /1 处错误/);
    const [message = ""] = await messagesAt(workbench, "预算03表 支出总表", "D5");
    assert.match(message, /^规则第 12 行不成立：左边《预算03表》D5.*应不小于右边《预算03表》C5/);
    await workbench.page.screenshot({ path: join(folder, "own-rules.png"), clip: PICTURE });
    return message;
  }),
  step("a second click on the entry shows the sheet and changes nothing", async (workbench) => {
    await workbench.showSheet("预算01表");
    await workbench.chooseSetting(NEW_SHEET);
    await workbench.waitUntilSelected(`${SHEET}!`);
    assert.equal(await workbench.value(SHEET, "A12"), WRONG);
    assert.equal(await workbench.value(SHEET, "A8"), FIRST_EXAMPLE);
  }),
  step("a rule that is switched off is not checked", async (workbench) => {
    await workbench.type("E12", "否");
    await workbench.check();
    assert.match(await workbench.summary(), /23 张表，无错误/);
    await workbench.type("E12", "是");
  }),
  step("the saved file has the sheet, and its rules read the same", async (workbench) => {
    const saved = readXlsx(await workbench.save(), "另存.xlsx");
    const sheets = saved.sheets.filter(({ name }) => name.includes(SHEET));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      [SHEET],
    );
    const { rows, defect } = readRules(sheets[0] ?? assert.fail());
    assert.equal(defect, null);
    assert.deepEqual(
      rows.map(({ number }) => number),
      [8, 9, 10, 11, 12],
    );
    assert.equal(rows[0]?.text, FIRST_EXAMPLE);
    assert.equal(rows[4]?.text, WRONG);
    assert.deepEqual(
      rows.map(({ defect: wrong }) => wrong),
      [null, null, null, null, null],
    );
  }),
];

async function equations({ page }: WorkbenchPage): Promise<number> {
  const text = await page.getByRole("main").getByRole("status").innerText();
  return Number(/核对了 ([\d,]+) 条/.exec(text)?.[1]?.replaceAll(",", ""));
}

/** Sentences of the findings at a cell. */
async function messagesAt(workbench: WorkbenchPage, sheet: string, cell: string): Promise<readonly string[]> {
  await workbench.findingLink(sheet, cell);
  const link = workbench.page.getByRole("button", { name: new RegExp(`^选中 ${sheet} ${cell}（`) });
  return workbench.page.getByRole("article").filter({ has: link }).locator("p").allInnerTexts();
}
