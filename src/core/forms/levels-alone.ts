import { textOf, type SheetGrid } from "../workbook/grid";
import { isAmountLike } from "../workbook/number";
import type { Cell } from "../workbook/snapshot";
import { columnHeaded } from "./header";
import type { FoundTable } from "./recognise";
import { headingName } from "./text-rows";
import { isTotalWord } from "./words";

/**
 * Whether a form of indicators alone may take a table. Columns of units, projects and amounts left of the first level say
 * that the table is more than that: then it is left to its layout, as whose the indicators are would be lost, and the amounts.
 */
export function levelsStandAlone(grid: SheetGrid, { form, header, rows }: FoundTable): boolean {
  if (form.indicators === undefined || form.blocks.length > 0) return true;
  const phrases = form.indicators.columns.flatMap((column) =>
    column.role === "level1" ? column.phrases : [],
  );
  const first = columnHeaded(grid, header, phrases);
  if (first === null) return true;
  const left = rows.flatMap((row) => grid.row(row).filter(({ column }) => column < first));
  const names = new Set(left.filter(isName).map((cell) => headingName(textOf(cell))));
  // One text may stand beside all lines: 绩效指标.
  return names.size < 2 && !left.some(isAmount);
}

function isName(cell: Cell): boolean {
  const name = headingName(textOf(cell));
  return /\p{Script=Han}/u.test(name) && name !== "总分" && !isTotalWord(name);
}

/** Consecutive numbers at the left are none. */
function isAmount({ value, decimals }: Cell): boolean {
  return typeof value === "number" ? (decimals ?? 0) > 0 : isAmountLike(value);
}
