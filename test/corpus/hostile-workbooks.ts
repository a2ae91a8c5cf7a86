import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/* Workbooks that once made the engine stumble, or might; each as small as shows it. */

export const TITLE = "支出总表";
export const LONGEST_TEXT = 32_767;

export function cell(row: number, column: number, value: CellValue, formula: string | null = null): Cell {
  return {
    row,
    column,
    value,
    text: typeof value === "object" ? value.error : String(value),
    formula,
    decimals: null,
  };
}

export function sheet(
  name: string,
  cells: readonly Cell[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  return { name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [], ...more };
}

export function workbook(
  sheets: readonly SheetSnapshot[],
  more: Partial<WorkbookSnapshot> = {},
): WorkbookSnapshot {
  return { name: "预算.xlsx", sheets, ...more };
}

/** 预算03表 with its head in rows 1 to 4 and these rows from the fifth on: code, name, 合计, 基本支出, 项目支出. */
export function table(...rows: readonly (readonly (CellValue | Cell | null)[])[]): Cell[] {
  const head = [
    ["预算03表"],
    [TITLE],
    ["单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ];
  return [...head, ...rows].flatMap((values, row) =>
    values.flatMap((value, column) => {
      if (value === null) return [];
      return [typeof value === "object" && "row" in value ? value : cell(row, column, value)];
    }),
  );
}

/** Sound rows below a total that is one too much. */
export function wrongTable(rows = 3): Cell[] {
  return table(
    ["", "合计", 3 * rows + 1, rows, 2 * rows].map((value) => (value === "" ? null : value)),
    ...Array.from({ length: rows }, (_, at) => [String(201 + (at % 20)), "某类", 3, 1, 2]),
  );
}
