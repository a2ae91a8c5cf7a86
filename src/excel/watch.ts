import { parseA1Range } from "../core/workbook/address";
import { HostError, type WorkbookChange } from "../core/workbook/host";
import { toHostError } from "./errors";
import { runInExcel, type ExcelLibrary } from "./excel-run";
import { CHANGES_UNKNOWN } from "./messages";

/** What Excel hands over when something was added, taken off again by `remove`. */
type Handler = Pick<OfficeExtension.EventHandlerResult<unknown>, "remove" | "context">;

type Sheets = Partial<Excel.WorksheetCollection>;

/**
 * As in `WorkbookHost.onChanged`. Excel tells of conditional formats nowhere here, so that marks set off nothing.
 * @throws HostError where Excel does not tell of changes (before ExcelApi 1.9)
 */
export async function followChanges(
  excel: ExcelLibrary,
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  const tell = (...changes: readonly WorkbookChange[]): Promise<void> => {
    for (const change of changes) listener(change);
    return Promise.resolve();
  };
  const aboutWorkbook = (): Promise<void> => tell({ kind: "workbook" });

  const handlers = await runInExcel(excel, async (context) => {
    const { onChanged, onCalculated, onAdded, onDeleted } = context.workbook.worksheets as Sheets;
    if (onChanged === undefined) throw new HostError(CHANGES_UNKNOWN);
    const added = [
      onChanged.add((event) => tell(...changesOf(event))),
      onCalculated?.add(() => tell({ kind: "calculated" })),
      onAdded?.add(aboutWorkbook),
      onDeleted?.add(aboutWorkbook),
    ];
    await context.sync();
    return added.filter((handler) => handler !== undefined);
  });
  const all = [handlers, await followNames(excel, aboutWorkbook)];
  return async () => {
    for (const together of all) await remove(excel, together);
  };
}

/** Takes handlers off that were added together. */
async function remove(excel: ExcelLibrary, handlers: readonly Handler[]): Promise<void> {
  const [first] = handlers;
  if (first === undefined) return;
  try {
    await excel.run(first.context as Excel.RequestContext, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (thrown) {
    throw toHostError(thrown);
  }
}

/** Names and places of sheets, from ExcelApi 1.17; where Excel is older the next reading finds them. */
async function followNames(excel: ExcelLibrary, tell: () => Promise<void>): Promise<Handler[]> {
  try {
    return await runInExcel(excel, async (context) => {
      const { onNameChanged, onMoved } = context.workbook.worksheets as Sheets;
      const added = [onNameChanged?.add(tell), onMoved?.add(tell)];
      await context.sync();
      return added.filter((handler) => handler !== undefined);
    });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return [];
  }
}

function changesOf({
  worksheetId: sheet,
  address,
  changeType,
}: Pick<Excel.WorksheetChangedEventArgs, "worksheetId" | "address" | "changeType">): WorkbookChange[] {
  // Rows and columns that come or go move the cells behind them.
  const ranges = changeType === "RangeEdited" ? address.split(",").map((area) => parseA1Range(area)) : [null];
  return ranges.map((range) => ({ kind: "cells", sheet, range }));
}
