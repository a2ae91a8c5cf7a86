import type { CellAddress, CellRange } from "../../core/workbook/address";
import type { KeptTexts } from "../../core/workbook/kept-part";
import type { CellValue, SheetVisibility } from "../../core/workbook/snapshot";

/**
 * What is to be different in a saved workbook; plain data. Rows and columns are 0-based. Existing sheets go by the name
 * they have in the original; formulas in the changes use the names that sheets have after the changes.
 */
export interface WorkbookChanges {
  readonly sheets?: readonly SheetChange[];
  /** Appended after the last sheet, unless `order` says otherwise. */
  readonly added?: readonly NewSheet[];
  /** Original names. What the sheet alone uses (its comments, pictures, charts, tables) goes with it. */
  readonly deleted?: readonly string[];
  /** New names in tab order. Sheets not listed (chart sheets, say) stay at their place. */
  readonly order?: readonly string[];
  /** Added, or put in place of a name of the same scope. */
  readonly names?: readonly NewName[];
  /** All that is kept with the workbook afterwards of the kinds that are given; others of that kind are taken out. */
  readonly kept?: KeptTexts;
}

export interface SheetChange {
  /** Name in the original. */
  readonly sheet: string;
  readonly rename?: string;
  readonly visibility?: SheetVisibility;
  /** An address given twice: the later one counts. */
  readonly cells?: readonly CellChange[];
  readonly mergesAdded?: readonly CellRange[];
  /** Exactly as they stand in the sheet. */
  readonly mergesRemoved?: readonly CellRange[];
  readonly columns?: readonly ColumnChange[];
  readonly rows?: readonly RowChange[];
  readonly rulesAdded?: readonly NewRule[];
}

/** A conditional format: cells where the formula (with “=”, for the first cell) is true. Rules there are go first. */
export interface NewRule {
  readonly ranges: readonly CellRange[];
  readonly formula: string;
  readonly stopIfTrue?: boolean;
  /** “#RRGGBB”, "" for none. */
  readonly fillColor: string;
  /** “#RRGGBB”, "" for none. */
  readonly fontColor: string;
  readonly bold: boolean | null;
}

/** One cell; what is not given stays. */
export interface CellChange extends CellAddress {
  readonly content?: NewContent;
  /** Format code as in the file, e.g. `#,##0.00`. */
  readonly numberFormat?: string;
  readonly format?: FormatPatch;
}

/**
 * - `value`: a constant. A text stays a text, whatever it looks like; "" clears the cell and keeps its format.
 * - `formula` with its leading “=”, and its result; without one, programs that compute show it once they have.
 * - `cached` alone: the formula stays as it is and has this new result.
 */
export type NewContent =
  | { readonly value: CellValue }
  | { readonly formula: string; readonly cached?: CellValue }
  | { readonly cached: CellValue };

export interface ColumnChange {
  readonly first: number;
  readonly last: number;
  /** As the file counts it: widths of the digit 0 in the default font. Or in points. */
  readonly width?: { readonly characters: number } | { readonly points: number };
  readonly hidden?: boolean;
}

export interface RowChange {
  readonly first: number;
  readonly last: number;
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** A name of the workbook, or of one sheet (its new name). `formula` starts with “=”. */
export interface NewName {
  readonly name: string;
  readonly formula: string;
  readonly sheet?: string;
  readonly hidden?: boolean;
}

export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

/** Excel.BorderLineStyle (“None”, “Continuous”, “Dash”, …), Excel.BorderWeight (“Thin”, …), “#RRGGBB”. */
export interface EdgeLine {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/**
 * Format properties to lay over those a cell has. Names and values are those of Office.js, so that what the workbench
 * keeps goes through as it is. Colours are “#RRGGBB”, "" for none; sizes are points.
 */
export interface FormatPatch {
  readonly fillColor?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Excel.RangeUnderlineStyle. */
  readonly underline?: string;
  readonly strikethrough?: boolean;
  /** Excel.HorizontalAlignment. */
  readonly horizontalAlignment?: string;
  /** Excel.VerticalAlignment. */
  readonly verticalAlignment?: string;
  readonly wrapText?: boolean;
  readonly shrinkToFit?: boolean;
  readonly indentLevel?: number;
  readonly borders?: Readonly<Partial<Record<Edge, EdgeLine>>>;
}

/** A whole sheet. A cell without content carries a format alone. */
export interface NewSheet {
  readonly name: string;
  readonly visibility?: SheetVisibility;
  readonly cells: readonly CellChange[];
  readonly merges?: readonly CellRange[];
  readonly columns?: readonly ColumnChange[];
  readonly rows?: readonly RowChange[];
  readonly print?: PrintSetup;
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Header and lines to choose from by value (自动筛选). */
  readonly filter?: CellRange;
  readonly showGridlines?: boolean;
  /** “#RRGGBB”. */
  readonly tabColor?: string;
  readonly dropDowns?: readonly DropDown[];
  /** The cell the cursor stands on when the sheet is shown first; A1 if not given. */
  readonly selected?: CellAddress;
}

/**
 * Cells that offer a list: texts, or a formula such as `=名录!$A$1:$A$9`. Of texts a file holds 255 characters in all, none
 * with a comma; where some have to be left out, the user may type them.
 */
export interface DropDown {
  readonly range: CellRange;
  readonly from: readonly string[] | { readonly formula: string };
  /** Whether the user may type what is not in the list. */
  readonly free?: boolean;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Number of Excel's paper list; A4 (9) if not given, A3 is 8. */
  readonly paper?: number;
  /** All columns on one page, as many pages down as it takes. */
  readonly fitToWidth?: boolean;
  /** Rows repeated on top of each page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly area?: CellRange;
  readonly centred?: boolean;
  /** In inches; 0.75 left and right, 1 top and bottom if not given. */
  readonly margins?: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** A workbook to be written from nothing. */
export interface NewWorkbook {
  /** At least one, at least one of them visible. */
  readonly sheets: readonly NewSheet[];
  readonly names?: readonly NewName[];
}

export interface SaveResult {
  readonly bytes: Uint8Array;
  /** Chinese sentences: what the saved file no longer has. Same as `unkept` gives before. */
  readonly unkept: readonly string[];
}
