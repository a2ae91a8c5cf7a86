import assert from "node:assert/strict";
import { axeViolations } from "./axe";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算03表 支出总表";
/** C12 of the sample is 120.36; two digits are swapped. */
const [CELL, RIGHT, WRONG] = ["C12", 120.36, 210.36] as const;

/** All that the pane can do, without a pointer, in either look; nothing of it stumbles over axe's rules. */
export const byKeyboard = (theme: "light" | "dark"): readonly Step<WorkbenchPage>[] => [
  step("checks, and the focus stays where it was", async (workbench) => {
    await workbench.showSheet(SHEET);
    await workbench.type(CELL, String(WRONG));
    // Excel's own F6 leads into the pane; what follows is Tab and Enter alone.
    await workbench.page.getByRole("tab", { name: "检查", exact: true }).focus();
    await tabTo(workbench, /^一键检查$/);
    await press(workbench, "Enter");
    assert.match(await workbench.summary(), /^23 张表，3 处错误/);
    assert.match(await focused(workbench), /^一键检查$/);
    await clean(workbench);
  }),
  step("filters, folds a cause away and back, and goes to its cell", async (workbench) => {
    const { page } = workbench;
    await tabTo(workbench, /^级别$/);
    await press(workbench, "ArrowDown");
    assert.equal(await page.getByRole("heading", { level: 2 }).count(), 1);
    await tabTo(workbench, /^疑点 预算03表 C12/);
    assert.ok((await page.getByRole("article").count()) > 0);
    await press(workbench, "Enter");
    assert.equal(await page.getByRole("article").count(), 0);
    await clean(workbench);
    await press(workbench, "Enter");
    assert.ok((await page.getByRole("article").count()) > 0);
    await tabTo(workbench, new RegExp(`^选中 ${SHEET} ${CELL}（`));
    await press(workbench, "Enter");
    await workbench.waitUntilSelected(`${SHEET}!${CELL}`);
    assert.match(await focused(workbench), /^选中 /, "the focus stays in the pane");
    await clean(workbench);
  }),
  step("采用建议值, and 撤销 where the focus goes on", async (workbench) => {
    await tabTo(workbench, new RegExp(`^采用建议值 ${String(RIGHT)}`));
    await press(workbench, "Enter");
    await told(workbench, /^已把 /);
    assert.equal(await workbench.value(SHEET, CELL), RIGHT);
    await until(workbench, /^撤销 .* C12 的改动$/);
    await clean(workbench);
    await press(workbench, "Enter");
    await told(workbench, /^已撤销，/);
    assert.equal(await workbench.value(SHEET, CELL), WRONG);
    await until(workbench, /./);
    await clean(workbench);
  }),
  step("说明 in its dialog, then 撤回", async (workbench) => {
    const { page } = workbench;
    await tabTo(workbench, /^说明 /);
    await press(workbench, "Enter");
    await page.getByRole("dialog").waitFor();
    await clean(workbench, "[role=dialog]");
    await tabTo(workbench, /理由/);
    await page.keyboard.type("年中追加");
    await tabTo(workbench, /^保存说明$/);
    await press(workbench, "Enter");
    await page.getByText(/1 处已说明/).waitFor();
    await workbench.idle();
    assert.match(await workbench.summary(), /2 处错误/);
    await until(workbench, /./);
    await tabTo(workbench, /^级别$/, "either");
    await press(workbench, "Home");
    await press(workbench, "End");
    await tabTo(workbench, /^撤回 /);
    await clean(workbench);
    await press(workbench, "Enter");
    await page.getByText(/3 处错误/).waitFor();
    await until(workbench, /./);
  }),
  step("清除标记", async (workbench) => {
    await tabTo(workbench, /^清除标记$/, "back");
    await press(workbench, "Enter");
    await workbench.page.getByText("标记已清除。").waitFor();
    assert.deepEqual(await workbench.marks(SHEET, CELL), []);
    await clean(workbench);
  }),
  step("关系图: the list that says what the map does, its equations, a cell", async (workbench) => {
    const { page } = workbench;
    await nextTab(workbench, "关系图");
    await page.getByRole("region", { name: "表与表之间" }).waitFor();
    await workbench.idle();
    await tabTo(workbench, /预算03表.*不成立/);
    await clean(workbench);
    await press(workbench, "Enter");
    await tabTo(workbench, new RegExp(`^选中 .*（`));
    await press(workbench, "Enter");
    await workbench.waitUntilSelected("预算");
    await clean(workbench);
    await tabTo(workbench, /^全部关系$/, "back");
    await press(workbench, "Enter");
    await page.getByRole("region", { name: "表与表之间" }).waitFor();
  }),
  step("生成: a template, new sheets, and their 撤销", async (workbench) => {
    const { page } = workbench;
    await nextTab(workbench, "生成");
    await page.getByRole("button", { name: /^预算23表/ }).waitFor();
    await tabTo(workbench, /^查找模板$/);
    await page.keyboard.type("湖南 23");
    await tabTo(workbench, /^预算23表/);
    await press(workbench, "Enter");
    await workbench.button("生成").waitFor({ timeout: 60_000 });
    await workbench.idle();
    await clean(workbench);
    await tabTo(workbench, /^生成$/);
    await press(workbench, "Enter");
    await page.getByRole("region", { name: /^已生成 1 张表/ }).waitFor({ timeout: 60_000 });
    await clean(workbench);
    await tabTo(workbench, /^撤销$/, "either");
    await press(workbench, "Enter");
    await clean(workbench);
    await tabTo(workbench, /^删除$/, "either");
    await press(workbench, "Enter");
    await page.getByText("已撤销，1 张新表已删除。").waitFor();
    await until(workbench, /./);
  }),
  step("公式: a function, an example, into the cell, and back", async (workbench) => {
    const { page } = workbench;
    await workbench.goTo("K60");
    await page.getByRole("tab", { name: "生成", exact: true }).focus();
    await nextTab(workbench, "公式");
    await page.getByRole("searchbox", { name: "查找函数" }).waitFor();
    await tabTo(workbench, /^查找函数$/);
    await page.keyboard.type("执行率");
    await tabTo(workbench, /^执行率/);
    await press(workbench, "Enter");
    await tabTo(workbench, /^填入 =EXEC_RATE\(31610\.23,33085\)$/);
    await press(workbench, "Enter");
    await tabTo(workbench, /^插入$/, "either");
    await press(workbench, "Enter");
    await page.getByText(/^已写入 /).waitFor();
    await clean(workbench);
    await tabTo(workbench, /^撤销$/, "either");
    await press(workbench, "Enter");
    await page.getByText(/恢复原样。$/).waitFor();
    await until(workbench, /./);
  }),
  step("设置: the unit of amounts, which the findings then have", async (workbench) => {
    const { page } = workbench;
    await page.getByRole("tab", { name: "公式", exact: true }).focus();
    await nextTab(workbench, "设置");
    await page.getByRole("combobox", { name: "金额的单位" }).waitFor();
    await tabTo(workbench, /^金额的单位$/);
    await press(workbench, "ArrowDown");
    await clean(workbench);
    await tabTo(workbench, /^设置$/, "back");
    for (let tabs = 0; tabs < 4; tabs++) await press(workbench, "ArrowLeft");
    await press(workbench, "Enter");
    await page.getByText("实为 2,103,600 元，建议改为 1,203,600 元").waitFor();
    await clean(workbench);
    await workbench.screenshot(`keyboard-unit-${theme}`);
  }),
];

/** What the focused element is called; "" where the focus is lost, or outside the pane. */
function focused({ page }: WorkbenchPage): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    if (element.closest("main, [role=dialog], [role=alertdialog]") === null) return "";
    const { labels } = element as Partial<HTMLInputElement>;
    const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent;
    return name.trim();
  });
}

/** Presses Tab, or Shift and Tab, until what is called so has the focus; “either” tries forwards, then backwards. */
async function tabTo(
  workbench: WorkbenchPage,
  name: RegExp,
  way: "on" | "back" | "either" = "on",
): Promise<void> {
  const passed: string[] = [];
  for (const key of { on: ["Tab"], back: ["Shift+Tab"], either: ["Tab", "Shift+Tab"] }[way]) {
    for (let tries = 0; tries < 90; tries++) {
      const here = await focused(workbench);
      if (name.test(here)) return;
      if (here === "" && tries > 0) break;
      passed.push(here);
      await workbench.page.keyboard.press(key);
      await workbench.page.waitForTimeout(30);
    }
    // Out of the pane at its end: one step back into it.
    if (way === "either" && key === "Tab") {
      await workbench.page.keyboard.press("Shift+Tab");
      await workbench.page.waitForTimeout(30);
    }
  }
  assert.fail(`${String(name)} is not reached; passed: ${passed.join(" | ")}`);
}

/** Waits until something of this name in the pane has the focus. */
async function until(workbench: WorkbenchPage, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (name.test(await focused(workbench))) return;
    await workbench.page.waitForTimeout(100);
  }
  assert.fail(`${String(name)} has not got the focus, but “${await focused(workbench)}”`);
}

/** A key, and until the pane waits for the user again. */
async function press(workbench: WorkbenchPage, key: string): Promise<void> {
  await workbench.page.keyboard.press(key);
  await workbench.page.waitForTimeout(300);
  // By its element: behind a dialog the pane has no role.
  await workbench.page.locator("main[aria-busy=false]").waitFor({ timeout: 120_000 });
}

/** Waits for a message, and for the check that follows what it tells of. */
async function told(workbench: WorkbenchPage, message: RegExp): Promise<void> {
  await workbench.page.getByText(message).waitFor();
  await workbench.page.waitForTimeout(300);
  await workbench.idle();
}

/** From anywhere in the pane to the tabs, and to the next of them. */
async function nextTab(workbench: WorkbenchPage, name: string): Promise<void> {
  await tabTo(workbench, /^(?:检查|关系图|生成|公式|设置)$/, "back");
  await workbench.page.keyboard.press("ArrowRight");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByRole("tabpanel", { name, exact: true }).waitFor();
  await workbench.idle();
}

async function clean(workbench: WorkbenchPage, part = "main"): Promise<void> {
  assert.deepEqual(await axeViolations(workbench, part), []);
}
