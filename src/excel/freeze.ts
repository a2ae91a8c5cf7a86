import { toA1, type CellAddress } from "../core/workbook/address";
import { HostError, type FrozenCell, type FrozenSheet, type UnfreezeOutcome } from "../core/workbook/host";
import { isCellError, type CellValue } from "../core/workbook/snapshot";
import { asTyped } from "./cell-text";
import { boundsOf, readCells, writeCells, type ReadCell, type Typed } from "./formula-cells";
import {
  halfFrozenSentence,
  sheetGoneSentence,
  sheetProtectedSentence,
  sheetTooLargeSentence,
  spillSentence,
  stillComputingSentence,
} from "./messages";
import { cellsIn, MAX_CELLS_PER_SHEET } from "./reading-plan";

/** What a cell shows while its formula has no result yet. */
const NO_RESULT = /^#(?:GETTING_DATA|BUSY!|CONNECT!)$/;
/** Cells formatted as text: what is written there is taken as it is, a formula too. */
const TEXT_FORMAT = "@";

/**
 * Puts the results of all formulas of a sheet in their place (固化为数值); formats stay. All or nothing.
 * @throws HostError where a result is still to come, or belongs to a formula that fills several cells
 */
export async function freeze(context: Excel.RequestContext, sheetName: string): Promise<FrozenSheet> {
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
  try {
    await writeCells(context, id, formulas, resultOf);
  } catch (thrown) {
    try {
      await writeCells(context, id, formulas, ({ formula }) => formula);
    } catch (failure) {
      throw new HostError(halfFrozenSentence(name), { cause: failure });
    }
    throw thrown;
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
  const isAsLeft = (cell: FrozenCell): boolean => {
    const { formula = "", value = "", format = "" } = now.get(keyOf(cell)) ?? {};
    return formula === "" && format !== TEXT_FORMAT && sameValue(value, cell.value);
  };
  const restored = cells.filter(isAsLeft);
  await writeCells(context, id, restored, ({ formula }) => formula);
  const changed = cells.filter((cell) => !isAsLeft(cell)).map(({ row, column }) => ({ row, column }));
  return { restored: restored.length, changed };
}

/** A result as it is to be written to become that value. */
function resultOf({ value, format }: ReadCell): Typed {
  if (isCellError(value)) return value.error;
  return format === TEXT_FORMAT ? value : asTyped(value);
}

function keyOf({ row, column }: CellAddress): string {
  return `${String(row)}:${String(column)}`;
}

function sameValue(one: CellValue, other: CellValue): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}
