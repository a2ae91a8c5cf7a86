import assert from "node:assert/strict";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { readAccepted } from "../../src/core/accepted/kept-accepted";
import { readXlsx } from "../../src/xlsx";
import { axeViolations } from "./axe";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算03表 支出总表";
/** C12 of the sample is 120.36; two digits are swapped. */
const [CELL, RIGHT, WRONG] = ["C12", 120.36, 210.36] as const;

/** What a clerk does with findings: takes a suggestion over and back, explains one, filters, copies, goes from cell to finding. */
export const findingWork = (folder: string, theme: "light" | "dark"): readonly Step<WorkbenchPage>[] => [
  step("a slip is found, with what the cell should hold", async (workbench) => {
    await narrowPane(workbench);
    await workbench.showSheet(SHEET);
    await workbench.type(CELL, String(WRONG));
    await workbench.check();
    assert.match(await workbench.summary(), /^23 张表，\d+ 处错误/);
    await apply(workbench).waitFor();
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.screenshot(`findings-320-${theme}`);
    if (theme === "light")
      await workbench.page.getByRole("main").screenshot({ path: join(folder, "cause.png") });
    return workbench.summary();
  }),
  step("采用建议值 corrects the cell and checks again; 撤销 brings the slip back", async (workbench) => {
    const { page } = workbench;
    await apply(workbench).click();
    await page.getByText(`已把 ${SHEET} ${CELL} 由 ${String(WRONG)} 改为 ${String(RIGHT)}。`).waitFor();
    await workbench.idle();
    assert.equal(await workbench.value(SHEET, CELL), RIGHT);
    assert.match(await workbench.summary(), /^23 张表，(?:无错误|未发现问题)/);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.screenshot(`findings-applied-320-${theme}`);
    await workbench.button(`撤销 ${SHEET} ${CELL} 的改动`).click();
    await page.getByText(`已撤销，${SHEET} ${CELL} 恢复为 ${String(WRONG)}。`).waitFor();
    await workbench.idle();
    assert.equal(await workbench.value(SHEET, CELL), WRONG);
    assert.match(await workbench.summary(), /^23 张表，\d+ 处错误/);
  }),
  step("a cell changed since the check is not written over", async (workbench) => {
    // Else the findings would have followed the change.
    await workbench.switchLive();
    await workbench.type(CELL, "211");
    await apply(workbench).click();
    await workbench.page.getByText(/在检查之后改动过，没有写入/).waitFor();
    assert.equal(await workbench.value(SHEET, CELL), 211);
    await workbench.type(CELL, String(WRONG));
    await workbench.switchLive();
    await workbench.check();
    await workbench.button("关闭提示").click();
  }),
  step(
    "a marked cell that is selected shows its finding; the pane's own links stay where they are",
    async (workbench) => {
      const { page } = workbench;
      const current = page.locator("article[aria-current=true]");
      const [first, other] = await openErrors(workbench);
      assert.ok(first !== undefined && other !== undefined, "two findings");
      await workbench.goTo("A1");
      await workbench.goTo(other.cell);
      await page.locator("article[aria-current=true]", { hasText: other.message }).waitFor();
      // The suspect is a cell of the first finding, too, and has a finding of its own.
      const link = (await findingCard(workbench, first.message)).getByRole("button", {
        name: new RegExp(`^选中 ${SHEET} ${CELL}（`),
      });
      await link.first().click();
      await workbench.waitUntilSelected(`${SHEET}!${CELL}`);
      await page.waitForTimeout(500);
      assert.equal(await current.locator("p").first().innerText(), first.message);
      // One far down the list is scrolled to.
      await list(workbench, "rounding");
      const far = page.getByRole("article").first();
      const message = await far.locator("p").first().innerText();
      const label = await far
        .getByRole("button", { name: /^选中 / })
        .first()
        .getAttribute("aria-label");
      const [, sheet = "", cell = ""] = /^选中 (.+) ([A-Z]+\d+)（/.exec(label ?? "") ?? [];
      await list(workbench, "");
      assert.equal(await page.getByText(message).count(), 0);
      await workbench.showSheet(sheet);
      await workbench.goTo("A1");
      await workbench.goTo(cell);
      await current.filter({ hasText: message }).waitFor();
      await page.waitForTimeout(300);
      const [box, frame] = [await current.boundingBox(), await page.getByRole("main").boundingBox()];
      assert.ok(
        box !== null && frame !== null && box.y > frame.y && box.y + box.height <= frame.y + frame.height,
      );
      await workbench.showSheet(SHEET);
      assert.deepEqual(await axeViolations(workbench), []);
    },
  ),
  step(
    "the filters list what is chosen, by the keyboard too; 复制 puts it on the clipboard",
    async (workbench) => {
      const { page } = workbench;
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const all = await page.getByRole("combobox", { name: "级别" }).locator("option").allInnerTexts();
      await page.getByRole("combobox", { name: "级别" }).focus();
      await page.keyboard.press("ArrowDown");
      assert.match((await heads(workbench)).join(), /^错误/);
      assert.equal((await heads(workbench)).length, 1);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      const log = page.getByText(/^已复制 \d+ 条。$/);
      await log.waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const [first] = await openErrors(workbench);
      assert.ok(text.includes(first?.message ?? "?"));
      assert.match(text, /应为 [\d,.]+\u3000实为 [\d,.]+\u3000差额 [+−][\d,.]+/);
      await list(workbench, "");
      return `${all.join(" ")} — ${await log.innerText()}`;
    },
  ),
  step("说明 takes a reason, and the finding is counted as explained", async (workbench) => {
    const { page } = workbench;
    const [first] = await openErrors(workbench);
    const before = Number(/(\d+) 处错误/.exec(await workbench.summary())?.[1]);
    const card = await findingCard(workbench, first?.message ?? "");
    const button = card.getByRole("button", { name: /^说明 / });
    const dialog = page.getByRole("dialog");
    await button.focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press("Enter");
    await dialog.getByRole("textbox", { name: /理由/ }).fill("年中追加预算，另附批复。");
    await dialog.getByRole("textbox", { name: /说明人/ }).fill("张三");
    assert.deepEqual(await axeViolations(workbench, "[role=dialog]"), []);
    const whole = page.viewportSize();
    assert.ok(whole !== null);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForTimeout(300);
    await workbench.screenshot(`findings-dialog-320-${theme}`);
    await page.setViewportSize(whole);
    await dialog.getByRole("button", { name: "保存说明" }).click();
    await dialog.waitFor({ state: "hidden" });
    await workbench.idle();
    const summary = await workbench.summary();
    assert.match(summary, /1 处已说明/);
    assert.equal(Number(/(\d+) 处错误/.exec(summary)?.[1] ?? 0), before - 1);
    await list(workbench, "accepted");
    const explained = await findingCard(workbench, first?.message ?? "");
    assert.match(await explained.innerText(), /说明：年中追加预算，另附批复。\s*张三，2\d{3}/);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.screenshot(`findings-accepted-320-${theme}`);
    return summary;
  }),
  step("it is in the saved file, and stays after another check", async (workbench) => {
    const saved = readXlsx(await workbench.save(), "另存.xlsx");
    const { accepted } = readAccepted(saved.accepted ?? []);
    assert.deepEqual(
      accepted.map(({ reason, by }) => [reason, by]),
      [["年中追加预算，另附批复。", "张三"]],
    );
    await workbench.check();
    assert.match(await workbench.summary(), /1 处已说明/);
  }),
  step("figures that change ask for it anew; 撤回 takes it back", async (workbench) => {
    await workbench.type(CELL, "220.36");
    await workbench.check();
    assert.doesNotMatch(await workbench.summary(), /已说明/);
    await list(workbench, "error");
    const note = workbench.page.getByText(/金额已变，需重新说明。原说明：年中追加预算/);
    await note.first().waitFor();
    await workbench.screenshot(`findings-reopened-320-${theme}`);
    await workbench.type(CELL, String(WRONG));
    await workbench.check();
    assert.match(await workbench.summary(), /1 处已说明/);
    await list(workbench, "accepted");
    await workbench.page.getByRole("button", { name: /^撤回 .*的说明$/ }).click();
    await workbench.idle();
    assert.doesNotMatch(await workbench.summary(), /已说明/);
  }),
];

/** The pane as wide as the narrowest there is. */
async function narrowPane({ page }: WorkbenchPage): Promise<void> {
  const box = await page.getByRole("separator").boundingBox();
  assert.ok(box !== null);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(1440 - 320 - box.width / 2, y, { steps: 8 });
  await page.mouse.up();
}

function apply({ page }: WorkbenchPage): Locator {
  return page.getByRole("button", { name: `采用建议值 ${String(RIGHT)}（${SHEET} ${CELL}）` }).first();
}

/** Chooses a severity in the filter; "" is all. */
async function list({ page }: WorkbenchPage, section: string): Promise<void> {
  await page.getByRole("combobox", { name: "级别" }).selectOption(section);
}

/** The card of a finding that is in the page. */
async function findingCard({ page }: WorkbenchPage, message: string): Promise<Locator> {
  const card = page.getByRole("article").filter({ hasText: message }).first();
  await card.waitFor();
  return card;
}

/** Findings in sight on the sheet of the slip, by the cell each points to first. */
async function openErrors({
  page,
}: WorkbenchPage): Promise<readonly { readonly message: string; readonly cell: string }[]> {
  const cards = await page.getByRole("article").all();
  const found = await Promise.all(
    cards.map(async (card) => ({
      message: await card.locator("p").first().innerText(),
      cell: await card
        .getByRole("button", { name: /^选中 / })
        .first()
        .innerText(),
      label:
        (await card
          .getByRole("button", { name: /^选中 / })
          .first()
          .getAttribute("aria-label")) ?? "",
    })),
  );
  return found.filter(({ label }) => label.startsWith(`选中 ${SHEET} `));
}

/** Severities that are listed. */
async function heads({ page }: WorkbenchPage): Promise<readonly string[]> {
  return page.getByRole("list", { name: "检查结果" }).getByRole("heading", { level: 2 }).allInnerTexts();
}
