import { keptList, keptTexts, type KeptTexts } from "../../core/workbook/kept-part";
import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { readXlsx, saveXlsx, UnreadableWorkbookError, UnsavableChangeError } from "../../xlsx";
import { cellRowsOf, openedSheet, styleName, uncomputedOf } from "./cell-rows";
import { changesOf } from "./changes";
import type { CellRows, OpenedWorkbook } from "./opened-workbook";
import type { CurrentSheet, FileAnswer, FileRequest } from "./worker-messages";
import { readLook, type SheetLook } from "./xlsx-look";

/**
 * Reads and saves files off the page's thread. Lives as long as its workbook is open and keeps the file as it came: saving
 * compares what is on screen with it, and writes the differences into it.
 */
interface OpenFile {
  readonly bytes: Uint8Array;
  readonly workbook: OpenedWorkbook;
  readonly cells: (sheet: number) => CellRows;
}

let file: OpenFile | null = null;
let current: CurrentSheet[] = [];

self.onmessage = ({ data }: MessageEvent<FileRequest>): void => {
  try {
    if (data.type === "open") open(new Uint8Array(data.bytes), data.name);
    else if (data.type === "sheet") current.push(data.sheet);
    else save(data.styles, data.kept);
  } catch (error) {
    answer(failureOf(error));
  }
};

function open(bytes: Uint8Array, name: string): void {
  const snapshot = readXlsx(bytes, name);
  const look = readLook(bytes, name);
  const pairs = snapshot.sheets.map(
    (sheet, index) => [sheet, look.sheets[index]] as [SheetSnapshot, SheetLook],
  );
  const shown = firstVisible(snapshot.sheets, look.activeSheet);
  const workbook: OpenedWorkbook = {
    name,
    sheets: pairs.map(([sheet, sheetLook]) => openedSheet(sheet, sheetLook, look.styles)),
    styles: Object.fromEntries(look.styles.map((style, index) => [styleName(index), style])),
    names: look.names,
    kept: keptTexts(keptList(snapshot)),
    calculationMode: look.calculationMode,
    activeSheet: shown,
  };
  const cells = (sheet: number): CellRows => {
    const pair = pairs[sheet];
    return pair === undefined ? {} : cellRowsOf(...pair);
  };
  file = { bytes, workbook, cells };
  answer({ type: "opened", workbook });
  const order = [shown, ...pairs.keys()].filter((sheet, index) => index === 0 || sheet !== shown);
  for (const [index, sheet] of order.entries()) {
    const filled = cells(sheet);
    const last = index === order.length - 1;
    answer({ type: "cells", sheet, cells: filled, uncomputed: uncomputedOf(filled), last });
  }
}

/** The sheet the file shows first, or the first one that can be seen. */
function firstVisible(sheets: readonly SheetSnapshot[], active: number): number {
  if (sheets[active]?.visibility === "visible") return active;
  return Math.max(
    0,
    sheets.findIndex(({ visibility }) => visibility === "visible"),
  );
}

function save(styles: OpenedWorkbook["styles"], kept: KeptTexts): void {
  const sheets = current;
  current = [];
  if (file === null) throw new Error("No file is open.");
  const { changes, unkept } = changesOf(file.workbook, file.cells, sheets, styles);
  const saved = saveXlsx(file.bytes, { ...changes, kept });
  const bytes = new Uint8Array(saved.bytes);
  answer({ type: "saved", bytes, unkept: [...unkept, ...saved.unkept] });
}

function failureOf(error: unknown): FileAnswer {
  const expected = error instanceof UnreadableWorkbookError || error instanceof UnsavableChangeError;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { type: "failed", sentence: expected ? error.message : null, detail };
}

function answer(message: FileAnswer): void {
  self.postMessage(message);
}
