import { textOf, type SheetGrid } from "../workbook/grid";
import { unitOfHeading, unitOfLine, type MoneyUnit } from "../workbook/money";
import { bodyRows } from "./body-rows";
import { readCodedRows } from "./coded-rows";
import type { FormDefinition, FormFamily } from "./definition";
import type { BlockColumns, HeaderText } from "./header";
import { columnSums, type ColumnSum } from "./header-tree";
import { readAbout, readExecutionLine, readIndicatorLines } from "./indicator-lines";
import { readListRows } from "./list-rows";
import type { FoundTable } from "./recognise";
import type { AmountColumn, Block, Table } from "./table";
import { headingName } from "./text-rows";
import { lookup, makeUp, meaningOf, narrow, type Lookup, type Meaning } from "./vocabulary";

/** Reads a table of a known form, found on its sheet. */
export function readTable(grid: SheetGrid, sheetIndex: number, found: FoundTable): Table {
  const { family, form, header, rows } = found;
  const scope = meaningOf(form.members);
  const body = bodyRows(grid, header, rows);
  const about = readAbout(grid, found);
  const blocks = header.blocks.map((block) => readBlock(grid, family, form, scope, block, body));
  return {
    sheetIndex,
    sheet: grid.sheet.name,
    family,
    form,
    title: form.titles[0] ?? "",
    unit: findUnit(grid, found) ?? family.unit,
    scope,
    blocks,
    indicators: readIndicatorLines(grid, found, body, blocks, about),
    execution: readExecutionLine(grid, found, body),
  };
}

function readBlock(
  grid: SheetGrid,
  family: FormFamily,
  form: FormDefinition,
  scope: Meaning,
  header: BlockColumns,
  body: readonly number[],
): Block {
  const { definition } = header;
  const terms = [definition.terms, form.terms, family.terms];
  const columnLookup = lookup(terms, form.columns.dimensions);
  const understood = header.columns.map(({ column, path }) => ({
    column,
    path,
    meaning: columnMeaning(path, scope, columnLookup),
  }));
  const used = understood.filter(
    ({ column, meaning }) => meaning !== null || holdsNumbers(grid, column, body),
  );
  const columns = used.map(({ column, path, meaning }): AmountColumn => ({
    column,
    headings: path.map(({ text }) => text.trim()),
    meaning,
  }));
  const list =
    definition.rows.kind === "list"
      ? readListRows(grid, header, body, lookup(terms, definition.rows.dimensions))
      : null;
  const { rows, sums } = list ?? readCodedRows(grid, { ...header, columns: used }, body);
  return {
    rows,
    columns,
    rowSums: sums,
    columnSums: columnSums(used.map(({ path }) => path)).map((sum) => completed(sum, columns, scope)),
    defaults: meaningOf(definition.members),
  };
}

/** “其中” columns that by their meaning are all of the whole add up to it. */
function completed(sum: ColumnSum, columns: readonly AmountColumn[], scope: Meaning): ColumnSum {
  const meanings = [sum.total, ...sum.parts].map((position) => columns[position]?.meaning ?? null);
  const [whole, ...parts] = meanings.flatMap((meaning) => (meaning === null ? [] : [narrow(scope, meaning)]));
  const isKnown = whole !== undefined && parts.length === sum.parts.length;
  return isKnown && makeUp(whole, parts) ? { ...sum, relation: "equal" } : sum;
}

/** A column that somebody put in, under a heading no form knows, may hold remarks; only numbers make it one of amounts. */
function holdsNumbers(grid: SheetGrid, column: number, rows: readonly number[]): boolean {
  return rows.some((row) => typeof grid.at(row, column)?.value === "number");
}

/** What all headings of a column say together; null where one is not understood. */
function columnMeaning(path: readonly HeaderText[], scope: Meaning, find: Lookup): Meaning | null {
  let meaning: Meaning = {};
  for (let depth = 0; depth < path.length; depth++) {
    const texts = path.slice(0, depth + 1).map(({ text }) => headingName(text));
    const found = find(texts, narrow(scope, meaning), depth < path.length - 1);
    if (found === null) return null;
    meaning = narrow(meaning, found);
  }
  return meaning;
}

/** The unit of the nearest unit line above the body, else of a heading. */
function findUnit(grid: SheetGrid, { top, header }: FoundTable): MoneyUnit | null {
  const lines = grid.rowNumbers.filter((row) => row <= header.bottom).reverse();
  const own = lines.filter((row) => row >= top);
  const texts = (rows: readonly number[]): string[] => rows.flatMap((row) => grid.row(row).map(textOf));
  const first = (units: readonly (MoneyUnit | null)[]): MoneyUnit | null =>
    units.find((unit) => unit !== null) ?? null;
  return (
    first(texts(own).map(unitOfLine)) ??
    first(texts(own).map(unitOfHeading)) ??
    first(texts(lines).map(unitOfLine))
  );
}
