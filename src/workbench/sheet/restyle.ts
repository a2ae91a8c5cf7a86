import type { ICellData, IStyleData, Nullable, ObjectMatrix } from "@univerjs/core";
import type { CellAddress, CellRange } from "../../core/workbook/address";

type Cells = Record<number, Record<number, ICellData>>;

/**
 * Lays styles over those of cells, of a sheet that is not on screen. Univer works the style of each cell out anew, which
 * takes minutes for a large table; here cells that are alike take over what came of the first of them.
 *
 * @param change gets a place within the range, answers the same object for the same style; null leaves the cell alone
 * @param setCells Univer's own way
 */
export function restyle(
  matrix: ObjectMatrix<Nullable<ICellData>>,
  { top, left, bottom, right }: CellRange,
  change: (row: number, column: number) => IStyleData | null,
  setCells: (cells: Cells) => void,
): void {
  const cells: Cells = {};
  /** By the new style and the cell's style before. */
  const firsts = new Map<IStyleData, Map<ICellData["s"], CellAddress>>();
  const others: (CellAddress & { readonly first: CellAddress })[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const s = change(row - top, column - left);
      if (s === null) continue;
      const cell = matrix.getValue(row, column);
      const like = firsts.get(s) ?? new Map<ICellData["s"], CellAddress>();
      firsts.set(s, like);
      const first = like.get(cell?.s ?? null);
      // A text with formats of its own takes part in what its cell gets.
      if (first !== undefined && !cell?.p) others.push({ row, column, first });
      else {
        (cells[row] ??= {})[column] = { s };
        if (!cell?.p) like.set(cell?.s ?? null, { row, column });
      }
    }
  }
  setCells(cells);
  for (const { row, column, first } of others) {
    const style = matrix.getValue(first.row, first.column)?.s;
    const { s: _before, ...cell } = matrix.getValue(row, column) ?? {};
    if (style !== undefined && style !== null) matrix.setValue(row, column, { ...cell, s: style });
    else if (Object.keys(cell).length > 0) matrix.setValue(row, column, cell);
    else matrix.realDeleteValue(row, column);
  }
}
