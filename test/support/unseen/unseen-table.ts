import { checkWorkbook } from "../../../src/core/check-workbook";
import type { SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { summed } from "../drawn-sums";
import { grid, workbook } from "../grid";
import { disagreements, merged, mistyped, namedCells } from "../unknown-table";

/** A table as another authority publishes it: real wording, invented amounts, totals computed. */
export interface UnseenTable {
  readonly what: string;
  readonly sheet: SheetSnapshot;
  /** Amounts mistyped one at a time. */
  readonly slips: readonly (readonly [cell: string, typed: number])[];
  /** A built-in form that has the same rows and columns; none unless said otherwise. */
  readonly form?: string;
}

/** A sheet from a drawing with sums, see `summed`; merged areas in A1 style. */
export function drawn(name: string, drawing: string, ...merges: readonly string[]): SheetSnapshot {
  return merged(summed(grid(drawing, name)), ...merges);
}

/** Least share of the amounts that some sum must hold. */
const ENOUGH_COVERED = 0.8;

/** The tests of one table: understood as drawn, without a false alarm, every slip found. */
export function itIsChecked({ sheet, slips, form }: UnseenTable): void {
  test("is read, and holds", () => {
    const { tables, findings } = checkWorkbook(workbook(sheet));
    expect(disagreements(findings)).toEqual([]);
    expect(tables.map((table) => table.form)).toEqual([form ?? null]);
    const amounts = sheet.cells.filter(
      ({ decimals, text }) => decimals === 2 || /^[\d,]+\.\d\d$/.test(text),
    ).length;
    expect(tables[0]?.amounts).toBe(amounts);
    expect((tables[0]?.covered ?? 0) / amounts).toBeGreaterThanOrEqual(ENOUGH_COVERED);
  });

  test.each(slips)("%s mistyped as %d is found", (cell, typed) => {
    expect(namedCells(checkWorkbook(mistyped(sheet, cell, typed)))).toContain(cell);
  });
}
