import { checkWorkbook } from "../../src/core/check-workbook";
import type { CheckReport } from "../../src/core/report";
import { parseA1Range, type CellRange } from "../../src/core/workbook/address";
import type { MoneyUnit } from "../../src/core/workbook/money";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { typed, workbook } from "./grid";

/* Tables of authorities whose forms nobody has described, drawn in the tests. */

export interface UnknownTable {
  readonly what: string;
  readonly sheet: SheetSnapshot;
  readonly unit: MoneyUnit;
  /** Numeric cells that are amounts; codes, serial numbers, percentages and row numbers are none. */
  readonly amounts: number;
  /** Amounts mistyped one at a time. */
  readonly slips: readonly (readonly [cell: string, typed: number])[];
}

/** The sheet with merged areas in A1 style. */
export function merged(sheet: SheetSnapshot, ...ranges: readonly string[]): SheetSnapshot {
  const merges = ranges.map((text): CellRange => {
    const range = parseA1Range(text);
    if (range === null) throw new Error(text);
    return range;
  });
  return { ...sheet, merges };
}

/** The tests of one table: read by its layout, holding as drawn, every slip found. */
export function itIsReadByLayout({ sheet, unit, amounts, slips }: UnknownTable): void {
  test("is read by its layout, and holds", () => {
    const { tables, families, findings } = checkWorkbook(workbook(sheet));
    expect(tables.map((table) => ({ form: table.form, unit: table.unit, amounts: table.amounts }))).toEqual([
      { form: null, unit, amounts },
    ]);
    expect(families).toEqual([]);
    expect(disagreements(findings)).toEqual([]);
  });

  test.each(slips)("%s mistyped as %d is found", (cell, typed) => {
    expect(namedCells(checkWorkbook(mistyped(sheet, cell, typed)))).toContain(cell);
  });
}

/** A workbook of one sheet with one amount mistyped. */
export function mistyped(sheet: SheetSnapshot, cell: string, value: number): WorkbookSnapshot {
  return typed(workbook(sheet), sheet.name, cell, value);
}

/** Sentences of all findings but hints. */
export function disagreements(findings: CheckReport["findings"]): string[] {
  return findings.filter(({ severity }) => severity !== "info").map(({ message }) => message);
}

/** Cells that errors name. */
export function namedCells({ findings }: CheckReport): string[] {
  return findings
    .filter(({ severity }) => severity === "error")
    .flatMap(({ cells }) => cells.map(({ cell }) => cell));
}
