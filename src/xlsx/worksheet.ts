import { parseA1Range, SHEET_COLUMNS, SHEET_ROWS, toA1, type CellRange } from "../core/workbook/address";
import { CellTableBuilder, DuplicateCell } from "../core/workbook/cell-table-builder";
import type { Cells, SheetSnapshot } from "../core/workbook/snapshot";
import { addCell, type CellContext, type StoredCell } from "./cell-reader";
import { FormulaReader } from "./formula-reader";
import { readLongPart, type OpenPackage } from "./package";
import { ReadProblem } from "./problem";
import type { SheetEntry } from "./workbook-part";
import { checkDepth, isTrue, localName, type PartParser, type XmlAttributes } from "./xml";

/**
 * Reads one worksheet.
 *
 * A formula that no program has computed yet (written by a tool, never opened in Excel) is kept as a cell with value ""
 * and text ""; nothing else in a snapshot has these. A formula whose result is "" is blank and is left out, unless the
 * context asks for it.
 * @throws ReadProblem `broken-sheet`, with the cell where it is known: half a sheet is never returned.
 */
export function readWorksheet(source: OpenPackage, sheet: SheetEntry, context: CellContext): SheetSnapshot {
  const reader = new WorksheetReader(sheet.name, source, context);
  try {
    const found = readLongPart(source, sheet.part, (parser) => {
      reader.listen(parser);
    });
    if (!found) throw new ReadProblem("broken-sheet", { sheet: sheet.name });
  } catch (error) {
    if (error instanceof ReadProblem && (error.code === "broken-part" || error.code === "damaged")) {
      throw new ReadProblem("broken-sheet", { sheet: sheet.name, part: sheet.part }, { cause: error });
    }
    throw error;
  }
  return reader.finish(sheet);
}

/** Position of “General” among the formats of a workbook. */
const GENERAL_FORMAT = 0;

/**
 * The hot loop of reading: called for every tag, so its state is plain fields, not objects.
 * Elements count only inside `sheetData`: extensions further down reuse names like `f`.
 */
class WorksheetReader implements StoredCell {
  private readonly table: CellTableBuilder;
  private readonly merges: CellRange[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly formulas: FormulaReader;

  private isWorksheet = false;
  private inData = false;
  private inPhonetic = false;
  private collecting = false;
  row = -1;
  column = -1;

  type = "n";
  style: string | undefined;
  content = "";
  formula: string | null = null;
  private piece = "";
  private depth = 0;
  private inCell = false;
  /** Attributes of the tag that is being opened, as far as cells have them. */
  private nextReference: string | undefined;
  private nextType: string | undefined;
  private nextStyle: string | undefined;

  constructor(
    private readonly sheet: string,
    private readonly source: OpenPackage,
    private readonly context: CellContext,
  ) {
    this.formulas = new FormulaReader(sheet, source.budget);
    this.table = new CellTableBuilder(context.numberFormats.formats, context.sharedStrings);
  }

  listen(parser: PartParser): void {
    parser.on("attribute", ({ name, value }) => {
      if (name === "r") this.nextReference = value;
      else if (name === "s") this.nextStyle = value;
      else if (name === "t") this.nextType = value;
    });
    parser.on("opentag", ({ name, attributes }) => {
      checkDepth(++this.depth, this.sheet);
      if (this.inData) this.open(localName(name), attributes);
      else this.openOutsideData(localName(name), attributes);
      this.nextReference = this.nextStyle = this.nextType = undefined;
    });
    parser.on("text", (text) => {
      if (this.collecting) this.piece += text;
    });
    parser.on("cdata", (text) => {
      if (this.collecting) this.piece += text;
    });
    parser.on("closetag", ({ name }) => {
      this.depth--;
      if (this.inData) this.close(localName(name));
    });
  }

  private open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "c":
        this.openCell();
        break;
      case "v":
        this.startText();
        break;
      case "t":
        if (!this.inPhonetic) this.startText();
        break;
      case "f":
        this.formulas.open(attributes);
        this.startText();
        break;
      case "row":
        this.openRow(attributes);
        break;
      case "rPh":
        this.inPhonetic = true;
        break;
    }
  }

  private close(name: string): void {
    switch (name) {
      case "v":
        this.content = this.piece;
        this.collecting = false;
        break;
      case "t":
        if (this.collecting) this.content += this.piece;
        this.collecting = false;
        break;
      case "f":
        this.formulas.close(this.piece);
        this.collecting = false;
        break;
      case "c":
        this.closeCell();
        break;
      case "rPh":
        this.inPhonetic = false;
        break;
      case "sheetData":
        this.inData = false;
        break;
    }
  }

  finish({ name, visibility }: SheetEntry): SheetSnapshot {
    if (!this.isWorksheet) throw new ReadProblem("broken-sheet", { sheet: name });
    return {
      name,
      visibility,
      cells: this.cells(),
      merges: this.merges,
      hiddenRows: ascending(this.hiddenRows),
      hiddenColumns: ascending(this.hiddenColumns),
    };
  }

  private startText(): void {
    this.piece = "";
    this.collecting = true;
  }

  private openOutsideData(name: string, attributes: XmlAttributes): void {
    if (name === "worksheet") this.isWorksheet = true;
    else if (name === "sheetData") this.inData = true;
    else if (name === "col") this.openColumn(attributes);
    else if (name === "mergeCell") {
      const range = parseA1Range(attributes["ref"] ?? "");
      if (range === null) throw this.broken();
      this.merges.push(range);
    }
  }

  private openColumn(attributes: XmlAttributes): void {
    if (!isTrue(attributes["hidden"]) && Number(attributes["width"] ?? 1) !== 0) return;
    const first = Math.max(1, Math.trunc(Number(attributes["min"])));
    const last = Math.min(Number(attributes["max"]), SHEET_COLUMNS);
    if (this.hiddenColumns.size === SHEET_COLUMNS) return;
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private openRow(attributes: XmlAttributes): void {
    // It would move the cell that is still open.
    if (this.inCell) throw this.broken();
    const number = attributes["r"];
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    if (!(Number.isInteger(this.row) && this.row >= 0 && this.row < SHEET_ROWS)) throw this.broken();
    if (isTrue(attributes["hidden"]) || Number(attributes["ht"] ?? 1) === 0) this.hiddenRows.add(this.row);
  }

  private openCell(): void {
    if (this.inCell) throw this.broken();
    this.inCell = true;
    const reference = this.nextReference;
    if (reference === undefined) this.column++;
    else this.moveTo(reference);
    // A cell outside every row has no place.
    if (this.row < 0 || this.column >= SHEET_COLUMNS) throw this.broken();
    this.type = this.nextType ?? "n";
    this.style = this.nextStyle;
    this.content = "";
    this.formulas.reset();
  }

  /** Reads `AB12` without making objects: this runs for every cell. */
  private moveTo(reference: string): void {
    let column = 0;
    let row = 0;
    let at = 0;
    let code = reference.charCodeAt(0);
    for (; code >= 65 && code <= 90; code = reference.charCodeAt(++at)) column = column * 26 + code - 64;
    const letters = at;
    for (; code >= 48 && code <= 57; code = reference.charCodeAt(++at)) row = row * 10 + code - 48;
    const whole = at === reference.length && letters > 0 && at > letters;
    if (!whole || row < 1 || row > SHEET_ROWS || column > SHEET_COLUMNS) throw this.broken(reference);
    this.row = row - 1;
    this.column = column - 1;
  }

  private closeCell(): void {
    this.inCell = false;
    this.formula = this.formulas.finish(this.row, this.column);
    const found = addCell(this.table, this, this.context);
    if (found === "missing") throw this.broken(toA1(this));
    if (found === "blank") {
      // Programs write the result "" as a string; a formula with neither type nor value was never computed.
      if (this.formula === null || (this.type === "str" && !this.context.blankFormulas)) return;
      this.table.uncomputed(this.row, this.column, GENERAL_FORMAT, this.formula);
    }
    this.source.budget.cell(this.sheet);
  }

  /** Nothing is lost in a file that lists its cells in another order; a cell listed twice has no one value. */
  private cells(): Cells {
    try {
      return this.table.build();
    } catch (error) {
      if (error instanceof DuplicateCell) throw this.broken(toA1(error));
      throw error;
    }
  }

  private broken(cell?: string): ReadProblem {
    const place = { sheet: this.sheet };
    // What does not even look like a cell says nothing to the reader.
    const isNamed = cell !== undefined && /^[A-Z]{1,5}\d{1,9}$/.test(cell);
    return new ReadProblem("broken-sheet", isNamed ? { ...place, cell } : place);
  }
}

function ascending(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}
