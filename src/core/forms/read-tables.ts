import type { SheetGrid } from "../workbook/grid";
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
  const tables = grids.flatMap((grid, sheetIndex) => {
    const found = findTables(grid, families).filter((table) => levelsStandAlone(grid, table));
    const isFree = (row: number): boolean =>
      !found.some(({ top, header, rows }) => row >= top && row <= (rows.at(-1) ?? header.bottom));
    const rest = grid.rowNumbers.filter(isFree);
    return [
      ...found.map((table) => readTable(grid, sheetIndex, table)),
      ...readLayoutTables(grid, sheetIndex, rest),
    ];
  });
  return withUnitCodes(tables);
}
