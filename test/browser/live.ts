import assert from "node:assert/strict";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算03表 支出总表";

/** The findings follow what is typed; nothing else moves. */
export const live: readonly Step<WorkbenchPage>[] = [
  step("after a first check the pane says that findings follow", async (workbench) => {
    await workbench.check();
    await workbench.page.getByText("改动单元格后，检查结果会随之更新。").waitFor();
    assert.match(await workbench.summary(), /无错误/);
  }),
  step(
    "a cell that is broken by typing is found and marked by itself; selection, sheet and tab stay",
    async (workbench) => {
      await workbench.showSheet(SHEET);
      await workbench.showTab("设置");
      await workbench.type("C12", "210.36");
      const selected = await workbench.selected();
      const scrolled = await rowsInSight(workbench);
      await marked(workbench, "C12", ["#FFB3B3"]);
      assert.equal(await workbench.selected(), selected);
      assert.equal(await rowsInSight(workbench), scrolled);
      await workbench.page.getByRole("tabpanel", { name: "设置" }).waitFor();
      await workbench.showTab("检查");
      await workbench.page.getByText(/已随改动更新 \d{2}:\d{2}:\d{2}/).waitFor();
      assert.match(await workbench.summary(), /[1-9]\d* 处错误/);
      await workbench.screenshot("live");
    },
  ),
  step("the list stays where it was scrolled to", async (workbench) => {
    const before = await listPlace(workbench, 400);
    await workbench.type("E15", "10.20");
    await marked(workbench, "E15", ["#FFB3B3"]);
    assert.equal(await topOfList(workbench), before);
    await undo(workbench);
    await marked(workbench, "E15", []);
  }),
  step("undo takes the edit back, and its findings and mark with it", async (workbench) => {
    await undo(workbench);
    await marked(workbench, "C12", []);
    await workbench.page.getByText(/无错误/).waitFor();
  }),
  step("a suggested value is taken over without another whole check", async (workbench) => {
    await workbench.type("C12", "210.36");
    await marked(workbench, "C12", ["#FFB3B3"]);
    await workbench.page
      .getByRole("button", { name: /^采用建议值/ })
      .first()
      .click();
    await marked(workbench, "C12", []);
    assert.equal(await workbench.value(SHEET, "C12"), 120.36);
    await workbench.page.getByText(/无错误/).waitFor();
    assert.equal(await workbench.page.getByText(/正在(?:读取|检查)/).count(), 0);
  }),
  step("switched off, nothing follows until 一键检查", async (workbench) => {
    await workbench.switchLive();
    await workbench.type("C12", "210.36");
    await workbench.page.waitForTimeout(1_500);
    assert.match(await workbench.summary(), /无错误/);
    assert.equal(await workbench.page.getByText("已随改动更新").count(), 0);
    await workbench.check();
    assert.match(await workbench.summary(), /[1-9]\d* 处错误/);
  }),
];

/** Takes the last edit back in the sheet. */
async function undo(workbench: WorkbenchPage): Promise<void> {
  await workbench.goTo("A1");
  await workbench.page.keyboard.press("Control+z");
}

/** Until the marks on a cell are these: the last that follows an edit. */
async function marked(workbench: WorkbenchPage, cell: string, fills: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  for (let tries = 0; tries < 200; tries++) {
    last = await workbench.marks(SHEET, cell);
    if (last.join() === fills.join()) return;
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`${cell} is marked ${last.join()}, not ${fills.join()}`);
}

/** The numbers of the rows in sight, as they are painted. */
async function rowsInSight({ page }: WorkbenchPage): Promise<string> {
  const box = await page.locator("canvas[id*=univer-sheet-main-canvas]").first().boundingBox();
  assert.ok(box !== null);
  const strip = { x: box.x + 2, y: box.y + 40, width: 36, height: 400 };
  return (await page.screenshot({ clip: strip })).toString("base64");
}

/** Scrolls the list; the text of the card at its top then. */
async function listPlace(workbench: WorkbenchPage, top: number): Promise<string> {
  const list = workbench.page.getByRole("list", { name: "检查结果" });
  await list.locator("..").evaluate((element, to) => {
    element.scrollTop = to;
  }, top);
  await workbench.page.waitForTimeout(500);
  return topOfList(workbench);
}

/** Text and place of the first card that is wholly in sight. */
function topOfList({ page }: WorkbenchPage): Promise<string> {
  const list = page.getByRole("list", { name: "检查结果" });
  return list.locator("..").evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    for (const item of element.querySelectorAll("[role=listitem]")) {
      const box = item.getBoundingClientRect();
      if (box.top >= top) return `${String(Math.round(box.top - top))} ${item.textContent.slice(0, 80)}`;
    }
    return "";
  });
}
