/** @jest-environment jsdom */
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { grid, workbook } from "../../../test/support/grid";
import { App } from "../App";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { defaultPreferences, type Preferences } from "../preferences";
import { createPaneSession } from "../session/pane-session";
import { createTexts } from "../texts";
import { preparePageWithLists } from "../dom.testing";

/* 设置: the pane, with its session and the real engine. */

/** Four amounts cut off at their first decimal may well make up 0.3 more than they show; rounded ones may not. */
const cutOff = workbook(
  grid(
    `
      支出总表
      科目编码 | 科目名称           | 合计 | 基本支出 | 项目支出
               | 合计               | 4.3  | 4.3      |
      201      | 一般公共服务支出   | 1.0  | 1.0      |
      208      | 社会保障和就业支出 | 1.0  | 1.0      |
      210      | 卫生健康支出       | 1.0  | 1.0      |
      221      | 住房保障支出       | 1.0  | 1.0      |
    `,
    "表三",
  ),
);

preparePageWithLists();

async function openPane(stored: Partial<Preferences> = {}) {
  const saved: Preferences[] = [];
  const session = createPaneSession(quietHost({ readSnapshot: () => Promise.resolve(cutOff) }), engineOf());
  const store = {
    load: () => ({ ...defaultPreferences, ...stored }),
    save: (kept: Preferences) => void saved.push(kept),
  };
  const openPreferences = () => Promise.resolve(store);
  await act(async () => {
    render(<App session={session} texts={createTexts("zh-CN")} openPreferences={openPreferences} />);
    await Promise.resolve();
  });
  const user = userEvent.setup();
  return { user, saved, session };
}

// A busy machine draws the pane slowly.
jest.setTimeout(60_000);
const SLOW = { timeout: 10_000 } as const;

it("the next check goes by how the amounts were cut, as it was chosen", async () => {
  const { user, saved, session } = await openPane();
  const errors = async (): Promise<number> => {
    await act(() => session.check.check());
    const { flow } = session.check.getState();
    if (flow.phase !== "report") throw new Error(flow.phase);
    return flow.report.summary.error;
  };
  const rounded = await errors();
  await user.click(screen.getByRole("tab", { name: "设置" }));
  await user.selectOptions(await screen.findByLabelText("金额的取舍", {}, SLOW), "截断（只舍不入）");
  expect(saved.at(-1)?.precision).toBe("truncated");
  expect([rounded, await errors()]).toEqual([2, 0]);
});

it("a check that begins before the preferences are read waits for them", async () => {
  const session = createPaneSession(quietHost({ readSnapshot: () => Promise.resolve(cutOff) }), engineOf());
  const stored = { ...defaultPreferences, precision: "truncated" as const };
  let read: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => {
    read = resolve;
  });
  void session.preferences.open(async () => {
    await reading;
    return { load: () => stored, save: () => undefined };
  });
  const checking = session.check.check();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(session.check.getState().flow.phase).toBe("checking");
  read();
  await checking;
  const { flow } = session.check.getState();
  expect(flow.phase === "report" && flow.report.summary.error).toBe(0);
});

it("the language changes at once, and back with the host", async () => {
  const { user, saved } = await openPane();
  await user.click(screen.getByRole("tab", { name: "设置" }));
  await user.selectOptions(await screen.findByLabelText("语言", {}, SLOW), "English");
  expect(await screen.findByRole("tab", { name: "Settings" })).toBeTruthy();
  expect(saved.at(-1)?.language).toBe("en-US");
  await user.selectOptions(screen.getByLabelText("Language"), "Follow Excel");
  expect(await screen.findByRole("tab", { name: "设置" })).toBeTruthy();
});

it("starts in the language that was chosen the last time", async () => {
  await openPane({ language: "en-US" });
  expect(await screen.findByRole("tab", { name: "Check" })).toBeTruthy();
});
