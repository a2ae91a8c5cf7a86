/** @jest-environment jsdom */
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HostError, type WorkbookHost } from "../../core/workbook/host";
import { App } from "../App";
import { defaultPreferences } from "../preferences";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { emptyReport } from "../reports.testing";
import { createPaneSession } from "../session/pane-session";
import { createTexts } from "../texts";
import { preparePage } from "../dom.testing";

/* 载入表套文件: the pane, with its session, over a host that keeps what it is given. */

const FAMILY = {
  id: "demo-2026",
  name: "示例表样",
  authority: "某市财政局",
  year: 2026,
  source: "某市部门预算公开表样",
  unit: "万元",
  terms: [],
};
const FORM = {
  id: "demo-2026-03",
  titles: ["支出一览"],
  members: {},
  columns: { dimensions: [] },
  header: ["编码", "名称", "合计"],
  blocks: [
    {
      stub: [
        { phrases: ["编码"], role: "code" },
        { phrases: ["名称"], role: "name" },
      ],
      rows: { kind: "coded", dimensions: ["unit"] },
    },
  ],
};
const LOAD = "载入表套文件…";
const JOINED = JSON.stringify({ "family.json": FAMILY, "03.json": FORM });

preparePage();

function jsonFile(name: string, content: unknown): File {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  // jsdom's files cannot be read as text.
  return Object.assign(new File([text], name, { type: "application/json" }), {
    text: () => Promise.resolve(text),
  });
}

/** The pane over a workbook with these families; `kept` tells which there are now. */
async function openPane(families: readonly string[] = [], more: Partial<WorkbookHost> = {}) {
  let kept = families;
  const session = createPaneSession(
    quietHost({
      readKept: (kind) => Promise.resolve(kind === "families" ? kept : []),
      keep: (_kind, texts) => {
        kept = texts;
        return Promise.resolve();
      },
      ...more,
    }),
    engineOf({ check: () => emptyReport() }),
  );
  const store = { load: () => defaultPreferences, save: () => undefined };
  await act(async () => {
    render(
      <App session={session} texts={createTexts("zh-CN")} openPreferences={() => Promise.resolve(store)} />,
    );
    await Promise.resolve();
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("tab", { name: "设置" }));
  await screen.findByRole("button", { name: LOAD });
  return {
    user,
    kept: () => kept,
    load: (...files: readonly File[]) => user.upload(screen.getByLabelText("选择表套文件"), [...files]),
  };
}

/** The text of the bar with this title. */
async function bar(title: string): Promise<string> {
  return (await screen.findByText(title)).parentElement?.textContent ?? "";
}

it("the button asks for files", async () => {
  const { user } = await openPane();
  const asked = jest.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => undefined);
  await user.click(screen.getByRole("button", { name: LOAD }));
  expect(asked.mock.instances).toEqual([screen.getByLabelText("选择表套文件")]);
  asked.mockRestore();
});

it.each([
  ["its files", [jsonFile("03.json", FORM), jsonFile("family.json", FAMILY)]],
  ["one joined file", [jsonFile("示例.json", JOINED)]],
])("keeps a sound family with the workbook and says so: %s", async (_what, files) => {
  const { load, kept } = await openPane();
  await load(...files);
  expect(await bar("已载入表套“示例表样”")).toContain("1 张表样，随工作簿保存");
  expect(kept().map((text) => JSON.parse(text) as unknown)).toEqual([
    { "family.json": FAMILY, "03.json": FORM },
  ]);
});

it("puts it in the place of the one with its id, and leaves the others", async () => {
  const old = JSON.stringify({ "family.json": { ...FAMILY, year: "老的" } });
  const { load, kept } = await openPane(["{}", old]);
  await load(jsonFile("示例.json", JOINED));
  await bar("已更新表套“示例表样”");
  expect(kept()).toEqual(["{}", JOINED]);
});

it("tells that a built-in family is replaced", async () => {
  const { load } = await openPane();
  await load(jsonFile("family.json", { ...FAMILY, id: "hunan-budget-2026" }), jsonFile("03.json", FORM));
  expect(await bar("已载入表套“示例表样”")).toContain("它取代自带的那一套");
});

it("lists what is wrong with a broken family and keeps nothing; the corrected files may follow at once", async () => {
  const { load, kept, user } = await openPane();
  const broken = { ...FORM, titel: ["支出一览"], members: { stage: "spend" } };
  await load(jsonFile("family.json", FAMILY), jsonFile("03.json", broken));
  const text = await bar("表套文件有 2 处问题，没有载入");
  expect(text).toContain("03.json 第 7 行 · members.stage：维度 stage 中没有成员“spend”，是不是“spent”？");
  expect(text).toContain("不认识的字段“titel”");
  expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(2);
  expect(kept()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "关闭提示" }));
  expect(screen.queryByText("表套文件有 2 处问题，没有载入")).toBeNull();
  await load(jsonFile("family.json", FAMILY), jsonFile("03.json", FORM));
  await bar("已载入表套“示例表样”");
});

it("shows the first of many defects and counts the rest", async () => {
  const { load } = await openPane();
  const fields = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`多余${String(at)}`, 1]));
  await load(jsonFile("family.json", { ...FAMILY, ...fields }), jsonFile("03.json", FORM));
  expect(await bar("表套文件有 11 处问题，没有载入")).toMatch(
    /没有载入工作簿没有改动。请按提示更正后重新载入。family\.json/,
  );
  const lines = within(screen.getByRole("list")).getAllByRole("listitem");
  expect(lines).toHaveLength(8 + 1);
  expect(lines.at(-1)?.textContent).toBe("另有 3 处。");
});

it("removes a family that is kept, also one that is broken", async () => {
  const { user, kept } = await openPane([JOINED, "{"]);
  await user.click(await screen.findByRole("button", { name: "移除“示例表样”" }));
  await bar("已移除表套“示例表样”");
  expect(kept()).toEqual(["{"]);
  await user.click(await screen.findByRole("button", { name: "移除“无法识别的表套”" }));
  await bar("已移除表套“无法识别的表套”");
  expect(kept()).toEqual([]);
});

it("tells by the host's sentence that the workbook took nothing", async () => {
  const { load } = await openPane([], {
    keep: () => Promise.reject(new HostError("工作簿以只读方式打开。")),
  });
  await load(jsonFile("示例.json", JOINED));
  expect(await bar("表套没有读出或保存")).toContain(
    "工作簿以只读方式打开。工作簿中原有的表套和数据没有改动。",
  );
});
