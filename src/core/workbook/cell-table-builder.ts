import { SHEET_COLUMNS, type CellAddress } from "./address";
import { CELL_KIND, CellTable, StoredFormat, type CellFormat, type CellKind } from "./cell-table";
import { isCellError, type Cell, type Cells } from "./snapshot";

/** Two cells of one address: the sheet has no one value there. */
export class DuplicateCell extends Error implements CellAddress {
  override readonly name = "DuplicateCell";

  constructor(
    readonly row: number,
    readonly column: number,
  ) {
    super(`Row ${String(row)}, column ${String(column)} was added twice.`);
  }
}

const FIRST_CAPACITY = 1024;

/**
 * Writes a sheet's cells into columns, in whatever order they come. A call adds one cell: 0-based row and column, index of
 * its format, what it holds, and its formula or null.
 */
export class CellTableBuilder {
  length = 0;

  private columns = new Uint16Array(FIRST_CAPACITY);
  private kinds = new Uint8Array(FIRST_CAPACITY);
  private numbers = new Float64Array(FIRST_CAPACITY);
  private formats = new Uint32Array(FIRST_CAPACITY);
  /** Runs of cells in one row. */
  private readonly rows: number[] = [];
  private readonly starts: number[] = [];
  private readonly ownTexts: string[] = [];
  private readonly formulaPositions: number[] = [];
  private readonly formulas: string[] = [];
  private shown: (string | undefined)[] | null = null;
  private lastRow = -1;
  private lastColumn = -1;
  private ordered = true;

  /** @param sharedTexts texts that several sheets have in common, to be added by their index. */
  constructor(
    private readonly cellFormats: readonly CellFormat[],
    private readonly sharedTexts: readonly string[] = [],
  ) {}

  number(row: number, column: number, format: number, value: number, formula: string | null): void {
    this.add(row, column, format, CELL_KIND.number, value, formula);
  }

  sharedText(row: number, column: number, format: number, index: number, formula: string | null): void {
    this.add(row, column, format, CELL_KIND.text, index, formula);
  }

  text(row: number, column: number, format: number, value: string, formula: string | null): void {
    this.add(row, column, format, CELL_KIND.text, this.pool(value), formula);
  }

  boolean(row: number, column: number, format: number, value: boolean, formula: string | null): void {
    this.add(row, column, format, CELL_KIND.boolean, value ? 1 : 0, formula);
  }

  /** @param error as in `CellError`. */
  error(row: number, column: number, format: number, error: string, formula: string | null): void {
    this.add(row, column, format, CELL_KIND.error, this.pool(error), formula);
  }

  /** A formula that no program has computed yet; it needs a format without decimals to have none. */
  uncomputed(row: number, column: number, format: number, formula: string | null): void {
    this.add(row, column, format, CELL_KIND.uncomputed, 0, formula);
  }

  /** Says what the cell that was added last shows, where its format does not. */
  shows(text: string): void {
    this.shown ??= [];
    this.shown[this.length - 1] = text;
  }

  /** The table; the builder is of no use afterwards. @throws DuplicateCell */
  build(): CellTable {
    if (!this.ordered) return this.sorted().build();
    return new CellTable(
      {
        rows: Int32Array.from(this.rows),
        starts: Int32Array.from([...this.starts, this.length]),
        columns: this.columns.slice(0, this.length),
        kinds: this.kinds.slice(0, this.length),
        numbers: this.numbers.slice(0, this.length),
        formats: this.formats.slice(0, this.length),
        decimals: this.cellFormats.map(({ decimals }) => decimals),
        sharedTexts: this.sharedTexts,
        ownTexts: this.ownTexts,
        formulaPositions: Uint32Array.from(this.formulaPositions),
        formulas: this.formulas,
        shown: this.shown,
      },
      this.cellFormats,
    );
  }

  private add(
    row: number,
    column: number,
    format: number,
    kind: CellKind,
    number: number,
    formula: string | null,
  ): void {
    const position = this.length++;
    if (position === this.columns.length) this.grow();
    if (row !== this.lastRow) {
      if (row < this.lastRow) this.ordered = false;
      this.rows.push(row);
      this.starts.push(position);
      this.lastRow = row;
    } else if (column <= this.lastColumn) this.ordered = false;
    this.lastColumn = column;
    this.columns[position] = column;
    this.kinds[position] = kind;
    this.numbers[position] = number;
    this.formats[position] = format;
    if (formula !== null) {
      this.formulaPositions.push(position);
      this.formulas.push(formula);
    }
  }

  private pool(text: string): number {
    return this.sharedTexts.length + this.ownTexts.push(text) - 1;
  }

  private grow(): void {
    const capacity = 2 * this.columns.length;
    const copy = <T extends { set(old: T): void }>(fresh: T, old: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.columns = copy(new Uint16Array(capacity), this.columns);
    this.kinds = copy(new Uint8Array(capacity), this.kinds);
    this.numbers = copy(new Float64Array(capacity), this.numbers);
    this.formats = copy(new Uint32Array(capacity), this.formats);
  }

  /** The same cells in reading order. */
  private sorted(): CellTableBuilder {
    const keys = new Float64Array(this.length);
    for (const [run, row] of this.rows.entries()) {
      const end = this.starts[run + 1] ?? this.length;
      for (let at = this.starts[run] ?? 0; at < end; at++) {
        keys[at] = row * SHEET_COLUMNS + (this.columns[at] ?? 0);
      }
    }
    const order = Uint32Array.from(keys, (_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
    const formulas = new Map(this.formulaPositions.map((at, index) => [at, this.formulas[index] ?? null]));
    const sorted = new CellTableBuilder(this.cellFormats, this.sharedTexts);
    sorted.ownTexts.push(...this.ownTexts);
    let last = -1;
    for (const at of order) {
      const key = keys[at] ?? 0;
      const [row, column] = [Math.floor(key / SHEET_COLUMNS), key % SHEET_COLUMNS];
      if (key === last) throw new DuplicateCell(row, column);
      last = key;
      const kind = this.kinds[at] as CellKind;
      sorted.add(row, column, this.formats[at] ?? 0, kind, this.numbers[at] ?? 0, formulas.get(at) ?? null);
      const shown = this.shown?.[at];
      if (shown !== undefined) sorted.shows(shown);
    }
    return sorted;
  }
}

/** The cells of a sheet as a table; cells that are one already stay as they are. */
export function cellTable(cells: Cells): CellTable {
  if (cells instanceof CellTable) return cells;
  const formats: CellFormat[] = [];
  const formatOf = new Map<number | null, number>();
  const builder = new CellTableBuilder(formats);
  for (const cell of cells) {
    const { decimals } = cell;
    const format = formatOf.get(decimals) ?? formats.push(new StoredFormat(decimals)) - 1;
    formatOf.set(decimals, format);
    addCell(builder, cell, format);
  }
  return builder.build();
}

function addCell(builder: CellTableBuilder, cell: Cell, format: number): void {
  const { row, column, value, text, formula } = cell;
  if (typeof value === "number") builder.number(row, column, format, value, formula);
  else if (typeof value === "boolean") builder.boolean(row, column, format, value, formula);
  else if (isCellError(value)) builder.error(row, column, format, value.error, formula);
  else if (value === "") builder.uncomputed(row, column, format, formula);
  else builder.text(row, column, format, value, formula);
  const plain =
    typeof value === "boolean"
      ? value
        ? "TRUE"
        : "FALSE"
      : isCellError(value)
        ? value.error
        : String(value);
  if (text !== plain) builder.shows(text);
}
