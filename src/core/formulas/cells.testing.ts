import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";

/** One cell, or rows of cells, as a test writes them down. */
export type Written = Argument | readonly (readonly Argument[])[];

export function gridOf(written: Written): Grid<Argument> {
  return isGrid(written) ? written : [[written]];
}

function isGrid(written: Written): written is readonly (readonly Argument[])[] {
  return Array.isArray(written);
}

/** `0.9554`, or `#DIV/0! 预算数为空…`; cells of a row joined by ` | `. */
export function shown(results: Grid<FormulaResult>): string | readonly string[] {
  const rows = results.map((row) =>
    row.map((cell) => (isFormulaError(cell) ? `${cell.error} ${cell.message}` : String(cell))).join(" | "),
  );
  return rows.length === 1 && rows[0] !== undefined ? rows[0] : rows;
}
