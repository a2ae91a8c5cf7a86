import type { IColumnData, IRowData, IStyleData } from "@univerjs/core";
import { readCellStyles } from "../../xlsx/cell-styles";
import { readColours } from "../../xlsx/colours";
import { requireZip } from "../../xlsx/container";
import { newBudget } from "../../xlsx/limits";
import { findWorkbookPart, openPackage, readPart } from "../../xlsx/package";
import { readSheetLook, type StoredLook } from "../../xlsx/sheet-look";
import { readWorkbookPart } from "../../xlsx/workbook-part";
import { isTrue, type XmlAttributes, type XmlHandler } from "../../xlsx/xml";
import { openZip } from "../../xlsx/zip";
import type { CalculationMode, DefinedName } from "../host/model";
import { shownStyle } from "./xlsx-styles";

/** How a sheet looks, besides its content. Rows and columns are 0-based, sizes pixels. */
export interface SheetLook {
  readonly protected: boolean;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly rows: Record<number, Partial<IRowData>>;
  readonly columns: Record<number, Partial<IColumnData>>;
  /** Style index of a cell by row and column; cells of style 0 are left out. */
  readonly styles: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

export interface WorkbookLook {
  /** In the order of the snapshot's sheets. */
  readonly sheets: readonly SheetLook[];
  readonly styles: readonly IStyleData[];
  readonly names: readonly DefinedName[];
  readonly calculationMode: CalculationMode;
  readonly activeSheet: number;
}

/** A column of 1 is as wide as a digit of the standard font at 96 dots an inch, plus 5 pixels of margin for the whole. */
const DIGIT = 7;
const MARGIN = 5;
const STANDARD_WIDTH = 8.43;
const STANDARD_HEIGHT = 20;
const PIXELS_PER_POINT = 4 / 3;
/** Columns further to the right are seldom used, and one entry of the file may speak of all of them. */
const MAX_COLUMN = 256;

const CALCULATION: Readonly<Record<string, CalculationMode>> = {
  manual: "Manual",
  autoNoTable: "AutomaticExceptTables",
};

/**
 * What `readXlsx` leaves out because no check needs it: formats, sizes, protection, frozen panes.
 * Call it for files that `readXlsx` has accepted.
 */
export function readLook(bytes: Uint8Array, name: string): WorkbookLook {
  requireZip(bytes, name);
  const source = openPackage(openZip(bytes), newBudget());
  const part = findWorkbookPart(source);
  const { sheets, styles } = readWorkbookPart(source, part);
  const colour = readColours(source, part);
  const settings = new WorkbookReader();
  readPart(source, part, settings);
  return {
    sheets: sheets.map((sheet) => shownLook(readSheetLook(source, sheet.part, colour))),
    styles: readCellStyles(source, styles, colour).map(shownStyle),
    names: settings.names,
    calculationMode: settings.calculationMode,
    activeSheet: settings.activeSheet,
  };
}

class WorkbookReader implements XmlHandler {
  readonly names: DefinedName[] = [];
  calculationMode: CalculationMode = "Automatic";
  activeSheet = 0;
  private current: XmlAttributes | null = null;
  private formula = "";

  open(name: string, attributes: XmlAttributes): void {
    if (name === "calcPr") this.calculationMode = CALCULATION[attributes["calcMode"] ?? ""] ?? "Automatic";
    else if (name === "workbookView") this.activeSheet = Number(attributes["activeTab"] ?? 0);
    else if (name === "definedName") {
      this.current = attributes;
      this.formula = "";
    }
  }

  text(text: string): void {
    if (this.current !== null) this.formula += text;
  }

  close(name: string): void {
    if (name !== "definedName" || this.current === null) return;
    const { name: defined = "", comment = "", hidden, localSheetId } = this.current;
    this.current = null;
    // Names of one sheet (print areas among them) stay in the file; the sheet on screen has no use for them.
    if (localSheetId !== undefined || defined.startsWith("_xlnm.")) return;
    this.names.push({ name: defined, formula: `=${this.formula}`, comment, visible: !isTrue(hidden) });
  }
}

function shownLook(stored: StoredLook): SheetLook {
  const { tabColor, showGridlines, frozenRows, frozenColumns, defaultHeight, defaultWidth, styles } = stored;
  return {
    protected: stored.protected,
    tabColor,
    showGridlines,
    frozenRows,
    frozenColumns,
    defaultRowHeight: defaultHeight === null ? STANDARD_HEIGHT : defaultHeight * PIXELS_PER_POINT,
    defaultColumnWidth: widthInPixels(defaultWidth ?? STANDARD_WIDTH),
    rows: shownRows(stored),
    columns: shownColumns(stored),
    styles,
  };
}

function shownRows({ rows }: StoredLook): SheetLook["rows"] {
  const shown: SheetLook["rows"] = {};
  for (const [row, { height, hidden }] of rows) {
    if (height === null && !hidden) continue;
    shown[row] = {
      ...(height === null ? {} : { h: height * PIXELS_PER_POINT, ia: 0 }),
      ...(hidden ? { hd: 1 } : {}),
    };
  }
  return shown;
}

function shownColumns({ columns }: StoredLook): SheetLook["columns"] {
  const shown: SheetLook["columns"] = {};
  for (const { first, last, width, hidden } of columns) {
    for (let column = first; column <= Math.min(last, MAX_COLUMN - 1); column++) {
      shown[column] = {
        ...(width === null ? {} : { w: widthInPixels(width) }),
        ...(hidden ? { hd: 1 } : {}),
      };
    }
  }
  return shown;
}

function widthInPixels(width: number): number {
  return Math.round(width * DIGIT) + MARGIN;
}
