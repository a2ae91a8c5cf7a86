import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readXlsx } from "../../src/xlsx";
import { joinedFamily } from "../support/families";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const WORKBOOK = "test/cases/changsha-budget-2025.xlsx";
const BUILT_IN = "changsha-budget-2025";
const LOAD = "载入表套文件…";
const NAME = "望城区部门预算公开表样";
const REMOVE = `移除“${NAME}”`;
/** Does not hold in the workbook, so that it is seen whose relations are checked. */
const RELATION = "部门支出总体情况表[合计, 项目支出] ≥ 部门支出总体情况表[合计, 基本支出]";

type Files = Record<string, Record<string, unknown>>;

let saved: Uint8Array = new Uint8Array();

/** A clerk of a district is given the district's form family as a file. */
export const ownForms: readonly Step<WorkbenchPage>[] = [
  step("a Changsha workbook checks clean, and no family is kept with it", async (workbench) => {
    // The page asks before it throws edits away.
    workbench.page.on("dialog", (dialog) => void dialog.accept());
    await workbench.openFile("望城.xlsx", await readFile(WORKBOOK));
    await workbench.check();
    assert.match(await workbench.summary(), /10 张表，无错误/);
    assert.equal(await isKept(workbench), false);
  }),
  step("a broken family is refused with what to mend, and nothing is kept", async (workbench) => {
    const broken = ownFamily((files) => {
      Object.assign(files["03.json"] ?? {}, { titles: [], headers: ["总计"] });
      Object.assign(files["family.json"] ?? {}, { unit: "万" });
    });
    await load(workbench, "望城.json", broken);
    const message = await messageWith(workbench, "没有载入");
    assert.match(message, /^表套文件有 3 处问题，没有载入 工作簿没有改动。请按提示更正后重新载入。/);
    for (const place of ["03.json · titles", "03.json · headers", "family.json · unit"])
      assert.match(message, new RegExp(`望城\\.json 第 \\d+ 行 · ${place}：`));
    await workbench.screenshot("family-broken");
    assert.equal(await isKept(workbench), false);
    assert.equal(readXlsx(await workbench.save(), "望城.xlsx").families, undefined);
    return message;
  }),
  step("a file that is no JSON is refused at its line", async (workbench) => {
    await load(workbench, "望城.json", '{\n  "family.json": {"id": "wangcheng-2025" "name": "望城"}\n}');
    const message = await messageWith(workbench, "没有载入");
    assert.match(message, /第 2 行/);
    return message;
  }),
  step("a sound one is kept, and the message says how to go on", async (workbench) => {
    await load(workbench, "望城.json", ownFamily());
    const message = await messageWith(workbench, `已载入表套“${NAME}”`);
    assert.match(message, /10 张表样，随工作簿保存；再点“一键检查”/);
    assert.equal(message.match(/与自带表套/g)?.length, 1);
    await workbench.screenshot("family-kept");
    return message;
  }),
  step("the check follows it", async (workbench) => {
    await workbench.check();
    assert.match(await workbench.summary(), /10 张表，1 处错误/);
    const found = workbench.page.getByRole("article").filter({ hasText: "区里要求" });
    await found.waitFor();
    return found.locator("p").innerText();
  }),
  step("the saved file keeps it", async (workbench) => {
    saved = await workbench.save();
    const { families = [] } = readXlsx(saved, "望城.xlsx");
    assert.deepEqual(
      families.map((text) => JSON.parse(text) as unknown),
      [JSON.parse(ownFamily())],
    );
  }),
  step("the workbook opened again lists it and is checked by it", async (workbench) => {
    await workbench.openFile("望城另存.xlsx", saved);
    assert.equal(await isKept(workbench), true);
    await workbench.check();
    assert.match(await workbench.summary(), /10 张表，1 处错误/);
  }),
  step("loaded once more, it takes its own place", async (workbench) => {
    await load(workbench, "望城.json", ownFamily());
    await messageWith(workbench, `已更新表套“${NAME}”`);
    assert.equal(await isKept(workbench), true);
    await workbench.screenshot("families");
  }),
  step("removed, it is neither followed nor saved", async (workbench) => {
    await workbench.chooseSetting(REMOVE);
    await messageWith(workbench, `已移除表套“${NAME}”`);
    await workbench.check();
    assert.match(await workbench.summary(), /10 张表，无错误/);
    assert.equal(await isKept(workbench), false);
    assert.equal(readXlsx(await workbench.save(), "望城.xlsx").families, undefined);
  }),
];

/** The built-in family of Changsha under another id and name, with a relation of its own. */
function ownFamily(change: (files: Files) => void = () => undefined): string {
  const joined = joinedFamily(BUILT_IN, (files) => {
    Object.assign(files["family.json"] ?? {}, {
      name: NAME,
      relations: [{ relation: RELATION, note: "区里要求" }],
    });
    change(files);
  });
  const renamed = JSON.parse(joined.replaceAll(BUILT_IN, "wangcheng-2025")) as object;
  return JSON.stringify(renamed, null, 2);
}

/** 载入表套文件… and the file in the system's dialog. */
async function load(workbench: WorkbenchPage, name: string, text: string): Promise<void> {
  const asking = workbench.page.waitForEvent("filechooser");
  await workbench.chooseSetting(LOAD);
  const chooser = await asking;
  assert.equal(chooser.isMultiple(), true);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** The text of the pane's message with this title. */
async function messageWith({ page }: WorkbenchPage, title: string): Promise<string> {
  const bar = page.getByRole("main").getByRole("group").filter({ hasText: title });
  await bar.waitFor();
  return (await bar.innerText()).replaceAll("\n", " ");
}

/** Whether 设置 lists the family. */
async function isKept(workbench: WorkbenchPage): Promise<boolean> {
  await workbench.showTab("设置");
  // The families are looked up when the tab is shown.
  await workbench.page.waitForTimeout(500);
  return (await workbench.button(REMOVE).count()) > 0;
}
