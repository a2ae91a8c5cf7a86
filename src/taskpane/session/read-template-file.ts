import type { Template } from "../../core/generate/template";
import { readTemplates, UnreadableWorkbookError } from "../../xlsx";

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
