/** @jest-environment jsdom */
import { act, cleanup, configure, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TextDecoder } from "node:util";
import { readCase } from "../../../test/support/cases";
import { withCell } from "../../../test/support/grid";
import { HostError, type WorkbookHost } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { App } from "../App";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { defaultPreferences } from "../preferences";
import { createPaneSession } from "../session/pane-session";
import { createTexts, type Language } from "../texts";
import { preparePage } from "../dom.testing";

/* 关系图: the tab over a real workbook, with the real engine and the real charts. */

const SPENDING = "预算03表 支出总表";
let budget: WorkbookSnapshot;
/** The total of 项目支出 in 预算03表 is a hundred too much. */
let wrong: WorkbookSnapshot;

// A busy machine draws the pane slowly.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

preparePage();
beforeAll(() => {
  Object.assign(globalThis, { TextDecoder }); // jsdom has none
  budget = readCase("hunan-budget-2026");
  wrong = withCell(budget, "预算03表", { row: 4, column: 4 }, 365.94);
  // jsdom lays nothing out, draws on no canvas and observes no sizes.
  jest.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(320);
  jest.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(320);
  jest.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  window.ResizeObserver = class {
    readonly observe = (): void => undefined;
    readonly unobserve = (): void => undefined;
    readonly disconnect = (): void => undefined;
  };
});

async function openTab({
  host = {},
  language = "zh-CN",
}: { readonly host?: Partial<WorkbookHost>; readonly language?: Language } = {}) {
  const selected: string[] = [];
  const session = createPaneSession(
    quietHost({
      readSnapshot: () => Promise.resolve(wrong),
      select: (sheet, { row, column }) => {
        selected.push(`${sheet} ${String(row)},${String(column)}`);
        return Promise.resolve();
      },
      ...host,
    }),
    engineOf(),
  );
  const user = userEvent.setup();
  const store = { load: () => defaultPreferences, save: () => undefined };
  // The preferences come a moment later.
  await act(async () => {
    render(
      <App session={session} texts={createTexts(language)} openPreferences={() => Promise.resolve(store)} />,
    );
    await Promise.resolve();
  });
  await user.click(screen.getByRole("tab", { name: language === "zh-CN" ? "关系图" : "Map" }));
  return { user, selected };
}

const pairs = async (): Promise<HTMLElement> => screen.findByRole("region", { name: "表与表之间" });

test("the head line counts tables and pairs; the list has them all, the violated first", async () => {
  await openTab();
  const rows = within(await pairs()).getAllByRole("button");
  expect(rows).toHaveLength(24);
  expect(rows[0]?.textContent).toBe("预算01表 — 预算03表 1 条不成立，6 条成立");
  expect(rows[1]?.textContent).toMatch(/^预算01表 — 预算02表 \d+ 条成立$/);
  expect(screen.getByRole("status").textContent).toContain(
    "23 张表，24 对表之间有勾稽关系，1 对不成立，23 对成立",
  );
  const tables = within(screen.getByRole("region", { name: "表内" })).getAllByRole("button");
  expect(tables[0]?.textContent).toMatch(/^预算03表 表内 \d+ 条不成立，\d+ 条成立$/);
});

test("an entry opens its equations, whose cells are links; back leads to the entry", async () => {
  const { user, selected } = await openTab();
  await user.click(within(await pairs()).getByRole("button", { name: /^预算01表 — 预算03表/ }));
  const equations = await screen.findByRole("region", { name: /^预算01表.* — 预算03表/ });
  expect(document.activeElement?.textContent).toBe(`预算01表 收支总表 — ${SPENDING}`);
  const [violated, ...others] = await within(equations).findAllByRole("listitem");
  expect(others).toHaveLength(6);
  expect(violated?.textContent).toContain("不成立");
  expect(violated?.textContent).toContain("预算03表!E5 365.94 = 预算01表!F10 265.94");
  expect(violated?.textContent).toContain("差额 +100.00");
  await user.click(within(equations).getByRole("button", { name: /^选中 预算03表 支出总表 E5/ }));
  expect(selected).toEqual([`${SPENDING} 4,4`]);
  await user.click(within(equations).getByRole("button", { name: "全部关系" }));
  expect(document.activeElement?.textContent).toMatch(/^预算01表 — 预算03表/);
});

test("the picture shows the tables by their numbers", async () => {
  await openTab();
  await pairs();
  const graph = screen.getByRole("img", { name: /^勾稽关系图：23 张表，24 对表之间有关系。/ });
  const names = [...graph.querySelectorAll("text")].map(({ textContent }) => textContent);
  expect(names).toEqual(expect.arrayContaining(["预算01表", "预算23表"]));
});

test("the amounts covered stand in a table of figures beside the bars", async () => {
  await openTab();
  await pairs();
  const table = screen.getByRole("table", { name: "各表金额中有勾稽关系的格数" });
  expect(within(table).getAllByRole("row")).toHaveLength(18);
  expect(within(table).getByRole("row", { name: "预算03表 57 57" })).toBeTruthy();
  expect(screen.getByText(/^6 张表没有金额：预算15表、/)).toBeTruthy();
});

test("enlarged it has the same lists; a cell that is chosen closes the dialog and is shown", async () => {
  const { user, selected } = await openTab();
  await pairs();
  await user.click(screen.getByRole("button", { name: "放大" }));
  const dialog = await screen.findByRole("dialog", { name: "关系图" });
  await user.click(await within(dialog).findByRole("button", { name: /^预算01表 — 预算03表/ }));
  await user.click(await within(dialog).findByRole("button", { name: /^选中 预算03表 支出总表 E5/ }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(selected).toEqual([`${SPENDING} 4,4`]);
  expect(await screen.findByRole("button", { name: "全部关系" })).toBeTruthy();
});

test("刷新 reads the workbook anew", async () => {
  let snapshot = wrong;
  const { user } = await openTab({ host: { readSnapshot: () => Promise.resolve(snapshot) } });
  await pairs();
  snapshot = budget;
  await user.click(screen.getByRole("button", { name: "刷新" }));
  expect(await screen.findByText("24 对成立")).toBeTruthy();
});

test("without budget tables it says what is expected; a failure is told with what to do", async () => {
  await openTab({ host: { readSnapshot: () => Promise.resolve({ name: "空.xlsx", sheets: [] }) } });
  const panel = await screen.findByRole("tabpanel", { name: "关系图" });
  expect(await within(panel).findByText("没有找到预算报表")).toBeTruthy();
  cleanup();
  await openTab({ host: { readSnapshot: () => Promise.reject(new HostError("正在编辑单元格。")) } });
  expect((await screen.findByText("没有看出勾稽关系")).parentElement?.textContent).toContain("点“刷新”");
});

test("in English, too", async () => {
  await openTab({ language: "en-US" });
  const list = await screen.findByRole("region", { name: "Between tables" });
  expect(within(list).getAllByRole("button")[0]?.textContent).toBe("预算01表 — 预算03表 1 violated, 6 hold");
});
