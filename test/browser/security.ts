import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "../../src/xlsx";
import { hostileWorkbook, SHEET, TEXTS, TRACE, UNIT } from "./hostile-workbook";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const DIST = join(import.meta.dirname, "..", "..", "dist");
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const LIBRARY = join(DIST, "..", "node_modules", "@microsoft", "office-js", "dist");
const REPORT = "检查报告";
const REASON = '=HYPERLINK("http://evil.example/",1)<script>window.hacked=2</script>';

/** Whatever a workbook or a user's text looks like, it stays a text: on the page, in new sheets, in the saved file. */
export const security: readonly Step<WorkbenchPage>[] = [
  step("a workbook with hostile texts is checked, and its texts are shown as they are", async (workbench) => {
    await workbench.openFile(`${"<img src=x onerror=window.hacked=4>"}.xlsx`, hostileWorkbook());
    await workbench.check();
    assert.match(await workbench.summary(), /错误/);
    assert.ok((await workbench.page.getByRole("main").innerText()).includes(SHEET));
    await harmless(workbench);
    return workbench.summary();
  }),
  step("a finding is accepted with a reason like that", async (workbench) => {
    const { page } = workbench;
    await page
      .getByRole("button", { name: /^说明 / })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /理由/ }).fill(REASON);
    await dialog.getByRole("textbox", { name: /说明人/ }).fill(UNIT);
    await dialog.getByRole("button", { name: "保存说明" }).click();
    await dialog.waitFor({ state: "hidden" });
    await workbench.idle();
    await harmless(workbench);
  }),
  step("the map of relations, its hints and its list", async (workbench) => {
    const { page } = workbench;
    await workbench.showTab("关系图");
    await page.getByText(/对表之间有勾稽关系/).waitFor();
    await workbench.idle();
    const map = await page.locator("canvas").last().boundingBox();
    assert.ok(map !== null);
    const { x, y, width, height } = map;
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn / 24) * 2 * Math.PI;
      const reach = Math.min(width, height) * (0.18 + 0.02 * (turn % 8));
      await page.mouse.move(
        x + width / 2 + reach * Math.cos(angle),
        y + height / 2 + reach * Math.sin(angle),
      );
      await page.waitForTimeout(30);
    }
    assert.ok((await page.getByRole("tabpanel", { name: "关系图" }).innerText()).length > 0);
    await harmless(workbench);
  }),
  step("a table made from a template, with the hostile unit in it", async (workbench) => {
    const { page } = workbench;
    await workbench.showTab("生成");
    await page.getByRole("searchbox", { name: "查找模板" }).fill("湖南 23");
    await page.getByRole("button", { name: "预算23表 单位整体支出绩效目标表" }).click();
    await workbench.button("生成").waitFor({ timeout: 60_000 });
    await workbench.idle();
    await workbench.button("生成").click();
    await workbench.idle();
    await page.getByRole("region", { name: "已生成 1 张表" }).waitFor({ timeout: 60_000 });
    await harmless(workbench);
  }),
  step("检查报告 holds the texts as texts", async (workbench) => {
    await workbench.showTab("检查");
    await workbench.check();
    await workbench.button(REPORT).click();
    await workbench.page.getByText("检查报告已写入新工作表").waitFor({ timeout: 60_000 });
    await workbench.idle();
    await harmless(workbench);
  }),
  step("the saved file has no formula that a text made, and opens again as it was", async (workbench) => {
    const content = await workbench.save();
    const { sheets } = readXlsx(content, "另存.xlsx");
    const cells = sheets.flatMap(({ name, cells: own }) => own.map((cell) => ({ sheet: name, ...cell })));
    const isHostile = ({ text }: { text: string }): boolean =>
      [UNIT, REASON, ...TEXTS].some((hostile) => text.includes(hostile));
    const hostile = cells.filter(isHostile);
    const formulas = cells.filter(({ formula }) => /HYPERLINK|cmd|SUM\(1\+1\)/.test(formula ?? ""));
    assert.deepEqual(formulas, []);
    assert.deepEqual(
      hostile.filter(({ formula, text }) => formula !== null && text !== UNIT),
      [],
    );
    const shown = (part: string) => hostile.filter(({ text }) => text.includes(part)).length;
    for (const text of [UNIT, REASON, ...TEXTS]) assert.ok(shown(text) > 0, text);
    assert.ok(hostile.some(({ sheet, text }) => sheet === REPORT && text.includes(REASON)));
    await workbench.openFile("另存.xlsx", content);
    await workbench.check();
    await harmless(workbench);
    return `${String(hostile.length)} cells with hostile texts`;
  }),
  step("nobody frames the workbench; Excel on the web may frame the task pane", async ({ page }) => {
    const policy = async (path: string): Promise<string | undefined> => {
      const answer = await page.request.get(new URL(path, page.url()).href);
      assert.equal(answer.headers()["x-content-type-options"], "nosniff");
      return answer.headers()["content-security-policy"];
    };
    assert.equal(await policy("/"), "frame-ancestors 'none'");
    assert.equal(await policy("/taskpane.html"), undefined);
  }),
  step("without Excel the page of the task pane gets office.js and nothing else", async ({ page }) => {
    const pane = await page.context().browser()?.newPage();
    assert.ok(pane !== undefined);
    const asked: string[] = [];
    pane.on("request", (request) => asked.push(request.url()));
    await pane.route(`${OFFICE_JS}**`, (route) =>
      route.fulfill({ path: join(LIBRARY, route.request().url().slice(OFFICE_JS.length)) }),
    );
    const refused: string[] = [];
    pane.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    await pane.goto(new URL("/taskpane.html", page.url()).href);
    await pane.getByText(/要在 Excel 中打开|opens in Excel/).waitFor({ timeout: 30_000 });
    await pane.waitForTimeout(2_000);
    await pane.close();
    const site = new URL("/", page.url()).href;
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(site) && !url.startsWith(OFFICE_JS) && !url.startsWith("data:")),
      [],
    );
    assert.ok(asked.includes(`${OFFICE_JS}office.js`));
    // Of its own accord office.js would tell Microsoft, in a frame; the policy forbids just that.
    assert.deepEqual(
      refused.filter((message) => !message.startsWith("Framing 'https://telemetryservice.")),
      [],
    );
  }),
  step("what breaks the policy would have been noticed", async ({ page, violations, requests, errors }) => {
    const heard = [violations.length, requests.length, errors.length] as const;
    await page.evaluate(() => {
      new Image().src = "http://evil.example/x.png";
    });
    for (let tries = 0; tries < 50 && violations.length === heard[0]; tries++) await page.waitForTimeout(100);
    assert.match(violations.at(-1) ?? "", /^img-src: http:\/\/evil\.example/);
    for (const [index, list] of [violations, requests, errors].entries()) list.length = heard[index] ?? 0;
  }),
  step("no file of the site names a server that is not on the list", () => {
    const found = new Map<string, string>();
    for (const file of readdirSync(DIST, { recursive: true, encoding: "utf8" })) {
      if (!/\.(?:js|html|css|json|xml)$/.test(file)) continue;
      const text = readFileSync(join(DIST, file), "utf8");
      for (const [, host = ""] of text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)) {
        if (!KNOWN_HOSTS.some(([known]) => host === known)) found.set(host, file);
      }
    }
    assert.deepEqual([...found], []);
    return Promise.resolve();
  }),
];

/** Hosts that stand in the built site, and why; the Content-Security-Policy lets no page reach any of them but office.js. */
const KNOWN_HOSTS: readonly (readonly [host: string, why: string])[] = [
  [
    "accounts.google.com",
    "office-js-helpers knows how to sign in there; nothing of it but its storage is called",
  ],
  ["graph.facebook.com", "office-js-helpers"],
  ["graph.microsoft.com", "office-js-helpers"],
  ["login.microsoftonline.com", "office-js-helpers"],
  ["login.windows.net", "office-js-helpers"],
  ["www.dropbox.com", "office-js-helpers"],
  ["www.facebook.com", "office-js-helpers"],
  ["www.googleapis.com", "office-js-helpers"],
  ["appsforoffice.microsoft.com", "office.js, where the build takes it from Microsoft"],
  ["appsforoffice.cdn.partner.office365.cn", "office.js, where the build takes it from 21Vianet"],
  ["alcdn.msauth.net", "a sign-in library that office.js would load for add-ins that sign in"],
  ["document.localhost", "office.js"],
  ["raw.githubusercontent.com", "a remark in office.js"],
  ["go.microsoft.com", "help in messages of office.js"],
  ["aka.ms", "help in messages of Fluent UI"],
  ["github.com", "help in messages of libraries"],
  ["locize.com", "a remark of i18next"],
  ["www.i18next.com", "help in messages of i18next"],
  ["mozilla.github.io", "help in messages of localForage"],
  ["react.dev", "help in messages of React"],
  ["redi.wendell.fun", "help in messages of Univer"],
  ["univer.ai", "Univer's name for itself"],
  ["universheet.net", "Univer's name for itself"],
  ["support.google.com", "links in Univer's help on functions"],
  ["support.microsoft.com", "links in Univer's help on functions"],
  ["www.wps.cn", "links in Univer's help on functions"],
  ["json-schema.org", "the name of a format"],
  ["purl.oclc.org", "the name of a format"],
  ["schemas.microsoft.com", "the name of a format"],
  ["schemas.openxmlformats.org", "the name of a format"],
  ["sharejs.org", "the name of a format"],
  ["www.w3.org", "the name of a format"],
];

async function harmless({ page }: WorkbenchPage): Promise<void> {
  const found = await page.evaluate(
    (trace) => [trace in window, document.querySelectorAll("img[src=x], [onerror]").length],
    TRACE,
  );
  assert.deepEqual(found, [false, 0]);
}
