import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "../test/browser/find-browser";
import { WorkbenchPage } from "../test/browser/workbench-page";
import { serveSite } from "./serve";

/*
 * `npm run bench:live`: from Enter in a cell of the sample to the findings that follow it, in a browser over the built site
 * (`npm run site`, or another folder as the argument). Prints and never asserts: the machine decides. Target: 300 ms.
 */
const DIST = process.argv[2] ?? join(import.meta.dirname, "..", "dist");
const EDITS = 20;
const SHEET = "预算03表 支出总表";
const CELL = "C12";
/** The amount of the sample, and one that breaks two sums. */
const AMOUNTS = ["210.36", "120.36"] as const;

/** When the last Enter was pressed and the head line last changed, milliseconds of the page. */
interface Times {
  pressed: number;
  followed: number;
}

const executablePath = findBrowser();
if (executablePath === null || !existsSync(join(DIST, "workbench.html"))) {
  console.error("Needs a Chromium ($CHROMIUM) and the built site: npm run site");
  process.exit(2);
}
const site = await serveSite(DIST, 3170);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--headless=new", "--disable-gpu"],
});
try {
  const workbench = await WorkbenchPage.open(browser, site.address, "");
  await workbench.check();
  await workbench.showSheet(SHEET);
  await watch(workbench);
  const taken: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    taken.push(await timeEdit(workbench, AMOUNTS[edit % AMOUNTS.length] ?? ""));
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  console.log(`Sample, ${String(EDITS)} edits, from Enter to the findings on screen (target 300 ms):`);
  console.log(
    `  first ${(taken[0] ?? 0).toFixed(0)} ms, shortest ${at(0)}, median ${at(0.5)}, 90 % ${at(0.9)}, longest ${at(1)}`,
  );
} finally {
  await browser.close();
  await site.close();
}

/** Notes both times in the page itself: the way to the page and back costs more than what is measured. */
async function watch({ page }: WorkbenchPage): Promise<void> {
  await page.evaluate(() => {
    const times: Times = { pressed: 0, followed: 0 };
    Object.assign(window, { times });
    document.addEventListener(
      "keydown",
      ({ key }) => {
        if (key === "Enter") times.pressed = performance.now();
      },
      { capture: true },
    );
    const main = document.querySelector("main");
    if (main === null) throw new Error("no pane");
    let last = main.querySelector("[role=status]")?.textContent;
    new MutationObserver(() => {
      const line = main.querySelector("[role=status]")?.textContent;
      if (line !== last) times.followed = performance.now();
      last = line;
    }).observe(main, { subtree: true, childList: true, characterData: true });
  });
}

async function timeEdit(workbench: WorkbenchPage, amount: string): Promise<number> {
  await workbench.type(CELL, amount);
  const handle = await workbench.page.waitForFunction(
    () => {
      const { pressed, followed } = (window as unknown as { readonly times: Times }).times;
      return followed > pressed && followed - pressed;
    },
    undefined,
    { timeout: 30_000 },
  );
  // The marks follow; the next edit is another.
  await workbench.page.waitForTimeout(700);
  return Number(await handle.jsonValue());
}
