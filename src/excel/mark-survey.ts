import { isMarkFormula } from "./marks";
import { listSheets } from "./sheet-list";
import type { SheetEntry } from "./sheet-list";

/** Which marks a sheet carries, and whether they can be touched. */
export interface MarkedSheet {
  readonly sheet: SheetEntry;
  readonly markIds: readonly string[];
}

/** Asks for the conditional formats of a sheet; the result gives the ids of ours after the sync. */
export function requestMarkIds(worksheet: Excel.Worksheet): () => string[] {
  const { conditionalFormats } = worksheet.getRange().untrack();
  conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return () =>
    conditionalFormats.items
      .filter(
        ({ type, customOrNullObject }) => type === "Custom" && isMarkFormula(customOrNullObject.rule.formula),
      )
      .map(({ id }) => id);
}

/** The marks of the whole workbook; two round trips. */
export async function surveyMarks(context: Excel.RequestContext): Promise<MarkedSheet[]> {
  const { sheets } = await listSheets(context);
  const requests = sheets.map((sheet) => ({
    sheet,
    markIds: requestMarkIds(context.workbook.worksheets.getItem(sheet.id)),
  }));
  await context.sync();
  return requests.map(({ sheet, markIds }) => ({ sheet, markIds: markIds() }));
}
