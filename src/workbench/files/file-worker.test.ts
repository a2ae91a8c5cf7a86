import { NOTHING_KEPT, type KeptTexts } from "../../core/workbook/kept-part";
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

const KEPT: KeptTexts = { families: ['{"甲":1}'], accepted: ['{"accepted":[]}'] };

test("what is kept goes from the opened file to the saved one, changed or not", async () => {
  const blank = writeXlsx({
    sheets: [{ name: "表", cells: [{ row: 0, column: 0, content: { value: "甲" } }] }],
  });
  const { bytes } = saveXlsx(blank, { kept: KEPT });
  const [opened, cells] = await ask({ type: "open", bytes: new Uint8Array(bytes).buffer, name: "预算.xlsx" });
  if (opened?.type !== "opened" || cells?.type !== "cells") throw new Error("not opened");
  const { sheets, styles, kept } = opened.workbook;
  expect(kept).toEqual(KEPT);
  const [before] = sheets;
  if (before === undefined) throw new Error("no sheet");
  const savedWith = async (kept: KeptTexts): Promise<Uint8Array> => {
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
    const [saved] = await ask({ type: "save", styles, kept });
    if (saved?.type !== "saved") throw new Error(JSON.stringify(saved));
    return saved.bytes;
  };
  expect(await savedWith(kept)).toEqual(new Uint8Array(bytes));
  const changed = { ...kept, families: ['{"乙":2}'] };
  expect(readXlsx(await savedWith(changed), "预算.xlsx")).toMatchObject(changed);
  const none = readXlsx(await savedWith(NOTHING_KEPT), "预算.xlsx");
  expect(none).not.toHaveProperty("families");
  expect(none).not.toHaveProperty("accepted");
});
