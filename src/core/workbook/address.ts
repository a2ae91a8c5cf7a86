/** Where a cell stands. Rows and columns are 0-based, as in Office.js. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; all four bounds are 0-based and inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns of an Excel sheet. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** Letters of a 0-based column: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 form of an address, without the sheet. */
export function toA1({ row, column }: CellAddress): string {
  return columnLetters(column) + String(row + 1);
}

/** A1 form of a range; one cell gives `B2`, more give `B2:C3`. */
export function rangeToA1({ top, left, bottom, right }: CellRange): string {
  const start = toA1({ row: top, column: left });
  return top === bottom && left === right ? start : `${start}:${toA1({ row: bottom, column: right })}`;
}

/** Reads `B12` or `$B$12`; `null` where the text is no cell of an Excel sheet. */
export function parseA1(text: string): CellAddress | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const address = { row: Number(match[2]) - 1, column: column - 1 };
  return address.row < SHEET_ROWS && address.column < SHEET_COLUMNS ? address : null;
}

/** Reads `B2:C3` or `B2`, corners in any order; `null` where the text is no range. */
export function parseA1Range(text: string): CellRange | null {
  const [first = "", second = first, ...rest] = text.split(":");
  const a = parseA1(first);
  const b = parseA1(second);
  if (a === null || b === null || rest.length > 0) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** A cell with its sheet as Excel writes it: `'预算05表'!L6`; quotes doubled inside the name. */
export function qualifiedA1(sheet: string, address: CellAddress): string {
  return `'${sheet.replaceAll("'", "''")}'!${toA1(address)}`;
}
