import type { CellRange } from "../../core/workbook/address";
import type { DropDown, PageSetup } from "../../core/workbook/sheet-plan";
import type { CellValue, SheetVisibility } from "../../core/workbook/snapshot";

/**
 * The spreadsheet under the host: what Excel's document is to Excel's API. Two implementations: `MemoryWorkbook` for
 * tests, and the spreadsheet of the browser workbench.
 *
 * Contract for implementers
 * - Rows and columns are 0-based, ranges inclusive; the host has checked bounds, shapes, names and protection before
 *   it calls, so an implementation only does.
 * - Everything is synchronous: one batch of the client library is one call stack.
 * - Sheets keep their `id` for life, whatever happens to name and position. Ids contain no comma and no quote.
 * - Every change, by the user or through this interface, is announced to the subscribers after it has happened.
 * - What cannot be done throws an `ExcelError` (see excel-error.ts); any other exception becomes `GeneralException`.
 */
export interface WorkbookModel {
  /** File name with extension, e.g. “2026年部门预算.xlsx”. */
  readonly name: string;
  calculationMode: CalculationMode;

  /** In tab order, hidden ones included. */
  sheets(): readonly SheetModel[];
  /** Appends a blank visible sheet after the last one. */
  addSheet(name: string): SheetModel;
  deleteSheet(id: string): void;
  /** Moves a sheet to a 0-based position among all sheets. */
  moveSheet(id: string, position: number): void;

  /** The sheet shown, and what is selected there. */
  selection(): { readonly sheetId: string; readonly ranges: readonly CellRange[] };
  /** Shows a sheet and, if given, selects a range on it; without a range the sheet's last selection stays. */
  select(sheetId: string, range?: CellRange): void;

  names(): readonly DefinedName[];
  addName(name: DefinedName): void;
  deleteName(name: string): void;

  /** Key-value pairs that travel with the file (`workbook.settings`); values are JSON. */
  settings(): ReadonlyMap<string, unknown>;
  setSetting(key: string, value: unknown): void;
  deleteSetting(key: string): void;

  /** Custom XML parts that travel with the file (`workbook.customXmlParts`), oldest first. */
  customXmlParts(): readonly CustomXmlPart[];
  /** Takes a well-formed document; the id is new in the workbook. */
  addCustomXmlPart(xml: string): CustomXmlPart;
  setCustomXmlPart(id: string, xml: string): void;
  deleteCustomXmlPart(id: string): void;

  /** Calls `listener` after every change; the result ends the subscription. */
  subscribe(listener: (event: ModelEvent) => void): () => void;
}

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

export interface CustomXmlPart {
  readonly id: string;
  readonly xml: string;
}

/** A name of the workbook; `formula` starts with “=”. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

export type ModelEvent =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly range: CellRange;
      readonly change: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";
    }
  | { readonly kind: "selectionChanged"; readonly sheetId: string; readonly ranges: readonly CellRange[] }
  /** Formulas of the sheet have new results. */
  | { readonly kind: "calculated"; readonly sheetId: string }
  | { readonly kind: "activated" | "deactivated" | "added" | "deleted"; readonly sheetId: string };

export interface SheetModel {
  readonly id: string;
  /** Unique, valid; the host checks before it writes. */
  name: string;
  visibility: SheetVisibility;
  /** “#RRGGBB”, or "" for none. */
  tabColor: string;
  readonly protected: boolean;
  protect(): void;
  unprotect(): void;

  /** Smallest rectangle of all filled cells, or also of formatted ones; `null` for a blank sheet. */
  usedRange(valuesOnly: boolean): CellRange | null;
  /** Row by row, full size; a blank cell is "". */
  values(range: CellRange): CellValue[][];
  /** What the user sees; a blank cell is "". */
  texts(range: CellRange): string[][];
  /** Formulas with “=”; `null` where the cell holds a constant or nothing. */
  formulas(range: CellRange): (string | null)[][];
  /** Format codes as in the file, “General” by default. */
  numberFormats(range: CellRange): string[][];
  /** Same size as the range; `null` leaves a cell alone. */
  write(range: CellRange, content: readonly (readonly (CellContent | null)[])[]): void;
  setNumberFormats(range: CellRange, formats: readonly (readonly (string | null)[])[]): void;
  /** Whether some cell of the range belongs to the result of a formula that fills several cells. */
  hasSpill(range: CellRange): boolean;

  merges(): readonly CellRange[];
  merge(range: CellRange): void;
  /** Dissolves every merge that touches the range. */
  unmerge(range: CellRange): void;

  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  setRowsHidden(first: number, last: number, hidden: boolean): void;
  setColumnsHidden(first: number, last: number, hidden: boolean): void;
  /** In points. */
  columnWidth(column: number): number;
  setColumnWidth(first: number, last: number, points: number): void;
  /** In points. */
  rowHeight(row: number): number;
  setRowHeight(first: number, last: number, points: number): void;

  /** Rows that stay in sight at the top. */
  frozenRows: number;
  /** How the sheet is printed; null where the model was not told. */
  pageSetup: PageSetup | null;
  /** Lists that cells offer; where two lie over each other the later one counts. Those of an opened file are not among them. */
  dropDowns: readonly DropDown[];

  cellFormat(row: number, column: number): CellFormat;
  /** Lays `patch` over the format of every cell of the range. */
  setCellFormat(range: CellRange, patch: CellFormatPatch): void;

  /** All conditional formats of the sheet, highest priority first. */
  conditionalFormats(): readonly ConditionalFormatModel[];
  /** Adds one at the highest priority; the id is new in the workbook. */
  addConditionalFormat(format: Omit<ConditionalFormatModel, "id">): ConditionalFormatModel;
  updateConditionalFormat(id: string, patch: ConditionalFormatPatch): void;
  deleteConditionalFormat(id: string): void;
}

/** What goes into a cell. A text stays a text, whatever it looks like; "" clears the cell. */
export type CellContent = { readonly formula: string } | { readonly value: CellValue };

export const BORDER_EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
export type BorderEdge = (typeof BORDER_EDGES)[number];

export interface BorderLine {
  /** Excel.BorderLineStyle: “None”, “Continuous”, “Dash”, “Double”, … */
  readonly style: string;
  /** Excel.BorderWeight: “Hairline”, “Thin”, “Medium”, “Thick”. */
  readonly weight: string;
  /** “#RRGGBB”. */
  readonly color: string;
}

/** Format of one cell. Colours are “#RRGGBB”, "" for none; sizes are points. Alignment as in Excel's enumerations. */
export interface CellFormat {
  readonly fillColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Excel.RangeUnderlineStyle. */
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indentLevel: number;
  readonly borders: Readonly<Partial<Record<BorderEdge, BorderLine>>>;
}

export type CellFormatPatch = Partial<CellFormat>;

/** A conditional format; those of other types than “Custom” have no formula but are listed all the same. */
export interface ConditionalFormatModel {
  readonly id: string;
  /** Excel.ConditionalFormatType, e.g. “Custom”, “CellValue”, “DataBar”. */
  readonly type: string;
  readonly ranges: readonly CellRange[];
  /** With its “=”; "" while it is not set. */
  readonly formula: string;
  readonly stopIfTrue: boolean;
  /** “#RRGGBB”, "" for none. */
  readonly fillColor: string;
  /** “#RRGGBB”, "" for none. */
  readonly fontColor: string;
  readonly bold: boolean | null;
}

export type ConditionalFormatPatch = Partial<Omit<ConditionalFormatModel, "id" | "type">>;

export const DEFAULT_FORMAT: CellFormat = {
  fillColor: "",
  fontName: "宋体",
  fontSize: 11,
  fontColor: "#000000",
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  horizontalAlignment: "General",
  verticalAlignment: "Center",
  wrapText: false,
  shrinkToFit: false,
  indentLevel: 0,
  borders: {},
};
