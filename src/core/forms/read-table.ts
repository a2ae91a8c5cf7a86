import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { Cell } from "../workbook/snapshot";
import { unitOfLine, type MoneyUnit } from "../workbook/money";
import { codedRowSums, readCodedRows } from "./coded-rows";
import type { FormDefinition, FormFamily } from "./definition";
import type { BlockColumns, Header, HeaderText } from "./header";
import { columnSums } from "./header-tree";
import { readListRows } from "./list-rows";
import type { AmountColumn, Block, Table } from "./table";
import { lookup, meaningOf, narrow, type Lookup, type Meaning } from "./vocabulary";
import { isNote, saysEmptyTable } from "./words";

/** Reads the table of a form whose header was found on the sheet. */
export function readTable(
  grid: SheetGrid,
  sheetIndex: number,
  family: FormFamily,
  form: FormDefinition,
  header: Header,
): Table {
  const scope = meaningOf(form.members);
  const bodyRows = findBodyRows(grid, header);
  return {
    sheetIndex,
    sheet: grid.sheet.name,
    family,
    form,
    title: form.titles[0] ?? "",
    unit: findUnit(grid, header) ?? family.unit,
    scope,
    blocks: header.blocks.map((block) => readBlock(grid, family, form, scope, block, bodyRows)),
  };
}

function readBlock(
  grid: SheetGrid,
  family: FormFamily,
  form: FormDefinition,
  scope: Meaning,
  header: BlockColumns,
  bodyRows: readonly number[],
): Block {
  const { definition } = header;
  const terms = [definition.terms, form.terms, family.terms];
  const columnLookup = lookup(terms, form.columns.dimensions);
  const paths = header.columns.map(({ path }) => path);
  const columns = header.columns.map(({ column, path }): AmountColumn => ({
    column,
    headings: path.map(({ text }) => text.trim()),
    meaning: columnMeaning(path, scope, columnLookup),
  }));
  const list =
    definition.rows.kind === "list"
      ? readListRows(grid, header, bodyRows, lookup(terms, definition.rows.dimensions))
      : null;
  const rows = list?.rows ?? readCodedRows(grid, header, bodyRows);
  return {
    rows,
    columns,
    rowSums: list?.sums ?? codedRowSums(rows),
    columnSums: columnSums(paths),
    defaults: meaningOf(definition.members),
  };
}

/** What all headings of a column say together; null where one is not understood. */
function columnMeaning(path: readonly HeaderText[], scope: Meaning, find: Lookup): Meaning | null {
  let meaning: Meaning = {};
  for (let depth = 0; depth < path.length; depth++) {
    const texts = path.slice(0, depth + 1).map(({ text }) => text);
    const found = find(texts, narrow(scope, meaning), depth < path.length - 1);
    if (found === null) return null;
    meaning = narrow(meaning, found);
  }
  return meaning;
}

/** Rows below the header that hold lines of the table: no notes, no column numbers, no repeated header. */
function findBodyRows(grid: SheetGrid, header: Header): number[] {
  const headings = new Set(
    grid.rowNumbers
      .filter((row) => row >= header.top && row <= header.bottom)
      .flatMap((row) => grid.row(row).map((cell) => headingKey(cell.column, textOf(cell)))),
  );
  return grid.rowNumbers.filter((row) => {
    if (row <= header.bottom) return false;
    const cells = grid.row(row);
    const first = textOf(cells.find((cell) => textOf(cell).trim() !== ""));
    if (first === "" || isNote(first) || saysEmptyTable(first)) return false;
    if (isColumnNumbers(cells)) return false;
    return !cells.every((cell) => headings.has(headingKey(cell.column, textOf(cell))));
  });
}

function headingKey(column: number, text: string): string {
  return `${String(column)}:${text}`;
}

/** “** | ** | 1 | 2 | 3” or “栏次 | 1 | 2”: a row that numbers the columns. */
function isColumnNumbers(cells: readonly Cell[]): boolean {
  if (cells.some(({ text }) => text.length > 3)) return false;
  const texts = cells.map(textOf);
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text.trim())).map(Number);
  const others = texts.filter((text) => !/^\d{1,2}$/.test(text.trim()));
  return (
    numbers.length > 1 &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at) &&
    (numbers[0] ?? 0) <= 1 &&
    others.every((text) => /^(?:\*+|栏次|序号|行次)?$/.test(normaliseName(text)))
  );
}

function findUnit(grid: SheetGrid, header: Header): MoneyUnit | null {
  for (const row of grid.rowNumbers) {
    if (row > header.bottom) break;
    for (const cell of grid.row(row)) {
      const unit = unitOfLine(textOf(cell));
      if (unit !== null) return unit;
    }
  }
  return null;
}
