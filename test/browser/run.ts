import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { serveSite } from "../../scripts/serve";
import { awkward } from "./awkward";
import { byKeyboard } from "./by-keyboard";
import { editing } from "./editing";
import { findBrowser } from "./find-browser";
import { findingWork } from "./finding-work";
import { generating } from "./generating";
import { inserting } from "./inserting";
import { functions } from "./functions";
import { large } from "./large";
import { live } from "./live";
import { looks, narrow } from "./looks";
import { ownForms } from "./own-forms";
import { ownRules } from "./own-rules";
import { performance } from "./performance";
import { relations } from "./relations";
import { security } from "./security";
import { settings } from "./settings";
import { runSteps, step, type Step } from "./steps";
import { twoWidths } from "./two-widths";
import { WorkbenchPage, type OpenPageOptions } from "./workbench-page";

/**
 * `npm run browser`: builds the site and uses it as people do. `--no-build` takes the site as it is; `--pictures` puts the
 * pictures of the README and the manual in their place; `--only=WORDS` runs the suites with these words in their titles.
 */
const ROOT = join(import.meta.dirname, "..", "..");
const SCREENSHOTS = join(ROOT, "test", "browser", "screenshots");
const ARGUMENTS = [
  "--no-sandbox",
  "--headless=new",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const PICTURES = process.argv.includes("--pictures") ? join(ROOT, "docs", "images") : SCREENSHOTS;

interface Suite {
  readonly title: string;
  readonly steps: readonly Step<WorkbenchPage>[];
  readonly options?: OpenPageOptions;
  /** Whether nothing may be written to the console as an error: a suite that opens broken files writes some. */
  readonly quiet?: boolean;
}

const SUITES: readonly Suite[] = [
  { title: "The workbench with the sample", steps: editing },
  { title: "Awkward workbooks", steps: awkward },
  { title: "The user's own rules", steps: ownRules(PICTURES), quiet: true },
  { title: "The user's own form family", steps: ownForms, quiet: true },
  { title: "Performance indicators", steps: performance, quiet: true },
  { title: "The map of relations", steps: relations(PICTURES, "light"), quiet: true },
  {
    title: "The map of relations, dark",
    steps: relations(PICTURES, "dark"),
    options: { dark: true },
    quiet: true,
  },
  { title: "Custom functions", steps: functions, quiet: true },
  { title: "Tables made from templates", steps: generating(PICTURES), quiet: true },
  { title: "Formulas put into cells", steps: inserting(PICTURES), quiet: true },
  { title: "Settings, report and first use", steps: settings("light"), quiet: true },
  {
    title: "Settings, report and first use in a dark browser",
    steps: settings("dark"),
    options: { dark: true },
    quiet: true,
  },
  { title: "Two widths, two languages", steps: twoWidths("light"), quiet: true },
  {
    title: "Two widths, two languages, dark",
    steps: twoWidths("dark"),
    options: { dark: true },
    quiet: true,
  },
  { title: "Work on findings", steps: findingWork(PICTURES, "light"), quiet: true },
  {
    title: "Work on findings, dark",
    steps: findingWork(PICTURES, "dark"),
    options: { dark: true },
    quiet: true,
  },
  { title: "Hostile texts", steps: security, quiet: true },
  { title: "By keyboard alone", steps: byKeyboard("light"), quiet: true },
  { title: "By keyboard alone, dark", steps: byKeyboard("dark"), options: { dark: true }, quiet: true },
  { title: "Live checks", steps: live, quiet: true },
  { title: "A large workbook", steps: large },
  { title: "In a dark browser", steps: looks(PICTURES, "dark"), options: { dark: true } },
  { title: "In a light browser", steps: looks(PICTURES, "light") },
  { title: "On a narrow page", steps: narrow, options: { width: 820 } },
];

const quietStep = step<WorkbenchPage>("no error was written to the console", ({ errors }) => {
  assert.deepEqual(errors, []);
  return Promise.resolve();
});

const executablePath = findBrowser();
if (executablePath === null) {
  console.log(
    "浏览器测试没有运行：本机没有 Chromium 或 Chrome。Browser tests SKIPPED: no Chromium; set $CHROMIUM.",
  );
  process.exit(process.env.CI === "true" ? 1 : 0);
}

if (!process.argv.includes("--no-build")) {
  execFileSync("npx", ["webpack", "--mode", "production", "--stats", "errors-warnings"], {
    cwd: ROOT,
    stdio: "inherit",
  });
}
mkdirSync(SCREENSHOTS, { recursive: true });
mkdirSync(PICTURES, { recursive: true });
const site = await serveSite(join(ROOT, "dist"), 3150);
const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
let [passed, failed] = [0, 0];
try {
  const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length) ?? "";
  for (const suite of SUITES.filter(({ title }) => title.includes(only))) {
    const result = await runSuite(browser, suite);
    passed += result.passed;
    failed += result.failed;
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(`Browser tests: ${String(passed)} passed, ${String(failed)} failed or not reached.`);
process.exit(failed === 0 ? 0 : 1);

async function runSuite(
  opened: Browser,
  { title, steps, options, quiet = false }: Suite,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const workbench = await WorkbenchPage.open(opened, site.address, SCREENSHOTS, options);
  const all: readonly Step<WorkbenchPage>[] = [
    ...steps,
    {
      name: "nothing was asked of any other address",
      run: ({ requests }) => {
        const outside = requests.filter(
          (url) => !/^(?:data|blob):/.test(url) && !url.startsWith(`${site.address}/`),
        );
        if (outside.length > 0) return Promise.reject(new Error(outside.join("\n")));
        return Promise.resolve(`${String(requests.length)} requests`);
      },
    },
    step("nothing was tried against the Content-Security-Policy", ({ violations }) => {
      assert.deepEqual(violations, []);
      return Promise.resolve();
    }),
    ...(quiet ? [quietStep] : []),
  ];
  const result = await runSteps(title, workbench, all, async (page) => {
    await page.screenshot("failed");
    if (page.errors.length > 0) console.log(`  console: ${page.errors.join("\n  ")}`);
  });
  await workbench.page.close({ runBeforeUnload: false });
  return result;
}
