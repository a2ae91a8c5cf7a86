/** @jest-environment jsdom */
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { acceptedDifference } from "../../core/accepted/accepted-difference";
import { acceptedTexts, readAccepted } from "../../core/accepted/kept-accepted";
import { applyAccepted } from "../../core/accepted/apply-accepted";
import type { CheckReport, Diagnosis } from "../../core/report";
import type { CellPlace, HeldCell, WorkbookHost } from "../../core/workbook/host";
import { App } from "../App";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { defaultPreferences, type Preferences } from "../preferences";
import { finding, reportOf } from "../reports.testing";
import { createPaneSession } from "../session/pane-session";
import { createTexts } from "../texts";
import { preparePageWithLists } from "../dom.testing";

const total = finding("error", "预算03表", "C11", {
  message: "预算03表 C11 “市场监督管理事务”合计应为 997.59，实为 998.00，相差 0.41。",
  expected: "997.59",
  actual: "998.00",
  difference: "0.41",
  cells: [
    { sheet: "预算03表", cell: "C11", role: "total", value: "998.00" },
    { sheet: "预算07表", cell: "D5", role: "peer", value: "1997.59" },
  ],
});
const tail = finding("rounding", "预算01表", "F2");
const suspect: Diagnosis = {
  sheet: "预算03表",
  cell: "C12",
  actual: "500.41",
  suggested: "500.00",
  confidence: 0.9,
  message: "疑点：《预算03表》C12 应为 500.00。",
  findings: [total.id],
};
const report: CheckReport = { ...reportOf([tail, total], ["预算01表", "预算03表"]), diagnoses: [suspect] };

// Roles are looked up slowly in jsdom; on a busy machine a dialog takes longer than the usual five seconds.
jest.setTimeout(30_000);

preparePageWithLists();

/** The pane with this report, checked; what is accepted in it is kept in a host of its own. */
async function open(
  given: CheckReport = report,
  parts: Partial<WorkbookHost> = {},
  preferences: Partial<Preferences> = {},
) {
  let kept: readonly string[] = [];
  let select: (place: CellPlace) => void = () => undefined;
  const host = quietHost({
    readSnapshot: () =>
      Promise.resolve({
        name: "预算.xlsx",
        sheets: [
          {
            name: "预算03表",
            visibility: "visible",
            cells: [{ row: 11, column: 2, value: 500.41, text: "500.41", formula: null, decimals: 2 }],
            merges: [],
            hiddenRows: [],
            hiddenColumns: [],
          },
        ],
      }),
    readKept: () => Promise.resolve(kept),
    keep: (_kind, texts) => {
      kept = texts;
      return Promise.resolve();
    },
    onSelectionChanged: (listener) => {
      select = listener;
      return Promise.resolve(() => Promise.resolve());
    },
    ...parts,
  });
  const session = createPaneSession(
    host,
    engineOf({ check: () => applyAccepted(given, readAccepted(kept).accepted) }),
  );
  const store = { load: () => ({ ...defaultPreferences, ...preferences }), save: () => undefined };
  await act(async () => {
    render(
      <App session={session} texts={createTexts("zh-CN")} openPreferences={() => Promise.resolve(store)} />,
    );
    await Promise.resolve();
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "一键检查" }));
  await screen.findByRole("list");
  return {
    user,
    select: (place: CellPlace) => {
      act(() => {
        select(place);
      });
    },
    keep: (texts: readonly string[]) => {
      kept = texts;
    },
    check: () => user.click(screen.getByRole("button", { name: "一键检查" })),
  };
}

const head = (): string => screen.getByRole("status").textContent;
const messages = (): (string | null | undefined)[] =>
  screen.getAllByRole("article").map((article) => article.querySelector("p")?.textContent);

describe("采用建议值", () => {
  const button = { name: "采用建议值 500.00（预算03表 C12）" };

  it("writes the value into its cell, says so, and 撤销 puts back what was there", async () => {
    const written: [HeldCell, unknown][] = [];
    const { user } = await open(report, {
      replaceCell: (seen, content) => {
        written.push([seen, content.value]);
        return Promise.resolve({ ...seen, ...content });
      },
    });
    await user.click(screen.getByRole("button", button));
    expect(await screen.findByText("已把 预算03表 C12 由 500.41 改为 500。")).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "撤销 预算03表 C12 的改动" }));
    expect(await screen.findByText("已撤销，预算03表 C12 恢复为 500.41。")).toBeTruthy();
    expect(written.map(([{ value: seen }, value]) => [seen, value])).toEqual([
      [500.41, 500],
      [500, 500.41],
    ]);
  });

  it("says so where the cell was changed since the check", async () => {
    const { user } = await open(report, { replaceCell: () => Promise.resolve(null) });
    await user.click(screen.getByRole("button", button));
    expect(await screen.findByText(/预算03表 C12 在检查之后改动过，没有写入/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^撤销/ })).toBeNull();
  });
});

describe("a cause", () => {
  it("stands on top with the value that puts all right; its head folds away what it explains", async () => {
    const peer = finding("warning", "预算01表", "B9");
    const { user, select } = await open({
      ...report,
      findings: [...report.findings, peer],
      diagnoses: [{ ...suspect, findings: [total.id, peer.id] }],
    });
    const head = screen.getByRole("button", { name: "疑点 预算03表 C12 引起 2 处问题" });
    expect(head.closest("h3")).not.toBeNull();
    expect(screen.getByText("实为 500.41，建议改为 500.00")).toBeTruthy();
    expect(messages()).toEqual([total.message, peer.message, tail.message]);
    await user.click(head);
    expect(head.getAttribute("aria-expanded")).toBe("false");
    expect(messages()).toEqual([tail.message]);
    expect(screen.getByRole("button", { name: /^采用建议值/ })).toBeTruthy();
    select({ sheet: "预算01表", row: 8, column: 1 });
    expect(messages()).toEqual([total.message, peer.message, tail.message]);
    expect(document.querySelector("[aria-current=true] p")?.textContent).toBe(peer.message);
  });

  it("is listed where one of its findings passes the filters, with that alone", async () => {
    const peer = finding("warning", "预算01表", "B9");
    const { user } = await open({
      ...report,
      findings: [...report.findings, peer],
      diagnoses: [{ ...suspect, findings: [total.id, peer.id] }],
    });
    await user.selectOptions(screen.getByRole("combobox", { name: "级别" }), "警告（1）");
    expect(screen.getByRole("button", { name: "疑点 预算03表 C12 引起 1 处问题" })).toBeTruthy();
    expect(messages()).toEqual([peer.message]);
    await user.selectOptions(screen.getByRole("combobox", { name: "级别" }), "尾差（1）");
    expect(screen.queryByRole("button", { name: /^疑点/ })).toBeNull();
  });
});

describe("amounts in another unit", () => {
  it("are named with it, in the figures, the suggestion, the copy and the bar; the table's own is written", async () => {
    const points = finding("warning", "预算03表", "E9", {
      check: "score-total",
      expected: "95.00",
      actual: "94.50",
    });
    const money = report.findings.map((one) => ({ ...one, check: "total-down" }));
    const { user } = await open({ ...report, findings: [...money, points] }, {}, { unit: "元" });
    const figures = screen.getAllByRole("definition").map(({ textContent }) => textContent);
    expect(figures).toEqual(["9,975,900 元", "9,980,000 元", "+4,100 元", "95.00", "94.50"]);
    expect(
      screen.getByText(/^实为 5,004,100 元，建议改为 5,000,000 元（写入表中的是 500.00 万元）$/),
    ).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "复制 预算03表 C11" }));
    await screen.findByText("已复制 1 条。");
    expect(await navigator.clipboard.readText()).toContain(
      "应为 9,975,900 元　实为 9,980,000 元　差额 +4,100 元",
    );
    await user.click(screen.getByRole("button", { name: "采用建议值 500.00（预算03表 C12）" }));
    expect(
      await screen.findByText(
        "已把 预算03表 C12 由 500.41 万元（5,004,100 元） 改为 500 万元（5,000,000 元）。",
      ),
    ).toBeTruthy();
  });
});

describe("说明", () => {
  it("asks for a reason, lists the finding under 已说明 with it, and 撤回 opens it again", async () => {
    const { user } = await open();
    expect(head()).toContain("2 张表，1 处错误，1 处尾差");
    await user.click(screen.getByRole("button", { name: "说明 预算03表 C11" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(await within(dialog).findByRole("button", { name: "保存说明" }));
    expect(within(dialog).getByText("请写明理由。")).toBeTruthy();
    await user.type(within(dialog).getByRole("textbox", { name: /理由/ }), "年中追加");
    await user.type(within(dialog).getByRole("textbox", { name: /说明人/ }), "张三");
    await user.click(await within(dialog).findByRole("button", { name: "保存说明" }));
    expect(await screen.findByText(/说明：年中追加/)).toBeTruthy();
    // What is behind the dialog is hidden from screen readers until it has closed.
    await screen.findByRole("status");
    expect(screen.getByText(/^张三，\d{4}\/\d{1,2}\/\d{1,2}$/)).toBeTruthy();
    expect(head()).toContain("2 张表，无错误，1 处尾差，1 处已说明");
    expect(screen.getByRole("button", { name: "已说明 1" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^采用建议值/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "撤回 预算03表 C11 的说明" }));
    await waitFor(() => {
      expect(head()).toContain("1 处错误，1 处尾差");
    });
    expect(head()).not.toContain("已说明");
  });

  it("of figures that have changed is asked for again, with the earlier reason", async () => {
    const { user, keep, check } = await open();
    const before = acceptedDifference(
      { ...total, actual: "997.00", difference: "-0.59" },
      { reason: "年中追加", by: "", date: "2026-03-31" },
    );
    keep(acceptedTexts([before]));
    await check();
    expect(await screen.findByText(/金额已变，需重新说明。原说明：年中追加/)).toBeTruthy();
    expect(head()).toContain("1 处错误");
    await user.click(screen.getByRole("button", { name: "说明 预算03表 C11" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByDisplayValue("年中追加")).toBeTruthy();
  });
});

describe("filters", () => {
  it("list the findings of a severity or a table alone", async () => {
    const { user } = await open();
    expect(messages()).toEqual([total.message, tail.message]);
    await user.selectOptions(screen.getByRole("combobox", { name: "级别" }), "尾差（1）");
    expect(messages()).toEqual([tail.message]);
    await user.selectOptions(screen.getByRole("combobox", { name: "报表" }), "预算03表（1）");
    expect(screen.getByText("没有符合筛选的结果。")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "显示全部" }));
    expect(messages()).toHaveLength(2);
  });
});

describe("复制", () => {
  it("puts the sentence, the figures and the cells on the clipboard; all that is listed with numbers", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "复制 预算03表 C11" }));
    expect(await screen.findByText("已复制 1 条。")).toBeTruthy();
    const text = await navigator.clipboard.readText();
    expect(text.split("\n")).toEqual([
      total.message,
      "应为 997.59　实为 998.00　差额 +0.41",
      "预算03表　合计 C11　对应 预算07表!D5",
    ]);
    await user.click(screen.getByRole("button", { name: "复制所列的全部结果" }));
    expect(await screen.findByText("已复制 2 条。")).toBeTruthy();
    expect((await navigator.clipboard.readText()).startsWith(`1. ${total.message}`)).toBe(true);
  });

  it("goes the older way where the clipboard is refused, and says where neither goes", async () => {
    jest.spyOn(console, "warn").mockImplementation(() => undefined);
    const { user } = await open();
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    const copied: string[] = [];
    const withCopy = Object.assign(document, {
      execCommand: () => {
        copied.push(document.querySelector("textarea")?.value ?? "");
        return copied.length === 1;
      },
    });
    const one = screen.getByRole("button", { name: "复制 预算01表 F2" });
    await user.click(one);
    expect(await screen.findByText("已复制 1 条。")).toBeTruthy();
    expect(copied[0]).toContain(tail.message);
    expect(document.activeElement).toBe(one);
    await user.click(one);
    expect(await screen.findByText(/没有复制：/)).toBeTruthy();
    Reflect.deleteProperty(withCopy, "execCommand");
  });
});

describe("a cell that the user selects", () => {
  const current = (): string | null | undefined =>
    document.querySelector("[aria-current=true] p")?.textContent;

  it("shows its finding, whatever is filtered out or folded away", async () => {
    const { user, select } = await open();
    await user.selectOptions(screen.getByRole("combobox", { name: "级别" }), "尾差（1）");
    select({ sheet: "预算03表", row: 10, column: 2 });
    expect(current()).toBe(total.message);
    await user.click(screen.getByRole("button", { name: "尾差 1" }));
    select({ sheet: "预算01表", row: 1, column: 5 });
    expect(current()).toBe(tail.message);
  });

  it("may be the suspect of a finding; one without a mark changes nothing", async () => {
    const { select } = await open();
    select({ sheet: "预算03表", row: 11, column: 2 });
    expect(current()).toBe(total.message);
    select({ sheet: "预算03表", row: 50, column: 2 });
    expect(current()).toBe(total.message);
  });
});
