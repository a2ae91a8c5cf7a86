/** @jest-environment jsdom */
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { grid, withCell, workbook } from "../../../test/support/grid";
import { HostError, type WorkbookHost } from "../../core/workbook/host";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import { App } from "../App";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { defaultPreferences } from "../preferences";
import { createPaneSession } from "../session/pane-session";
import { createTexts, type Language } from "../texts";
import { preparePageWithLists } from "../dom.testing";

/* 检查报告: the pane, with its session and the real engine, over a host that keeps a diary. */

const budget = workbook(
  grid(
    `
      部门：某局
      支出总表
      科目编码 | 科目名称           | 合计  | 基本支出 | 项目支出
               | 合计               | 23.00 | 11.00    | 11.00
      201      | 一般公共服务支出   | 12.00 | 6.00     | 6.00
      208      | 社会保障和就业支出 | 10.00 | 5.00     | 5.00
    `,
    "表三",
  ),
);

preparePageWithLists();

async function openPane(more: Partial<WorkbookHost> = {}, language: Language = "zh-CN") {
  const diary: string[] = [];
  const plans: SheetPlan[] = [];
  const session = createPaneSession(
    quietHost({
      readSnapshot: () => Promise.resolve(budget),
      addSheets: (added) => {
        plans.push(...added);
        return Promise.resolve(["检查报告（2）"]);
      },
      removeSheets: (names) => {
        diary.push(`removed ${names.join(" ")}`);
        return Promise.resolve();
      },
      select: (sheet, { row, column }) => {
        diary.push(`selected ${sheet} ${String(row)},${String(column)}`);
        return Promise.resolve();
      },
      ...more,
    }),
    engineOf(),
  );
  const store = { load: () => defaultPreferences, save: () => undefined };
  const openPreferences = () => Promise.resolve(store);
  await act(async () => {
    render(<App session={session} texts={createTexts(language)} openPreferences={openPreferences} />);
    await Promise.resolve();
  });
  await act(() => session.check.check());
  const user = userEvent.setup();
  return { user, session, diary, plans };
}

const TODAY = new Intl.DateTimeFormat("zh-CN", { dateStyle: "long" }).format(new Date());
// A busy machine draws the pane slowly.
jest.setTimeout(60_000);
const SLOW = { timeout: 10_000 } as const;
const texts = (plan: SheetPlan | undefined): readonly unknown[] =>
  plan?.cells.map(({ value }) => value) ?? [];

it("writes what a check of now finds into a new sheet, dated and named, with a link and a way back", async () => {
  // The total was right when the pane checked first, and was spoilt since.
  const right = withCell(budget, "表三", { row: 3, column: 2 }, 22);
  const reads = [right];
  const { user, diary, plans } = await openPane({
    readSnapshot: () => Promise.resolve(reads.shift() ?? budget),
  });
  expect(screen.queryByRole("article")).toBeNull();
  await user.click(screen.getByRole("button", { name: "检查报告" }));
  await screen.findByText(`，检查日期 ${TODAY}。`, {}, SLOW);
  expect(plans).toHaveLength(1);
  expect(texts(plans[0])).toEqual(
    expect.arrayContaining([TODAY, "test.xlsx", "某局", expect.stringContaining("《表三》C4")]),
  );
  await user.click(screen.getByRole("button", { name: "打开工作表“检查报告（2）”" }));
  await user.click(screen.getByRole("button", { name: "撤销“检查报告（2）”" }));
  await user.click(screen.getByRole("button", { name: "保留" }));
  expect(diary).toEqual(["selected 检查报告（2） 0,0"]);
  await user.click(screen.getByRole("button", { name: "撤销“检查报告（2）”" }));
  await user.click(screen.getByRole("button", { name: "删除" }));
  expect(await screen.findByText("已撤销，工作表“检查报告（2）”已删除。")).toBeTruthy();
  expect(diary.slice(1)).toEqual(["removed 检查报告（2）"]);
  expect(screen.queryByRole("button", { name: /^撤销/ })).toBeNull();
});

it("writes nothing where the check cannot read the workbook any more", async () => {
  const reads = [() => Promise.resolve(budget)];
  const { session, plans } = await openPane({
    readSnapshot: () => reads.shift()?.() ?? Promise.reject(new HostError("Excel 正在编辑单元格。")),
  });
  await act(() => session.report.make());
  expect(await screen.findByText("没有读到工作簿")).toBeTruthy();
  expect(plans).toEqual([]);
});

it("writes nothing where the user cancels the check", async () => {
  const { session, plans } = await openPane();
  await act(async () => {
    const making = session.report.make();
    session.check.cancel();
    await making;
  });
  expect(plans).toEqual([]);
  expect(session.report.getState().busy).toBeNull();
});

it("says why no sheet could be written; what was there stays", async () => {
  const { session } = await openPane({
    addSheets: () => Promise.reject(new HostError("工作簿受保护。")),
  });
  await act(() => session.report.make());
  const bar = (await screen.findByText("没有写出检查报告")).parentElement;
  expect(bar?.textContent).toContain("工作簿受保护。原有的工作表没有改动，检查结果仍在列表里。");
});

it("writes dates as the pane's language does", async () => {
  const { session } = await openPane({}, "en-US");
  await act(() => session.report.make());
  const today = new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(new Date());
  expect(today).toMatch(/^[A-Z][a-z]+ \d+, \d{4}$/);
  expect(await screen.findByText(`, checked on ${today}.`)).toBeTruthy();
});
