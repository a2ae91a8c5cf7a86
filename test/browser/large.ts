import assert from "node:assert/strict";
import { largeWorkbook } from "./special-workbooks";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

/**
 * The longest task of the page may be this share of the whole work: what runs in slices stays far below it on any machine,
 * what runs in one go is nearly all of it. Milliseconds would measure the machine.
 */
const LARGEST_SHARE = 0.2;
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

/** Does the work and tells its longest task. Fails where that is more than its share. */
async function withoutFreezing(workbench: WorkbenchPage, work: () => Promise<unknown>): Promise<string> {
  await longestTask(workbench);
  const start = Date.now();
  await work();
  const taken = Date.now() - start;
  await workbench.page.waitForTimeout(700);
  const longest = await longestTask(workbench);
  const remark = `${String(taken)} ms in all, longest task ${String(longest)} ms`;
  assert.ok(longest <= taken * LARGEST_SHARE, remark);
  return remark;
}

/** A workbook of 50 sheets × 2,000 rows with 100,000 formulas: more than any office has. */
export const large: readonly Step<WorkbenchPage>[] = [
  step("a large workbook opens without freezing the page", async (workbench) => {
    const content = largeWorkbook(SHEETS);
    return withoutFreezing(workbench, async () => {
      await workbench.openFile("大.xlsx", content);
      await workbench.page.getByText("大.xlsx").first().waitFor();
    });
  }),
  step("and is checked without freezing it", async (workbench) => {
    const remark = await withoutFreezing(workbench, () => workbench.check());
    const summary = await workbench.summary();
    assert.match(summary, /50 张表，未发现问题/);
    return `${remark}; ${summary}`;
  }),
  step("an edit is computed and checked", async (workbench) => {
    await longestTask(workbench);
    await workbench.type("E7", "999");
    // 实时检查 reads the workbook meanwhile, which gives the calculation less time.
    for (let tries = 0; tries < 60 && (await workbench.value("预算03表 (1)", "C7")) !== 100 + 999; tries++) {
      await workbench.page.waitForTimeout(500);
    }
    assert.equal(await workbench.value("预算03表 (1)", "C7"), 100 + 999);
    const computing = await longestTask(workbench);
    const checking = await withoutFreezing(workbench, () => workbench.check());
    assert.match(await workbench.summary(), /处错误/);
    // Some of what Univer prepares for a calculation cannot be sliced: the limit is not promised here.
    return `longest task ${String(computing)} ms while computing; checking: ${checking}`;
  }),
  step("a check is cancelled at once", async (workbench) => {
    await workbench.button("一键检查").click();
    await workbench.button("取消").click();
    await workbench.button("一键检查").waitFor({ timeout: 2_000 });
    assert.match(await workbench.summary(), /张表/);
  }),
];
