import { grid, withCell, workbook } from "../../../test/support/grid";
import { HostError } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { engineOf } from "../engine/engine.testing";
import { quietHost } from "../host.testing";
import { createRelationSession, type RelationEngine } from "./relation-session";

const head = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出";
const lines = "501 | 甲局 | 12.00 | 6.00 | 6.00\n201 | 一般公共服务支出 | 12.00 | 6.00 | 6.00";
const book = workbook(
  grid(`预算03表\n支出总表\n | | | | 单位：万元\n${head}\n${lines}`, "支出"),
  grid(`预算07表\n一般公共预算支出表\n | | | | 单位：万元\n${head}\n${lines}`, "一般公共"),
);

/** The session over a workbook that may change, with the real engine; `explained` tells how often it was asked for equations. */
function open(snapshots: readonly WorkbookSnapshot[], parts: Partial<RelationEngine> = {}) {
  const engine = engineOf();
  let [read, explained] = [0, 0];
  const selected: string[] = [];
  const session = createRelationSession(
    quietHost({
      readSnapshot: () => Promise.resolve(snapshots[Math.min(read++, snapshots.length - 1)] ?? book),
      select: (sheet, { row, column }) => {
        selected.push(`${sheet} ${String(row)},${String(column)}`);
        return Promise.resolve();
      },
    }),
    {
      map: (snapshot, cancelled) => engine(snapshot, "relations", {}, cancelled),
      explain: (snapshot, equations, cancelled) => {
        explained += 1;
        return engine(snapshot, "equations", { numbers: equations }, cancelled);
      },
      ...parts,
    },
  );
  return { session, selected, explained: () => explained };
}

test("the map is made when the tab is opened, the equations when they are asked for", async () => {
  const { session, explained } = open([book]);
  expect(session.getState().map).toBeNull();
  await session.open();
  const { map } = session.getState();
  expect(map?.edges).toMatchObject([{ from: 0, to: 1, violated: 0 }]);
  expect(explained()).toBe(0);
  await session.show({ from: 0, to: 1 });
  const { equations, busy } = session.getState();
  expect(busy).toBeNull();
  expect(equations).toHaveLength(map?.edges[0]?.equations.length ?? 0);
  expect(equations?.[0]?.cells.map(({ sheet }) => sheet).sort()).toEqual(["一般公共", "支出"]);
});

test("opened again, it shows the workbook as it is then, and the same tables", async () => {
  const { session } = open([book, withCell(book, "支出", { row: 4, column: 3 }, 3)]);
  await session.open();
  await session.show({ from: 0, to: 1 });
  expect(session.getState().equations?.some(({ verdict }) => verdict === "violated")).toBe(false);
  session.leave();
  await session.open();
  const { map, shown, equations } = session.getState();
  expect(map?.edges[0]?.violated).toBeGreaterThan(0);
  expect(shown).toEqual({ from: 0, to: 1 });
  expect(equations?.[0]?.verdict).toBe("violated");
});

test("tables that are gone are not shown any more", async () => {
  const { session } = open([book, { ...book, sheets: book.sheets.slice(0, 1) }]);
  await session.open();
  await session.show({ from: 0, to: 1 });
  await session.open();
  expect(session.getState()).toMatchObject({ shown: null, equations: null, notice: null });
  expect(session.getState().map?.nodes).toHaveLength(1);
});

test("what was left does not come back", async () => {
  const { session } = open([book]);
  const opening = session.open();
  session.leave();
  await opening;
  expect(session.getState()).toMatchObject({ map: null, busy: null, notice: null });
});

test("the equations of the pair chosen last are shown, whichever are computed first", async () => {
  const engine = engineOf();
  const waiting: (() => void)[] = [];
  const { session } = open([book], {
    explain: async (snapshot, numbers, cancelled) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return engine(snapshot, "equations", { numbers }, cancelled);
    },
  });
  await session.open();
  const first = session.show({ from: 0, to: 0 });
  const second = session.show({ from: 0, to: 1 });
  waiting[1]?.();
  await second;
  waiting[0]?.();
  await first;
  const { equations } = session.getState();
  expect(new Set(equations?.flatMap(({ cells }) => cells.map(({ sheet }) => sheet)))).toEqual(
    new Set(["支出", "一般公共"]),
  );
});

test("a workbook that cannot be read is told in the host's words; the last map stays", async () => {
  let broken = false;
  const session = createRelationSession(
    quietHost({
      readSnapshot: () =>
        broken ? Promise.reject(new HostError("正在编辑单元格。")) : Promise.resolve(book),
    }),
    {
      map: (snapshot, cancelled) => engineOf()(snapshot, "relations", {}, cancelled),
      explain: () => Promise.resolve([]),
    },
  );
  await session.open();
  broken = true;
  await session.open();
  expect(session.getState()).toMatchObject({
    busy: null,
    notice: { operation: "relations", sentence: "正在编辑单元格。" },
  });
  expect(session.getState().map?.nodes).toHaveLength(2);
  session.dismiss();
  expect(session.getState().notice).toBeNull();
});

test("a cell of an equation is selected in the workbook", async () => {
  const { session, selected } = open([book]);
  await session.select("支出", "E5");
  expect(selected).toEqual(["支出 4,4"]);
});
