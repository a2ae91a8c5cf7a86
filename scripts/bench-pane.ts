import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser } from "playwright-core";
import { findBrowser } from "../test/browser/find-browser";
import { WorkbenchPage } from "../test/browser/workbench-page";
import { buildXlsx } from "../test/xlsx/package-builder";
import { serveSite } from "./serve";

/*
 * `npm run bench:pane`: what the pane costs who waits for it, measured in a browser over the built site (`npm run site`). Prints
 * and never asserts: the machine decides. Targets: 一键检查 within 1 s of navigation, 1.2 MB gzipped, no long frames.
 */
const DIST = join(import.meta.dirname, "..", "dist");
const LOADS = 5;
const FINDINGS = 2_000;
const LONG_FRAME_MS = 50;
/** Microsoft's library is not ours and comes from elsewhere: as much of it as the pane needs to start. */
const OFFICE = `
  window.Excel = {};
  window.CustomFunctions = { associate() {} };
  window.Office = { onReady: () => Promise.resolve({ host: "Excel" }), context: {}, actions: { associate() {} } };
`;

const executablePath = findBrowser();
if (executablePath === null || !existsSync(join(DIST, "taskpane.html"))) {
  console.error("Needs a Chromium ($CHROMIUM) and the built site: npm run site");
  process.exit(2);
}
const site = await serveSite(DIST, 3160);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--headless=new", "--disable-gpu"],
});
try {
  printSizes();
  await measureStart(browser);
  await measureScrolling(browser);
} finally {
  await browser.close();
  await site.close();
}

/** Gzipped, what the page names itself, and what all of the add-in's scripts come to. */
function printSizes(): void {
  const page = readFileSync(join(DIST, "taskpane.html"), "utf8");
  const atStart = [...page.matchAll(/src="([^"/:]+\.js)"/g)].map(([, name = ""]) => name);
  const kilobytes = (names: readonly string[]): string =>
    `${(names.reduce((sum, name) => sum + gzipSync(readFileSync(join(DIST, name))).length, 0) / 1024).toFixed(0)} KB`;
  for (const name of atStart) console.log(`  ${name}: ${kilobytes([name])} gzipped`);
  console.log(`Bundle of the pane at its start: ${kilobytes(atStart)} gzipped`);
  const lazy = chunksOf(atStart);
  console.log(
    `With all it may load later (${String(lazy.length)} files): ${kilobytes([...atStart, ...lazy])} gzipped`,
  );
}

/** The chunks that scripts name by their hashes, and those that these name. */
function chunksOf(scripts: readonly string[]): string[] {
  const all = readdirSync(DIST).filter((name) => /\.[0-9a-f]{8}\.js$/.test(name));
  const found = new Set<string>();
  const search = (name: string): void => {
    const text = readFileSync(join(DIST, name), "utf8");
    for (const other of all) {
      const hash = /\.([0-9a-f]{8})\.js$/.exec(other)?.[1] ?? "-";
      if (found.has(other) || scripts.includes(other) || !text.includes(hash)) continue;
      found.add(other);
      search(other);
    }
  };
  for (const name of scripts) search(name);
  return [...found];
}

/** From navigation to a button that can be clicked, each time with an empty cache. */
async function measureStart(opened: Browser): Promise<void> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await opened.newContext({ viewport: { width: 320, height: 800 }, locale: "zh-CN" });
    const page = await context.newPage();
    await page.route("**/office.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: OFFICE }),
    );
    await page.goto(`${site.address}/taskpane.html`, { waitUntil: "commit" });
    const button = page.getByRole("button", { name: "一键检查" });
    await button.click({ trial: true });
    times.push(await page.evaluate(() => performance.now()));
    await context.close();
  }
  times.sort((a, b) => a - b);
  const [least = 0, middle = 0, most = 0] = [times[0], times[Math.floor(LOADS / 2)], times.at(-1)];
  console.log(
    `First interaction: ${middle.toFixed(0)} ms from navigation, median of ${String(LOADS)} (${least.toFixed(0)} … ${most.toFixed(0)})`,
  );
}

/** A list of findings, scrolled from top to end by about a screen every frame. */
async function measureScrolling(opened: Browser): Promise<void> {
  const workbench = await WorkbenchPage.open(opened, site.address, DIST);
  await workbench.openFile("多.xlsx", wrongTotals());
  await workbench.check();
  console.log(`Scrolling: ${await workbench.summary()}`);
  const frames = await workbench.page.evaluate(async () => {
    const scroller = document.querySelector("[role=list][aria-label=检查结果]")?.parentElement;
    if (scroller === null || scroller === undefined) return [];
    const taken: number[] = [];
    let last = performance.now();
    for (let before = -1; scroller.scrollTop !== before;) {
      before = scroller.scrollTop;
      scroller.scrollTop += 400;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      taken.push(now - last);
      last = now;
    }
    return taken.slice(1);
  });
  const long = frames.filter((ms) => ms > LONG_FRAME_MS);
  console.log(
    `  ${String(frames.length)} frames, ${String(long.length)} over ${String(LONG_FRAME_MS)} ms, the longest ${Math.max(0, ...frames).toFixed(0)} ms`,
  );
}

/** 预算03表 in which the total of every line is not that of its parts. */
function wrongTotals(): Uint8Array {
  const text = (cell: string, value: string): string =>
    `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const heads = ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出"];
  const lines = Array.from({ length: FINDINGS }, (_, at) => {
    const row = String(at + 5);
    const code = String(101_001 + Math.floor(at / 500) * 1_000 + (at % 500));
    const amounts = [100 + 3 * at, 10 + (at % 5), 20 + (at % 7)].map(
      (amount, column) => `<c r="${"CDE".charAt(column)}${row}"><v>${String(amount)}</v></c>`,
    );
    return `<row r="${row}">${text(`A${row}`, code)}${text(`B${row}`, `单位${code}`)}${amounts.join("")}</row>`;
  });
  const xml =
    `<sheetData><row r="1">${text("A1", "预算03表")}</row><row r="2">${text("A2", "支 出 总 表")}</row>` +
    `<row r="3">${text("A3", "填报单位：某某省")}${text("F3", "单位：万元")}</row>` +
    `<row r="4">${heads.map((head, at) => text(`${"ABCDEF".charAt(at)}4`, head)).join("")}</row>` +
    `${lines.join("")}</sheetData>`;
  return buildXlsx([{ name: "预算03表", xml }]);
}
