import { normaliseName } from "../classification/normalise";
import type { SheetGrid } from "../workbook/grid";
import { isAmountLike } from "../workbook/number";
import { readCodedRows } from "./coded-rows";
import type { FormDefinition, FormFamily } from "./definition";
import type { BlockColumns, HeaderText } from "./header";
import { columnSums, type ColumnSum } from "./header-tree";
import { readInlineBlock } from "./inline-block";
import { isNoAmount } from "./layout-columns";
import { amountGrid, fitting } from "./layout-evidence";
import { readLayoutBlock } from "./layout-table";
import { readListRows } from "./list-rows";
import { columnsNamed } from "./rate-lines";
import type { AmountColumn, Block, BodyRow, RowSum } from "./table";
import { headingName, relativeYear } from "./text-rows";
import { lookup, makeUp, meaningOf, narrow, type Lookup, type Meaning } from "./vocabulary";

/** What a block is read with. */
export interface BlockContext {
  readonly family: FormFamily;
  readonly form: FormDefinition;
  /** Members all amounts of the table share. */
  readonly scope: Meaning;
}

/** Reads one block of a table: its rows and columns with what they mean, and the sums its layout implies. */
export function readBlock(
  grid: SheetGrid,
  { family, form, scope }: BlockContext,
  header: BlockColumns,
  body: readonly number[],
): Block {
  const { definition } = header;
  const { kind, dimensions } = definition.rows;
  const terms = [definition.terms, form.terms, family.terms];
  const defaults = meaningOf(definition.members);
  if (kind === "inline")
    return { ...readInlineBlock(grid, header, body, lookup(terms, dimensions)), defaults };

  const find = lookup(terms, form.columns.dimensions);
  const used = header.columns
    .map(({ column, path }) => ({ column, path, meaning: columnMeaning(path, scope, find, grid.year) }))
    .filter(({ column, path, meaning }) => meaning !== null || isForeignAmount(grid, column, path, body));
  const columns = used.map(({ column, path, meaning }): AmountColumn => ({
    column,
    headings: path.map(({ text }) => text.trim()),
    meaning,
  }));
  const declared = form.sums.flatMap(({ total, parts }): ColumnSum[] => {
    const [at] = columnsNamed(used, total, grid.year);
    const found = parts.flatMap((part) => columnsNamed(used, part, grid.year)).filter((part) => part !== at);
    return at === undefined || found.length === 0 ? [] : [{ total: at, parts: found, relation: "equal" }];
  });
  const laidOut = columnSums(used.map(({ path }) => path));
  const isKnown = (position: number): boolean => columns[position]?.meaning !== null;
  const fits = columns.every(({ meaning }) => meaning !== null)
    ? laidOut
    : fitting(
        laidOut,
        isKnown,
        amountGrid(
          grid,
          body,
          used.map(({ column }) => column),
        ),
      );
  const across = [
    ...fits.map((sum) => completed(sum, (position) => columns[position]?.meaning ?? null, scope)),
    ...declared,
  ];
  if (kind === "layout") {
    const stub = header.stub.map(({ column }) => ({ column, path: [] }));
    const { rows, rowSums } = readLayoutBlock(grid, { stub, columns: used }, body);
    return { rows, columns, rowSums, columnSums: across, defaults };
  }
  const { rows, sums } =
    kind === "list"
      ? readListRows(
          grid,
          { ...header, columns: used },
          body,
          lookup(terms, dimensions),
          narrow(scope, defaults),
        )
      : readCodedRows(grid, { ...header, columns: used }, body);
  const rowMeaning = (position: number): Meaning | null => meaningOfRow(rows[position]);
  return {
    rows,
    columns,
    rowSums: sums.map((sum) => completed(sum, rowMeaning, narrow(scope, defaults))),
    columnSums: across,
    defaults,
  };
}

/** Members of a line of a list; null for rows that are told apart by place. */
function meaningOfRow(row: BodyRow | undefined): Meaning | null {
  if (row === undefined || row.place === null) return null;
  const { unit, function: code } = row.place;
  return unit === null && code === null ? row.meaning : null;
}

/** “其中” parts that by their meaning are all of the whole add up to it. */
function completed<T extends ColumnSum | RowSum>(
  sum: T,
  meaningAt: (position: number) => Meaning | null,
  scope: Meaning,
): T {
  if (sum.relation === "equal") return sum;
  const meanings = [sum.total, ...sum.parts].map(meaningAt);
  const [whole, ...parts] = meanings.flatMap((meaning) => (meaning === null ? [] : [narrow(scope, meaning)]));
  const isKnown = whole !== undefined && parts.length === sum.parts.length;
  return isKnown && makeUp(whole, parts) ? { ...sum, relation: "equal" } : sum;
}

/**
 * A column that somebody put in, under a heading no form knows, may hold remarks or rates; only numbers below a heading
 * that may be one of amounts make it such.
 */
function isForeignAmount(
  grid: SheetGrid,
  column: number,
  path: readonly HeaderText[],
  rows: readonly number[],
): boolean {
  if (path.some(({ text }) => isNoAmount(normaliseName(text)))) return false;
  return rows.some((row) => {
    const cell = grid.at(row, column);
    return cell !== undefined && isAmountLike(cell.value);
  });
}

/** What all headings of a column say together; null where one is not understood. */
function columnMeaning(
  path: readonly HeaderText[],
  scope: Meaning,
  find: Lookup,
  year: number | null,
): Meaning | null {
  let meaning: Meaning = {};
  const texts = path.map(({ text }) => relativeYear(headingName(text), year));
  for (let depth = 0; depth < texts.length; depth++) {
    const found = find(texts.slice(0, depth + 1), narrow(scope, meaning), depth < texts.length - 1);
    if (found === null) return null;
    meaning = narrow(meaning, found);
  }
  return meaning;
}
