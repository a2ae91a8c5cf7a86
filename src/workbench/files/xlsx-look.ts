import type { IColumnData, IRowData, IStyleData } from "@univerjs/core";
import { readCellStyles } from "../../xlsx/cell-styles";
import { readColours, type ColourReader } from "../../xlsx/colours";
import { requireZip } from "../../xlsx/container";
import { newBudget } from "../../xlsx/limits";
import { findWorkbookPart, openPackage, readPart, type OpenPackage } from "../../xlsx/package";
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
const PIXELS_PER_POINT = 4 / 3;
/** Rows of blank cells with a format beyond this are not worth their memory. */
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
    sheets: sheets.map((sheet) => readSheetLook(source, sheet.part, colour)),
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

function readSheetLook(source: OpenPackage, part: string, colour: ColourReader): SheetLook {
  const reader = new SheetReader(colour);
  readPart(source, part, reader);
  const { tabColor, showGridlines, frozenRows, frozenColumns, defaultRowHeight, defaultColumnWidth } = reader;
  const sizes = { frozenRows, frozenColumns, defaultRowHeight, defaultColumnWidth };
  const { rows, columns, styles } = reader;
  return { protected: reader.protected, tabColor, showGridlines, ...sizes, rows, columns, styles };
}

class SheetReader implements XmlHandler, SheetLook {
  protected = false;
  tabColor = "";
  showGridlines = true;
  frozenRows = 0;
  frozenColumns = 0;
  defaultRowHeight = 20;
  defaultColumnWidth = widthInPixels(STANDARD_WIDTH);
  readonly rows: Record<number, Partial<IRowData>> = {};
  readonly columns: Record<number, Partial<IColumnData>> = {};
  readonly styles = new Map<number, Map<number, number>>();

  private inData = false;
  private row = -1;
  private column = -1;
  private line: Map<number, number> | null = null;

  constructor(private readonly colour: ColourReader) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.inData) {
      if (name === "c") this.openCell(attributes);
      else if (name === "row") this.openRow(attributes);
    } else this.openOutsideData(name, attributes);
  }

  close(name: string): void {
    if (name === "sheetData") this.inData = false;
  }

  text(): void {
    // Contents are read by `readXlsx`.
  }

  private openOutsideData(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "sheetData":
        this.inData = true;
        break;
      case "tabColor":
        this.tabColor = this.colour(attributes) ?? "";
        break;
      case "sheetView":
        this.showGridlines = attributes["showGridLines"] === undefined || isTrue(attributes["showGridLines"]);
        break;
      case "pane":
        this.openPane(attributes);
        break;
      case "sheetFormatPr":
        this.openDefaults(attributes);
        break;
      case "col":
        this.openColumn(attributes);
        break;
      case "sheetProtection":
        this.protected = isTrue(attributes["sheet"]);
        break;
    }
  }

  private openPane({ state, xSplit, ySplit }: XmlAttributes): void {
    if (state !== "frozen" && state !== "frozenSplit") return;
    this.frozenRows = Number(ySplit ?? 0);
    this.frozenColumns = Number(xSplit ?? 0);
  }

  private openDefaults({ defaultRowHeight, defaultColWidth }: XmlAttributes): void {
    if (defaultRowHeight !== undefined) this.defaultRowHeight = Number(defaultRowHeight) * PIXELS_PER_POINT;
    if (defaultColWidth !== undefined) this.defaultColumnWidth = widthInPixels(Number(defaultColWidth));
  }

  private openColumn({ min, max, width, hidden }: XmlAttributes): void {
    const last = Math.min(Number(max), MAX_COLUMN);
    for (let column = Number(min) - 1; column < last; column++) {
      this.columns[column] = {
        ...(width === undefined ? {} : { w: widthInPixels(Number(width)) }),
        ...(isTrue(hidden) || Number(width ?? 1) === 0 ? { hd: 1 } : {}),
      };
    }
  }

  private openRow({ r, ht, hidden }: XmlAttributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    this.line = null;
    const isHidden = isTrue(hidden) || Number(ht ?? 1) === 0;
    if (ht === undefined && !isHidden) return;
    this.rows[this.row] = {
      ...(ht === undefined ? {} : { h: Number(ht) * PIXELS_PER_POINT, ia: 0 }),
      ...(isHidden ? { hd: 1 } : {}),
    };
  }

  private openCell({ r, s }: XmlAttributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (s === undefined || s === "0" || this.column >= MAX_COLUMN) return;
    if (this.line === null) this.styles.set(this.row, (this.line = new Map()));
    this.line.set(this.column, Number(s));
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (
    let at = 0, code = reference.charCodeAt(0);
    code >= 65 && code <= 90;
    code = reference.charCodeAt(++at)
  )
    column = column * 26 + code - 64;
  return column - 1;
}

function widthInPixels(width: number): number {
  return Math.round(width * DIGIT) + MARGIN;
}
