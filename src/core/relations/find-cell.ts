import type { BlockFacts, Facts } from "../facts/facts";
import { locate } from "../facts/facts";
import { normaliseName } from "../classification/normalise";
import type { BodyRow } from "../forms/table";
import { toA1 } from "../workbook/address";
import { textOf, type SheetGrid } from "../workbook/grid";
import { defectOr, RuleDefect } from "./defect";
import { columnPath, findColumns } from "./find-column";
import { findRows, rowPath } from "./find-row";
import { findTable } from "./find-table";
import { likeliest } from "./likeliest";
import { defects } from "./messages";
import type { NamePath, Term } from "./relation";

/** The workbook as relations look cells up in it. */
export interface Workbook {
  readonly facts: Facts;
  /** Sheets in tab order. */
  readonly grids: readonly SheetGrid[];
}

/** A block with the rows and columns a term may mean in it. */
interface Found {
  readonly facts: BlockFacts;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const MOST_NAMED = 3;

/**
 * The fact a term means. Throws a `RuleDefect` where table, row or column is not there, with what resembles it, or where
 * the names fit several cells, with what to write for each.
 */
export function findCell(workbook: Workbook, term: Term): number {
  if (term.short === true) {
    const asColumn = defectOr(() => findWritten(workbook, term));
    if ("value" in asColumn) return asColumn.value;
    const asRow = defectOr(() =>
      findWritten(workbook, { ...term, row: term.column ?? [], column: term.row }),
    );
    if ("value" in asRow) return asRow.value;
    throw new RuleDefect(asColumn.defect);
  }
  return findWritten(workbook, term);
}

function findWritten({ facts, grids }: Workbook, term: Term): number {
  const sheets = grids.map(({ sheet }) => sheet.name);
  const tables = findTable({ tables: facts.tables, sheets }, term.table);
  const blocks = facts.blocks.filter(({ tableIndex, block }) => {
    return tables.includes(tableIndex) && block.columns.length > 0;
  });
  const found = blocks.map((block): Found => {
    const stubTexts = stubReader(block, blocks, grids[block.table.sheetIndex]);
    return {
      facts: block,
      rows: findRows(block.block, term.row, stubTexts),
      columns: term.column === null ? onlyColumn(block) : findColumns(block.block, term.column),
    };
  });
  const hits = found.flatMap(cellsOf);
  const [hit, ...others] = hits;
  const table = term.table.join("/");
  if (hit === undefined) throw new RuleDefect(notFound(found, term, table));
  if (others.length > 0) throw new RuleDefect(ambiguous(facts, hits, term, table));
  return hit;
}

/** Where no column is written: the only one there is, else none. */
function onlyColumn({ block }: BlockFacts): number[] {
  return block.columns.length === 1 ? [0] : [];
}

function cellsOf({ facts: { block, offset }, rows, columns }: Found): number[] {
  return rows.flatMap((row) => columns.map((column) => offset + row * block.columns.length + column));
}

/** Reads the stub of a row: what stands left of the block's amounts, but right of those of the block before. */
function stubReader(
  { block, table }: BlockFacts,
  blocks: readonly BlockFacts[],
  grid: SheetGrid | undefined,
): (row: BodyRow) => string[] {
  const own = Math.min(...block.columns.map(({ column }) => column));
  const before = blocks
    .filter((other) => other.table === table)
    .flatMap((other) => other.block.columns.map(({ column }) => column))
    .filter((column) => column < own);
  const first = Math.max(-1, ...before) + 1;
  return ({ row }) =>
    (grid?.row(row) ?? [])
      .filter(({ column }) => column >= first && column < own)
      .map((cell) => textOf(cell));
}

function notFound(found: readonly Found[], { row, column }: Term, table: string): string {
  const rowText = row.join("/");
  const withRow = found.filter(({ rows }) => rows.length > 0);
  const columnsOf = (among: readonly Found[]): string[] =>
    among.flatMap(({ facts: { block } }) => block.columns.map((one) => columnPath(one).join("/")));
  if (withRow.length === 0) {
    if (column !== null && found.some(({ facts: { block } }) => isSwapped(block, row, column)))
      return defects.swapped(table, rowText, column.join("/"));
    const labels = found.flatMap(({ facts: { block } }) => block.rows.map(({ label }) => label));
    return defects.unknownRow(table, rowText, likeliest(row.at(-1) ?? "", labels));
  }
  if (column === null)
    return defects.columnNeeded(table, [...new Set(columnsOf(withRow))].slice(0, MOST_NAMED));
  const columnText = column.join("/");
  if (found.some(({ columns }) => columns.length > 0)) return defects.notTogether(table, rowText, columnText);
  const paths = columnsOf(withRow);
  const lastHeadings = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
  return defects.unknownColumn(
    table,
    columnText,
    likeliest(column.at(-1) ?? "", [...lastHeadings, ...paths]),
  );
}

/** Whether the names would fit the other way round. */
function isSwapped(
  { rows, columns, ...block }: Found["facts"]["block"],
  row: NamePath,
  column: NamePath,
): boolean {
  const whole = { rows, columns, ...block };
  return findColumns(whole, row).length > 0 && findRows(whole, column, () => []).length > 0;
}

/** Which cells the names fit, and what to write for each; where names alone cannot tell, just which. */
function ambiguous(facts: Facts, hits: readonly number[], term: Term, table: string): string {
  const places = hits.map((hit) => {
    const where = locate(facts, hit);
    const { block } = where.facts;
    return {
      cell: toA1(where),
      row: rowPath(block, block.rows.indexOf(where.line)),
      column: columnPath(where.heading),
    };
  });
  const rows = new Set(places.map(({ row }) => row.join("/")));
  const columns = new Set(places.map(({ column }) => column.join("/")));
  const name = [
    ...(rows.size > 1 || columns.size === 1 ? [term.row.join("/")] : []),
    ...(columns.size > 1 && term.column !== null ? [term.column.join("/")] : []),
  ].join(", ");
  const written = places.map(({ cell, row, column }) => ({
    cell,
    written: [
      ...(rows.size > 1
        ? [
            shortest(
              row,
              places.map((place) => place.row),
            ),
          ]
        : []),
      ...(columns.size > 1
        ? [
            shortest(
              column,
              places.map((place) => place.column),
            ),
          ]
        : []),
    ].join(", "),
  }));
  if (new Set(written.map((one) => one.written)).size < written.length) {
    return defects.sameNames(
      table,
      name,
      places.slice(0, MOST_NAMED).map(({ cell }) => cell),
    );
  }
  return defects.ambiguousCell(table, name, written.slice(0, MOST_NAMED), written.length > MOST_NAMED);
}

/** The end of a path with the one name above it that no other path of the same end has; the whole path where none does. */
function shortest(path: readonly string[], paths: readonly (readonly string[])[]): string {
  const own = path.at(-1) ?? "";
  const others = paths.filter((other) => other.join("/") !== path.join("/"));
  const telling = path
    .slice(0, -1)
    .reverse()
    .find((name) => name !== "" && others.every((other) => !other.slice(0, -1).includes(name)));
  return telling === undefined ? path.map(quoted).join("/") : `${quoted(telling)}/${quoted(own)}`;
}

/** A name as it must stand in a relation. */
function quoted(name: string): string {
  return /[,/[\]]/.test(normaliseName(name)) ? `"${name}"` : name;
}
