import { workerEngine } from "./worker-engine";

/** The engine for pages of the site, in a worker where the browser grants one; else loaded into the page once it is needed. */
export const pageEngine = workerEngine(
  () => new Worker(new URL("./engine-worker.ts", import.meta.url), { name: "gouji-engine" }),
  async (snapshot, order) => (await import("./answer")).answerTo(snapshot, order),
);
