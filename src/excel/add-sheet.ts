import { isPlanned, type SheetPlan } from "../core/workbook/sheet-plan";
import { addSheets, type AddedSheet } from "./new-sheets";
import { selectCell } from "./select-cell";

/** Adds a planned sheet like `addSheets`, unless it is there already: then it is shown as it is. */
export async function addSheetOnce(
  context: Excel.RequestContext,
  plan: SheetPlan,
): Promise<{ readonly name: string; readonly added: readonly AddedSheet[] }> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const there = worksheets.items.find(({ name }) => isPlanned(plan, name));
  if (there !== undefined) {
    await selectCell(context, there.name, { row: 0, column: 0 });
    return { name: there.name, added: [] };
  }
  const added = await addSheets(context, [plan]);
  return { name: added[0]?.name ?? plan.name, added };
}
