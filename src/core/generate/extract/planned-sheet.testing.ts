import { decimalsOfFormat } from "../../workbook/number-format";
import type { SheetPlan } from "../../workbook/sheet-plan";
import type { Cell, SheetSnapshot } from "../../workbook/snapshot";

/** A planned sheet as it is read back from a host, without formulas. */
export function sheetOfPlan({ name, cells, areas, merges = [] }: SheetPlan): SheetSnapshot {
  const formatAt = (row: number, column: number): string =>
    areas.findLast(
      ({ range, style }) =>
        style.numberFormat !== undefined &&
        range.top <= row &&
        row <= range.bottom &&
        range.left <= column &&
        column <= range.right,
    )?.style.numberFormat ?? "";
  const read = cells.flatMap(({ row, column, value }): Cell[] => {
    if (value === "") return [];
    if (typeof value !== "number")
      return [{ row, column, value, text: String(value), formula: null, decimals: null }];
    const format = formatAt(row, column);
    const decimals = decimalsOfFormat(format);
    const isPercent = format.includes("%");
    const shown = isPercent ? value * 100 : value;
    const text = (decimals === null ? String(shown) : shown.toFixed(decimals)) + (isPercent ? "%" : "");
    return [{ row, column, value, text, formula: null, decimals }];
  });
  return {
    name,
    visibility: "visible",
    cells: read.sort((a, b) => a.row - b.row || a.column - b.column),
    merges,
    hiddenRows: [],
    hiddenColumns: [],
  };
}
