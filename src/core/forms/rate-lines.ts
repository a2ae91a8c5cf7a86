import { filledRows, type SheetGrid } from "../workbook/grid";
import type { FormDefinition } from "./definition";
import { headingsAbove, type Header, type HeaderText } from "./header";
import { cellAt, type LineCell } from "./line-cell";
import { headingName, relativeYear } from "./text-rows";

/** A rate with the amounts it is made of: rate = of ÷ by. */
export interface RateLine {
  /** Name of the row, for messages. */
  readonly label: string;
  readonly rate: LineCell;
  readonly of: LineCell | null;
  readonly by: LineCell | null;
}

/**
 * Columns that a path names: its last heading, below the headings before it. A heading over several columns stands for
 * all of them.
 */
export function columnsNamed(
  columns: readonly { readonly column: number; readonly path: readonly HeaderText[] }[],
  phrase: string,
  year: number | null,
): number[] {
  const wanted = phrase.split("/").map(headingName);
  return columns.flatMap(({ path }, position) => {
    const names = path.map(({ text }) => relativeYear(headingName(text), year));
    let from = 0;
    const found = wanted.every((name) => {
      const at = names.indexOf(name, from);
      from = at + 1;
      return at >= 0;
    });
    return found ? [position] : [];
  });
}

/** Reads the rates that a form declares, row by row; a row without a rate is left out. */
export function readRateLines(
  grid: SheetGrid,
  form: FormDefinition,
  header: Header,
  rows: readonly { readonly row: number; readonly label: string }[],
): RateLine[] {
  if (form.rates.length === 0) return [];
  const headings = filledRows(grid, header.top, header.bottom);
  const right = Math.max(...headings.map((row) => grid.row(row).at(-1)?.column ?? 0));
  const columns = Array.from({ length: right + 1 }, (_, column) => ({
    column,
    path: headingsAbove(grid, column, header.top, header.bottom),
  }));
  const columnOf = (phrase: string): number | null => {
    const at = columnsNamed(columns, phrase, grid.year)[0];
    return at === undefined ? null : (columns[at]?.column ?? null);
  };
  return form.rates.flatMap((definition) => {
    const [rate, of, by] = [definition.rate, definition.of, definition.by].map(columnOf);
    if (typeof rate !== "number" || typeof of !== "number" || typeof by !== "number") return [];
    return rows.flatMap(({ row, label }) => {
      const printed = cellAt(grid, row, rate);
      if (printed?.row !== row) return [];
      return [{ label, rate: printed, of: cellAt(grid, row, of), by: cellAt(grid, row, by) }];
    });
  });
}
