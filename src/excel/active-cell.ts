import { toA1, type CellAddress } from "../core/workbook/address";
import { HostError, type HeldCell } from "../core/workbook/host";
import { changeCells, holdsSame, TEXT_FORMAT } from "./change-cells";
import { readCells, type ReadCell } from "./formula-cells";
import { halfReplacedSentence, sheetGoneSentence, textCellSentence } from "./messages";

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
  const read = await readCell(context, id, seen);
  if (!holdsSame(read, seen)) return null;
  const now = { ...read, format: String((looks.numberFormat as unknown[][])[0]?.[0] ?? "") };
  const isText = now.format === TEXT_FORMAT;
  if (formula !== "" && isText) throw new HostError(textCellSentence(name, toA1(seen)));
  const after = { formula, value: formula === "" ? value : "" };
  const half = (): string => halfReplacedSentence(name, toA1(seen));
  const terms = { results: false, half };
  if (!(await changeCells(context, id, [{ before: now, after }], terms))) return null;
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
