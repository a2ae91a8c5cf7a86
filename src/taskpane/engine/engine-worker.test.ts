/** @jest-environment jsdom */
import { checkWorkbook } from "../../core/check-workbook";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { BUILT_IN_TEMPLATES } from "../../core/generate/templates";
import { EngineRefusal } from "./orders";
import type { EngineWorker } from "./worker-engine";
import { workerEngine } from "./worker-engine";

const snapshot: WorkbookSnapshot = {
  name: "预算.xlsx",
  sheets: ["表1", "表2"].map((name) => ({
    name,
    visibility: "visible",
    cells: [{ row: 0, column: 0, value: name, text: name, formula: null, decimals: null }],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  })),
  families: ["{"],
  accepted: ["{"],
};

/** The worker's own code, with this window as its global scope. */
async function workerHere(): Promise<EngineWorker> {
  const toPage = new EventTarget();
  window.postMessage = (data: unknown) => {
    toPage.dispatchEvent(new MessageEvent("message", { data }));
  };
  await import("./engine-worker");
  return {
    postMessage: (data: unknown) => {
      window.onmessage?.(new MessageEvent("message", { data }));
    },
    terminate: () => undefined,
    addEventListener: toPage.addEventListener.bind(toPage) as EngineWorker["addEventListener"],
  };
}

test("the worker gets the whole workbook: its sheets one by one, and what is kept with it", async () => {
  const worker = await workerHere();
  const engine = workerEngine(
    () => worker,
    () => Promise.reject(new Error("no worker")),
  );
  const report = await engine(snapshot, "check", {}, new AbortController().signal);
  expect(report).toEqual(checkWorkbook(snapshot));
  expect(report.findings.map(({ check, sheet }) => `${check} ${sheet}`)).toEqual([
    "broken-family 表1",
    "broken-accepted 表1",
  ]);
});

test("a template with a mistake comes back as a sentence for the user", async () => {
  const worker = await workerHere();
  const engine = workerEngine(
    () => worker,
    () => Promise.reject(new Error("no worker")),
  );
  const [any] = BUILT_IN_TEMPLATES;
  if (any === undefined) throw new Error("no template");
  const wrong = { ...any, cells: [...any.cells, { row: 90, column: 1, text: "{{/指标}}" }] };
  const survey = engine(snapshot, "survey", wrong, new AbortController().signal);
  await expect(survey).rejects.toThrow(/^模板 B91：.*请改好模板后重新载入。$/);
  await expect(survey).rejects.toBeInstanceOf(EngineRefusal);
});
