import { parseA1Range, type CellRange } from "../core/workbook/address";
import type { ColourReader } from "./colours";
import { readPart, type OpenPackage } from "./package";
import { isTrue, type XmlAttributes, type XmlHandler } from "./xml";

/** Columns that are alike. 0-based, inclusive. */
export interface StoredColumns {
  readonly first: number;
  readonly last: number;
  /** As the file counts it, see `charactersOf`; null for the sheet's own. */
  readonly width: number | null;
  readonly hidden: boolean;
  /** Style of cells that are not there. */
  readonly style: number;
}

export interface StoredRow {
  /** In points; null for the sheet's own. */
  readonly height: number | null;
  /** Whether the user has set the height; otherwise it follows from the texts. */
  readonly custom: boolean;
  readonly hidden: boolean;
  /** Style of cells that are not there; null where the row has none. */
  readonly style: number | null;
}

/** Page set-up in the words of the standard (CT_PageSetup, CT_PageMargins). */
export interface StoredPage {
  readonly orientation: string;
  /** Number of Excel's paper list; 1 is Letter, which is also what a file means that names none. */
  readonly paper: number;
  /** Whether pages are fitted to `pagesAcross`; 0 for any number. */
  readonly fit: boolean;
  readonly pagesAcross: number;
  readonly centred: boolean;
  /** In inches; null where the file has none. */
  readonly margins: Readonly<Record<"top" | "bottom" | "left" | "right", number>> | null;
}

/** Cells that offer a list; `source` is a formula without “=” or texts in quotes, as the file has it. */
export interface StoredList {
  readonly ranges: readonly CellRange[];
  readonly source: string;
  /** Whether other entries are refused. */
  readonly strict: boolean;
}

/** How a sheet looks, besides its content, in the file's own units. */
export interface StoredLook {
  readonly protected: boolean;
  /** “#RRGGBB”, "" for none. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** In points; null where the file has none. */
  readonly defaultHeight: number | null;
  /** Whether rows keep the default height whatever is in them. */
  readonly fixedHeight: boolean;
  readonly defaultWidth: number | null;
  readonly columns: readonly StoredColumns[];
  /** Rows of which the file says something. */
  readonly rows: ReadonlyMap<number, StoredRow>;
  /** Style index of a cell by row and column; cells of style 0 are left out. */
  readonly styles: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Null where the file says nothing of pages. */
  readonly page: StoredPage | null;
  readonly lists: readonly StoredList[];
}

/** Cells further to the right are not worth their memory where they carry a format alone. */
const MAX_COLUMN = 256;

/** Reads how a sheet looks; a part that is not there looks like nothing. */
export function readSheetLook(source: OpenPackage, part: string, colour: ColourReader): StoredLook {
  const reader = new LookReader(colour);
  readPart(source, part, reader);
  return reader.finish();
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

class LookReader implements XmlHandler {
  private readonly columns: StoredColumns[] = [];
  private readonly rows = new Map<number, StoredRow>();
  private readonly styles = new Map<number, Map<number, number>>();
  private readonly lists: StoredList[] = [];
  private readonly look: Writable<StoredLook> = {
    protected: false,
    tabColor: "",
    showGridlines: true,
    frozenRows: 0,
    frozenColumns: 0,
    defaultHeight: null,
    fixedHeight: false,
    defaultWidth: null,
    columns: this.columns,
    rows: this.rows,
    styles: this.styles,
    page: null,
    lists: this.lists,
  };
  private readonly page: Writable<StoredPage> = {
    orientation: "portrait",
    paper: 1,
    fit: false,
    pagesAcross: 1,
    centred: false,
    margins: null,
  };

  private inData = false;
  private row = -1;
  private column = -1;
  private line: Map<number, number> | null = null;
  private list: { attributes: XmlAttributes; source: string; places: string } | null = null;
  private field: "source" | "places" | null = null;

  constructor(private readonly colour: ColourReader) {}

  finish(): StoredLook {
    return this.look;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.inData) {
      if (name === "c") this.openCell(attributes);
      else if (name === "row") this.openRow(attributes);
    } else this.openOutsideData(name, attributes);
  }

  close(name: string): void {
    if (name === "sheetData") this.inData = false;
    else if (name === "dataValidation") this.closeList();
    else if (name === "formula1" || name === "sqref") this.field = null;
  }

  text(text: string): void {
    if (this.list !== null && this.field !== null) this.list[this.field] += text;
  }

  private openOutsideData(name: string, attributes: XmlAttributes): void {
    const { look, page } = this;
    switch (name) {
      case "sheetData":
        this.inData = true;
        break;
      case "tabColor":
        look.tabColor = this.colour(attributes) ?? "";
        break;
      case "pageSetUpPr":
        page.fit = isTrue(attributes["fitToPage"]);
        break;
      case "sheetView":
        look.showGridlines = attributes["showGridLines"] === undefined || isTrue(attributes["showGridLines"]);
        break;
      case "pane":
        this.openPane(attributes);
        break;
      case "sheetFormatPr":
        this.openDefaults(attributes);
        break;
      case "col":
        this.openColumns(attributes);
        break;
      case "sheetProtection":
        look.protected = isTrue(attributes["sheet"]);
        break;
      case "printOptions":
        page.centred = isTrue(attributes["horizontalCentered"]);
        look.page = page;
        break;
      case "pageMargins":
        this.openMargins(attributes);
        break;
      case "pageSetup":
        this.openPage(attributes);
        break;
      case "dataValidation":
        // What extensions hold has its place in an element of its own.
        this.list = { attributes, source: "", places: attributes["sqref"] ?? "" };
        break;
      case "formula1":
        this.field = "source";
        break;
      case "sqref":
        this.field = "places";
        break;
    }
  }

  private openPane({ state, xSplit, ySplit }: XmlAttributes): void {
    if (state !== "frozen" && state !== "frozenSplit") return;
    this.look.frozenRows = Number(ySplit ?? 0);
    this.look.frozenColumns = Number(xSplit ?? 0);
  }

  private openDefaults({ defaultRowHeight, defaultColWidth, customHeight }: XmlAttributes): void {
    if (defaultRowHeight !== undefined) this.look.defaultHeight = Number(defaultRowHeight);
    if (defaultColWidth !== undefined) this.look.defaultWidth = Number(defaultColWidth);
    this.look.fixedHeight = isTrue(customHeight);
  }

  private openColumns({ min, max, width, hidden, style }: XmlAttributes): void {
    this.columns.push({
      first: Number(min) - 1,
      last: Number(max) - 1,
      width: width === undefined ? null : Number(width),
      hidden: isTrue(hidden) || Number(width ?? 1) === 0,
      style: Number(style ?? 0),
    });
  }

  private openMargins({ top, bottom, left, right }: XmlAttributes): void {
    const { look, page } = this;
    page.margins = {
      top: Number(top ?? 0),
      bottom: Number(bottom ?? 0),
      left: Number(left ?? 0),
      right: Number(right ?? 0),
    };
    look.page = page;
  }

  private openPage({ orientation = "portrait", paperSize, fitToWidth }: XmlAttributes): void {
    const { look, page } = this;
    page.orientation = orientation;
    if (paperSize !== undefined) page.paper = Number(paperSize);
    if (fitToWidth !== undefined) page.pagesAcross = Number(fitToWidth);
    look.page = page;
  }

  private closeList(): void {
    const list = this.list;
    this.list = null;
    if (list?.attributes["type"] !== "list") return;
    this.lists.push({
      ranges: list.places.split(/\s+/).flatMap((place) => parseA1Range(place) ?? []),
      source: list.source.trim(),
      strict:
        isTrue(list.attributes["showErrorMessage"]) && (list.attributes["errorStyle"] ?? "stop") === "stop",
    });
  }

  private openRow({ r, ht, hidden, customHeight, customFormat, s }: XmlAttributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    this.line = null;
    const isHidden = isTrue(hidden) || Number(ht ?? 1) === 0;
    const style = isTrue(customFormat) ? Number(s ?? 0) : null;
    if (ht === undefined && !isHidden && style === null) return;
    this.rows.set(this.row, {
      height: ht === undefined ? null : Number(ht),
      custom: isTrue(customHeight),
      hidden: isHidden,
      style,
    });
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
