import { functional } from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import { unitOfHeading, unitOfLine, type MoneyUnit } from "../workbook/money";
import { bodyRows } from "./body-rows";
import { columnSums } from "./header-tree";
import { findLayout, isDataRow, type LayoutHeader } from "./layout-columns";
import { amountGrid, bestWay, borneOut, transposed } from "./layout-evidence";
import { readLayoutRows } from "./layout-rows";
import { beginsTable, preambleStart, titleName } from "./preamble";
import type { Block, Table } from "./table";

/** Words of public budgets; a title with one of them speaks for a table more than a heading does. */
const STRONG = /预算|决算|财政|拨款|经费|三公|专项资金|基金|结转|收支|支出/;
const WEAK = /收入|资金|补助|采购|投资/;
/** What must come together before a sheet is taken for a table of a public budget. */
const ENOUGH = 3;

/**
 * Reads what stands in `rows` of a sheet, where no form was recognised, as tables by their layout alone: amounts and
 * sums, without members. A sheet that does not speak of a public budget gives none.
 */
export function readLayoutTables(grid: SheetGrid, sheetIndex: number, rows: readonly number[]): Table[] {
  return parts(grid, rows).flatMap((part) => {
    const header = findLayout(grid, part);
    if (header === null) return [];
    const headings = header.blocks.flatMap(({ stub, columns }) =>
      [...stub, ...columns].flatMap(({ path }) => path),
    );
    const after = part[0] === grid.rowNumbers[0] ? -1 : (part[0] ?? 0) - 1;
    const above = part.filter((row) => row >= preambleStart(grid, header.top, after) && row < header.top);
    const lines = above.flatMap((row) => grid.row(row).map(textOf));
    const unit = unitIn(
      lines,
      headings.map(({ text }) => text),
    );
    if (!speaksOfBudget(grid, part, header, lines, unit !== null)) return [];
    const body = bodyRows(
      grid,
      header,
      part.filter((row) => row > header.bottom),
    );
    const blocks = header.blocks.map((block): Block => readBlock(grid, block, body));
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
      },
    ];
  });
}

/** Rows cut where another table begins: at a title or number that a header follows, below amounts. */
function parts(grid: SheetGrid, rows: readonly number[]): number[][] {
  const cut: number[][] = [[]];
  let hasData = false;
  for (const row of rows) {
    if (hasData && beginsTable(grid, row)) {
      cut.push([]);
      hasData = false;
    }
    cut.at(-1)?.push(row);
    hasData ||= isDataRow(grid, row);
  }
  return cut;
}

function readBlock(grid: SheetGrid, block: LayoutHeader["blocks"][number], body: readonly number[]): Block {
  const { rows, ways } = readLayoutRows(grid, block, body);
  const amounts = amountGrid(
    grid,
    rows.map(({ row }) => row),
    block.columns.map(({ column }) => column),
  );
  const byColumn = transposed(amounts);
  return {
    rows,
    columns: block.columns.map(({ column, path }) => ({
      column,
      headings: path.map(({ text }) => text.trim()),
      meaning: null,
    })),
    rowSums: borneOut(bestWay(ways, byColumn), byColumn),
    columnSums: borneOut(columnSums(block.columns.map(({ path }) => path)), amounts),
    defaults: {},
  };
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
  rows: readonly number[],
  { blocks, bottom }: LayoutHeader,
  lines: readonly string[],
  hasUnit: boolean,
): boolean {
  const titles = [...lines, grid.sheet.name].map(normaliseName).filter((text) => text.length <= 40);
  const headings = blocks.flatMap(({ stub, columns }) =>
    [...stub, ...columns].flatMap(({ path }) => path.map(({ text }) => normaliseName(text))),
  );
  const says = (texts: readonly string[], strong: number, weak: number): number =>
    texts.some((text) => STRONG.test(text)) ? strong : texts.some((text) => WEAK.test(text)) ? weak : 0;
  const codes = rows.filter((row) => row > bottom && namesFunction(grid, row)).length;
  return says(titles, 2, 1) + says(headings, 2, 1) + (hasUnit ? 1 : 0) + (codes >= 2 ? 2 : 0) >= ENOUGH;
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
