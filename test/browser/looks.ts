import assert from "node:assert/strict";
import { join } from "node:path";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "预算03表 支出总表";

/** How the page looks in one theme, with a mistake found. */
export function looks(folder: string, theme: "light" | "dark"): readonly Step<WorkbenchPage>[] {
  return [
    step(`shows a mistake, ${theme}`, async (workbench) => {
      await workbench.showSheet(SHEET);
      await workbench.type("C12", "210.36");
      await workbench.check();
      const link = workbench.page.getByRole("main").getByRole("button", { name: /^选中 预算03表.* C12（/ });
      await link.first().click();
      await workbench.page.mouse.move(700, 600);
      await workbench.page.waitForTimeout(700);
      await workbench.page.screenshot({ path: join(folder, `workbench-${theme}.png`) });
    }),
    step("the button changes the theme of page and pane", async (workbench) => {
      const before = await backgrounds(workbench);
      await workbench.button(theme === "dark" ? "切换到浅色外观" : "切换到深色外观").click();
      await workbench.page.waitForTimeout(300);
      const after = await backgrounds(workbench);
      assert.notEqual(after.toolbar, before.toolbar);
      assert.notEqual(after.pane, before.pane);
    }),
  ];
}

function backgrounds({ page }: WorkbenchPage): Promise<{ readonly toolbar: string; readonly pane: string }> {
  return page.evaluate(() => {
    // Fluent paints the provider around the pane.
    const [toolbar, pane] = ["header", "[lang] > .fui-FluentProvider"].map((selector) => {
      const element = document.querySelector(selector);
      return element === null ? "" : getComputedStyle(element).backgroundColor;
    });
    return { toolbar: toolbar ?? "", pane: pane ?? "" };
  });
}

/** Under 900 pixels the sheet has the page, and the pane comes over it when called. */
export const narrow: readonly Step<WorkbenchPage>[] = [
  step("the pane comes and goes by its button", async (workbench) => {
    const check = workbench.button("一键检查");
    await assert.rejects(check.waitFor({ timeout: 500 }));
    await workbench.button("显示检查窗格").click();
    await check.waitFor();
    await workbench.screenshot("narrow");
    await workbench.button("隐藏检查窗格").click();
    await check.waitFor({ state: "hidden" });
  }),
];
