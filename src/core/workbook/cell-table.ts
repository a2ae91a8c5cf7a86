import type { Cell, Cells, CellValue } from "./snapshot";

/** How cells of one number format show: decimal places as in `Cell.decimals`, and the texts of their values. */
export interface CellFormat {
  readonly decimals: number | null;
  showNumber(value: number): string;
  showText(value: string): string;
}

/** What a cell of a table holds: its `kindAt`. An `uncomputed` formula has value "" and text "" (see `Cell.value`). */
export const CELL_KIND = { number: 0, text: 1, boolean: 2, error: 3, uncomputed: 4 } as const;

export type CellKind = (typeof CELL_KIND)[keyof typeof CELL_KIND];

/**
 * The columns of a table as plain data, which a structured clone keeps. Positions count the cells in reading order.
 */
export interface CellTableData {
  /** Rows with a filled cell, 0-based, ascending. */
  readonly rows: Int32Array;
  /** Position of the first cell of each of `rows`, then the number of all cells. */
  readonly starts: Int32Array;
  /** 0-based column by position; so are the next three. */
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  /** A number itself; 1 and 0 for TRUE and FALSE; for texts and errors an index into `sharedTexts`, then `ownTexts`. */
  readonly numbers: Float64Array;
  /** Index of the cell's format; `decimals` and the formats of a `CellTable` go by it. */
  readonly formats: Uint32Array;
  /** Decimal places by format. */
  readonly decimals: readonly (number | null)[];
  /** Texts that all sheets of a workbook have in common. */
  readonly sharedTexts: readonly string[];
  readonly ownTexts: readonly string[];
  /** Positions of the cells with a formula, ascending, and their formulas. */
  readonly formulaPositions: Uint32Array;
  readonly formulas: readonly string[];
  /** Shown texts by position where the format does not give them; null where it always does. */
  readonly shown: readonly (string | undefined)[] | null;
}

/**
 * The filled cells of a sheet in columns of some 15 bytes a cell together, where an object for each takes over 100. What a
 * cell shows is computed when it is asked for. `at` and the loops make a new `Cell` each time: compare cells by address.
 */
export class CellTable implements Cells {
  readonly length: number;

  declare private readonly data: CellTableData;
  declare private readonly cellFormats: readonly CellFormat[];

  /** @param cellFormats by the index in `data.formats`; what a table out of a clone shows has to stand in `data.shown`. */
  constructor(data: CellTableData, cellFormats: readonly CellFormat[]) {
    this.length = data.columns.length;
    // Not to be listed: tables compare equal by their cells, however these are stored.
    Object.defineProperties(this, { data: { value: data }, cellFormats: { value: cellFormats } });
  }

  /** A table from data that was cloned, by way of `cloneable`. */
  static fromData(data: CellTableData): CellTable {
    const formats = data.decimals.map((decimals) => new StoredFormat(decimals));
    return new CellTable(data, formats);
  }

  /** Rows with a filled cell, 0-based, ascending. */
  get rowNumbers(): Int32Array {
    return this.data.rows;
  }

  /** Position of the first cell of each of `rowNumbers`, then `length`. */
  get rowStarts(): Int32Array {
    return this.data.starts;
  }

  /** The row at a position, 0-based. */
  rowAt(position: number): number {
    const { rows, starts } = this.data;
    let [low, high] = [0, rows.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return rows[low] ?? 0;
  }

  /** The column at a position, 0-based. */
  columnAt(position: number): number {
    return this.data.columns[position] ?? 0;
  }

  kindAt(position: number): CellKind {
    return (this.data.kinds[position] ?? CELL_KIND.uncomputed) as CellKind;
  }

  /** The number at a position; NaN where there is none. */
  numberAt(position: number): number {
    return this.data.kinds[position] === CELL_KIND.number ? (this.data.numbers[position] ?? NaN) : NaN;
  }

  /** The stored text at a position, "#REF!" for an error; "" where there is none. */
  storedTextAt(position: number): string {
    const kind = this.data.kinds[position];
    return kind === CELL_KIND.text || kind === CELL_KIND.error ? this.pooled(position) : "";
  }

  /** `Cell.value` at a position. */
  valueAt(position: number): CellValue {
    const number = this.data.numbers[position] ?? 0;
    switch (this.data.kinds[position]) {
      case CELL_KIND.number:
        return number;
      case CELL_KIND.text:
        return this.pooled(position);
      case CELL_KIND.boolean:
        return number === 1;
      case CELL_KIND.error:
        return { error: this.pooled(position) };
      default:
        return "";
    }
  }

  /** `Cell.text` at a position. */
  textAt(position: number): string {
    const stored = this.data.shown?.[position];
    if (stored !== undefined) return stored;
    const number = this.data.numbers[position] ?? 0;
    const format = this.cellFormats[this.data.formats[position] ?? 0];
    switch (this.data.kinds[position]) {
      case CELL_KIND.number:
        return format?.showNumber(number) ?? String(number);
      case CELL_KIND.text: {
        const text = this.pooled(position);
        return format?.showText(text) ?? text;
      }
      case CELL_KIND.boolean:
        return number === 1 ? "TRUE" : "FALSE";
      case CELL_KIND.error:
        return this.pooled(position);
      default:
        return "";
    }
  }

  /** `Cell.decimals` at a position. */
  decimalsAt(position: number): number | null {
    return this.data.decimals[this.data.formats[position] ?? 0] ?? null;
  }

  /** `Cell.formula` at a position. */
  formulaAt(position: number): string | null {
    const { formulaPositions: positions, formulas } = this.data;
    let [low, high] = [0, positions.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = positions[middle] ?? 0;
      if (found === position) return formulas[middle] ?? null;
      if (found < position) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** The cell at a position, negative ones from the end as in arrays. */
  at(position: number): Cell | undefined {
    const own = position < 0 ? position + this.length : position;
    return own >= 0 && own < this.length ? this.cellAt(this.rowAt(own), own) : undefined;
  }

  *[Symbol.iterator](): Generator<Cell, void, undefined> {
    const { rows, starts } = this.data;
    for (let line = 0; line < rows.length; line++) {
      const end = starts[line + 1] ?? 0;
      for (let position = starts[line] ?? 0; position < end; position++) {
        yield this.cellAt(rows[line] ?? 0, position);
      }
    }
  }

  /** Cells from one position to before another, as of arrays. */
  slice(start = 0, end = this.length): Cell[] {
    const cells: Cell[] = [];
    const last = Math.min(end < 0 ? end + this.length : end, this.length);
    for (let position = Math.max(0, start < 0 ? start + this.length : start); position < last; position++) {
      cells.push(this.cellAt(this.rowAt(position), position));
    }
    return cells;
  }

  map<T>(change: (cell: Cell, position: number) => T): T[] {
    return Array.from(this, change);
  }

  flatMap<T>(change: (cell: Cell, position: number) => T | readonly T[]): T[] {
    const found: T[] = [];
    let position = 0;
    for (const cell of this) {
      const made = change(cell, position++);
      if (Array.isArray(made)) found.push(...(made as readonly T[]));
      else found.push(made as T);
    }
    return found;
  }

  filter(test: (cell: Cell, position: number) => unknown): Cell[] {
    const found: Cell[] = [];
    let position = 0;
    for (const cell of this) if (test(cell, position++)) found.push(cell);
    return found;
  }

  find(test: (cell: Cell, position: number) => unknown): Cell | undefined {
    let position = 0;
    for (const cell of this) if (test(cell, position++)) return cell;
    return undefined;
  }

  some(test: (cell: Cell, position: number) => unknown): boolean {
    return this.find(test) !== undefined;
  }

  /** All of the table as data for a structured clone, with every shown text that is not the stored one. */
  cloneable(): CellTableData {
    if (this.cellFormats.every((format) => format instanceof StoredFormat)) return this.data;
    const shown: (string | undefined)[] = [];
    const plain = new StoredFormat(null);
    for (let position = 0; position < this.length; position++) {
      const text = this.textAt(position);
      const value = this.valueAt(position);
      const isStored = typeof value === "number" ? plain.showNumber(value) === text : value === text;
      shown.push(isStored ? undefined : text);
    }
    return { ...this.data, shown };
  }

  private pooled(position: number): string {
    const { numbers, sharedTexts, ownTexts } = this.data;
    const index = numbers[position] ?? 0;
    return (index < sharedTexts.length ? sharedTexts[index] : ownTexts[index - sharedTexts.length]) ?? "";
  }

  private cellAt(row: number, position: number): Cell {
    return {
      row,
      column: this.columnAt(position),
      value: this.valueAt(position),
      text: this.textAt(position),
      formula: this.formulaAt(position),
      decimals: this.decimalsAt(position),
    };
  }
}

/** For cells whose shown text is stored wherever it is not the value itself. */
export class StoredFormat implements CellFormat {
  constructor(readonly decimals: number | null) {}

  showNumber(value: number): string {
    return String(value);
  }

  showText(value: string): string {
    return value;
  }
}
