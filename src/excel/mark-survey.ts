import { officeErrorOf } from "./errors";
import { isMarkFormula } from "./marks";
import { listSheets } from "./sheet-list";
import type { SheetEntry } from "./sheet-list";

/** Which marks a sheet carries, and whether they can be touched. */
export interface MarkedSheet {
  readonly sheet: SheetEntry;
  /**
   * Ids of our conditional formats, highest priority first. `null` where Excel cannot read the conditional formats of
   * the sheet: rules that were duplicated by hand make desktop Excel answer ItemNotFound for the whole collection
   * (OfficeDev/office-js issues 5222, 6827, 6835).
   */
  readonly markIds: readonly string[] | null;
}

/** Asks for the conditional formats of a sheet; the result gives the ids of ours after the sync. */
export function requestMarkIds(worksheet: Excel.Worksheet): () => string[] {
  const marks = requestMarks(worksheet);
  return () => marks().map(({ id }) => id);
}

/** The same with the formulas, which tell the severity. */
export function requestMarks(
  worksheet: Excel.Worksheet,
): () => readonly { readonly id: string; readonly formula: string }[] {
  const { conditionalFormats } = worksheet.getRange().untrack();
  conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return () =>
    conditionalFormats.items
      .filter(
        ({ type, customOrNullObject }) => type === "Custom" && isMarkFormula(customOrNullObject.rule.formula),
      )
      .map(({ id, customOrNullObject }) => ({ id, formula: customOrNullObject.rule.formula }));
}

/** The marks of the whole workbook; two round trips, more only to find the sheets Excel cannot read. */
export async function surveyMarks(context: Excel.RequestContext): Promise<MarkedSheet[]> {
  const { sheets } = await listSheets(context);
  return surveySheets(context, sheets);
}

async function surveySheets(
  context: Excel.RequestContext,
  sheets: readonly SheetEntry[],
): Promise<MarkedSheet[]> {
  if (sheets.length === 0) return [];
  const requests = sheets.map((sheet) => ({
    sheet,
    markIds: requestMarkIds(context.workbook.worksheets.getItem(sheet.id)),
  }));
  try {
    await context.sync();
  } catch (thrown) {
    if (!concernsMarks(thrown)) throw thrown;
    const [only, ...others] = sheets;
    if (only !== undefined && others.length === 0) return [{ sheet: only, markIds: null }];
    const middle = Math.ceil(sheets.length / 2);
    return [
      ...(await surveySheets(context, sheets.slice(0, middle))),
      ...(await surveySheets(context, sheets.slice(middle))),
    ];
  }
  return requests.map(({ sheet, markIds }) => ({ sheet, markIds: markIds() }));
}

/** Failures that say nothing about conditional formats, and would meet every other request too. */
const ABOUT_SOMETHING_ELSE = new Set([
  "InvalidOperationInCellEditMode",
  "ApiNotFound",
  "ConnectionFailure",
  "Timeout",
]);

/** Whether leaving conditional formats out may help. */
export function concernsMarks(thrown: unknown): boolean {
  const error = officeErrorOf(thrown);
  return error !== null && !ABOUT_SOMETHING_ELSE.has(error.code);
}
