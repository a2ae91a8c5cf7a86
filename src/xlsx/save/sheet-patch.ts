import { rangeToA1, SHEET_COLUMNS, SHEET_ROWS, type CellRange } from "../../core/workbook/address";
import { CellWriter, type CellBooks } from "./cell-writer";
import type { SheetChange } from "./changes";
import { UNSAVABLE } from "./messages";
import { columnSpans, columnStyles, patchColumns } from "./sheet-columns";
import { patchSheetData, type RowsOutcome } from "./sheet-data";
import { patchMerges } from "./sheet-merges";
import { addRules } from "./sheet-rules";
import { rangeOf } from "./sheet-rows";
import { UnsavableChangeError } from "./unsavable";
import { XmlEdit } from "./xml-edit";
import { attributesOf } from "./xml-source";

export interface PatchedSheet extends RowsOutcome {
  readonly xml: string;
}

/** A worksheet part with the changes; what they do not speak of stays to the letter. */
export function patchSheet(xml: string, change: SheetChange, books: CellBooks): PatchedSheet {
  const {
    sheet,
    cells = [],
    rows = [],
    columns = [],
    mergesAdded = [],
    mergesRemoved = [],
    rulesAdded = [],
  } = change;
  requireInside(change.sheet, change);
  const edit = new XmlEdit(xml);
  const spans = columnSpans(edit);
  patchColumns(edit, spans, columns, books.styles.defaultFont());
  patchMerges(edit, sheet, mergesRemoved, mergesAdded);
  addRules(edit, sheet, rulesAdded, books.styles);
  let outcome: RowsOutcome = { formulasGone: false, richTexts: [], richValues: [] };
  if (cells.length > 0 || rows.length > 0) {
    const sheetData = edit.child("sheetData");
    // The schema requires it; a file without it is none of ours to repair.
    if (sheetData === undefined) throw new UnsavableChangeError(UNSAVABLE.original);
    const plan = { sheet, cells, rows, columnStyle: columnStyles(spans) };
    outcome = patchSheetData(edit, sheetData, plan, new CellWriter(sheet, edit.root.prefix, books));
    widenDimension(edit, cells);
  }
  return { ...outcome, xml: edit.changed ? edit.finish() : xml };
}

/** @throws UnsavableChangeError for rows and columns that no sheet has. */
export function requireInside(
  sheet: string,
  { cells = [], rows = [], columns = [] }: Pick<SheetChange, "cells" | "rows" | "columns">,
): void {
  const isIn = (index: number, count: number): boolean =>
    Number.isInteger(index) && index >= 0 && index < count;
  const inside =
    cells.every(({ row, column }) => isIn(row, SHEET_ROWS) && isIn(column, SHEET_COLUMNS)) &&
    rows.every(({ first, last }) => isIn(first, SHEET_ROWS) && isIn(last, SHEET_ROWS)) &&
    columns.every(({ first, last }) => isIn(first, SHEET_COLUMNS) && isIn(last, SHEET_COLUMNS));
  if (!inside) throw new UnsavableChangeError(UNSAVABLE.outside(sheet));
}

/** The used range some readers rely on. */
function widenDimension(
  edit: XmlEdit,
  cells: readonly { readonly row: number; readonly column: number }[],
): void {
  const element = edit.child("dimension");
  if (element === undefined) return;
  const range = rangeOf(attributesOf(edit.source, element).get("ref"));
  if (range === null) return;
  const wide = cells.reduce<CellRange>(
    (all, { row, column }) => ({
      top: Math.min(all.top, row),
      left: Math.min(all.left, column),
      bottom: Math.max(all.bottom, row),
      right: Math.max(all.right, column),
    }),
    range,
  );
  if (rangeToA1(wide) !== rangeToA1(range)) edit.setAttributes(element, { ref: rangeToA1(wide) });
}
