import type { CellRange } from "../../core/workbook/address";
import { decimalsOfFormat } from "../../core/workbook/number-format";
import type { DropDown, PageSetup } from "../../core/workbook/sheet-plan";
import type { Cell, CellValue, SheetSnapshot, SheetVisibility } from "../../core/workbook/snapshot";
import { boundingRange, intersection, overlap } from "./addresses";
import { displayText, numberFormatOf } from "./display-text";
import { ExcelError } from "./excel-error";
import { MemoryCells, isFilled } from "./memory-cells";
import type { MemoryCell } from "./memory-cells";
import { MemoryLines } from "./memory-lines";
import type {
  CellContent,
  CellFormat,
  CellFormatPatch,
  ConditionalFormatModel,
  ConditionalFormatPatch,
  ModelEvent,
  SheetModel,
} from "./model";

/** What a sheet needs of its workbook. */
export interface SheetSurroundings {
  readonly newId: () => string;
  readonly announce: (event: ModelEvent) => void;
  /** Computes a formula; what it computes is the model's business, not the host's. */
  readonly evaluate: (formula: string) => CellValue;
}

/** Points: Excel's standard for 11-point type. */
const STANDARD_WIDTH = 48;
const STANDARD_HEIGHT = 15;

/** A sheet in memory. Besides the model's methods it does what a user does: insert rows, copy rows. */
export class MemorySheet implements SheetModel {
  tabColor = "";
  visibility: SheetVisibility;
  protected = false;
  frozenRows = 0;
  pageSetup: PageSetup | null = null;
  dropDowns: readonly DropDown[] = [];

  private readonly cells = new MemoryCells();
  private merged: readonly CellRange[];
  private conditional: readonly ConditionalFormatModel[] = [];
  private readonly rows: MemoryLines;
  private readonly columns: MemoryLines;

  constructor(
    readonly id: string,
    public name: string,
    private readonly around: SheetSurroundings,
    content?: SheetSnapshot,
  ) {
    this.visibility = content?.visibility ?? "visible";
    this.merged = content?.merges ?? [];
    this.rows = new MemoryLines(content?.hiddenRows ?? [], STANDARD_HEIGHT);
    this.columns = new MemoryLines(content?.hiddenColumns ?? [], STANDARD_WIDTH);
    for (const cell of content?.cells ?? []) {
      const { value, text, formula } = cell;
      const numberFormat = numberFormatOf(cell);
      this.cells.set(cell.row, cell.column, {
        ...this.cells.get(cell.row, cell.column),
        value,
        text,
        formula,
        numberFormat,
      });
    }
  }

  toSnapshot(): SheetSnapshot {
    const cells: Cell[] = [];
    for (const { row, column, cell } of this.cells.entries()) {
      const { value, text, formula, numberFormat } = cell;
      if (isFilled(cell)) {
        cells.push({ row, column, value, text, formula, decimals: decimalsOfFormat(numberFormat) });
      }
    }
    return {
      name: this.name,
      visibility: this.visibility,
      cells,
      merges: this.merged,
      hiddenRows: this.rows.allHidden(),
      hiddenColumns: this.columns.allHidden(),
    };
  }

  protect(): void {
    this.protected = true;
  }

  unprotect(): void {
    this.protected = false;
  }

  usedRange(valuesOnly: boolean): CellRange | null {
    const used = this.cells.usedRange(valuesOnly);
    if (valuesOnly) return used;
    // A merge is a format: it widens what Excel calls the used range.
    return this.merged.reduce<CellRange | null>(
      (all, merge) => (all === null ? merge : boundingRange(all, merge)),
      used,
    );
  }

  values(range: CellRange): CellValue[][] {
    return this.cells.map(range, ({ value }) => value);
  }

  texts(range: CellRange): string[][] {
    return this.cells.map(range, ({ text }) => text);
  }

  formulas(range: CellRange): (string | null)[][] {
    return this.cells.map(range, ({ formula }) => formula);
  }

  numberFormats(range: CellRange): string[][] {
    return this.cells.map(range, ({ numberFormat }) => numberFormat);
  }

  write(range: CellRange, content: readonly (readonly (CellContent | null)[])[]): void {
    this.edit(range, (cell, row, column) => {
      const written = content[row]?.[column] ?? null;
      if (written === null) return cell;
      const formula = "formula" in written ? written.formula : null;
      const value = "formula" in written ? this.around.evaluate(written.formula) : written.value;
      return { ...cell, value, formula, text: displayText(value, cell.numberFormat) };
    });
    this.around.announce({ kind: "changed", sheetId: this.id, range, change: "RangeEdited" });
  }

  /** As the engine under a workbook does: new results of formulas. */
  compute(row: number, column: number, value: CellValue): void {
    const cell = this.cells.get(row, column);
    this.cells.set(row, column, { ...cell, value, text: displayText(value, cell.numberFormat) });
    this.around.announce({ kind: "calculated", sheetId: this.id });
  }

  setNumberFormats(range: CellRange, formats: readonly (readonly (string | null)[])[]): void {
    this.edit(range, (cell, row, column) => {
      const numberFormat = formats[row]?.[column] ?? null;
      return numberFormat === null
        ? cell
        : { ...cell, numberFormat, text: displayText(cell.value, numberFormat) };
    });
  }

  /** No engine, no formula that fills several cells. */
  hasSpill(): boolean {
    return false;
  }

  cellFormat(row: number, column: number): CellFormat {
    return this.cells.get(row, column).format;
  }

  setCellFormat(range: CellRange, { borders, ...patch }: CellFormatPatch): void {
    this.edit(range, (cell) => ({
      ...cell,
      format: { ...cell.format, ...patch, borders: { ...cell.format.borders, ...borders } },
    }));
  }

  merges(): readonly CellRange[] {
    return this.merged;
  }

  merge(range: CellRange): void {
    if (range.top !== range.bottom || range.left !== range.right) this.merged = [...this.merged, range];
  }

  unmerge(range: CellRange): void {
    if (this.merged.some((merge) => overlap(merge, range))) {
      this.merged = this.merged.filter((merge) => !overlap(merge, range));
    }
  }

  isRowHidden(row: number): boolean {
    return this.rows.isHidden(row);
  }

  isColumnHidden(column: number): boolean {
    return this.columns.isHidden(column);
  }

  setRowsHidden(first: number, last: number, hidden: boolean): void {
    this.rows.setHidden(first, last, hidden);
  }

  setColumnsHidden(first: number, last: number, hidden: boolean): void {
    this.columns.setHidden(first, last, hidden);
  }

  columnWidth(column: number): number {
    return this.columns.size(column);
  }

  setColumnWidth(first: number, last: number, points: number): void {
    this.columns.setSize(first, last, points);
  }

  rowHeight(row: number): number {
    return this.rows.size(row);
  }

  setRowHeight(first: number, last: number, points: number): void {
    this.rows.setSize(first, last, points);
  }

  conditionalFormats(): readonly ConditionalFormatModel[] {
    return this.conditional;
  }

  addConditionalFormat(format: Omit<ConditionalFormatModel, "id">): ConditionalFormatModel {
    const added = { ...format, id: this.around.newId() };
    this.conditional = [added, ...this.conditional];
    return added;
  }

  updateConditionalFormat(id: string, patch: ConditionalFormatPatch): void {
    this.conditional = this.conditional.map((format) =>
      format.id === id ? { ...format, ...patch } : format,
    );
  }

  deleteConditionalFormat(id: string): void {
    this.conditional = this.conditional.filter((format) => format.id !== id);
  }

  /** As a user does: `count` blank rows before row `at`; merges and conditional formats move along. */
  insertRows(at: number, count: number): void {
    const moved = (range: CellRange): CellRange => ({
      ...range,
      top: range.top < at ? range.top : range.top + count,
      bottom: range.bottom < at ? range.bottom : range.bottom + count,
    });
    this.cells.insertRows(at, count);
    this.merged = this.merged.map(moved);
    this.conditional = this.conditional.map((format) => ({ ...format, ranges: format.ranges.map(moved) }));
    this.rows.insert(at, count);
    const range = { top: at, bottom: at + count - 1, left: 0, right: 16_383 };
    this.around.announce({ kind: "changed", sheetId: this.id, range, change: "RowInserted" });
  }

  /** As a user does: copies whole rows over others; a conditional format on them comes twice, under a new id. */
  copyRows(first: number, last: number, to: number): void {
    this.cells.copyRows(first, last, to);
    const source = { top: first, bottom: last, left: 0, right: 16_383 };
    for (const format of this.conditional) {
      const ranges = format.ranges
        .map((range) => intersection(range, source))
        .filter((range) => range !== null)
        .map((range) => ({ ...range, top: range.top - first + to, bottom: range.bottom - first + to }));
      if (ranges.length > 0) this.addConditionalFormat({ ...format, ranges });
    }
    const range = { ...source, top: to, bottom: to + last - first };
    this.around.announce({ kind: "changed", sheetId: this.id, range, change: "RangeEdited" });
  }

  /** `change` gets the cell and its place within the range. */
  private edit(
    range: CellRange,
    change: (cell: MemoryCell, row: number, column: number) => MemoryCell,
  ): void {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const cell = this.cells.get(row, column);
        this.cells.set(row, column, change(cell, row - range.top, column - range.left));
      }
    }
  }
}

export function sheetNotFound(id: string): ExcelError {
  return new ExcelError("ItemNotFound", `worksheet ${id}`);
}
