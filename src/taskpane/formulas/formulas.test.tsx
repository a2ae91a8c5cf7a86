/** @jest-environment jsdom */
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FORMULA_FUNCTIONS } from "../../core/formulas/catalogue";
import { HostError, type HeldCell, type WorkbookHost } from "../../core/workbook/host";
import { App } from "../App";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { defaultPreferences } from "../preferences";
import { createPaneSession } from "../session/pane-session";
import { createTexts } from "../texts";
import { preparePage } from "../dom.testing";

/* 公式: the pane, with its session, over a sheet of one cell, C3, which is selected. */

// A busy machine draws the pane slowly.
jest.setTimeout(30_000);

preparePage();

const BLANK: HeldCell = { sheet: "表", row: 2, column: 2, formula: "", value: "" };

async function openPane(cell: Partial<HeldCell> = {}, host: Partial<WorkbookHost> = {}) {
  let held: HeldCell = { ...BLANK, ...cell };
  const session = createPaneSession(
    quietHost({
      activeCell: () => Promise.resolve(held),
      replaceCell: (seen, { formula, value }) => {
        if (seen.formula !== held.formula || seen.value !== held.value) return Promise.resolve(null);
        held = { ...held, formula, value: formula === "" ? value : 0.5 };
        return Promise.resolve(held);
      },
      ...host,
    }),
    engineOf(),
  );
  const store = { load: () => defaultPreferences, save: () => undefined };
  await act(async () => {
    render(
      <App session={session} texts={createTexts("zh-CN")} openPreferences={() => Promise.resolve(store)} />,
    );
    await Promise.resolve();
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("tab", { name: "公式" }));
  await screen.findByRole("searchbox", { name: "查找函数" }, { timeout: 5000 });
  const press = (name: string | RegExp): Promise<void> => user.click(screen.getByRole("button", { name }));
  const openRate = (): Promise<void> => press(/^执行率 EXEC_RATE/);
  const type = (): void => {
    held = { ...held, value: "刚填的" };
  };
  return { user, press, openRate, type, held: () => [held.formula, held.value] };
}

const FORMULA = "=EXEC_RATE(31610.23,33085)";

it("lists every function with its Chinese name", async () => {
  await openPane();
  const names = screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
  expect(names).toEqual(FORMULA_FUNCTIONS.map(({ name, id }) => `${name} ${id}`));
});

it("finds functions by name, description and heading", async () => {
  const { user } = await openPane();
  const search = screen.getByRole("searchbox", { name: "查找函数" });
  await user.type(search, "大写");
  expect(screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent)).toEqual([
    "人民币大写 RMB_UPPER",
  ]);
  await user.type(search, "没有");
  expect(screen.getByText("没有符合的函数。")).toBeTruthy();
});

it("tells parameters, which may be left out, and examples", async () => {
  const { openRate } = await openPane();
  await openRate();
  const lines = screen.getAllByRole("listitem").map((item) => item.textContent ?? "");
  expect(lines[0]).toMatch(/^执行数 已执行的金额/);
  expect(lines[2]).toMatch(/（可省略）/);
  expect(lines[3]).toBe(`${FORMULA} → 0.9554`);
});

it("inserts into a blank cell and takes it back", async () => {
  const { openRate, press, held } = await openPane();
  await openRate();
  await press("插入");
  expect(await screen.findByText(new RegExp("已写入 工作表“表”的 C3："))).toBeTruthy();
  expect(held()).toEqual([FORMULA, 0.5]);
  await press("撤销");
  expect(await screen.findByText("已撤销，工作表“表”的 C3 恢复原样。")).toBeTruthy();
  expect(held()).toEqual(["", ""]);
});

it("inserts what the user made of an example, with or without “=”", async () => {
  const { user, openRate, press, held } = await openPane();
  await openRate();
  await press(/^填入 =执行率/);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "公式" });
  expect(field.value).toMatch(/^=执行率\(/);
  await user.clear(field);
  expect(screen.getByRole("button", { name: "插入" }).getAttribute("aria-disabled")).toBe("true");
  await user.type(field, "EXEC_RATE(F4,E4){Enter}");
  await screen.findByText(/已写入/);
  expect(held()[0]).toBe("=EXEC_RATE(F4,E4)");
});

it("asks before it takes the place of what a cell holds", async () => {
  const { openRate, press, held } = await openPane({ value: 12 });
  await openRate();
  await press("插入");
  expect((await screen.findByRole("alertdialog")).textContent).toContain(
    "工作表“表”的 C3 已有内容“12”，换成这个公式？",
  );
  await press("不替换");
  expect(held()).toEqual(["", 12]);
  await press("插入");
  await screen.findByRole("alertdialog");
  await press("替换");
  await screen.findByText(/已写入/);
  expect(held()).toEqual([FORMULA, 0.5]);
  await press("撤销");
  await screen.findByText(/恢复原样/);
  expect(held()).toEqual(["", 12]);
});

it("leaves a cell alone that was changed while the user was asked", async () => {
  const { openRate, press, type, held } = await openPane({ value: 12 });
  await openRate();
  await press("插入");
  await screen.findByRole("alertdialog");
  type();
  await press("替换");
  expect(await screen.findByText(/C3 刚刚改动过，没有写入/)).toBeTruthy();
  expect(held()).toEqual(["", "刚填的"]);
});

it("says in the host's words why a cell took nothing", async () => {
  const { openRate, press } = await openPane(
    {},
    { replaceCell: () => Promise.reject(new HostError("工作表受保护。")) },
  );
  await openRate();
  await press("插入");
  expect(await screen.findByText(/工作表受保护。单元格没有改动。/)).toBeTruthy();
});
