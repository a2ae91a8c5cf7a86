import assert from "node:assert/strict";
import { join } from "node:path";
import { axeViolations } from "./axe";
import { setPaneWidth, tooWide } from "./fits";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算03表 支出总表";
const TAB = "关系图";

/**
 * How the tables hang together: a mistake turns lines red; a click on one lists its equations; all of it by keyboard, too.
 * @param folder where the picture of the manual goes, in the light theme.
 */
export const relations = (folder: string, theme: "light" | "dark"): readonly Step<WorkbenchPage>[] => [
  step("in the sample all relations between the tables hold", async (workbench) => {
    await workbench.showTab(TAB);
    await workbench.page.getByText(/对表之间有勾稽关系/).waitFor();
    await workbench.idle();
    assert.match(await head(workbench), /^23 张表，24 对表之间有勾稽关系，24 对成立/);
    assert.deepEqual(await redLines(workbench), []);
    assert.deepEqual(await axeViolations(workbench), []);
  }),
  step("a mistyped total turns the lines of its table red", async (workbench) => {
    await workbench.showSheet(SHEET);
    await workbench.type("E5", "365.94");
    await workbench.button("刷新").click();
    await workbench.idle();
    assert.match(await head(workbench), /，[1-9]\d* 对不成立/);
    assert.ok((await redLines(workbench)).length > 0);
    assert.deepEqual(await axeViolations(workbench), []);
    await workbench.screenshot(`relations-${theme}`);
  }),
  step(
    "a click on a red line lists its equations, the violated first, with cells to go to",
    async (workbench) => {
      const { page } = workbench;
      const [line] = await redLines(workbench);
      assert.ok(line !== undefined);
      await page.mouse.click(line.x, line.y);
      await workbench.idle();
      await page.getByRole("button", { name: "全部关系" }).waitFor();
      const [first = ""] = await equations(workbench);
      assert.match(first, /^不成立 · /);
      assert.match(first, /预算03表!E5 365\.94/);
      assert.match(first, /差额 [+−]/);
      assert.deepEqual(await axeViolations(workbench), []);
      await workbench.screenshot(`relations-line-${theme}`);
      await workbench.showSheet("预算01表");
      await page
        .getByRole("tabpanel", { name: TAB })
        .getByRole("button", { name: `选中 ${SHEET} E5（` })
        .first()
        .click();
      await workbench.waitUntilSelected(`${SHEET}!E5`);
      return first.replaceAll("\n", " ");
    },
  ),
  step(
    "by keyboard alone: back to the list, another relation, its equations, and back to its row",
    async (workbench) => {
      const { page } = workbench;
      await workbench.button("全部关系").focus();
      await page.keyboard.press("Enter");
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.waitForTimeout(200);
      const row = await focused();
      assert.match(row, /预算03表/);
      await page.keyboard.press("Tab");
      const next = await focused();
      assert.notEqual(next, row);
      await page.keyboard.press("Enter");
      await workbench.idle();
      assert.ok((await equations(workbench)).length > 0);
      await page.keyboard.press("Shift+Tab");
      assert.equal(await focused(), "全部关系");
      await page.keyboard.press("Enter");
      await page.waitForTimeout(200);
      assert.equal(await focused(), next);
    },
  ),
  ...[320, 480].map((width) =>
    step<WorkbenchPage>(`nothing is cut off at ${String(width)} px`, async (workbench) => {
      const { page } = workbench;
      await setPaneWidth(workbench, width);
      await page.getByRole("img", { name: /^勾稽关系图/ }).scrollIntoViewIfNeeded();
      await page.waitForTimeout(500);
      assert.deepEqual(await tooWide(workbench), []);
      await workbench.screenshot(`relations-${String(width)}-${theme}`);
      const panel = page.getByRole("tabpanel", { name: TAB });
      await panel.getByRole("heading", { name: "各表金额中有勾稽关系的格数" }).scrollIntoViewIfNeeded();
      await panel.getByText(/张表没有金额：/).scrollIntoViewIfNeeded();
      await workbench.screenshot(`relations-coverage-${String(width)}-${theme}`);
    }),
  ),
  step("enlarged in a dialog, with the same by mouse and keyboard; Esc closes it", async (workbench) => {
    const { page } = workbench;
    await workbench.button("放大").click();
    const dialog = page.getByRole("dialog", { name: TAB });
    await dialog.waitFor();
    await page.waitForTimeout(800);
    await workbench.screenshot(`relations-dialog-${theme}`);
    assert.deepEqual(await axeViolations(workbench, "[role=dialog]"), []);
    await dialog.getByRole("region", { name: "表与表之间" }).getByRole("button").first().click();
    await dialog.getByRole("button", { name: "全部关系" }).waitFor();
    await dialog.getByRole("listitem").filter({ hasText: "差额" }).first().waitFor();
    await workbench.screenshot(`relations-dialog-line-${theme}`);
    if (theme === "light") await page.screenshot({ path: join(folder, "relation-map.png") });
    assert.deepEqual(await axeViolations(workbench, "[role=dialog]"), []);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent ?? ""), "放大");
    // What was chosen there is shown in the pane.
    await workbench.button("全部关系").waitFor();
  }),
  step("a cell that is chosen in the dialog closes it and is shown", async (workbench) => {
    const { page } = workbench;
    await workbench.showSheet("预算01表");
    await workbench.button("放大").click();
    const dialog = page.getByRole("dialog", { name: TAB });
    await dialog
      .getByRole("button", { name: `选中 ${SHEET} E5（` })
      .first()
      .click();
    await dialog.waitFor({ state: "hidden" });
    await workbench.waitUntilSelected(`${SHEET}!E5`);
  }),
];

async function head({ page }: WorkbenchPage): Promise<string> {
  return page.getByRole("tabpanel", { name: TAB }).getByRole("status").innerText();
}

/** The equations on screen, as texts. */
function equations({ page }: WorkbenchPage): Promise<readonly string[]> {
  return page.getByRole("tabpanel", { name: TAB }).locator("ol > li").allInnerTexts();
}

/** The middles of the violated relations' lines, on the page. */
function redLines({ page }: WorkbenchPage): Promise<readonly { readonly x: number; readonly y: number }[]> {
  return page
    .getByRole("tabpanel", { name: TAB })
    .getByRole("img", { name: /^勾稽关系图/ })
    .evaluate((graph) => {
      const colour = getComputedStyle(graph).getPropertyValue("--colorPaletteRedForeground1").trim();
      return [...graph.querySelectorAll("path")]
        .filter((path) => path.getAttribute("stroke") === colour && path.getAttribute("fill") === "none")
        .map((path) => {
          const { x, y } = path.getPointAtLength(path.getTotalLength() / 3);
          const matrix = path.getScreenCTM() ?? new DOMMatrix();
          const point = new DOMPoint(x, y).matrixTransform(matrix);
          return { x: point.x, y: point.y };
        });
    });
}
