import { checkWorkbook } from "../../core/check-workbook";
import { workerEngine } from "./worker-engine";

/** The engine for pages of the site, in a worker where the browser grants one. */
export const pageEngine = workerEngine(
  () => new Worker(new URL("./check-worker.ts", import.meta.url), { name: "gouji-check" }),
  (snapshot) => checkWorkbook(snapshot),
);
