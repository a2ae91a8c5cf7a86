import { checkWorkbook } from "../../core/check-workbook";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { answerTo } from "./answer";
import { workerEngine } from "./worker-engine";

const snapshot: WorkbookSnapshot = { name: "空.xlsx", sheets: [] };

test("without workers the engine runs in the page", async () => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const refuses = (): never => {
    throw new DOMException("refused", "SecurityError");
  };
  const engine = workerEngine(refuses, (workbook, order) => Promise.resolve(answerTo(workbook, order)));
  expect(await engine(snapshot, "check", {}, new AbortController().signal)).toEqual(checkWorkbook(snapshot));
});
