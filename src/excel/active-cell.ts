import { toA1, type CellAddress } from "../core/workbook/address";
import { HostError, type HeldCell } from "../core/workbook/host";
import { isCellError, type CellValue } from "../core/workbook/snapshot";
import { asTyped } from "./cell-text";
import { readCells, writeCells, type ReadCell, type Typed } from "./formula-cells";
import { sheetGoneSentence, textCellSentence } from "./messages";

/** Cells formatted as text: what is written there is taken as it is, a formula too. */
const TEXT_FORMAT = "@";

/** The selected cell, of several the one that typing goes to. Two round trips. */
export async function activeCell(context: Excel.RequestContext): Promise<HeldCell> {
  const cell = context.workbook.getActiveCell().untrack();
  cell.load("rowIndex,columnIndex,worksheet/id,worksheet/name");
  await context.sync();
  const { rowIndex: row, columnIndex: column, worksheet } = cell;
  return heldBy(worksheet.name, await readCell(context, worksheet.id, { row, column }));
}

/** As in `WorkbookHost.replaceCell`. @throws HostError for a formula in a cell formatted as text, where it would not compute */
export async function replaceCell(
  context: Excel.RequestContext,
  seen: HeldCell,
  { formula, value }: Pick<HeldCell, "formula" | "value">,
): Promise<HeldCell | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(seen.sheet);
  sheet.load("id,name");
  await context.sync();
  if (sheet.isNullObject) throw new HostError(sheetGoneSentence(seen.sheet));
  const { id, name } = sheet;
  const looks = sheet.getRange(toA1(seen)).untrack();
  looks.load("numberFormat"); // comes with the reading, which leaves blank cells out
  const now = await readCell(context, id, seen);
  if (!holdsSame(now, seen)) return null;
  const isText = (looks.numberFormat as unknown[][])[0]?.[0] === TEXT_FORMAT;
  if (formula !== "" && isText) throw new HostError(textCellSentence(name, toA1(seen)));
  await writeCells(context, id, [seen], () => (formula === "" ? typed(value, isText) : formula));
  return heldBy(name, await readCell(context, id, seen));
}

async function readCell(
  context: Excel.RequestContext,
  sheetId: string,
  { row, column }: CellAddress,
): Promise<ReadCell> {
  const range = { top: row, left: column, bottom: row, right: column };
  const [cell] = await readCells(context, sheetId, range);
  return cell ?? { row, column, formula: "", value: "", format: "" };
}

function heldBy(sheet: string, { row, column, formula, value }: ReadCell): HeldCell {
  return { sheet, row, column, formula, value };
}

/** A formula is the same whatever its result is by now. */
function holdsSame(one: ReadCell, other: HeldCell): boolean {
  if (one.formula !== "" || other.formula !== "") return one.formula === other.formula;
  if (isCellError(one.value) && isCellError(other.value)) return one.value.error === other.value.error;
  return one.value === other.value;
}

function typed(value: CellValue, isText: boolean): Typed {
  if (isCellError(value)) return value.error;
  return isText ? value : asTyped(value);
}
