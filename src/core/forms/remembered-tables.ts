import type { SheetSnapshot } from "../workbook/snapshot";
import type { FormFamily } from "./definition";
import type { readTables } from "./read-tables";
import { tablesOnSheet } from "./read-tables";
import type { Table } from "./table";
import { withUnitCodes } from "./unit-names";

/** What a sheet was read as. */
interface KnownSheet {
  readonly sheetIndex: number;
  readonly tables: readonly Table[];
}

/**
 * `readTables`, but sheets that are the same objects at the same places as the last time, looked at with the same families,
 * are not read again. Only the last workbook is remembered.
 */
export function rememberingReadTables(): typeof readTables {
  let known: ReadonlyMap<SheetSnapshot, KnownSheet> = new Map();
  let usedFamilies: readonly FormFamily[] = [];
  return (grids, families) => {
    const before = families === usedFamilies ? known : new Map<SheetSnapshot, KnownSheet>();
    const now = new Map<SheetSnapshot, KnownSheet>();
    const all = grids.flatMap((grid, sheetIndex) => {
      const found = before.get(grid.sheet);
      const tables =
        found?.sheetIndex === sheetIndex ? found.tables : tablesOnSheet(grid, sheetIndex, families);
      now.set(grid.sheet, { sheetIndex, tables });
      return tables;
    });
    known = now;
    usedFamilies = families;
    return withUnitCodes(all);
  };
}
