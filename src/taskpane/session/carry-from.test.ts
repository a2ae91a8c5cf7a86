import { readFileSync } from "node:fs";
import { BUILT_IN_TEMPLATES } from "../../core/generate/templates";
import { createTurns } from "../../core/workbook/turns";
import type { EngineWork, WorkName } from "../engine/orders";
import { engineOf } from "../engine/engine.testing";
import type { PaneEngine } from "../engine/worker-engine";
import { quietHost } from "../host.testing";
import { createGenerateSession } from "./generate-session";
import { readTemplateFile, readWorkbookFile } from "./read-template-file";

/* 沿用 from another file, with the real reader and the real engine. */

const LAST_YEAR = "test/cases/hunan-budget-2026.xlsx";
const file = (name: string, bytes: Uint8Array) => ({
  name,
  arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
});

async function chosen() {
  const orders: { readonly work: WorkName; readonly told: unknown }[] = [];
  const real = engineOf();
  const engine: PaneEngine = async <Name extends WorkName>(
    snapshot: Parameters<PaneEngine>[0],
    work: Name,
    told: EngineWork[Name]["told"],
    cancelled: AbortSignal,
  ) => {
    orders.push({ work, told });
    return real(snapshot, work, told, cancelled);
  };
  const session = createGenerateSession(quietHost(), engine, createTurns(), {
    builtIn: () => Promise.resolve(BUILT_IN_TEMPLATES),
    fromFile: (bytes, name) => Promise.resolve(readTemplateFile(bytes, name)),
    workbook: (bytes, name) => Promise.resolve(readWorkbookFile(bytes, name)),
    shelf: { load: () => [], keep: () => true },
  });
  const goals = BUILT_IN_TEMPLATES.find(({ sheetName }) => sheetName.startsWith("预算23表"));
  if (goals === undefined) throw new Error("no template");
  await session.choose(goals);
  expect(session.getState()).toMatchObject({ chosen: goals, notice: null });
  return { session, orders };
}

test("its sheets are offered, and read when the table is made; the open workbook's come back", async () => {
  const { session, orders } = await chosen();
  await session.carryFrom(file("上年.xlsx", readFileSync(LAST_YEAR)));
  const { carriedFile, carry } = session.getState();
  expect(carriedFile?.sheets.map(({ name }) => name)).toContain("预算23表 单位整体支出绩效目标表");
  expect(carry.size).toBe(carriedFile?.sheets.length);
  await session.generate();
  expect(orders.at(-1)).toMatchObject({ work: "tables", told: { carryFrom: { name: "上年.xlsx" } } });
  expect(session.newSheets.getState().made).toHaveLength(1);
  await session.carryFrom(null);
  expect(session.getState()).toMatchObject({ carriedFile: null, carry: new Set() });
  await session.look();
  expect(orders.at(-1)?.told).not.toHaveProperty("carryFrom");
});

test("with none of its sheets chosen nothing is taken over", async () => {
  const { session, orders } = await chosen();
  await session.carryFrom(file("上年.xlsx", readFileSync(LAST_YEAR)));
  for (const name of session.getState().carry) session.setCarry(name, false);
  await session.look();
  expect(orders.at(-1)?.told).not.toHaveProperty("carryFrom");
});

test("what is no workbook is told with the reader's sentence, and nothing changes", async () => {
  const { session } = await chosen();
  await session.carryFrom(file("坏.xlsx", Uint8Array.of(1, 2, 3)));
  const { carryRefusal, carriedFile, busy } = session.getState();
  expect(carryRefusal?.name).toBe("坏.xlsx");
  expect(carryRefusal?.sentence).toMatch(/。$/);
  expect([carriedFile, busy]).toEqual([null, null]);
});
