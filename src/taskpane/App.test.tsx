/** @jest-environment jsdom */
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { CheckReport } from "../core/report";
import { type CellMark, HostError, type WorkbookHost } from "../core/workbook/host";
import type { SheetPlan } from "../core/workbook/sheet-plan";
import { App } from "./App";
import { defaultPreferences, type Preferences } from "./preferences";
import { engineOf } from "./engine/engine.testing";
import { quietHost } from "./host.testing";
import { emptyReport, finding, reportOf } from "./reports.testing";
import { createPaneSession } from "./session/pane-session";
import { createTexts, type Language } from "./texts";
import { preparePageWithLists } from "./dom.testing";

const total = finding("error", "预算03表", "C11", {
  message: "预算03表 支出总表 C11 “市场监督管理事务”合计应为 997.59，实为 998.00，相差 0.41。",
  expected: "997.59",
  actual: "998.00",
  difference: "0.41",
  cells: [
    { sheet: "预算03表", cell: "C11", role: "total", value: "998.00" },
    { sheet: "预算03表", cell: "C12", role: "part", value: "500.00" },
    { sheet: "预算07表", cell: "D5", role: "peer", value: "1997.59" },
  ],
});

preparePageWithLists();

interface Scene {
  readonly report?: CheckReport | Promise<CheckReport>;
  readonly host?: Partial<WorkbookHost>;
  readonly language?: Language;
  readonly preferences?: Preferences;
}

/** The pane over a host of our own interface, with the report it is to find. */
async function openPane({ report = emptyReport(), host, language = "zh-CN", preferences }: Scene = {}) {
  const selected: string[] = [];
  const marked: (readonly CellMark[])[] = [];
  const saved: Preferences[] = [];
  let cleared = 0;
  const session = createPaneSession(
    quietHost({
      mark: (marks) => {
        marked.push(marks);
        return Promise.resolve({ marked: marks.length, skipped: [] });
      },
      clearMarks: () => {
        cleared += 1;
        return Promise.resolve();
      },
      select: (sheet, { row, column }) => {
        selected.push(`${sheet} ${String(row)},${String(column)}`);
        return Promise.resolve();
      },
      ...host,
    }),
    engineOf({ check: () => report }),
  );
  const store = {
    load: () => preferences ?? defaultPreferences,
    save: (kept: Preferences) => void saved.push(kept),
  };
  const openPreferences = () => Promise.resolve(store);
  await act(async () => {
    render(<App session={session} texts={createTexts(language)} openPreferences={openPreferences} />);
    await Promise.resolve();
  });
  const user = userEvent.setup();
  const check = () => user.click(screen.getByRole("button", { name: "一键检查" }));
  return { user, check, selected, marked, saved, cleared: () => cleared };
}

describe("一键检查", () => {
  it("shows the head line, marks the cells and lists the findings", async () => {
    const findings = [
      total,
      ...Array.from({ length: 6 }, (_, index) => finding("rounding", "预算01表", `F${String(index + 2)}`)),
    ];
    const { check, marked } = await openPane({
      report: reportOf(findings, ["预算01表", "预算02表", "预算03表"]),
    });
    await check();
    expect((await screen.findByRole("status")).textContent).toContain("3 张表，1 处错误，6 处尾差");
    expect(marked.map((marks) => marks.length)).toEqual([7]);
    expect(screen.getByText(total.message)).toBeTruthy();
    expect(screen.getByRole("button", { name: "错误 1" })).toBeTruthy();
  });

  it("says that it is busy, keeps the button in place and cannot be pressed twice", async () => {
    let answer: (report: CheckReport) => void = () => undefined;
    const { user, check, marked } = await openPane({
      report: new Promise<CheckReport>((resolve) => {
        answer = resolve;
      }),
    });
    await check();
    const busy = await screen.findByRole("button", { name: "正在检查…" });
    expect(busy.getAttribute("aria-disabled")).toBe("true");
    await user.click(busy);
    await act(async () => {
      answer(reportOf([]));
      await Promise.resolve();
    });
    await screen.findByRole("button", { name: "一键检查" });
    expect(marked).toHaveLength(1);
  });

  it("says when nothing is wrong", async () => {
    const { check } = await openPane({ report: reportOf([], ["预算01表", "预算02表"]) });
    await check();
    expect((await screen.findByRole("status")).textContent).toContain("2 张表，未发现问题");
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("counts the parts of a table under one title as one", async () => {
    const report = reportOf([], ["整体", "项目"]);
    const parts = report.tables.flatMap((table) => [
      table,
      { ...table, form: `${table.form ?? ""}-indicators` },
    ]);
    const { check } = await openPane({ report: { ...report, tables: parts } });
    await check();
    expect((await screen.findByRole("status")).textContent).toContain("2 张表");
  });

  it("names the sheets that fit no form and were read by their layout", async () => {
    const report = reportOf([], ["预算01表", "分配表"]);
    const tables = report.tables.map((table) =>
      table.sheet === "分配表" ? { ...table, form: null } : table,
    );
    const { check } = await openPane({ report: { ...report, tables } });
    await check();
    expect((await screen.findByRole("status")).textContent).toContain(
      "其中 1 张没有相符的表样，只按版式核对了表内合计：分配表。",
    );
  });

  it("says what it expects where there is no budget table", async () => {
    const { check } = await openPane({ report: emptyReport() });
    await check();
    expect(await screen.findByText("没有找到预算报表")).toBeTruthy();
    expect(screen.getByText("湖南省省级部门预算公开表样")).toBeTruthy();
    // In Excel the sample would take the user's workbook away: it is told where it is.
    expect(screen.queryByRole("button", { name: "打开示例" })).toBeNull();
    expect(screen.getByRole("link", { name: "打开勾稽工作台" }).getAttribute("href")).toBe("workbench.html");
  });
});

describe("a finding", () => {
  it("lines up 应为, 实为 and 差额", async () => {
    const { check } = await openPane({ report: reportOf([total]) });
    await check();
    const card = await screen.findByRole("article");
    const figures = within(card)
      .getAllByRole("term")
      .map((term) => `${term.textContent} ${term.nextElementSibling?.textContent ?? ""}`);
    expect(figures).toEqual(["应为 997.59", "实为 998.00", "差额 +0.41"]);
  });

  it("selects the cell of the link that is clicked, on its own sheet", async () => {
    const { user, check, selected } = await openPane({ report: reportOf([total]) });
    await check();
    await user.click(await screen.findByRole("button", { name: "选中 预算07表 D5（对应，1,997.59）" }));
    await user.click(screen.getByText("C12"));
    await user.click(screen.getByText(total.message));
    expect(selected).toEqual(["预算07表 4,3", "预算03表 11,2", "预算03表 10,2"]);
  });

  it("shows the first cells and the rest when asked", async () => {
    const cells = Array.from({ length: 30 }, (_, index) => ({
      sheet: "预算03表",
      cell: `D${String(index + 1)}`,
      role: "part" as const,
      value: null,
    }));
    const { user, check } = await openPane({ report: reportOf([{ ...total, cells }]) });
    await check();
    expect(await screen.findByText("D2")).toBeTruthy();
    expect(screen.queryByText("D30")).toBeNull();
    await user.click(screen.getByRole("button", { name: "另 24 格" }));
    expect(screen.getByText("D30")).toBeTruthy();
  });
});

describe("a long list", () => {
  const findings = Array.from({ length: 2000 }, (_, index) =>
    finding("error", "预算03表", `C${String(index + 1)}`),
  );

  it("draws only the rows in sight and tells how many there are", async () => {
    const { check } = await openPane({ report: reportOf(findings) });
    await check();
    expect((await screen.findByRole("status")).textContent).toContain("2,000 处错误");
    const rows = screen.getAllByRole("listitem");
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]?.getAttribute("aria-setsize")).toBe("2002");
  });

  it("folds a severity away and remembers that", async () => {
    const { user, check, saved } = await openPane({ report: reportOf(findings) });
    await check();
    const head = await screen.findByRole("button", { name: /^错误/ });
    await user.click(head);
    expect(screen.queryAllByRole("article")).toHaveLength(0);
    expect(screen.getByRole("button", { name: /^错误/ }).getAttribute("aria-expanded")).toBe("false");
    expect(saved).toEqual([{ ...defaultPreferences, folded: ["error"] }]);
  });

  it("starts with what was folded away the last time", async () => {
    const { check } = await openPane({
      report: reportOf(findings),
      preferences: { ...defaultPreferences, folded: ["error"] },
    });
    await check();
    const head = await screen.findByRole("button", { name: /^错误/ });
    expect(head.getAttribute("aria-expanded")).toBe("false");
  });
});

describe("what goes wrong", () => {
  it("is told by the host's sentence, with what to do, and goes with the next check", async () => {
    const reads = [
      () => Promise.reject(new HostError("Excel 正在编辑单元格。")),
      () => Promise.resolve({ name: "预算.xlsx", sheets: [] }),
    ];
    const { check } = await openPane({
      report: reportOf([total]),
      host: { readSnapshot: () => reads.shift()?.() ?? Promise.reject(new Error("a third check")) },
    });
    await check();
    const bar = (await screen.findByText("没有读到工作簿")).parentElement;
    expect(bar?.textContent).toContain("Excel 正在编辑单元格。工作簿没有任何改动。");
    await check();
    expect(await screen.findByText(total.message)).toBeTruthy();
    expect(screen.queryByText("没有读到工作簿")).toBeNull();
  });

  it("never shows a stack or the words of a defect", async () => {
    const toConsole = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const defect = Promise.reject(new TypeError("x is undefined at core.js:1"));
    defect.catch(() => undefined); // it is the pane that must deal with it
    const { check } = await openPane({ report: defect });
    await check();
    expect(await screen.findByText("检查没有完成")).toBeTruthy();
    expect(document.body.textContent).not.toContain("undefined");
    toConsole.mockRestore();
  });

  it("leaves the list in place when a cell is gone", async () => {
    const { user, check } = await openPane({
      report: reportOf([total]),
      host: { select: () => Promise.reject(new HostError("工作表“预算03表”已被删除。")) },
    });
    await check();
    await user.click(await screen.findByText("C11"));
    expect(await screen.findByText("没有选中单元格")).toBeTruthy();
    expect(screen.getByText(total.message)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "关闭提示" }));
    expect(screen.queryByText("没有选中单元格")).toBeNull();
  });

  it("names the sheets that could not be marked", async () => {
    const { check } = await openPane({
      report: reportOf([total]),
      host: {
        mark: () => Promise.resolve({ marked: 0, skipped: [{ sheet: "预算03表", reason: "工作表受保护" }] }),
      },
    });
    await check();
    expect(await screen.findByText("1 张表没有标记")).toBeTruthy();
    expect(screen.getByText(/预算03表：工作表受保护/)).toBeTruthy();
  });
});

it("清除标记 asks the host and says that it is done", async () => {
  const { user, check, cleared } = await openPane({ report: reportOf([total]) });
  await check();
  await screen.findByRole("article");
  await user.click(screen.getByRole("button", { name: "清除标记" }));
  expect(cleared()).toBe(1);
  expect((await screen.findByRole("status")).textContent).toContain("标记已清除。");
});

describe("新建勾稽规则表", () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>): Promise<void> => {
    await user.click(screen.getByRole("tab", { name: "设置" }));
    await user.click(await screen.findByRole("button", { name: "新建勾稽规则表" }));
  };

  it("asks the host for a sheet with examples of the tables on screen", async () => {
    const plans: SheetPlan[] = [];
    const host = {
      addSheet: (plan: SheetPlan) => {
        plans.push(plan);
        return Promise.resolve(plan.name);
      },
    };
    const { user, check } = await openPane({ report: reportOf([], ["收入表", "支出表"]), host });
    await check();
    await choose(user);
    expect(plans.map(({ name }) => name)).toEqual(["勾稽规则"]);
    expect(plans[0]?.cells.map(({ value }) => value)).toContain(
      "“收入表”[合计, 合计] = “支出表”[合计, 合计]",
    );
  });

  it("says why where there could be none", async () => {
    const { user } = await openPane({
      host: { addSheet: () => Promise.reject(new HostError("工作簿受保护。")) },
    });
    await choose(user);
    const settings = within(screen.getByRole("tabpanel", { name: "设置" }));
    const bar = (await settings.findByText("没有建好勾稽规则表")).parentElement;
    expect(bar?.textContent).toContain("工作簿受保护。您的数据没有改动。");
  });
});

it("speaks English where the host does", async () => {
  await openPane({ language: "en-US" });
  expect(screen.getByRole("button", { name: "Check" })).toBeTruthy();
});
