import type { CellRange } from "../../../src/core/workbook/address";
import type { Cell, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { rowsOf, textCell, type Edit } from "./layout";

/* Sheets put together anew from rows of other sheets. */

/** A row taken from a sheet (perhaps with other texts), new texts by column, or a blank row. */
export type Line =
  | {
      readonly kind: "row";
      readonly sheet: SheetSnapshot;
      readonly row: number;
      readonly text?: (text: string) => string;
    }
  | { readonly kind: "texts"; readonly texts: readonly (readonly [column: number, text: string])[] }
  | { readonly kind: "blank" };

export const BLANK: Line = { kind: "blank" };

export function texts(...cells: readonly (readonly [column: number, text: string])[]): Line {
  return { kind: "texts", texts: cells };
}

export function rowsFrom(
  sheet: SheetSnapshot,
  rows: readonly number[],
  text?: (text: string) => string,
): Line[] {
  return rows.map((row) => ({ kind: "row", sheet, row, ...(text === undefined ? {} : { text }) }));
}

/** The sheet that shows these lines from top to bottom; merges and hidden rows come along with their rows. */
export function sheetOfLines(name: string, lines: readonly Line[], like: SheetSnapshot): Edit {
  const sources = new Set(lines.flatMap((line) => (line.kind === "row" ? [line.sheet] : [])));
  const cellsOf = new Map([...sources].map((sheet) => [sheet, rowsOf(sheet)]));
  const cells = lines.flatMap((line, row): Cell[] => {
    if (line.kind === "blank") return [];
    if (line.kind === "texts") return line.texts.map(([column, text]) => textCell(row, column, text));
    return (cellsOf.get(line.sheet)?.get(line.row) ?? []).map((cell) => {
      if (line.text === undefined || typeof cell.value !== "string") return { ...cell, row };
      const value = line.text(cell.value);
      return { ...cell, row, value, text: value };
    });
  });
  const isRow = (at: number, sheet: SheetSnapshot, row: number): boolean => {
    const line = lines[at];
    return line?.kind === "row" && line.sheet === sheet && line.row === row;
  };
  const merges = lines.flatMap((line, at): CellRange[] => {
    if (line.kind !== "row") return [];
    return line.sheet.merges
      .filter(({ top }) => top === line.row)
      .map(({ top, bottom, left, right }) => ({ top: at, bottom: at + bottom - top, left, right, from: top }))
      .filter(({ top, bottom, from }) => {
        for (let row = top; row <= bottom; row++) if (!isRow(row, line.sheet, from + row - top)) return false;
        return true;
      })
      .map(({ top, bottom, left, right }) => ({ top, bottom, left, right }));
  });
  const hiddenRows = lines.flatMap((line, at) =>
    line.kind === "row" && line.sheet.hiddenRows.includes(line.row) ? [at] : [],
  );
  return {
    sheet: { ...like, name, cells, merges, hiddenRows },
    home: (row, column) => {
      const line = lines[row];
      return line?.kind === "row" ? { sheet: line.sheet.name, row: line.row, column } : null;
    },
  };
}

/** Everything on a sheet `by` columns further right. */
export function shiftedRight(sheet: SheetSnapshot, by: number): Edit {
  return {
    sheet: {
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, column: cell.column + by })),
      merges: sheet.merges.map((merge) => ({ ...merge, left: merge.left + by, right: merge.right + by })),
      hiddenColumns: sheet.hiddenColumns.map((column) => column + by),
    },
    home: (row, column) => (column < by ? null : { sheet: sheet.name, row, column: column - by }),
  };
}
