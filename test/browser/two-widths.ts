import { nothingAmiss, setPaneWidth } from "./fits";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const WIDTHS = [320, 480] as const;

/** Tabs of the pane in both languages, by their order. */
const TABS = ["check", "relations", "generate", "formulas", "settings"] as const;

/** Every tab with a mistake in the sample, as narrow and as wide as panes are, in both languages. */
export const twoWidths = (theme: "light" | "dark"): readonly Step<WorkbenchPage>[] => [
  step("a mistake is found", async (workbench) => {
    await workbench.showSheet("预算03表 支出总表");
    await workbench.type("C12", "210.36");
    await workbench.check();
  }),
  ...pictures("zh", theme),
  step("in English", async ({ page }) => {
    await page.getByLabel("语言").selectOption("en-US");
    await page.getByLabel("Rounding of amounts").waitFor();
  }),
  ...pictures("en", theme),
];

function pictures(language: string, theme: string): readonly Step<WorkbenchPage>[] {
  return WIDTHS.flatMap((width) =>
    TABS.map((tab, at) =>
      step<WorkbenchPage>(`${language}, ${String(width)} px: ${tab}`, async (workbench) => {
        await setPaneWidth(workbench, width);
        const main = workbench.page.getByRole("main");
        await main.getByRole("tab").nth(at).click();
        // The map is drawn after the tab is there; until then its buttons are grey.
        if (tab === "relations") await main.getByRole("img").first().waitFor();
        await workbench.idle();
        await nothingAmiss(workbench, `${tab}-${String(width)}-${language}-${theme}`);
      }),
    ),
  );
}
