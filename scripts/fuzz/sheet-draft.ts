import { SHEET_COLUMNS, type CellRange } from "../../src/core/workbook/address";
import type { Cell, CellValue, SheetSnapshot } from "../../src/core/workbook/snapshot";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A sheet while it is being drawn; cells may be put anywhere in any order, and again. */
export class SheetDraft {
  name: string;
  visibility: SheetSnapshot["visibility"] = "visible";
  merges: CellRange[] = [];
  hiddenRows: number[] = [];
  hiddenColumns: number[] = [];
  private cells = new Map<number, Writable<Cell>>();

  constructor(name: string) {
    this.name = name;
  }

  static of(sheet: SheetSnapshot): SheetDraft {
    const draft = new SheetDraft(sheet.name);
    draft.visibility = sheet.visibility;
    draft.merges = [...sheet.merges];
    draft.hiddenRows = [...sheet.hiddenRows];
    draft.hiddenColumns = [...sheet.hiddenColumns];
    for (const cell of sheet.cells) draft.place({ ...cell });
    return draft;
  }

  put(row: number, column: number, value: CellValue): void {
    if (value === "") return;
    this.place({ row, column, value, text: shown(value), formula: null, decimals: null });
  }

  place(cell: Writable<Cell>): void {
    this.cells.set(cell.row * SHEET_COLUMNS + cell.column, cell);
  }

  remove({ row, column }: Cell): void {
    this.cells.delete(row * SHEET_COLUMNS + column);
  }

  all(): Writable<Cell>[] {
    return [...this.cells.values()];
  }

  /** Every cell by a function; those without a result go. */
  map(change: (cell: Writable<Cell>) => Writable<Cell> | null): void {
    const before = this.all();
    this.cells = new Map();
    for (const cell of before) {
      const changed = change(cell);
      if (changed !== null) this.place(changed);
    }
  }

  finish(): SheetSnapshot {
    const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
    return {
      name: this.name,
      visibility: this.visibility,
      cells: this.all().sort((a, b) => a.row - b.row || a.column - b.column),
      merges: this.merges,
      hiddenRows: ascending(this.hiddenRows),
      hiddenColumns: ascending(this.hiddenColumns),
    };
  }
}

/** What a cell without a number format shows. */
export function shown(value: CellValue): string {
  if (typeof value === "object") return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}
