import { liveEngine } from "./live-engine";
import { workerEngine, type EngineWorker } from "./worker-engine";

const newWorker = (): EngineWorker =>
  new Worker(new URL("./engine-worker.ts", import.meta.url), { name: "gouji-engine" });

/** The engine for pages of the site, in a worker where the browser grants one; else loaded into the page once it is needed. */
export const pageEngine = workerEngine(newWorker, async (snapshot, order) =>
  (await import("./answer")).answerTo(snapshot, order),
);

/** The same for a workbook that is checked with every change. */
export const pageLiveEngine = liveEngine(newWorker, async () =>
  (await import("./held-workbook")).holdWorkbook(),
);
