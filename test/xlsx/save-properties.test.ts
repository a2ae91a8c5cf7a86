import fc from "fast-check";
import type { CellChange } from "../../src/xlsx";
import { readXlsx, saveXlsx } from "../../src/xlsx";
import { packageFaults } from "./parts";
import { richPackage } from "./rich-package";
import type { CellValue } from "../../src/core/workbook/snapshot";

const RICH = richPackage();

/** Texts of any characters; a number is any a cell can hold. */
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("=1", "_x0041_", " \n", "]]>", "<v>&amp;"),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
);
/** Column D holds an array formula. */
const cell = fc.record({ row: fc.nat(14), column: fc.constantFrom(0, 1, 2, 4, 5, 30), value });

function contents(bytes: Uint8Array): Map<string, readonly [CellValue, string | null]> {
  const [sheet] = readXlsx(bytes, "甲.xlsx").sheets;
  return new Map(
    sheet?.cells.map(({ row, column, value, formula }) => [
      `${String(row)} ${String(column)}`,
      [value, formula],
    ]),
  );
}

test("whatever is typed anywhere reads back, and nothing else changes", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), fc.boolean(), (typed, bold) => {
      const cells = typed.map(({ row, column, value }): CellChange => ({
        row,
        column,
        content: { value },
        ...(bold ? { format: { bold } } : {}),
      }));
      const { bytes } = saveXlsx(RICH, { sheets: [{ sheet: "预算表", cells }] });
      const expected = contents(RICH);
      for (const { row, column, value } of typed) {
        if (value === "") expected.delete(`${String(row)} ${String(column)}`);
        else expected.set(`${String(row)} ${String(column)}`, [value, null]);
      }
      expect(contents(bytes)).toEqual(expected);
      expect(packageFaults(bytes)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
