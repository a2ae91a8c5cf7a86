import type { CellRange } from "../../workbook/address";
import { textOf, type SheetGrid } from "../../workbook/grid";
import type { Cell } from "../../workbook/snapshot";
import { foldText, labelKey, type FoldedText } from "./folded";

/** A filled cell of a sheet, ready to be compared. */
export interface SheetText {
  readonly cell: Cell;
  /** As shown, trimmed; never "". */
  readonly written: string;
  readonly folded: FoldedText;
  readonly key: string;
}

/** A sheet's filled rows, from top to bottom. Rows and columns are 0-based. */
export interface SheetLines {
  readonly rows: readonly number[];
  /** Of all texts. */
  readonly keys: ReadonlySet<string>;
  /** Behind the last filled column. */
  readonly width: number;
  /** The text that stands in this very cell. */
  textAt(row: number, column: number): SheetText | undefined;
  /** Texts of a row from left to right. */
  textsOf(row: number): readonly SheetText[];
  mergeAt(row: number, column: number): CellRange | undefined;
}

/** Prepares a sheet for being compared with templates. */
export function sheetLines(grid: SheetGrid): SheetLines {
  const byRow = new Map<number, Map<number, SheetText>>();
  let width = 0;
  for (const cell of grid.sheet.cells) {
    const written = textOf(cell).trim();
    if (written === "") continue;
    const line = byRow.get(cell.row) ?? new Map<number, SheetText>();
    byRow.set(cell.row, line);
    line.set(cell.column, { cell, written, folded: foldText(written), key: labelKey(written) });
    width = Math.max(width, cell.column + 1);
  }
  const texts = new Map([...byRow].map(([row, line]) => [row, [...line.values()]]));
  const mergeAt = mergeFinder(grid.sheet.merges, width);
  return {
    rows: [...byRow.keys()].sort((a, b) => a - b),
    keys: new Set([...texts.values()].flatMap((line) => line.map(({ key }) => key))),
    width,
    textAt: (row, column) => byRow.get(row)?.get(column),
    textsOf: (row) => texts.get(row) ?? [],
    mergeAt,
  };
}

/** Finds merged areas by cell without walking through all of them. */
function mergeFinder(
  merges: readonly CellRange[],
  width: number,
): (row: number, column: number) => CellRange | undefined {
  const columns: CellRange[][] = Array.from({ length: width }, () => []);
  for (const merge of merges) {
    for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++)
      columns[column]?.push(merge);
  }
  for (const list of columns) list.sort((a, b) => a.top - b.top);
  return (row, column) => {
    const list = columns[column] ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.top ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    const found = list[low - 1];
    return found !== undefined && row <= found.bottom ? found : undefined;
  };
}
