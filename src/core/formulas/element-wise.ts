import type { Argument, FormulaResult, Grid } from "./formula-value";
import { formulaErrors, type ParameterName, type Shape } from "./messages";

/** One argument that may be a range, under the name the user sees. */
export interface RangeArgument {
  readonly parameter: ParameterName;
  readonly cells: Grid<Argument>;
}

/** As many cells as there are arguments. */
type Cells<Arguments> = { readonly [At in keyof Arguments]: Argument };

/**
 * Applies `compute` cell by cell. A single cell next to ranges goes with every cell of them; ranges must have
 * equal shape, otherwise the result is one #VALUE!. (Excel would also stretch a row against a column. In a budget table
 * that is always a slip of the mouse, so it is not done.)
 */
export function elementWise<const Arguments extends readonly [RangeArgument, ...RangeArgument[]]>(
  args: Arguments,
  compute: (...cells: Cells<Arguments>) => FormulaResult,
): Grid<FormulaResult> {
  const shaped = args.map((arg) => ({ ...arg, shape: shapeOf(arg.cells) }));
  const ranges = shaped.filter(({ shape }) => !isSingle(shape));
  const [first] = ranges;
  const other = ranges.find(({ shape }) => first !== undefined && !isSameShape(shape, first.shape));
  if (first !== undefined && other !== undefined) {
    return [[formulaErrors.shapesDiffer(first.parameter, first.shape, other.parameter, other.shape)]];
  }
  const { rows, columns } = first?.shape ?? { rows: 1, columns: 1 };
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_cell, column) => {
      const cells = shaped.map(({ cells, shape }) => cellAt(cells, shape, row, column));
      return compute(...(cells as Cells<Arguments>));
    }),
  );
}

export function shapeOf(cells: Grid<unknown>): Shape {
  return { rows: cells.length, columns: cells[0]?.length ?? 0 };
}

function isSameShape(a: Shape, b: Shape): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

export function isSingle({ rows, columns }: Shape): boolean {
  return rows === 1 && columns === 1;
}

function cellAt(cells: Grid<Argument>, shape: Shape, row: number, column: number): Argument {
  return (isSingle(shape) ? cells[0]?.[0] : cells[row]?.[column]) ?? null;
}
