import { toA1 } from "../../core/workbook/address";
import type { CellChange } from "./changes";
import { UNSAVABLE } from "./messages";
import type { PackageDraft } from "./package-draft";
import { isInside, rangeOf } from "./sheet-rows";
import { UnsavableChangeError } from "./unsavable";
import { encodeXstring, escapeText } from "./xml-escape";
import { attributesOf } from "./xml-source";

/**
 * Carries changed headings over to the tables (ListObjects) they head: Excel takes a file in which the two differ for broken.
 * @throws UnsavableChangeError for a heading that is no text, is there twice, or is used by a formula.
 */
export function followTableHeaders(
  draft: PackageDraft,
  sheet: string,
  sheetPart: string,
  cells: readonly CellChange[],
): void {
  for (const { type, target } of draft.relationships(sheetPart)) {
    if (type === "table" && draft.has(target)) followHeader(draft, sheet, target, cells);
  }
}

function followHeader(draft: PackageDraft, sheet: string, part: string, cells: readonly CellChange[]): void {
  draft.edit(part, (edit) => {
    const table = attributesOf(edit.source, edit.root);
    const range = rangeOf(table.get("ref"));
    const list = edit.child("tableColumns");
    if (range === null || list === undefined || table.get("headerRowCount") === "0") return;
    const columns = edit.children(list);
    const names = columns.map((column) => attributesOf(edit.source, column).get("name") ?? "");
    for (const change of cells) {
      const { content } = change;
      if (content === undefined || !isInside(change, { ...range, bottom: range.top })) continue;
      const index = change.column - range.left;
      const before = names[index] ?? "";
      const value = "value" in content ? content.value : null;
      const after = typeof value === "string" ? encodeXstring(value).replaceAll("\n", "_x000a_") : "";
      if (after === before) continue;
      const isTwice = names.some((name) => name.toLowerCase() === after.toLowerCase());
      if (after === "" || isTwice || isReferredTo(draft, before)) {
        const name = table.get("displayName") ?? table.get("name") ?? "";
        throw new UnsavableChangeError(UNSAVABLE.tableHeader(sheet, toA1(change), name));
      }
      names[index] = after;
      const column = columns[index];
      if (column !== undefined) edit.setAttributes(column, { name: after });
    }
  });
}

/** Structured references name columns in brackets. */
function isReferredTo(draft: PackageDraft, column: string): boolean {
  const wanted = [`[${escapeText(column)}]`, `[@${escapeText(column)}]`];
  return draft
    .parts()
    .filter((part) => /^xl\/(?:worksheets|tables|charts)\/[^/]+\.xml$|^xl\/workbook\.xml$/i.test(part))
    .some((part) => wanted.some((text) => draft.text(part).includes(text)));
}
