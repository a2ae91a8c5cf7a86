import type { Univer } from "@univerjs/core";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { describeWorkbookModel } from "../host/model-contract.testing";
import { loadedFromSnapshot } from "./loaded.testing";
import { UniverWorkbook } from "./univer-workbook";

const running: Univer[] = [];

// Univer keeps timers until it is told to go.
afterEach(() => {
  for (const univer of running.splice(0)) univer.dispose();
});

function open(content: WorkbookSnapshot): UniverWorkbook {
  const { univer, loaded, book } = loadedFromSnapshot(content);
  running.push(univer);
  return new UniverWorkbook(loaded, book, { reveal: () => undefined, setEditable: () => undefined });
}

describeWorkbookModel("UniverWorkbook", open);
