import fc from "fast-check";
import Decimal from "decimal.js";
import { reportOf } from "../reports.testing";
import { amountsIn, type FigureUnit } from "./amounts";

const { tables } = reportOf([], ["预算03表", "决算表", "说明"]);
const units: Record<string, string> = { 预算03表: "万元", 决算表: "元", 说明: "" };
const report = tables.map((table) => ({ ...table, unit: units[table.sheet] ?? "" }));

const shown = (wanted: FigureUnit, amount: string, sheet: string): string => {
  const { amount: figure, unit, inTable } = amountsIn(wanted, report)(amount, { sheet, cell: "B2" });
  return `${figure} ${unit ?? "-"}${inTable === null ? "" : ` (${inTable.amount} ${inTable.unit})`}`;
};

test.each<[FigureUnit, string, string, string]>([
  ["table", "997.59", "预算03表", "997.59 -"],
  ["元", "997.59", "预算03表", "9975900 元 (997.59 万元)"],
  ["万元", "997.50", "预算03表", "997.50 万元"],
  ["万元", "-12345.6", "决算表", "-1.23456 万元 (-12345.6 元)"],
  ["万元", "0.01", "决算表", "0.000001 万元 (0.01 元)"],
  ["元", "≥95%", "预算03表", "≥95% -"],
  ["元", "12.00", "说明", "12.00 -"],
  ["元", "12.00", "没有表的页", "12.00 -"],
])("in %s, %s of %s is %s", (wanted, amount, sheet, expected) => {
  expect(shown(wanted, amount, sheet)).toBe(expected);
});

test("no digit is lost on the way, however large the amount", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.nat({ max: 6 }),
      (digits, decimals) => {
        const amount = new Decimal(digits.toString()).div(10 ** decimals).toFixed();
        const { amount: figure } = amountsIn("元", report)(amount, { sheet: "预算03表", cell: "B2" });
        expect(new Decimal(figure).div(10_000).toFixed()).toBe(amount);
      },
    ),
  );
});
