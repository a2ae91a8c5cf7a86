import { KIND } from "../classification/atoms";
import { textOf, type SheetGrid } from "../workbook/grid";
import { unitOfHeading, unitOfLine, type MoneyUnit } from "../workbook/money";
import { bodyRows } from "./body-rows";
import { readAbout, readExecutionLine, readIndicatorLines } from "./indicator-lines";
import { readRateLines } from "./rate-lines";
import { readBlock } from "./read-block";
import type { FoundTable } from "./recognise";
import { unitNamed } from "./row-places";
import type { Block, Table } from "./table";
import { meaningOf, narrow } from "./vocabulary";

/** Reads a table of a known form, found on its sheet. */
export function readTable(grid: SheetGrid, sheetIndex: number, found: FoundTable): Table {
  const { family, form, header, rows, title } = found;
  const body = bodyRows(grid, header, rows);
  const about = readAbout(grid, found);
  const { project } = about;
  const members = meaningOf(form.members);
  const scope = project === null ? members : narrow(members, { kind: KIND.setOf("project") });
  const own = header.blocks.map((block) => readBlock(grid, { family, form, scope }, block, body));
  const blocks = project === null ? own : own.map((block) => withinProject(block, project));
  return {
    sheetIndex,
    sheet: grid.sheet.name,
    family,
    form,
    title,
    unit: findUnit(grid, found) ?? family.unit,
    scope,
    blocks,
    about,
    indicators: readIndicatorLines(grid, found, body, blocks, about),
    execution: readExecutionLine(grid, found, body),
    rates: readRateLines(grid, form, header, ratedRows(grid, body, blocks)),
  };
}

/** Rows that may print a rate, named by the first block or by their first text. */
function ratedRows(
  grid: SheetGrid,
  body: readonly number[],
  [block]: readonly Block[],
): { readonly row: number; readonly label: string }[] {
  const labels = new Map(block?.rows.map(({ row, label }) => [row, label]));
  return body.map((row) => ({ row, label: labels.get(row) ?? textOf(grid.row(row)[0]).trim() }));
}

/** Rows about all units in a table about one project are about that project; what they name is part of it. */
function withinProject(block: Block, project: string): Block {
  const home = unitNamed(project);
  return {
    ...block,
    rows: block.rows.map((row) =>
      row.place === null ? row : { ...row, place: { ...row.place, unit: partOf(home, row.place.unit) } },
    ),
  };
}

function partOf(home: string, unit: string | null): string {
  return unit === null ? home : home + unit.replace(/^名称:/, "");
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
