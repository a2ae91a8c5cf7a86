import { readXlsx, saveXlsx, writeXlsx } from "../../xlsx";
import type { FileAnswer, FileRequest } from "./worker-messages";

/* The worker's own code, with an object in place of its global scope. */

const answers: FileAnswer[] = [];
const scope = {
  onmessage: (_event: { readonly data: FileRequest }): void => undefined,
  postMessage: (answer: FileAnswer): void => void answers.push(answer),
};
Object.assign(globalThis, { self: scope });

/** Sends a request; gives the answers to it. */
async function ask(data: FileRequest): Promise<readonly FileAnswer[]> {
  await import("./file-worker");
  answers.length = 0;
  scope.onmessage({ data });
  return [...answers];
}

test("form families go from the opened file to the saved one, changed or not", async () => {
  const blank = writeXlsx({
    sheets: [{ name: "表", cells: [{ row: 0, column: 0, content: { value: "甲" } }] }],
  });
  const { bytes } = saveXlsx(blank, { families: ['{"甲":1}'] });
  const [opened, cells] = await ask({ type: "open", bytes: new Uint8Array(bytes).buffer, name: "预算.xlsx" });
  if (opened?.type !== "opened" || cells?.type !== "cells") throw new Error("not opened");
  const { sheets, styles, families } = opened.workbook;
  expect(families).toEqual(['{"甲":1}']);
  const [before] = sheets;
  if (before === undefined) throw new Error("no sheet");
  const savedWith = async (kept: readonly string[]): Promise<Uint8Array> => {
    const { rows, columns, name, visibility, ...view } = before;
    await ask({
      type: "sheet",
      sheet: {
        origin: 0,
        name,
        visibility,
        view,
        cells: cells.cells,
        merges: [],
        rows,
        columns,
        shifted: false,
      },
    });
    const [saved] = await ask({ type: "save", styles, families: kept });
    if (saved?.type !== "saved") throw new Error(JSON.stringify(saved));
    return saved.bytes;
  };
  expect(await savedWith(families)).toEqual(new Uint8Array(bytes));
  expect(readXlsx(await savedWith(['{"乙":2}']), "预算.xlsx").families).toEqual(['{"乙":2}']);
  expect(readXlsx(await savedWith([]), "预算.xlsx")).not.toHaveProperty("families");
});
