import type { Template } from "../../core/generate/template";
import { isSheetName } from "../save/sheet-names";
import { plannedSheet, writeXlsx, type CellChange, type NewSheet } from "../save";
import { settingsPlan } from "./settings-sheet";

/**
 * A template as a workbook with its placeholders, to be changed by the user and read by `readTemplates`: a sheet of its
 * layout, and the sheet 模板设置 where it says more than cells can.
 */
export function writeTemplate(template: Template): Uint8Array {
  return writeXlsx({ sheets: [templateSheet(template), plannedSheet(settingsPlan(template))] });
}

function templateSheet(template: Template): NewSheet {
  const { cells, areas, merges, columnWidths, rowHeights, dropDowns, frozenRows, page } = template;
  const sheet = plannedSheet({
    name: nameOf(template),
    otherNames: [],
    cells: cells.map(({ row, column, text }) => ({ row, column, value: text })),
    areas,
    merges,
    columnWidths,
    rowHeights,
    dropDowns,
    frozenRows,
    ...(page === null ? {} : { page }),
    start: { row: 0, column: 0 },
  });
  return { ...sheet, cells: sheet.cells.map(alive) };
}

/** Formulas stand as such, so that their references follow when the user inserts rows; Excel cannot read placeholders. */
function alive(change: CellChange): CellChange {
  const { content } = change;
  if (content === undefined || !("value" in content) || typeof content.value !== "string") return change;
  const isFormula = /^=./s.test(content.value) && !content.value.includes("{{");
  return isFormula ? { ...change, content: { formula: content.value } } : change;
}

function nameOf({ sheetName, each, title }: Template): string {
  const name = each === null ? sheetName : `{{#${each}}}${sheetName}`;
  return isSheetName(name) ? name : title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}
