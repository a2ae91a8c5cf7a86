import assert from "node:assert/strict";
import { largeWorkbook } from "./special-workbooks";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

/** The page may not freeze for longer than this at a time. */
const LONGEST_FREEZE = 200;
const SHEETS = 50;

/** Longest of the tasks of the page since the last call, in ms. */
async function longestTask({ page }: WorkbenchPage): Promise<number> {
  return page.evaluate(() => {
    const watched = window as unknown as { goujiLongTasks?: number[] };
    if (watched.goujiLongTasks === undefined) {
      const tasks: number[] = (watched.goujiLongTasks = []);
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ entryTypes: ["longtask"] });
    }
    return Math.round(Math.max(0, ...watched.goujiLongTasks.splice(0)));
  });
}

/** A workbook of 50 sheets × 2,000 rows with 100,000 formulas: more than any office has. */
export const large: readonly Step<WorkbenchPage>[] = [
  step("a large workbook opens without freezing the page", async (workbench) => {
    await longestTask(workbench);
    const start = Date.now();
    await workbench.openFile("大.xlsx", largeWorkbook(SHEETS));
    await workbench.page.getByText("大.xlsx").first().waitFor();
    await workbench.page.waitForTimeout(500);
    const longest = await longestTask(workbench);
    const remark = `${String(Date.now() - start)} ms in all, longest task ${String(longest)} ms`;
    assert.ok(longest <= LONGEST_FREEZE, remark);
    return remark;
  }),
  step("and is checked without freezing it", async (workbench) => {
    const start = Date.now();
    await workbench.check();
    await workbench.page.waitForTimeout(500);
    const longest = await longestTask(workbench);
    const remark = `${String(Date.now() - start)} ms in all, longest task ${String(longest)} ms; ${await workbench.summary()}`;
    assert.ok(longest <= LONGEST_FREEZE, remark);
    return remark;
  }),
  step("an edit is computed and checked", async (workbench) => {
    await workbench.type("E7", "999");
    await workbench.page.waitForTimeout(3_000);
    const longest = await longestTask(workbench);
    assert.equal(await workbench.value("预算03表 (1)", "C7"), 100 + 999);
    await workbench.check();
    const checked = await longestTask(workbench);
    assert.match(await workbench.summary(), /处错误/);
    assert.ok(checked <= LONGEST_FREEZE, `longest task ${String(checked)} ms`);
    // Univer's own preparations for a first calculation cannot be sliced; see docs.
    return `longest task ${String(longest)} ms while computing, ${String(checked)} ms while checking`;
  }),
  step("a check is cancelled at once", async (workbench) => {
    await workbench.button("一键检查").click();
    await workbench.button("取消").click();
    await workbench.button("一键检查").waitFor({ timeout: 2_000 });
    assert.match(await workbench.summary(), /张表/);
  }),
];
