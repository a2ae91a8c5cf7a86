import { textOf } from "../workbook/grid";
import type { SheetSnapshot } from "../workbook/snapshot";
import { REPORT_TITLE, SUMMARY_TITLE, texts } from "./messages";

/** Rows at the top in which a report's title and head stand, also where the user has put something above. */
const HEAD_ROWS = 20;

/**
 * Whether a sheet is a report or a summary of ours, whatever it is called now: by its title and the line on the tool that
 * made it. Its amounts are no budget.
 */
export function isReportSheet({ cells }: SheetSnapshot): boolean {
  const head = new Set<string>();
  for (const cell of cells) {
    if (cell.row >= HEAD_ROWS) break;
    head.add(textOf(cell).trim());
  }
  return (head.has(REPORT_TITLE) || head.has(SUMMARY_TITLE)) && head.has(texts.head.tool);
}
