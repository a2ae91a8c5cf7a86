import { ExcelError } from "./excel-error";
import type { WorkbookModel } from "./model";

const MAX_LENGTH = 31;
const FORBIDDEN = /[\\/?*[\]:]/;
/** Excel keeps it for the log of shared workbooks. */
const RESERVED = "history";

/**
 * Throws what Excel throws for a name no sheet may have: `InvalidArgument`, or `ItemAlreadyExists` where another sheet
 * has it (case does not matter).
 */
export function checkSheetName(model: WorkbookModel, name: string, ownId: string | null): void {
  const bad =
    name.trim() === "" ||
    name.length > MAX_LENGTH ||
    FORBIDDEN.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === RESERVED;
  if (bad) throw new ExcelError("InvalidArgument", `“${name}” is no name for a sheet`);
  const taken = model
    .sheets()
    .some((sheet) => sheet.id !== ownId && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new ExcelError("ItemAlreadyExists", `a sheet is already called “${name}”`);
}

/** A name Excel would choose for a new sheet. */
export function freeSheetName(model: WorkbookModel): string {
  const taken = new Set(model.sheets().map((sheet) => sheet.name.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`sheet${String(number)}`)) number++;
  return `Sheet${String(number)}`;
}
