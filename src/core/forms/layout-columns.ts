import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import { isAmountLike, readNumber } from "../workbook/number";
import type { Cell } from "../workbook/snapshot";
import { headingsAbove, type HeaderText } from "./header";
import { isColumnNumbers } from "./body-rows";
import { isNote } from "./words";

/** A table found by its layout alone: rows of headings, columns of text, columns of amounts. Rows are 0-based. */
export interface LayoutHeader {
  readonly top: number;
  readonly bottom: number;
  readonly blocks: readonly LayoutBlock[];
}

/** Neighbouring columns of text with the columns of amounts right of them. */
export interface LayoutBlock {
  /** Columns of text with their headings. */
  readonly stub: readonly LayoutColumn[];
  readonly columns: readonly LayoutColumn[];
}

export interface LayoutColumn {
  readonly column: number;
  readonly path: readonly HeaderText[];
}

/** Rows of headings at the most. */
const MOST_HEADINGS = 8;

/** Headings of numbers that are no amounts, or that are not added up. */
const NO_AMOUNT =
  /(?:率|比例|比重|占比|百分比|%|单价|标准|序号|日期|时间|年限|电话|手机|人数|数量|面积|分值|得分|权重|指标值|目标值|邮编|页码|行次|栏次|名次|年龄|学历|规格|型号|文号|备注|说明)(?:\(.*\))?$|人均|平均/;

/** Headings of columns that hold codes, years or names, even where those look like numbers. */
const CODE = /(?:编码|代码|编号|^类|^款|^项|科目号|^年度|年份|月份)$/;

/**
 * Finds headings and columns of amounts in `rows`, which are rows of the sheet from a table's upper edge on; null where
 * no amounts stand below headings.
 */
export function findLayout(grid: SheetGrid, rows: readonly number[]): LayoutHeader | null {
  const first = rows.findIndex((row) => isDataRow(grid, row));
  if (first < 0) return null;
  const numeric = new Set(
    rows.slice(first).flatMap((row) =>
      grid
        .row(row)
        .filter(isAmount)
        .map(({ column }) => column),
    ),
  );
  const above = rows.slice(0, first).filter((row) => !isColumnNumbers(grid.row(row)));
  const lowest = above.findLast((row) => grid.row(row).some((cell) => reaches(grid, cell, numeric)));
  if (lowest === undefined) return null;
  const top = topOfHeadings(grid, above, lowest);
  const bottom =
    above.findLast((row) => row >= lowest && (row === lowest || headsCodes(grid, row))) ?? lowest;
  const body = rows.filter((row) => row > bottom);
  const blocks = blocksOf(grid, top, bottom, body);
  return blocks.length === 0 ? null : { top, bottom, blocks };
}

/** A row with an amount that is no row of column numbers. */
export function isDataRow(grid: SheetGrid, row: number): boolean {
  if (!grid.hasAmount(row)) return false;
  const cells = grid.row(row);
  return !isColumnNumbers(cells) && !isNote(textOf(cells[0]));
}

function isAmount({ value }: Cell): boolean {
  return isAmountLike(value);
}

/** Whether a heading stands over a column of amounts, by itself or by its merged area. */
function reaches(grid: SheetGrid, cell: Cell, columns: ReadonlySet<number>): boolean {
  if (textOf(cell).trim() === "") return false;
  const merge = grid.mergeOf(cell.row, cell.column);
  if (merge === undefined) return columns.has(cell.column);
  const width = merge.right - merge.left + 1;
  // A title runs over the whole table.
  if (width > 2 && grid.row(cell.row).length === 1) return false;
  return [...columns].some((column) => merge.left <= column && column <= merge.right);
}

/** “类 | 款 | 项” below a heading over all three, beside headings that run down to the same row. */
function headsCodes(grid: SheetGrid, row: number): boolean {
  const texts = grid.row(row).map((cell) => normaliseName(textOf(cell)));
  return (
    texts.some((text) => text !== "") &&
    texts.every((text) => /^(?:[类款项目]|(?:科目)?(?:编码|代码|名称))?$/.test(text))
  );
}

/** The first of the rows of headings that end in `bottom`: lines of several texts, right above one another. */
function topOfHeadings(grid: SheetGrid, above: readonly number[], bottom: number): number {
  let top = bottom;
  const upwards = above
    .filter((row) => row < bottom)
    .slice(-MOST_HEADINGS)
    .reverse();
  for (const row of upwards) {
    const cells = grid.row(row);
    if (cells.length < 2 || cells.some((cell) => /[:：]/.test(textOf(cell)))) break;
    top = row;
  }
  return top;
}

function blocksOf(grid: SheetGrid, top: number, bottom: number, body: readonly number[]): LayoutBlock[] {
  const columns = [...new Set(body.flatMap((row) => grid.row(row).map(({ column }) => column)))];
  const headed = [
    ...new Set(rowsOf(top, bottom).flatMap((row) => grid.row(row).map(({ column }) => column))),
  ];
  const all = [...new Set([...columns, ...headed])].sort((a, b) => a - b);
  const kinds = all.map((column) => {
    const own = { column, path: headingsAbove(grid, column, top, bottom) };
    return { own, kind: kindOf(grid, own, body) };
  });
  const blocks: { stub: LayoutColumn[]; columns: LayoutColumn[] }[] = [];
  // A single line of figures (“三公”经费) has nothing to name its rows.
  if (!kinds.some(({ kind }) => kind === "text")) blocks.push({ stub: [], columns: [] });
  for (const { own, kind } of kinds) {
    const last = blocks.at(-1);
    if (kind === "text") {
      if (last === undefined || last.columns.length > 0) blocks.push({ stub: [own], columns: [] });
      else last.stub.push(own);
    } else if (kind === "amount" && last !== undefined) last.columns.push(own);
  }
  return blocks.filter((block) => block.columns.length > 0);
}

/** Whether a heading, normalised, stands over numbers that are no amounts or add up to nothing: rates, pieces, prices. */
export function isNoAmount(heading: string): boolean {
  return NO_AMOUNT.test(heading);
}

/** What stands below a heading; `other` is neither names nor amounts (rates, numbers of rows, nothing). */
function kindOf(
  grid: SheetGrid,
  { column, path }: LayoutColumn,
  body: readonly number[],
): "text" | "amount" | "other" {
  const headings = path.map(({ text }) => normaliseName(text));
  if (headings.some((text) => CODE.test(text))) return "text";
  if (headings.some(isNoAmount)) return "other";
  const cells = body.flatMap((row) => grid.at(row, column) ?? []);
  const amounts = cells.filter(isAmount);
  if (amounts.some(({ text }) => /[%％]/.test(text))) return "other";
  const texts = cells.filter((cell) => !isAmount(cell) && readNumber(cell.value).kind === "text");
  if (amounts.length > 0 && amounts.length >= texts.length) return path.length > 0 ? "amount" : "other";
  if (texts.length > 0) return "text";
  // Blank throughout: a column of amounts by its heading, where it stands among such.
  return path.length > 0 ? "amount" : "other";
}

function rowsOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
