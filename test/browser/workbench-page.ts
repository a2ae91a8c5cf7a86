import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";

export interface OpenPageOptions {
  readonly dark?: boolean;
  readonly width?: number;
}

/** What the tests ask of a page: through the screen as a user would, or through Microsoft's library as the pane does. */
export class WorkbenchPage {
  /** Addresses of everything the page asked for. */
  readonly requests: string[] = [];
  /** What the page tried against its Content-Security-Policy: directive and address. */
  readonly violations: string[] = [];
  /** Errors the page wrote to its console, and those nobody caught. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly screenshots: string,
  ) {}

  static async open(
    browser: Browser,
    address: string,
    screenshots: string,
    { dark = false, width = 1440 }: OpenPageOptions = {},
  ): Promise<WorkbenchPage> {
    const page = await browser.newPage({
      viewport: { width, height: 860 },
      colorScheme: dark ? "dark" : "light",
      locale: "zh-CN",
      acceptDownloads: true,
    });
    const opened = new WorkbenchPage(page, screenshots);
    page.on("request", (request) => opened.requests.push(request.url()));
    page.on("websocket", (socket) => opened.requests.push(socket.url()));
    await page.exposeFunction("tellViolation", (what: string) => opened.violations.push(what));
    await page.addInitScript(() => {
      document.addEventListener(
        "securitypolicyviolation",
        ({ effectiveDirective, blockedURI, sourceFile }) => {
          const { tellViolation } = window as unknown as { tellViolation: (what: string) => void };
          tellViolation(`${effectiveDirective}: ${blockedURI} in ${sourceFile}`);
        },
      );
    });
    page.on("console", (message) => {
      if (message.type() === "error") opened.errors.push(message.text());
    });
    page.on("pageerror", (error) => opened.errors.push(String(error.stack ?? error)));
    await page.goto(address);
    // There, if not in sight: a narrow page starts without its pane.
    await page.locator("button", { hasText: "一键检查" }).waitFor({ state: "attached", timeout: 30_000 });
    return opened;
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** 一键检查, until its result and its marks are there. */
  async check(): Promise<void> {
    await this.showTab("检查");
    await this.button("一键检查").click();
    await this.page.getByRole("main").and(this.page.locator("[aria-busy=true]")).waitFor();
    await this.page
      .getByRole("main")
      .and(this.page.locator("[aria-busy=false]"))
      .waitFor({ timeout: 120_000 });
  }

  /** Until the pane waits for the user again. */
  async idle(): Promise<void> {
    await this.page.waitForTimeout(100);
    await this.page
      .getByRole("main")
      .and(this.page.locator("[aria-busy=false]"))
      .waitFor({ timeout: 120_000 });
  }

  async showTab(name: string): Promise<void> {
    await this.page.getByRole("tab", { name, exact: true }).click();
    await this.page.getByRole("tabpanel", { name, exact: true }).waitFor();
  }

  /** The head line over the findings. */
  async summary(): Promise<string> {
    return (await this.page.getByRole("main").getByRole("status").innerText()).replaceAll("\n", "");
  }

  /** Types into a cell as a user does: the cell's address in the name box, the text, Enter. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text, { delay: 15 });
    await this.page.keyboard.press("Enter");
    await this.page.waitForTimeout(150);
  }

  async goTo(cell: string): Promise<void> {
    const box = this.page.locator("[data-u-comp=defined-name] input");
    await box.click();
    await box.fill(cell);
    await box.press("Enter");
    await this.page.waitForTimeout(150);
  }

  /** Clicks the tab of a sheet. */
  async showSheet(name: string): Promise<void> {
    await this.page.locator("[data-u-comp=slide-tab-item]", { hasText: name }).first().click();
    await this.page.waitForTimeout(200);
  }

  /** Value of a cell, through Microsoft's library. */
  value(sheet: string, cell: string): Promise<unknown> {
    return this.page.evaluate(
      ([name, address]) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getRange(address).load("values");
          await context.sync();
          return (range.values as unknown[][])[0]?.[0];
        }),
      [sheet, cell] as const,
    );
  }

  /** A value that is computed takes a moment. */
  async waitForValue(sheet: string, cell: string, value: unknown): Promise<void> {
    let last: unknown;
    for (let tries = 0; tries < 50; tries++) {
      last = await this.value(sheet, cell);
      if (last === value) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`${sheet} ${cell} is ${String(last)}, not ${String(value)}`);
  }

  /** Formula of a cell, its value where it has none. */
  formula(sheet: string, cell: string): Promise<unknown> {
    return this.page.evaluate(
      ([name, address]) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getRange(address).load("formulas");
          await context.sync();
          return (range.formulas as unknown[][])[0]?.[0];
        }),
      [sheet, cell] as const,
    );
  }

  /** Number of merged areas of a sheet. */
  merges(sheet: string): Promise<number> {
    return this.page.evaluate(
      (name) =>
        Excel.run(async (context) => {
          const used = context.workbook.worksheets.getItem(name).getUsedRange();
          const areas = used.getMergedAreasOrNullObject().load("areaCount");
          await context.sync();
          return areas.isNullObject ? 0 : areas.areaCount;
        }),
      sheet,
    );
  }

  /** The page selects after it has answered the click. @param address “sheet!A1”, or its beginning */
  async waitUntilSelected(address: string): Promise<void> {
    let selected = "";
    for (let tries = 0; tries < 50; tries++) {
      selected = (await this.selected()).replaceAll("'", "");
      if (selected.startsWith(address)) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`selected is ${selected}, not ${address}`);
  }

  /** Fill colours of the marks on a cell. */
  marks(sheet: string, cell: string): Promise<readonly string[]> {
    return this.page.evaluate(
      ([name, address]) =>
        Excel.run(async (context) => {
          const { conditionalFormats } = context.workbook.worksheets.getItem(name).getRange(address);
          conditionalFormats.load("items/custom/format/fill/color,items/custom/rule/formula");
          await context.sync();
          return conditionalFormats.items
            .filter(({ custom }) => custom.rule.formula.includes("gouji-mark"))
            .map(({ custom }) => custom.format.fill.color);
        }),
      [sheet, cell] as const,
    );
  }

  /** “sheet!A1” of what is selected. */
  selected(): Promise<string> {
    return this.page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      }),
    );
  }

  /** Opens a file by the button, and waits until it is there or refused. */
  async openFile(name: string, content: Uint8Array): Promise<void> {
    // From the disk: content handed over through the page would keep it busy.
    const folder = await mkdtemp(join(tmpdir(), "gouji-"));
    await writeFile(join(folder, name), content);
    await this.page.locator("input[type=file][accept*=xlsx]").setInputFiles(join(folder, name));
    await this.page
      .getByText(`正在打开“${name}”`)
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    await this.page.getByText(/正在(?:打开|载入)/).waitFor({ state: "hidden", timeout: 120_000 });
  }

  /** The file that “保存” gives; what it does not keep must not be asked about. */
  async save(): Promise<Uint8Array> {
    const downloading = this.page.waitForEvent("download");
    await this.button("保存").click();
    return readFile(await (await downloading).path());
  }

  /** 实时检查 on or off; 检查 is shown then. */
  async switchLive(): Promise<void> {
    await this.showTab("设置");
    await this.page.getByRole("switch", { name: "实时检查" }).click();
    await this.showTab("检查");
  }

  /** Clicks a button of the tab 设置. */
  async chooseSetting(entry: string): Promise<void> {
    await this.showTab("设置");
    await this.page
      .getByRole("tabpanel", { name: "设置" })
      .getByRole("button", { name: entry, exact: true })
      .click();
  }

  /** Link to a cell in the list of findings, which draws only what is in sight: scrolls until it is there. */
  async findingLink(sheet: string, cell: string): Promise<Locator> {
    const list = this.page.getByRole("list", { name: "检查结果" });
    const links = list.getByRole("button", { name: new RegExp(`^选中 ${sheet} ${cell}（`) });
    const scroller = list.locator("..");
    const inSight = async (): Promise<boolean> => {
      if ((await links.count()) === 0) return false;
      // Rows take their real heights once they are drawn, and move.
      await this.page.waitForTimeout(200);
      return links.evaluateAll(([link]) => {
        const inner = link?.getBoundingClientRect();
        const outer = link?.closest("[role=list]")?.parentElement?.getBoundingClientRect();
        return (
          inner !== undefined && outer !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom
        );
      });
    };
    for (let tries = 0; tries < 200 && !(await inSight()); tries++) {
      // From the end to the beginning again: a busy page may not have drawn in time what was passed.
      await scroller.evaluate((element) => {
        const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
        element.scrollTop = atEnd ? 0 : element.scrollTop + element.clientHeight / 3;
      });
      await this.page.waitForTimeout(100);
    }
    return links.first();
  }

  screenshot(name: string): Promise<unknown> {
    return this.page.screenshot({ path: join(this.screenshots, `${name}.png`) });
  }
}
