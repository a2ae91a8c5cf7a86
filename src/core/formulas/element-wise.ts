import type { Argument, FormulaResult, Grid } from "./formula-value";
import { formulaErrors, type ParameterName, type Shape } from "./messages";

/** One argument that may be a range, under the name the user sees. */
export interface RangeArgument {
  readonly parameter: ParameterName;
  readonly cells: Grid<Argument>;
}

/**
 * Applies `compute` cell by cell. A single cell next to a range goes with every cell of the range; two ranges must have
 * equal shape, otherwise the result is one #VALUE!. (Excel would also stretch a row against a column. In a budget table
 * that is always a slip of the mouse, so it is not done.)
 */
export function elementWise(
  first: RangeArgument,
  second: RangeArgument,
  compute: (a: Argument, b: Argument) => FormulaResult,
): Grid<FormulaResult> {
  const a = shapeOf(first.cells);
  const b = shapeOf(second.cells);
  if (!isSingle(a) && !isSingle(b) && (a.rows !== b.rows || a.columns !== b.columns)) {
    return [[formulaErrors.shapesDiffer(first.parameter, a, second.parameter, b)]];
  }
  const shape = isSingle(a) ? b : a;
  return Array.from({ length: shape.rows }, (_row, row) =>
    Array.from({ length: shape.columns }, (_cell, column) =>
      compute(cellAt(first.cells, a, row, column), cellAt(second.cells, b, row, column)),
    ),
  );
}

function shapeOf(cells: Grid<Argument>): Shape {
  return { rows: cells.length, columns: cells[0]?.length ?? 0 };
}

function isSingle({ rows, columns }: Shape): boolean {
  return rows === 1 && columns === 1;
}

function cellAt(cells: Grid<Argument>, shape: Shape, row: number, column: number): Argument {
  return (isSingle(shape) ? cells[0]?.[0] : cells[row]?.[column]) ?? null;
}
