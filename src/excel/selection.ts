import { parseA1Range } from "../core/workbook/address";
import { HostError, type CellPlace } from "../core/workbook/host";
import { toHostError } from "./errors";
import { runInExcel, type ExcelLibrary } from "./excel-run";
import { SELECTION_UNKNOWN } from "./messages";

/** Whoever walks over cells with the arrow keys is asked about once they stay. */
const STAYS_MS = 120;

/**
 * As in `WorkbookHost.onSelectionChanged`. Excel tells the sheet by its id alone: its name costs a round trip.
 * @throws HostError where Excel does not tell what is selected (before ExcelApi 1.9)
 */
export async function followSelection(
  excel: ExcelLibrary,
  listener: (place: CellPlace) => void,
): Promise<() => Promise<void>> {
  let newest = 0;
  let stopped = false;

  async function tell({
    worksheetId,
    address,
  }: Pick<Excel.WorksheetSelectionChangedEventArgs, "worksheetId" | "address">): Promise<void> {
    const mine = ++newest;
    const isStale = (): boolean => stopped || mine !== newest;
    const range = parseA1Range(address.split(",")[0] ?? ""); // whole rows and columns are no cell
    await new Promise((resolve) => setTimeout(resolve, STAYS_MS));
    if (range === null || isStale()) return;
    try {
      const sheet = await runInExcel(excel, (context) => nameOf(context, worksheetId));
      if (sheet !== null && !isStale()) listener({ sheet, row: range.top, column: range.left });
    } catch (error) {
      // Nobody waits for it, and the next selection asks again.
      console.warn("The sheet of the selection could not be named.", error);
    }
  }

  const handler = await runInExcel(excel, async (context) => {
    const { onSelectionChanged } = context.workbook.worksheets as Partial<Excel.WorksheetCollection>;
    if (onSelectionChanged === undefined) throw new HostError(SELECTION_UNKNOWN);
    const added = onSelectionChanged.add(tell);
    await context.sync();
    return added;
  });
  return async () => {
    stopped = true;
    const { context } = handler;
    try {
      await excel.run(context as Excel.RequestContext, async () => {
        handler.remove();
        await context.sync();
      });
    } catch (thrown) {
      throw toHostError(thrown);
    }
  };
}

async function nameOf(context: Excel.RequestContext, id: string): Promise<string | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name");
  await context.sync();
  return sheet.isNullObject ? null : sheet.name;
}
