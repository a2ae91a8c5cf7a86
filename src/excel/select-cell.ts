import { toA1 } from "../core/workbook/address";
import type { CellAddress } from "../core/workbook/address";
import { HostError } from "../core/workbook/host";
import { visibilityOf } from "./cells";
import { sheetGoneSentence, sheetHiddenSentence, sheetVeryHiddenSentence } from "./messages";

/** Shows a cell; looks first whether that can be done. Two round trips, neither changes the workbook. */
export async function selectCell(
  context: Excel.RequestContext,
  sheetName: string,
  address: CellAddress,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load("visibility");
  await context.sync();
  if (sheet.isNullObject) throw new HostError(sheetGoneSentence(sheetName));
  const visibility = visibilityOf(sheet.visibility);
  if (visibility === "hidden") throw new HostError(sheetHiddenSentence(sheetName));
  if (visibility === "veryHidden") throw new HostError(sheetVeryHiddenSentence(sheetName));
  sheet.activate();
  sheet.getRange(toA1(address)).untrack().select();
  await context.sync();
}
