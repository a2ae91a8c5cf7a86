import { BUILT_IN_TEMPLATES } from "../core/generate/templates";
import type { WorkbookHost } from "../core/workbook/host";
import { ExcelWorkbookHost } from "../excel";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { engineOf } from "./engine/engine.testing";
import { createPaneSession, type PaneSession } from "./session/pane-session";

/*
 * Whatever the pane writes has a way back. A workbook in memory under Microsoft's library is written to as the pane's buttons
 * do and taken back as its 撤销 does: then it is as before, cell by cell, with its marks and with what is kept in it.
 */

const SHEET = "支出总表";
const book = drawnWorkbook(
  drawnSheet(
    SHEET,
    `
      支出总表
      | | | 单位：万元
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      201 | 一般公共服务支出 | 12.00 | 6.00 | 6.00
      208 | 社会保障和就业支出 | 10.00 | 5.00 | 5.50
      | 合计 | 22.00 | 11.00 | 11.00
    `,
  ),
);

const FAMILY = JSON.stringify({ name: "地方表套" });

interface Scene {
  readonly pane: PaneSession;
  readonly host: WorkbookHost;
  /** Everything in the workbook. */
  readonly now: () => Promise<unknown>;
}

function open(): Scene {
  const opened = openWorkbook(book);
  const host = new ExcelWorkbookHost(opened.Excel);
  // Marks set anew have other ids.
  const formatsOf = (name: string): unknown =>
    opened.model
      .sheet(name)
      .conditionalFormats()
      .map(({ id: _id, ...format }) => format);
  return {
    host,
    pane: createPaneSession(host, engineOf(), {
      builtIn: () => Promise.resolve(BUILT_IN_TEMPLATES),
      fromFile: () => Promise.reject(new Error("no file")),
      workbook: () => Promise.reject(new Error("no file")),
      shelf: { load: () => [], keep: () => true },
    }),
    now: async () => {
      const snapshot = await host.readSnapshot();
      return structuredClone({
        sheets: snapshot.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells] })),
        families: await host.readKept("families"),
        accepted: await host.readKept("accepted"),
        formats: snapshot.sheets.map(({ name }) => formatsOf(name)),
      });
    },
  };
}

async function newSheets(
  pane: PaneSession,
  write: (generate: PaneSession["generate"]) => Promise<void>,
): Promise<void> {
  const { generate } = pane;
  const goals = BUILT_IN_TEMPLATES.find(({ sheetName }) => sheetName.startsWith("预算23表"));
  await generate.choose(goals ?? null);
  await write(generate);
}

function firstNew({ generate }: PaneSession): number {
  const [made] = generate.newSheets.getState().made;
  if (made === undefined) throw new Error("nothing was made");
  return made.id;
}

/** By what the user does: what must be there before, the writing, the way back. */
const WAYS: Readonly<
  Record<
    string,
    {
      readonly before?: (scene: Scene) => Promise<void>;
      readonly write: (scene: Scene) => Promise<void>;
      readonly back: (scene: Scene) => Promise<void>;
    }
  >
> = {
  "一键检查 sets marks, 清除标记 takes them off": {
    write: ({ pane }) => pane.check.check(),
    back: ({ pane }) => pane.check.clearMarks(),
  },
  "采用建议值, 撤销": {
    before: ({ pane }) => pane.check.check(),
    write: async ({ pane }) => {
      const { flow } = pane.check.getState();
      const suspect = flow.phase === "report" ? flow.report.diagnoses[0] : undefined;
      if (suspect !== undefined) await pane.check.corrections.apply(suspect);
    },
    back: async ({ pane }) => {
      const { corrections } = pane.check;
      const [correction] = corrections.getState().applied;
      if (correction !== undefined) await corrections.undo(correction);
    },
  },
  "说明, 撤回": {
    before: ({ pane }) => pane.check.check(),
    write: async ({ pane }) => {
      const { flow } = pane.check.getState();
      const finding = flow.phase === "report" ? flow.report.findings[0] : undefined;
      if (finding !== undefined) await pane.check.acceptance.accept(finding, { reason: "已核对", by: "" });
    },
    back: async ({ pane }) => {
      const { flow } = pane.check.getState();
      const finding =
        flow.phase === "report" ? flow.report.findings.find(({ accepted }) => accepted !== undefined) : null;
      await pane.check.acceptance.withdraw(finding?.accepted?.record ?? "");
    },
  },
  "a form family is kept, 移除": {
    // How a family gets there is FamilySession's own test; here it is what is kept with the workbook.
    write: ({ host }) => host.keep("families", [FAMILY]),
    back: async ({ pane }) => {
      const { families } = pane.check;
      await families.refresh();
      const [family] = families.getState().kept;
      if (family !== undefined) await families.remove(family);
    },
  },
  "生成, 撤销": {
    write: ({ pane }) => newSheets(pane, (generate) => generate.generate()),
    back: ({ pane }) => pane.generate.newSheets.remove(firstNew(pane)),
  },
  "建录入表, 撤销": {
    write: ({ pane }) => newSheets(pane, (generate) => generate.makeInputs()),
    back: ({ pane }) => pane.generate.newSheets.remove(firstNew(pane)),
  },
  "固化为数值, 恢复公式": {
    before: ({ pane }) => newSheets(pane, (generate) => generate.generate()),
    write: ({ pane }) => pane.generate.newSheets.freeze(firstNew(pane)),
    back: ({ pane }) => pane.generate.newSheets.unfreeze(firstNew(pane)),
  },
  "插入 a formula, 撤销": {
    before: ({ host }) => host.select(SHEET, { row: 3, column: 2 }),
    write: async ({ pane }) => {
      await pane.formulas.insert("=EXEC_RATE(1,2)");
      await pane.formulas.replace();
    },
    back: ({ pane }) => pane.formulas.undo(),
  },
  "检查报告, 撤销": {
    before: ({ pane }) => pane.check.check(),
    write: ({ pane }) => pane.report.make(),
    back: async ({ pane }) => {
      const [made] = pane.report.getState().made;
      if (made !== undefined) await pane.report.remove(made);
    },
  },
  // A new sheet, which the user may delete as any other; nothing else is touched.
  新建勾稽规则表: {
    write: ({ pane }) => pane.check.addRulesSheet(),
    back: ({ host }) => host.removeSheets(["勾稽规则"]),
  },
};

test.each(Object.entries(WAYS))("%s", async (_what, { before, write, back }) => {
  const scene = open();
  await before?.(scene);
  const was = await scene.now();
  await write(scene);
  expect(await scene.now()).not.toEqual(was);
  await back(scene);
  expect(await scene.now()).toEqual(was);
});

/** Which of them go through each method of the host that writes: a new one has to be thought of here. */
const WRITES: Readonly<Record<keyof WorkbookHost, readonly string[] | null>> = {
  readSnapshot: null,
  onChanged: null,
  readChanges: null,
  select: null,
  onSelectionChanged: null,
  activeCell: null,
  readKept: null,
  mark: ["一键检查 sets marks, 清除标记 takes them off"],
  // The same marks, after a change.
  updateMarks: ["一键检查 sets marks, 清除标记 takes them off"],
  clearMarks: ["一键检查 sets marks, 清除标记 takes them off"],
  replaceCell: ["采用建议值, 撤销", "插入 a formula, 撤销"],
  addSheet: ["新建勾稽规则表"],
  addSheets: ["生成, 撤销", "建录入表, 撤销", "检查报告, 撤销"],
  removeSheets: ["生成, 撤销", "检查报告, 撤销"],
  freeze: ["固化为数值, 恢复公式"],
  unfreeze: ["固化为数值, 恢复公式"],
  keep: ["说明, 撤回", "a form family is kept, 移除"],
};

test("every method that writes is among them", () => {
  const told = Object.values(WRITES).flatMap((ways) => ways ?? []);
  expect([...new Set(told)].sort()).toEqual(Object.keys(WAYS).sort());
});
