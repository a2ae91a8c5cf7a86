import assert from "node:assert/strict";
import { largeWorkbook } from "./special-workbooks";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

/** The page may not freeze for longer than this at a time. */
const LONGEST_FREEZE = 200;
const SIZE = { sheets: 50, rows: 2_000 } as const;

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

/** A workbook of 50 sheets × 2,000 rows with 200,000 formulas. */
export const large: readonly Step<WorkbenchPage>[] = [
  step("a large workbook opens without freezing the page", async (workbench) => {
    await longestTask(workbench);
    const start = Date.now();
    await workbench.openFile("大.xlsx", largeWorkbook(SIZE.sheets, SIZE.rows));
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
  step("an edit is computed through 200,000 formulas", async (workbench) => {
    await workbench.type("E3", "1000");
    await workbench.page.waitForTimeout(4_000);
    assert.equal(await workbench.value("明细1", "C3"), 1000 + 3.5 + 3.5);
    return `longest task ${String(await longestTask(workbench))} ms`;
  }),
  step("a check is cancelled at once", async (workbench) => {
    await workbench.button("一键检查").click();
    await workbench.button("取消").click();
    await workbench.button("一键检查").waitFor({ timeout: 2_000 });
    assert.match(await workbench.summary(), /张表/);
  }),
];
