import { toA1, type CellAddress } from "../core/workbook/address";
import { HostError, type FrozenSheet, type UnfreezeOutcome } from "../core/workbook/host";
import { isCellError, sameValue } from "../core/workbook/snapshot";
import { changeCells, TEXT_FORMAT, type CellChange } from "./change-cells";
import { boundsOf, keyOf, readCells } from "./formula-cells";
import {
  changingSentence,
  halfFrozenSentence,
  halfThawedSentence,
  sheetGoneSentence,
  sheetProtectedSentence,
  sheetTooLargeSentence,
  spillSentence,
  stillComputingSentence,
} from "./messages";
import { cellsIn, MAX_CELLS_PER_SHEET } from "./reading-plan";

/** What a cell shows while its formula has no result yet. */
const NO_RESULT = /^#(?:GETTING_DATA|BUSY!|CONNECT!)$/;

/**
 * Puts the results of all formulas of a sheet in their place (固化为数值); formats stay. All or nothing.
 * @param again whether to try once more where the user changes the sheet meanwhile
 * @throws HostError where a result is still to come, or belongs to a formula that fills several cells
 */
export async function freeze(
  context: Excel.RequestContext,
  sheetName: string,
  again = true,
): Promise<FrozenSheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load("id,name,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("rowIndex,columnIndex,rowCount,columnCount,hasSpill");
  await context.sync();
  if (sheet.isNullObject) throw new HostError(sheetGoneSentence(sheetName));
  const { id, name } = sheet;
  if (sheet.protection.protected) throw new HostError(sheetProtectedSentence(name));
  if (used.isNullObject) return { sheet: name, id, cells: [] };
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const range = { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
  if (cellsIn(range) > MAX_CELLS_PER_SHEET) {
    throw new HostError(sheetTooLargeSentence(name, toA1({ row: range.bottom, column: range.right })));
  }
  if (used.hasSpill !== false) throw new HostError(spillSentence(name));
  const formulas = (await readCells(context, id, range)).filter(({ formula }) => formula !== "");
  const waiting = formulas.find(({ value }) => isCellError(value) && NO_RESULT.test(value.error));
  if (waiting !== undefined) throw new HostError(stillComputingSentence(name, toA1(waiting)));
  const changes = formulas.map((before) => ({ before, after: { formula: "", value: before.value } }));
  const terms = { results: true, half: () => halfFrozenSentence(name) };
  if (!(await changeCells(context, id, changes, terms))) {
    if (again) return freeze(context, name, false);
    throw new HostError(changingSentence(name));
  }
  const cells = formulas.map(({ row, column, formula, value }) => ({ row, column, formula, value }));
  return { sheet: name, id, cells };
}

/** Puts the formulas back, each where its cell still holds the result alone. */
export async function unfreeze(
  context: Excel.RequestContext,
  { sheet: sheetName, id, cells }: FrozenSheet,
): Promise<UnfreezeOutcome> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name,protection/protected");
  await context.sync();
  if (sheet.isNullObject) throw new HostError(sheetGoneSentence(sheetName));
  if (sheet.protection.protected) throw new HostError(sheetProtectedSentence(sheet.name));
  const range = boundsOf(cells);
  if (range === null) return { restored: 0, changed: [] };
  const now = new Map((await readCells(context, id, range)).map((cell) => [keyOf(cell), cell]));
  const changes: CellChange[] = [];
  const changed: CellAddress[] = [];
  for (const cell of cells) {
    const { row, column, formula } = cell;
    const before = now.get(keyOf(cell)) ?? { row, column, formula: "", value: "", format: "" };
    if (before.formula === formula) continue; // an attempt before this one
    if (before.formula === "" && before.format !== TEXT_FORMAT && sameValue(before.value, cell.value))
      changes.push({ before, after: { formula, value: "" } });
    else changed.push({ row, column });
  }
  const terms = { results: false, half: () => halfThawedSentence(sheet.name) };
  if (!(await changeCells(context, id, changes, terms))) throw new HostError(changingSentence(sheet.name));
  return { restored: cells.length - changed.length, changed };
}
