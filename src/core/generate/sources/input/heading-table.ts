import { normaliseName } from "../../../classification/normalise";
import { headingName } from "../../../forms/text-rows";
import type { CellAddress } from "../../../workbook/address";
import { textOf, type SheetGrid } from "../../../workbook/grid";
import type { Cell } from "../../../workbook/snapshot";

/** A filled row below a row of headings. */
export interface InputRow {
  /** 0-based. */
  readonly row: number;
  /** Headings of the filled cells, from left to right. */
  readonly filled: readonly string[];
  /** The cell below a heading; of a merged area its first one. */
  cell(heading: string): Cell | undefined;
  /** Its text without blanks around it; "" where there is none. */
  text(heading: string): string;
  /** Where the cell below a heading is; that of the row's first cell where there is no such heading. */
  address(heading: string): CellAddress;
}

export interface HeadingTable {
  /** As the sheet prints them: “金额（元）”. */
  readonly printed: ReadonlyMap<string, string>;
  readonly rows: readonly InputRow[];
}

/** Rows at the top among which the row of headings is looked for. */
const TOP_ROWS = 20;

/**
 * A sheet as rows below one row of headings, in whatever order the columns stand. `names`: what a heading is called,
 * by its normalised name without a unit of money behind; others keep their own. Null where no row has all of `needed`.
 */
export function readHeadingTable(
  grid: SheetGrid,
  needed: readonly string[],
  names: Readonly<Record<string, string>>,
): HeadingTable | null {
  for (const top of grid.rowNumbers.slice(0, TOP_ROWS)) {
    const columns = new Map<string, number>();
    const printed = new Map<string, string>();
    for (const cell of grid.row(top)) {
      const own = headingName(textOf(cell));
      const heading = names[own] ?? own;
      if (heading === "" || columns.has(heading)) continue;
      columns.set(heading, cell.column);
      printed.set(heading, normaliseName(textOf(cell)));
    }
    if (!needed.every((heading) => columns.has(heading))) continue;
    const rows = grid.rowNumbers.filter((row) => row > top).map((row) => inputRow(grid, row, columns));
    return { printed, rows: rows.filter(({ filled }) => filled.length > 0) };
  }
  return null;
}

function inputRow(grid: SheetGrid, row: number, columns: ReadonlyMap<string, number>): InputRow {
  const cell = (heading: string): Cell | undefined => {
    const column = columns.get(heading);
    if (column === undefined) return undefined;
    const merge = grid.mergeOf(row, column);
    const found = merge === undefined ? grid.at(row, column) : grid.at(merge.top, merge.left);
    return textOf(found).trim() === "" ? undefined : found;
  };
  return {
    row,
    // What a merge brings from above does not make a row of its own.
    filled: [...columns].flatMap(([heading, column]) =>
      textOf(grid.at(row, column)).trim() === "" ? [] : [heading],
    ),
    cell,
    text: (heading) => textOf(cell(heading)).trim(),
    address: (heading) => ({ row, column: columns.get(heading) ?? 0 }),
  };
}
