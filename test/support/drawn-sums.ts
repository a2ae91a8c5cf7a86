import { columnLetters } from "../../src/core/workbook/address";
import type { Cell, SheetSnapshot } from "../../src/core/workbook/snapshot";

/*
 * Tables that add up because their totals are computed: a cell drawn as `=6:8` is the sum of rows 6 to 8 of its column,
 * `=6+9` that of two rows, `=C+D` and `=D:F` that of columns of its row; `-` takes away. Rows are numbered from 1.
 */

const SUM = /^=((?:\d+|[A-Z])(?:[-+:](?:\d+|[A-Z]))*)$/;

/** The sheet with its drawn sums computed, in two decimals. Throws where a sum is made of itself. */
export function summed(sheet: SheetSnapshot): SheetSnapshot {
  const at = new Map(
    sheet.cells.map((cell) => [`${columnLetters(cell.column)}${String(cell.row + 1)}`, cell]),
  );
  const hundredths = (name: string, within: readonly string[]): number => {
    if (within.includes(name)) throw new Error(`${name} is made of itself`);
    const value = at.get(name)?.value;
    if (typeof value === "number") return Math.round(value * 100);
    const sum = typeof value === "string" ? SUM.exec(value)?.[1] : undefined;
    if (sum === undefined) return 0;
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    return termsOf(sum).reduce((rest, { sign, of }) => {
      const cell = /\d/.test(of) ? `${column}${of}` : `${of}${row}`;
      return rest + sign * hundredths(cell, [...within, name]);
    }, 0);
  };
  const cells = sheet.cells.map((cell): Cell => {
    if (typeof cell.value !== "string" || !SUM.test(cell.value)) return cell;
    const value = hundredths(`${columnLetters(cell.column)}${String(cell.row + 1)}`, []) / 100;
    return { ...cell, value, text: value.toFixed(2), decimals: 2 };
  });
  return { ...sheet, cells };
}

/** Rows or columns of a drawn sum, a range as all of its own. */
function termsOf(sum: string): { readonly sign: number; readonly of: string }[] {
  return [...sum.matchAll(/([-+]?)(\d+|[A-Z])(?::(\d+|[A-Z]))?/g)].flatMap(([, sign, first = "", last]) => {
    const own = { sign: sign === "-" ? -1 : 1 };
    if (last === undefined) return { ...own, of: first };
    if (/\d/.test(first)) {
      const count = Number(last) - Number(first) + 1;
      return Array.from({ length: count }, (_, step) => ({ ...own, of: String(Number(first) + step) }));
    }
    const count = last.charCodeAt(0) - first.charCodeAt(0) + 1;
    return Array.from({ length: count }, (_, step) => ({
      ...own,
      of: String.fromCharCode(first.charCodeAt(0) + step),
    }));
  });
}
