import type { Template } from "../../core/generate/template";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { readTemplates, readXlsx, UnreadableWorkbookError } from "../../xlsx";

/** A user's own templates, or what is wrong with the file, as Chinese lines. */
export function readTemplateFile(
  file: Uint8Array,
  name: string,
): { readonly templates: readonly Template[]; readonly defects: readonly string[] } {
  try {
    return readTemplates(file, name);
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) return { templates: [], defects: [error.message] };
    throw error;
  }
}

/** A workbook to take content over from, as plain data that a worker can be sent; a Chinese sentence where it cannot be read. */
export function readWorkbookFile(file: Uint8Array, name: string): WorkbookSnapshot | string {
  try {
    const workbook = readXlsx(file, name);
    return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells] })) };
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) return error.message;
    throw error;
  }
}
