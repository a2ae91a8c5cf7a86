import { BooleanNumber } from "@univerjs/core";
import type {
  ICellData,
  IObjectMatrixPrimitiveType,
  IRange,
  IStyleData,
  Nullable,
  Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetStyleCommand,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/sheets";
import type { CellRange } from "../../core/workbook/address";
import type { DropDown, PageSetup } from "../../core/workbook/sheet-plan";
import type { CellValue, SheetVisibility } from "../../core/workbook/snapshot";
import { overlap } from "../host/addresses";
import type {
  CellContent,
  CellFormat,
  CellFormatPatch,
  ConditionalFormatModel,
  ConditionalFormatPatch,
  SheetModel,
} from "../host/model";
import { cellDataOf, patternOf, textOf, valueOf } from "./cell-content";
import { colour, formatOf, stylePatchOf } from "./cell-styles";
import { restyle } from "./restyle";
import { scanUsedRanges, type SheetState } from "./sheet-state";
import { fromUniverRange, mutate, toUniverRange, worksheetById, type UniverAccess } from "./univer-access";
import { addFormat, deleteFormat, listFormats, updateFormat } from "./univer-conditional-formats";

const POINTS_PER_PIXEL = 0.75;

/** What a sheet needs of its workbook. */
export interface SheetSurroundings {
  readonly access: UniverAccess;
  readonly state: SheetState;
  /** Runs a change of this model: what it does is not announced as the user's doing. */
  readonly quietly: (change: () => void) => void;
  readonly announceEdit: (range: CellRange) => void;
  readonly showProtection: () => void;
}

type Stored = Nullable<ICellData>;

/** One sheet on screen, as the host knows sheets. */
export class UniverSheet implements SheetModel {
  /** Merges that Univer is still to be told of. */
  private readonly waiting: CellRange[] = [];

  constructor(
    readonly id: string,
    private readonly around: SheetSurroundings,
  ) {}

  get name(): string {
    return this.sheet.getName();
  }

  set name(name: string) {
    this.mutate(SetWorksheetNameMutation.id, { name });
  }

  get visibility(): SheetVisibility {
    if (this.sheet.isSheetHidden() !== BooleanNumber.TRUE) return "visible";
    return this.around.state.veryHidden ? "veryHidden" : "hidden";
  }

  set visibility(visibility: SheetVisibility) {
    this.around.state.veryHidden = visibility === "veryHidden";
    const hidden = visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.mutate(SetWorksheetHideMutation.id, { hidden });
  }

  get tabColor(): string {
    return colour(this.sheet.getTabColor());
  }

  set tabColor(color: string) {
    this.mutate(SetTabColorMutation.id, { color });
  }

  get protected(): boolean {
    return this.around.state.isProtected;
  }

  protect(): void {
    this.around.state.isProtected = true;
    this.around.showProtection();
  }

  unprotect(): void {
    this.around.state.isProtected = false;
    this.around.showProtection();
  }

  usedRange(valuesOnly: boolean): CellRange | null {
    const used = (this.around.state.used ??= scanUsedRanges(this.sheet));
    return valuesOnly ? used.filled : used.formatted;
  }

  values(range: CellRange): CellValue[][] {
    const spilled = this.spilledCells();
    return this.grid<CellValue>(range, "", (cell, row, column) =>
      valueOf(spilled === undefined ? cell : (spilled[row]?.[column] ?? cell)),
    );
  }

  texts(range: CellRange): string[][] {
    const styles = this.around.access.workbook.getStyles();
    const spilled = this.spilledCells();
    return this.grid(range, "", (cell, row, column) =>
      textOf(
        valueOf(spilled === undefined ? cell : (spilled[row]?.[column] ?? cell)),
        patternOf(cell, styles),
      ),
    );
  }

  formulas(range: CellRange): (string | null)[][] {
    const { injector, workbook } = this.around.access;
    const formulas = injector.get(FormulaDataModel);
    return this.grid<string | null>(range, null, (cell, row, column) => {
      if (cell?.f?.startsWith("=") === true) return cell.f;
      // A formula filled from another cell: Univer keeps its text there.
      if (!cell?.si) return null;
      return formulas.getFormulaStringByCell(row, column, this.id, workbook.getUnitId()) ?? null;
    });
  }

  numberFormats(range: CellRange): string[][] {
    const styles = this.around.access.workbook.getStyles();
    return this.grid(range, "General", (cell) => patternOf(cell, styles));
  }

  write(range: CellRange, content: readonly (readonly (CellContent | null)[])[]): void {
    this.setCells(range, (row, column) => {
      const written = content[row]?.[column] ?? null;
      return written === null ? null : cellDataOf(written);
    });
    this.around.announceEdit(range);
  }

  setNumberFormats(range: CellRange, formats: readonly (readonly (string | null)[])[]): void {
    const styles = new Map<string, IStyleData>();
    this.restyle(range, (row, column) => {
      const pattern = formats[row]?.[column] ?? null;
      if (pattern === null) return null;
      const style = styles.get(pattern) ?? { n: pattern === "General" ? null : { pattern } };
      styles.set(pattern, style);
      return style;
    });
  }

  merges(): readonly CellRange[] {
    return this.sheet.getMergeData().map(fromUniverRange);
  }

  /**
   * Univer looks at all merges of a sheet each time one comes: those that come one after the other go there together,
   * before anything else is asked of the sheet or the batch is over.
   */
  merge(range: CellRange): void {
    if (range.top === range.bottom && range.left === range.right) return;
    if (this.waiting.length === 0) queueMicrotask(() => this.mergeWaiting());
    this.waiting.push(range);
  }

  unmerge(range: CellRange): void {
    const isTouched = (merge: CellRange): boolean => overlap(merge, range);
    if (this.waiting.some(isTouched)) this.mergeWaiting();
    const { top, left, bottom, right } = range;
    const ranges = this.worksheet
      .getMergeData()
      .filter(
        ({ startRow, endRow, startColumn, endColumn }) =>
          startRow <= bottom && endRow >= top && startColumn <= right && endColumn >= left,
      );
    if (ranges.length > 0) this.mutate(RemoveWorksheetMergeMutation.id, { ranges });
  }

  isRowHidden(row: number): boolean {
    return !this.sheet.getRowRawVisible(row);
  }

  isColumnHidden(column: number): boolean {
    return !this.sheet.getColVisible(column);
  }

  setRowsHidden(first: number, last: number, hidden: boolean): void {
    const ranges = [{ startRow: first, endRow: last, startColumn: 0, endColumn: this.lastColumn }];
    this.mutate(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, { ranges });
  }

  setColumnsHidden(first: number, last: number, hidden: boolean): void {
    const ranges = [{ startRow: 0, endRow: this.lastRow, startColumn: first, endColumn: last }];
    this.mutate(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, { ranges });
  }

  columnWidth(column: number): number {
    return this.sheet.getColumnWidth(column) * POINTS_PER_PIXEL;
  }

  setColumnWidth(first: number, last: number, points: number): void {
    const ranges = [{ startRow: 0, endRow: this.lastRow, startColumn: first, endColumn: last }];
    this.mutate(SetWorksheetColWidthMutation.id, { ranges, colWidth: points / POINTS_PER_PIXEL });
  }

  rowHeight(row: number): number {
    return this.sheet.getRowHeight(row) * POINTS_PER_PIXEL;
  }

  setRowHeight(first: number, last: number, points: number): void {
    const ranges = [{ startRow: first, endRow: last, startColumn: 0, endColumn: this.lastColumn }];
    this.mutate(SetWorksheetRowHeightMutation.id, { ranges, rowHeight: points / POINTS_PER_PIXEL });
  }

  hasSpill(range: CellRange): boolean {
    const { injector, workbook } = this.around.access;
    const ranges =
      injector.get(FormulaDataModel).getArrayFormulaRange()[workbook.getUnitId()]?.[this.id] ?? {};
    return Object.values(ranges).some((line) =>
      Object.values<IRange>(line).some((area) => overlap(fromUniverRange(area), range)),
    );
  }

  get frozenRows(): number {
    return this.sheet.getConfig().freeze.ySplit;
  }

  set frozenRows(rows: number) {
    const { xSplit, startColumn } = this.sheet.getConfig().freeze;
    const startRow = rows > 0 ? rows : -1;
    this.mutate(SetFrozenMutation.id, { xSplit, ySplit: rows, startRow, startColumn });
  }

  get pageSetup(): PageSetup | null {
    return this.around.state.pageSetup;
  }

  set pageSetup(pageSetup: PageSetup | null) {
    this.around.state.pageSetup = pageSetup;
  }

  get dropDowns(): readonly DropDown[] {
    return this.around.state.dropDowns;
  }

  set dropDowns(dropDowns: readonly DropDown[]) {
    this.around.state.dropDowns = dropDowns;
  }

  cellFormat(row: number, column: number): CellFormat {
    return formatOf(this.sheet.getComposedCellStyle(row, column));
  }

  setCellFormat(range: CellRange, patch: CellFormatPatch): void {
    const style = stylePatchOf(patch);
    this.restyle(range, () => style);
  }

  conditionalFormats(): readonly ConditionalFormatModel[] {
    return listFormats(this.around.access, this.id);
  }

  addConditionalFormat(format: Omit<ConditionalFormatModel, "id">): ConditionalFormatModel {
    return addFormat(this.around.access, this.id, format);
  }

  updateConditionalFormat(id: string, patch: ConditionalFormatPatch): void {
    updateFormat(this.around.access, this.id, id, patch);
  }

  deleteConditionalFormat(id: string): void {
    deleteFormat(this.around.access, this.id, id);
  }

  private get sheet(): Worksheet {
    this.mergeWaiting();
    return this.worksheet;
  }

  private get worksheet(): Worksheet {
    return worksheetById(this.around.access, this.id);
  }

  private mergeWaiting(): void {
    if (this.waiting.length === 0) return;
    const ranges = this.waiting.splice(0).map(toUniverRange);
    // The sheet may have been deleted meanwhile.
    if (this.around.access.workbook.getSheetBySheetId(this.id)) {
      this.mutate(AddWorksheetMergeMutation.id, { ranges });
    }
  }

  private get lastRow(): number {
    return this.sheet.getRowCount() - 1;
  }

  private get lastColumn(): number {
    return this.sheet.getColumnCount() - 1;
  }

  /** Results that a formula of another cell has spilled over, by row and column. */
  private spilledCells(): IObjectMatrixPrimitiveType<Stored> | undefined {
    const { injector, workbook } = this.around.access;
    const all = injector.get(FormulaDataModel).getArrayFormulaCellData();
    return all[workbook.getUnitId()]?.[this.id] ?? undefined;
  }

  private grid<T>(range: CellRange, blank: T, of: (cell: Stored, row: number, column: number) => T): T[][] {
    const rows = this.sheet.getCellMatrix().getMatrix();
    const spilled = this.spilledCells();
    const grid: T[][] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const line = new Array<T>(range.right - range.left + 1).fill(blank);
      const [cells, more] = [rows[row], spilled?.[row]];
      if (cells !== undefined || more !== undefined) {
        for (let column = range.left; column <= range.right; column++) {
          const cell = cells?.[column];
          if (cell !== undefined || more?.[column] !== undefined)
            line[column - range.left] = of(cell, row, column);
        }
      }
      grid.push(line);
    }
    return grid;
  }

  /** `change` gets a place within the range; null leaves the cell alone. */
  private setCells(
    range: CellRange,
    change: (row: number, column: number) => { s?: IStyleData } | ICellData | null,
  ): void {
    this.growTo(range);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (let row = range.top; row <= range.bottom; row++) {
      const line: Record<number, ICellData> = (cellValue[row] = {});
      for (let column = range.left; column <= range.right; column++) {
        const data = change(row - range.top, column - range.left);
        if (data !== null) line[column] = data;
      }
    }
    this.mutate(SetRangeValuesMutation.id, { cellValue });
  }

  /** `change` gets a place within the range, answers one object for one style; null leaves the cell alone. */
  private restyle(range: CellRange, change: (row: number, column: number) => IStyleData | null): void {
    const { workbook } = this.around.access;
    if (workbook.getActiveSheet(true)?.getSheetId() === this.id) {
      this.setCells(range, (row, column) => {
        const s = change(row, column);
        return s === null ? null : { s };
      });
    } else {
      this.growTo(range);
      restyle(this.sheet.getCellMatrix(), range, change, (cellValue) => {
        // Said to be a change of styles alone: else the formula engine looks at every cell of the workbook.
        this.mutate(SetRangeValuesMutation.id, { cellValue, trigger: SetStyleCommand.id });
      });
    }
  }

  /** Univer's sheets are as large as they need to be; Excel's are always a million rows. */
  private growTo({ bottom, right }: CellRange): void {
    if (bottom > this.lastRow) this.mutate(SetWorksheetRowCountMutation.id, { rowCount: bottom + 1 });
    if (right > this.lastColumn) this.mutate(SetWorksheetColumnCountMutation.id, { columnCount: right + 1 });
  }

  private mutate(id: string, params: object): void {
    this.mergeWaiting();
    this.around.quietly(() => {
      mutate(this.around.access, this.id, id, params);
    });
  }
}
