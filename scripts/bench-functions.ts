import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "../test/browser/find-browser";
import { callSeconds, CALLS } from "../test/browser/many-calls";
import { WorkbenchPage } from "../test/browser/workbench-page";
import { serveSite } from "./serve";

/*
 * `npm run bench:functions [FOLDER]`: how long 10,000 calls of custom functions take to settle in the workbench, through Microsoft's runtime;
 * first when they are entered, then when an argument of all of them changes. Also the processor time the page's thread took for both, which other
 * programs of the machine do not add to. Takes the site in dist (or FOLDER) as it is built.
 */
const executablePath = findBrowser();
if (executablePath === null) throw new Error("No Chromium; set $CHROMIUM.");
const site = await serveSite(process.argv[2] ?? join(import.meta.dirname, "..", "dist"), 3170);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--headless=new", "--disable-gpu"],
});
try {
  for (let run = 1; run <= 3; run++) {
    const workbench = await WorkbenchPage.open(browser, site.address, ".");
    const session = await workbench.page.context().newCDPSession(workbench.page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const threadSeconds = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
    };
    const before = await threadSeconds();
    const { entered, changed } = await callSeconds(workbench);
    const taken = (await threadSeconds()) - before;
    console.log(
      `${String(CALLS)} calls: ${entered.toFixed(2)} s, after a change ${changed.toFixed(2)} s; processor time of both ${taken.toFixed(2)} s`,
    );
    await workbench.page.close();
  }
} finally {
  await browser.close();
  await site.close();
}
