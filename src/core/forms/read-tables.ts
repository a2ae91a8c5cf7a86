import type { SheetGrid } from "../workbook/grid";
import { isAmountLike } from "../workbook/number";
import { BUILT_IN_FAMILIES } from "./families";
import type { FormFamily } from "./definition";
import { readLayoutTables } from "./layout-table";
import { levelsStandAlone } from "./levels-alone";
import { readTable } from "./read-table";
import { findTables } from "./recognise";
import type { Table } from "./table";
import { withUnitCodes } from "./unit-names";

/**
 * All tables of a workbook, sheet by sheet: those of known forms, and tables of amounts that fit none, read by their
 * layout. `grids` are the sheets in tab order.
 */
export function readTables(grids: readonly SheetGrid[], families: readonly FormFamily[]): Table[] {
  return withUnitCodes(grids.flatMap((grid, sheetIndex) => tablesOnSheet(grid, sheetIndex, families)));
}

/** The tables of one sheet as it tells them by itself: units that it knows by name alone have no code yet. */
export function tablesOnSheet(
  grid: SheetGrid,
  sheetIndex: number,
  families: readonly FormFamily[],
): readonly Table[] {
  const found = findTables(grid, families)
    .filter((table) => levelsStandAlone(grid, table))
    .map((own) => ({ ...own, table: readTable(grid, sheetIndex, own) }))
    .filter(({ table }) => isUnderstood(grid, table));
  const isFree = (row: number): boolean =>
    !found.some(({ top, header, rows }) => row >= top && row <= (rows.at(-1) ?? header.bottom));
  const rest = grid.rowNumbers.filter(isFree);
  return [...found.map(({ table }) => table), ...readLayoutTables(grid, sheetIndex, rest)];
}

/** Share of the amounts of a table that a form of the tool must understand. */
const LEAST_UNDERSTOOD = 0.5;

/**
 * Whether a form says something about a table. Authorities use the same titles for tables of their own: a form the tool
 * brings along that understands less than half of the amounts is not the table's. The user's own forms are believed.
 */
function isUnderstood(grid: SheetGrid, { family, form, blocks }: Table): boolean {
  if (family === null || form === null || !BUILT_IN_FAMILIES.includes(family)) return true;
  if (form.blocks.some(({ rows }) => rows.kind === "layout")) return true;
  const isAllUnderstood = blocks.every(
    ({ rows, columns }) =>
      rows.every(({ place }) => place !== null) && columns.every(({ meaning }) => meaning !== null),
  );
  if (isAllUnderstood) return true;
  let amounts = 0;
  let understood = 0;
  for (const { rows, columns } of blocks) {
    for (const { row, place } of rows) {
      for (const { column, meaning } of columns) {
        const cell = grid.at(row, column);
        if (cell === undefined || !isAmountLike(cell.value)) continue;
        amounts++;
        if (place !== null && meaning !== null) understood++;
      }
    }
  }
  return understood >= amounts * LEAST_UNDERSTOOD;
}
