import type { AreaStyle } from "../workbook/sheet-plan";

/* How the report looks: A4 across, black on white, so that it can be printed and signed. */

/** Columns of the sheet, the same for both tables. */
export const COLUMN = {
  number: 0,
  sheet: 1,
  text: 2,
  severity: 3,
  cell: 4,
  others: 5,
  expected: 6,
  actual: 7,
  difference: 8,
  suggested: 9,
} as const;

export const COLUMNS = 10;

/** In points; the page is scaled to hold them all. */
export const COLUMN_WIDTHS: readonly number[] = [32, 118, 290, 46, 58, 122, 76, 76, 70, 76];

export const HEIGHT = { title: 34, section: 24, header: 20, line: 17, signature: 30 } as const;

const LINE = { color: "#A6A6A6" } as const;

/** All of the sheet. */
export const BASE: AreaStyle = { fontName: "宋体", fontSize: 10, vertical: "center", wrapText: true };
/** A title is not wrapped: it takes the whole width. */
export const TITLE: AreaStyle = { fontSize: 18, bold: true, horizontal: "center" };
export const SECTION: AreaStyle = { fontSize: 12, bold: true, vertical: "bottom" };
export const NOTE: AreaStyle = { fontColor: "#595959" };
export const HEADER: AreaStyle = { bold: true, fillColor: "#DDEBF7", horizontal: "center" };
export const BAND: AreaStyle = { bold: true, fillColor: "#F2F2F2", horizontal: "left" };
export const CAUSE: AreaStyle = { bold: true, fillColor: "#FFF2CC" };
export const TABLE: AreaStyle = { border: LINE };
export const CENTRED: AreaStyle = { horizontal: "center" };
export const FIGURE: AreaStyle = { horizontal: "right", numberFormat: "#,##0.00" };
export const DIFFERENCE: AreaStyle = { horizontal: "right", numberFormat: "+#,##0.00;-#,##0.00;0.00" };
export const ERROR: AreaStyle = { bold: true, fontColor: "#C00000" };
export const LABEL: AreaStyle = { bold: true };
