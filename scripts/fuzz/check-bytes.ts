import { SHEET_COLUMNS, SHEET_ROWS, type CellRange } from "../../src/core/workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import {
  readTemplates,
  readXlsx,
  saveXlsx,
  UnreadableWorkbookError,
  UnsavableChangeError,
} from "../../src/xlsx";
import { checkSnapshot } from "./check-snapshot";
import { hold, holdSentence } from "./failure";
import type { Random } from "./random";

const FILE = "预算.xlsx";
/** Larger snapshots are read, and checked on their own elsewhere. */
const CHECKED_UP_TO_CELLS = 3000;

/** A file is read or refused with a sentence; what is read is a snapshot, and can be saved. @throws what is not so */
export function checkBytes(bytes: Uint8Array, random: Random): void {
  const snapshot = unless(UnreadableWorkbookError, "refusal", () => readXlsx(bytes, FILE));
  if (snapshot === null) {
    const templates = random.oneIn(8)
      ? unless(UnreadableWorkbookError, "refusal", () => readTemplates(bytes, FILE))
      : null;
    hold(templates === null, "template of a file that cannot be read");
    return;
  }
  hold(snapshot.sheets.length > 0, "no sheets");
  snapshot.sheets.forEach(holdSheet);
  const cells = snapshot.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  if (cells <= CHECKED_UP_TO_CELLS) checkSnapshot(snapshot, random);
  if (random.oneIn(6)) {
    const reading = unless(UnreadableWorkbookError, "refusal of a template", () =>
      readTemplates(bytes, FILE),
    );
    for (const defect of reading?.defects ?? []) holdSentence(defect, "defect of a template");
  }
  if (random.oneIn(3)) holdSaved(bytes, snapshot, random);
}

/** A file is read or refused with a sentence, and no more. @throws what is not so */
export function checkSmallBytes(bytes: Uint8Array): void {
  const snapshot = unless(UnreadableWorkbookError, "refusal", () => readXlsx(bytes, FILE));
  snapshot?.sheets.forEach(holdSheet);
}

/** Null where the action is refused in the way it may be. */
function unless<T>(kind: new (...args: never[]) => Error, where: string, action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    holdSentence(error.message, where);
    return null;
  }
}

function holdSheet({ cells, merges, hiddenRows, hiddenColumns, name }: SheetSnapshot): void {
  let last = -1;
  for (const { row, column, value, text, decimals, formula } of cells) {
    const key = row * SHEET_COLUMNS + column;
    hold(
      key > last &&
        Number.isInteger(row) &&
        Number.isInteger(column) &&
        row >= 0 &&
        row < SHEET_ROWS &&
        column >= 0 &&
        column < SHEET_COLUMNS,
      "cells out of order",
      () => `${name} ${String(row)} ${String(column)}`,
    );
    last = key;
    hold(
      typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0)),
      "number of a cell",
      () => String(value),
    );
    hold(value !== "" || (formula !== null && text === ""), "blank cell");
    hold(!/undefined|\[object/.test(text), "text of a cell", () => text);
    hold(decimals === null || (Number.isInteger(decimals) && decimals >= 0), "decimals", () =>
      String(decimals),
    );
    hold(formula === null || formula.startsWith("="), "formula", () => String(formula));
  }
  const inside = ({ top, left, bottom, right }: CellRange): boolean =>
    top >= 0 && left >= 0 && top <= bottom && left <= right && bottom < SHEET_ROWS && right < SHEET_COLUMNS;
  hold(merges.every(inside), "merge outside the sheet", () => JSON.stringify(merges));
  for (const [numbers, limit] of [
    [hiddenRows, SHEET_ROWS],
    [hiddenColumns, SHEET_COLUMNS],
  ] as const)
    hold(
      numbers.every(
        (number, at) =>
          Number.isInteger(number) && number >= 0 && number < limit && number > (numbers[at - 1] ?? -1),
      ),
      "hidden lines",
      () => JSON.stringify(numbers.slice(0, 20)),
    );
}

/** One cell changed and the file saved: read again, it is the same but for that cell. */
function holdSaved(bytes: Uint8Array, snapshot: WorkbookSnapshot, random: Random): void {
  const sheet = random.pick(snapshot.sheets);
  const filled = sheet.cells.at(random.below(sheet.cells.length + 1));
  const { row, column } = filled ?? { row: random.below(20), column: random.below(20) };
  const value = random.pick([12.5, "合计<&>", true, "\ud800", -1e308, ""]);
  const saved = unless(UnsavableChangeError, "refusal to save", () =>
    saveXlsx(bytes, { sheets: [{ sheet: sheet.name, cells: [{ row, column, content: { value } }] }] }),
  );
  if (saved === null) return;
  for (const sentence of saved.unkept) holdSentence(sentence, "what is not kept");
  const again = readXlsx(saved.bytes, FILE);
  const others = (workbook: WorkbookSnapshot): string =>
    JSON.stringify(
      workbook.sheets.map(({ name, cells, merges }) => [
        name,
        cells
          .filter((cell) => name !== sheet.name || cell.row !== row || cell.column !== column)
          .map((cell) => [cell.row, cell.column, cell.value, cell.text]),
        merges,
      ]),
    );
  hold(others(again) === others(snapshot), "saving changed other cells");
  const cell = again.sheets
    .find(({ name }) => name === sheet.name)
    ?.cells.find((one) => one.row === row && one.column === column);
  if (typeof value !== "string") hold(cell?.value === value, "saved cell", () => JSON.stringify(cell?.value));
}
