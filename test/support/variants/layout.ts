import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { parseA1, toA1 } from "../../../src/core/workbook/address";

/* Where title, header, body and notes of a plain sheet stand, and changed sheets that remember where their cells were. */

export interface Place {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
}

/** A changed sheet; `home` says where one of its cells stood before, null for a cell that is new. */
export interface Edit {
  readonly sheet: SheetSnapshot;
  readonly home: (row: number, column: number) => Place | null;
}

/** A changed workbook; `home` maps a cell of it back to the workbook it was made from. */
export interface Changed {
  readonly snapshot: WorkbookSnapshot;
  readonly home: (sheet: string, cell: string) => { readonly sheet: string; readonly cell: string } | null;
}

export function changed(snapshot: WorkbookSnapshot, edits: readonly Edit[]): Changed {
  const bySheet = new Map(edits.map((edit) => [edit.sheet.name, edit]));
  return {
    snapshot: { ...snapshot, sheets: edits.map(({ sheet }) => sheet) },
    home: (sheet, cell) => {
      const address = parseA1(cell);
      const place = address && bySheet.get(sheet)?.home(address.row, address.column);
      return place ? { sheet: place.sheet, cell: toA1(place) } : null;
    },
  };
}

/** A sheet whose cells stay where they are; `was` is its name before. */
export function inPlace(sheet: SheetSnapshot, was = sheet.name): Edit {
  return { sheet, home: (row, column) => ({ sheet: was, row, column }) };
}

/** A sheet that was not there before. */
export function added(sheet: SheetSnapshot): Edit {
  return { sheet, home: () => null };
}

/** An amount of a plain sheet: indicators and weights of the performance tables carry no format of two decimals. */
export function isMoney({ value, decimals }: Cell): boolean {
  return typeof value === "number" && decimals === 2;
}

export interface Layout {
  /** Rows from title to unit line, 0-based and inclusive like all the others. */
  readonly unitRow: number;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly bodyTop: number;
  /** Last row above the notes. */
  readonly bodyBottom: number;
  readonly bottom: number;
  /** Last column of the header. */
  readonly right: number;
}

const NOTE = /^(?:注\d?|备注|说明)：|^本单位无/;
const UNIT_LINE = /单位：.*元$/;

/** Throws where the sheet is none of the plain ones. */
export function layoutOf(sheet: SheetSnapshot): Layout {
  const rows = rowsOf(sheet);
  const numbers = [...rows.keys()];
  const textIn = (row: number, test: (text: string, cells: number) => boolean): boolean =>
    (rows.get(row) ?? []).some(({ text }, _, cells) => test(text, cells.length));
  const unitRow = numbers.find((row) => textIn(row, (text) => UNIT_LINE.test(text)));
  const bottom = numbers.at(-1);
  if (unitRow === undefined || bottom === undefined) throw new Error(`${sheet.name} has no unit line`);
  const isNote = (row: number): boolean => NOTE.test(rows.get(row)?.[0]?.text ?? "");
  const bodyTop = numbers.find(
    (row) =>
      row > unitRow &&
      (isNote(row) ||
        (rows.get(row) ?? []).some(isMoney) ||
        textIn(row, (text, cells) => text === "合计" && cells === 1)),
  );
  if (bodyTop === undefined) throw new Error(`${sheet.name} has no body`);
  const bodyBottom = numbers.findLast((row) => !isNote(row)) ?? bodyTop;
  const header = numbers.filter((row) => row > unitRow && row < bodyTop);
  return {
    unitRow,
    headerTop: unitRow + 1,
    headerBottom: bodyTop - 1,
    bodyTop,
    bodyBottom: Math.max(bodyBottom, bodyTop - 1),
    bottom,
    right: Math.max(
      ...header.flatMap((row) => (rows.get(row) ?? []).map(({ column }) => column)),
      ...sheet.merges.filter(({ top }) => top > unitRow && top < bodyTop).map(({ right }) => right),
    ),
  };
}

/** Cells by row, ascending. */
export function rowsOf(sheet: SheetSnapshot): ReadonlyMap<number, readonly Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

export function textCell(row: number, column: number, text: string): Cell {
  return { row, column, value: text, text, formula: null, decimals: null };
}

/** Row by row, each from left to right. */
export function inOrder(cells: readonly Cell[]): Cell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Numbers from `first` to `last`, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, step) => first + step);
}
