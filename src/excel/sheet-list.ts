import type { SheetVisibility } from "../core/workbook/snapshot";
import { visibilityOf } from "./cells";

export interface SheetEntry {
  /** Excel's id: stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
}

/** File name and sheets in tab order; one round trip. */
export async function listSheets(
  context: Excel.RequestContext,
): Promise<{ readonly name: string; readonly sheets: readonly SheetEntry[] }> {
  const { workbook } = context;
  workbook.load("name");
  workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  await context.sync();
  const sheets = workbook.worksheets.items.map(({ id, name, visibility, protection }) => ({
    id,
    name,
    visibility: visibilityOf(visibility),
    isProtected: protection.protected,
  }));
  return { name: workbook.name, sheets };
}
