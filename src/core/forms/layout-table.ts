import { functional } from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import { readNumber } from "../workbook/number";
import { unitOfHeading, unitOfLine, type MoneyUnit } from "../workbook/money";
import { bodyRows } from "./body-rows";
import { columnSums } from "./header-tree";
import { findLayout, isDataRow, type LayoutBlock, type LayoutHeader } from "./layout-columns";
import { amountGrid, bestWay, borneOut, holdsSomewhere, transposed, unmarkedParts } from "./layout-evidence";
import { readLayoutRows } from "./layout-rows";
import { beginsTable, preambleStart, titleName } from "./preamble";
import type { Block, RowSum, Table } from "./table";

/** Words of public budgets; a title with one of them speaks for a table more than a heading does. */
const STRONG = /预算|决算|财政|拨款|经费|三公|专项资金|转移支付|债务|债券|基金|结转/;
const WEAK = /收支|收入|支出|资金|补助|采购|投资/;
/** What must come together before a sheet is taken for a table of a public budget. */
const ENOUGH = 3;
/** A single line of figures is no table, unless its headings say how it adds up. */
const LEAST_ROWS = 2;
/** Sums that the headings of a single line must name: 合计 and 小计. */
const LEAST_SUMS = 2;
/** Longer lines above a table are remarks. */
const LONGEST_TITLE = 40;

/**
 * Reads what stands in `rows` of a sheet, where no form was recognised, as tables by their layout alone: amounts and
 * sums, without members. A sheet that does not speak of a public budget gives none.
 */
export function readLayoutTables(grid: SheetGrid, sheetIndex: number, rows: readonly number[]): Table[] {
  return sections(grid, rows).flatMap(({ header, body, lines }) => {
    const headings = header.blocks.flatMap(({ stub, columns }) =>
      [...stub, ...columns].flatMap(({ path }) => path.map(({ text }) => text)),
    );
    const unit = unitIn(lines, headings);
    if (!speaksOfBudget(grid, body, headings, lines, unit !== null)) return [];
    const blocks = header.blocks.map((block) => readLayoutBlock(grid, block, body));
    if (body.filter((row) => isDataRow(grid, row)).length < LEAST_ROWS && !addsUp(grid, blocks)) return [];
    return [
      {
        sheetIndex,
        sheet: grid.sheet.name,
        family: null,
        form: null,
        title: titleOf(lines, grid.sheet.name),
        unit: unit ?? "元",
        scope: {},
        blocks,
        indicators: null,
        execution: null,
        about: { unit: null, project: null },
        rates: [],
      },
    ];
  });
}

/** Headings with the rows below them and the texts of the lines above. */
interface Section {
  readonly header: LayoutHeader;
  readonly body: readonly number[];
  readonly lines: readonly string[];
}

/**
 * Cuts rows into sections: where a title or number begins another table, and where headings of other columns stand in the
 * middle of a table, which then keeps the lines above the first.
 */
function sections(grid: SheetGrid, rows: readonly number[]): Section[] {
  const found: Section[] = [];
  let rest = rows;
  let last: readonly string[] = [];
  while (rest.length > 0) {
    const end = endOfTable(grid, rest);
    const part = rest.slice(0, end);
    const header = findLayout(grid, part);
    if (header === null) {
      rest = rest.slice(end);
      last = [];
      continue;
    }
    const after = part[0] === grid.rowNumbers[0] ? -1 : (part[0] ?? 0) - 1;
    const top = preambleStart(grid, header.top, after);
    const above = part
      .filter((row) => row >= top && row < header.top)
      .flatMap((row) => grid.row(row).map(textOf));
    const lines = above.length === 0 ? last : above;
    const below = bodyRows(
      grid,
      header,
      part.filter((row) => row > header.bottom),
    );
    const cut = below.findIndex((row, at) => at > 0 && isHeading(grid, header, row));
    const body = cut < 0 ? below : below.slice(0, cut);
    // What stands in a column further down belongs to other headings.
    const own =
      cut < 0
        ? null
        : findLayout(
            grid,
            part.filter((row) => row < (below[cut] ?? 0)),
          );
    found.push({ header: own ?? header, body, lines });
    const next = cut < 0 ? part.at(-1) : (below[cut] ?? 0) - 1;
    last = cut < 0 ? [] : lines;
    rest = rest.filter((row) => row > (next ?? Number.POSITIVE_INFINITY));
  }
  return found;
}

/** Position of the row at which another table begins below amounts. */
function endOfTable(grid: SheetGrid, rows: readonly number[]): number {
  const first = rows.findIndex((row) => isDataRow(grid, row));
  const end = first < 0 ? -1 : rows.findIndex((row, at) => at > first && beginsTable(grid, row));
  return end < 0 ? rows.length : end;
}

/** A row without amounts in which at least half of the columns of amounts hold texts. */
function isHeading(grid: SheetGrid, { blocks }: LayoutHeader, row: number): boolean {
  const columns = blocks.flatMap((block) => block.columns);
  const cells = columns.flatMap(({ column }) => grid.at(row, column) ?? []);
  const texts = cells.filter(({ value }) => {
    const reading = readNumber(value);
    // A mistyped amount heads nothing.
    return reading.kind === "text" && reading.likely === null;
  });
  return texts.length * 2 >= columns.length && !grid.hasAmount(row);
}

/** Reads a block by its layout: which sums it means is for the amounts to say. */
export function readLayoutBlock(grid: SheetGrid, block: LayoutBlock, body: readonly number[]): Block {
  const { rows, ways } = readLayoutRows(grid, block, body);
  const amounts = amountGrid(
    grid,
    rows.map(({ row }) => row),
    block.columns.map(({ column }) => column),
  );
  const byColumn = transposed(amounts);
  // A line without any figure is the total of nothing: 公用经费合计 may print its own in the next block.
  const isFilled = ({ total }: RowSum): boolean =>
    block.columns.some(({ column }) => grid.at(rows[total]?.row ?? -1, column) !== undefined);
  return {
    rows,
    columns: block.columns.map(({ column, path }) => ({
      column,
      headings: path.map(({ text }) => text.trim()),
      meaning: null,
    })),
    rowSums: borneOut(
      bestWay(
        [...ways, unmarkedParts(ways[0] ?? [], byColumn)].map((way) => way.filter(isFilled)),
        byColumn,
      ),
      byColumn,
    ),
    columnSums: borneOut(columnSums(block.columns.map(({ path }) => path)), amounts),
    defaults: {},
  };
}

/** Whether the headings of a table name several sums across, and its amounts bear some of them out. */
function addsUp(grid: SheetGrid, blocks: readonly Block[]): boolean {
  const sums = blocks.flatMap(({ rows, columns, columnSums: across }) => {
    const amounts = amountGrid(
      grid,
      rows.map(({ row }) => row),
      columns.map(({ column }) => column),
    );
    return across.map((sum) => holdsSomewhere(sum, amounts));
  });
  return sums.length >= LEAST_SUMS && sums.includes(true);
}

function unitIn(lines: readonly string[], headings: readonly string[]): MoneyUnit | null {
  for (const line of lines) {
    const unit = unitOfLine(line);
    if (unit !== null) return unit;
  }
  for (const heading of headings) {
    const unit = unitOfHeading(heading);
    if (unit !== null) return unit;
  }
  return null;
}

function titleOf(lines: readonly string[], sheet: string): string {
  const title = lines.find(
    (line) => /(?:表|情况|明细|清单)$/.test(titleName(line)) && titleName(line).length > 3,
  );
  return (title ?? sheet).trim();
}

/** Whether title, headings, unit and codes together speak of a public budget. */
function speaksOfBudget(
  grid: SheetGrid,
  body: readonly number[],
  headings: readonly string[],
  lines: readonly string[],
  hasUnit: boolean,
): boolean {
  const titles = [...lines, grid.sheet.name]
    .map(normaliseName)
    .filter((text) => text.length <= LONGEST_TITLE);
  const says = (texts: readonly string[]): number =>
    texts.some((text) => STRONG.test(text)) ? 2 : texts.some((text) => WEAK.test(text)) ? 1 : 0;
  const codes = body.filter((row) => namesFunction(grid, row)).length;
  const evidence =
    says(titles) + says(headings.map(normaliseName)) + (hasUnit ? 1 : 0) + (codes >= 2 ? 2 : 0);
  return evidence >= ENOUGH;
}

/** A row that prints a functional code with the name of the catalogue. */
function namesFunction(grid: SheetGrid, row: number): boolean {
  const texts = grid.row(row).map((cell) => textOf(cell).trim());
  return texts.some((text, at) => {
    if (!/^\d{3}(?:\d\d){0,2}$/.test(text)) return false;
    const verdict = functional.judgeName(text, texts[at + 1] ?? "").kind;
    return verdict === "same" || verdict === "former";
  });
}
