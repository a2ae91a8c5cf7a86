/** @jest-environment jsdom */
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TextDecoder } from "node:util";
import type { GeneratedTables } from "../../core/generate";
import type { Survey } from "../../core/generate/survey";
import { HostError, type WorkbookHost } from "../../core/workbook/host";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import { App } from "../App";
import type { EngineWork, WorkName } from "../engine/orders";
import type { PaneEngine } from "../engine/worker-engine";
import { quietHost } from "../host.testing";
import { defaultPreferences } from "../preferences";
import { emptyReport } from "../reports.testing";
import { createPaneSession } from "../session/pane-session";
import { createTexts, type Language } from "../texts";
import { preparePage } from "../dom.testing";

/* 生成: the pane, with its sessions, over a host that keeps a diary and an engine whose answers are known. */

const FORM23 = "预算23表 单位整体支出绩效目标表";
const ANNEX3 = "附件3 项目支出绩效自评表";
const LAST_YEAR = "2025年23表";

const survey: Survey = {
  sheets: [
    { name: LAST_YEAR, title: FORM23, isSame: false },
    { name: FORM23, title: FORM23, isSame: true },
    { name: "附表", title: null, isSame: false },
  ],
  projects: ["检测", "培训"],
  sheetNames: ["预算01表", LAST_YEAR, FORM23, "附表"],
  inputs: [],
};

function plan(name: string): SheetPlan {
  return {
    name,
    otherNames: [],
    cells: [{ row: 0, column: 1, value: 5, formula: "=A1" }],
    areas: [],
    columnWidths: [],
    start: { row: 0, column: 0 },
  };
}

function tables(names: readonly string[], more: Partial<GeneratedTables> = {}): GeneratedTables {
  return { plans: names.map(plan), missing: [], problems: [], carried: [], ...more };
}

const NEW = `${FORM23}（2）`;
const lacking = tables([NEW], {
  missing: ["M8", "M9", "M10", "M11"].map((cell) => ({
    sheet: NEW,
    cell,
    item: "三级指标",
    owner: "单位“标准化院”",
  })),
});

// A busy machine draws the pane slowly.
jest.setTimeout(30_000);

preparePage();
beforeAll(() => {
  Object.assign(globalThis, { TextDecoder }); // jsdom has none
});

type Answer = (cancelled: AbortSignal) => unknown;

interface Scene {
  readonly host?: Partial<WorkbookHost>;
  readonly answers?: Partial<Record<WorkName, Answer>>;
  readonly language?: Language;
}

async function openPane({ host, answers = {}, language = "zh-CN" }: Scene = {}) {
  const diary: string[] = [];
  const told: { readonly work: WorkName; readonly told: unknown }[] = [];
  const write = (what: string): Promise<void> => {
    diary.push(what);
    return Promise.resolve();
  };
  const engine: PaneEngine = async <Name extends WorkName>(
    _snapshot: unknown,
    work: Name,
    order: EngineWork[Name]["told"],
    cancelled: AbortSignal,
  ) => {
    told.push({ work, told: order });
    const answer = answers[work] ?? (work === "survey" ? () => survey : () => lacking);
    return (await answer(cancelled)) as EngineWork[Name]["answer"];
  };
  const session = createPaneSession(
    quietHost({
      readSnapshot: () =>
        Promise.resolve({
          name: "预算.xlsx",
          sheets: survey.sheetNames.map((name) => ({
            name,
            visibility: "visible",
            cells: [],
            merges: [],
            hiddenRows: [],
            hiddenColumns: [],
          })),
        }),
      addSheets: async (plans) => {
        const names = plans.map(({ name }) => name);
        await write(`add ${names.join(" ")}`);
        return names;
      },
      removeSheets: (names) => write(`remove ${names.join(" ")}`),
      freeze: async (sheet) => {
        await write(`freeze ${sheet}`);
        return { sheet, id: sheet, cells: [{ row: 0, column: 1, formula: "=A1", value: 5 }] };
      },
      unfreeze: async ({ sheet, cells }) => {
        await write(`unfreeze ${sheet}`);
        return { restored: cells.length, changed: [] };
      },
      select: (sheet, { row, column }) => write(`select ${sheet} ${String(row)},${String(column)}`),
      ...host,
    }),
    engine,
  );
  const store = { load: () => defaultPreferences, save: () => undefined };
  await act(async () => {
    render(
      <App session={session} texts={createTexts(language)} openPreferences={() => Promise.resolve(store)} />,
    );
    await Promise.resolve();
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("tab", { name: language === "zh-CN" ? "生成" : "Create" }));
  await screen.findByRole("button", { name: FORM23 }, { timeout: 5000 });
  const press = (name: string): Promise<void> => user.click(screen.getByRole("button", { name }));
  const choose = async (title: string = FORM23): Promise<void> => {
    await press(title);
    await screen.findByRole("button", { name: "生成" });
  };
  return { user, press, choose, diary, told, session };
}

function titles(): readonly string[] {
  return screen.getAllByRole("listitem").map((item) => item.textContent ?? "");
}

describe("the templates", () => {
  it("stand under those who ask for them, and are found by all words of a search", async () => {
    const { user } = await openPane();
    expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual([
      "湖南省财政厅",
      "长沙市财政局",
      "江苏省财政厅",
    ]);
    const search = screen.getByRole("searchbox", { name: "查找模板" });
    await user.type(search, "目标 长沙");
    expect(titles()).toEqual(["长沙市 项目支出绩效目标表", "长沙市 部门整体支出绩效目标表"]);
    await user.clear(search);
    await user.type(search, "决算");
    expect(screen.getByText("没有符合的模板。")).toBeTruthy();
  });

  it("that cannot be used for the workbook lead back to the list with the reason", async () => {
    const { press } = await openPane({
      host: { readSnapshot: () => Promise.reject(new HostError("Excel 一时忙不过来。")) },
    });
    await press(FORM23);
    expect(await screen.findByText(/Excel 一时忙不过来。工作簿没有任何改动。/)).toBeTruthy();
    expect(screen.getByRole("button", { name: FORM23 })).toBeTruthy();
  });

  it("can be left while the workbook is being read", async () => {
    let signal: AbortSignal | null = null;
    const { press } = await openPane({
      answers: {
        survey: (cancelled) => {
          signal = cancelled;
          return new Promise(() => undefined);
        },
      },
    });
    await press(FORM23);
    await screen.findByText("正在读取工作簿…");
    await press("取消");
    expect(signal).toMatchObject({ aborted: true });
    expect(await screen.findByRole("button", { name: FORM23 })).toBeTruthy();
  });
});

it("the keyboard goes on at the head of the template, and at the search when it is left", async () => {
  const { choose, press } = await openPane();
  await choose();
  expect(document.activeElement?.textContent).toBe(FORM23);
  await press("全部模板");
  expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "查找模板" }));
});

describe("the choices", () => {
  it("take everything over but this year's own table, unless the user wants it otherwise", async () => {
    const { user, choose, press, told } = await openPane();
    await choose();
    const box = (name: RegExp): HTMLInputElement => screen.getByRole("checkbox", { name });
    expect([
      box(/^2025年23表/).checked,
      box(/同一张表，本年的/).checked,
      box(/^附表 （只沿用指标）/).checked,
    ]).toEqual([true, false, true]);
    await user.click(box(/^附表/));
    await user.click(screen.getByRole("radio", { name: "只写数值" }));
    await press("生成");
    expect(told.at(-1)).toMatchObject({
      work: "tables",
      told: { templates: [{ title: FORM23 }], mode: "values", carry: [LAST_YEAR] },
    });
  });

  it("of a table for each project may be one project", async () => {
    const { user, choose, press, told } = await openPane();
    await choose(ANNEX3);
    expect(screen.getByText("一个项目一张表。")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "项目" }), "培训");
    await press("生成");
    expect(told.at(-1)).toMatchObject({ told: { project: "培训" } });
  });

  it("tell of a sheet of the same name, and of the input sheets that are read", async () => {
    const { choose } = await openPane({
      answers: { survey: () => ({ ...survey, inputs: ["绩效指标录入"] }) },
    });
    await choose();
    expect(screen.getByText(`工作簿中已有“${FORM23}”，将另建一张“${NEW}”，原表不动。`)).toBeTruthy();
    expect(screen.getByText("录入表中填写的内容会用上：绩效指标录入。")).toBeTruthy();
  });
});

describe("看看缺什么", () => {
  it("tells what is there and what is missing; another choice makes it stale", async () => {
    const { user, choose, press, diary } = await openPane();
    await choose();
    await press("看看缺什么");
    const outlook = (await screen.findByText("有什么，缺什么")).parentElement as HTMLElement;
    expect(outlook.textContent).toContain("已有 1 格，其中 1 格取自预算表或由公式计算，缺 4 格。");
    expect(outlook.textContent).toContain("单位“标准化院”三级指标 M8、M9、M10 等 4 处");
    expect(diary).toEqual([]);
    await user.click(screen.getByRole("checkbox", { name: /^附表/ }));
    expect(screen.queryByText("有什么，缺什么")).toBeNull();
  });

  it("names rows of the input sheets that were not read", async () => {
    const message = "工作表“绩效资料录入” D9 填了内容却没有写资料项，这一行没有读入，请补上资料项。";
    const problems = [{ sheet: "绩效资料录入", cell: "D9", message }];
    const { choose, press } = await openPane({ answers: { tables: () => tables([NEW], { problems }) } });
    await choose();
    await press("看看缺什么");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByText(/不缺内容/)).toBeTruthy();
  });
});

describe("生成", () => {
  it("adds the sheets and links to them and to what they lack", async () => {
    const { choose, press, diary } = await openPane();
    await choose();
    await press("生成");
    const made = await screen.findByRole("region", { name: "已生成 1 张表" });
    expect(made.textContent).toContain(`原有的“${FORM23}”没有改动。缺 4 格，表中已标黄。`);
    await press(`打开工作表“${NEW}”`);
    await press(`选中 ${NEW} M9（三级指标）`);
    expect(diary).toEqual([`add ${NEW}`, `select ${NEW} 0,0`, `select ${NEW} 8,12`]);
  });

  it("that the host refuses leaves nothing and says why", async () => {
    const { choose, press } = await openPane({
      host: { addSheets: () => Promise.reject(new HostError("工作簿受保护。")) },
    });
    await choose();
    await press("生成");
    expect(await screen.findByText(/工作簿受保护。原有的工作表没有改动。/)).toBeTruthy();
    expect(screen.queryByRole("region")).toBeNull();
  });

  it("is undone after a question, as typed content goes too", async () => {
    const { choose, press, diary } = await openPane();
    await choose();
    await press("生成");
    await screen.findByRole("region", { name: "已生成 1 张表" });
    await press("撤销");
    expect(screen.getByRole("alertdialog").textContent).toContain(
      "删除这 1 张新表？其中后来填写的内容也会删除。",
    );
    expect(document.activeElement?.textContent).toBe("保留");
    await press("保留");
    expect(diary).toEqual([`add ${NEW}`]);
    await press("撤销");
    await press("删除");
    expect(await screen.findByText("已撤销，1 张新表已删除。")).toBeTruthy();
    expect(diary).toEqual([`add ${NEW}`, `remove ${NEW}`]);
    expect(screen.queryByRole("region")).toBeNull();
  });
});

describe("固化为数值", () => {
  it("and back, with the cells that were changed since", async () => {
    const { choose, press, diary } = await openPane({
      host: { unfreeze: () => Promise.resolve({ restored: 1, changed: [{ row: 6, column: 1 }] }) },
    });
    await choose();
    await press("生成");
    await screen.findByRole("region", { name: "已生成 1 张表" });
    await press("固化为数值");
    expect(await screen.findByText("已固化，1 个公式换成了数值。")).toBeTruthy();
    expect(diary.at(-1)).toBe(`freeze ${NEW}`);
    await press("恢复公式");
    expect(await screen.findByText(`已恢复 1 个公式。1 格后来改过，保持原样：${NEW} B7。`)).toBeTruthy();
    expect(screen.getByRole("button", { name: "固化为数值" })).toBeTruthy();
  });

  it("is all or nothing over several sheets", async () => {
    const diary: string[] = [];
    const { choose, press } = await openPane({
      answers: { tables: () => tables(["一", "二"]) },
      host: {
        freeze: (sheet) =>
          sheet === "二"
            ? Promise.reject(new HostError("工作表“二”受保护。"))
            : Promise.resolve({ sheet, id: sheet, cells: [] }),
        unfreeze: ({ sheet }) => {
          diary.push(`unfreeze ${sheet}`);
          return Promise.resolve({ restored: 0, changed: [] });
        },
      },
    });
    await choose(ANNEX3);
    await press("生成");
    await screen.findByRole("region", { name: "已生成 2 张表" });
    await press("固化为数值");
    expect(await screen.findByText(/工作表“二”受保护。请再试一次/)).toBeTruthy();
    expect(diary).toEqual(["unfreeze 一"]);
    expect(screen.getByRole("button", { name: "固化为数值" })).toBeTruthy();
  });
});

describe("建录入表", () => {
  it("adds them and says what comes next", async () => {
    const { choose, press, diary, told } = await openPane({
      answers: { inputs: () => ({ ...lacking, plans: [plan("绩效指标录入"), plan("绩效资料录入")] }) },
    });
    await choose();
    await press("建录入表");
    const made = await screen.findByRole("region", { name: "已建 2 张录入表" });
    expect(made.textContent).toContain("填好后再点“生成”，内容会自动用上。");
    expect(within(made).queryByRole("button", { name: "固化为数值" })).toBeNull();
    expect(told.at(-1)?.work).toBe("inputs");
    expect(diary).toEqual(["add 绩效指标录入 绩效资料录入"]);
  });

  it("says so where all are there", async () => {
    const { choose, press, diary } = await openPane({ answers: { inputs: () => tables([]) } });
    await choose();
    await press("建录入表");
    expect(await screen.findByText(/所需的录入表都在工作簿中/)).toBeTruthy();
    expect(diary).toEqual([]);
  });
});

describe("载入模板", () => {
  it("refuses what is no workbook with one sentence", async () => {
    const { user } = await openPane();
    const file = Object.assign(new File(["text"], "笔记.xlsx"), {
      arrayBuffer: () => Promise.resolve(new Uint8Array([116, 101, 120, 116]).buffer),
    });
    await user.upload(screen.getByLabelText("选择模板文件（.xlsx）"), file);
    expect(await screen.findByText("模板有 1 处问题，没有载入")).toBeTruthy();
    expect(titles().some((line) => line.includes("笔记.xlsx") || line.includes("工作簿"))).toBe(true);
  });
});

describe("the tabs", () => {
  it("are changed by the user, and a check from the ribbon brings its own to the front", async () => {
    const { session, user } = await openPane({ answers: { check: () => emptyReport() } });
    const tab = (name: string): HTMLElement => screen.getByRole("tab", { name });
    expect(tab("生成").getAttribute("aria-selected")).toBe("true");
    expect(screen.getByRole("tabpanel", { name: "生成" })).toBeTruthy();
    await user.click(tab("公式"));
    expect(tab("公式").getAttribute("aria-selected")).toBe("true");
    await act(() => session.check.check());
    expect(tab("检查").getAttribute("aria-selected")).toBe("true");
  });

  it("speak English where Excel does", async () => {
    await openPane({ language: "en-US" });
    expect(screen.getByRole("tab", { name: "Formulas" })).toBeTruthy();
    expect(screen.getByRole("searchbox", { name: "Find a template" })).toBeTruthy();
  });
});
