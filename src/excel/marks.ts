import type { CellAddress, CellRange } from "../core/workbook/address";
import type { CellMark } from "../core/workbook/host";
import type { Severity } from "../core/report";
import { addressLists } from "./address-lists";

/**
 * How a mark is told from the user's own conditional formats: by its formula, which is true everywhere and carries our
 * name. `N("…")` is 0 for any text, the spreadsheet way to write a comment. Nothing is stored besides: the formula
 * stays with the format when rows are moved, copied or sorted, when a sheet is copied, when the file is saved and
 * opened elsewhere, and no reference in it can be adjusted.
 */
const MARK_FORMULA = /^=\s*N\(\s*"gouji-mark(?: [a-z]+)?"\s*\)\s*=\s*0$/i;

export function markFormula(severity: Severity): string {
  return `=N("gouji-mark ${severity}")=0`;
}

/**
 * A format without a formula is a mark, too: one that was interrupted between two statements. It shows nothing, and Excel
 * lets nobody make one by hand.
 */
export function isMarkFormula(formula: string): boolean {
  return formula.trim() === "" || MARK_FORMULA.test(formula.trim());
}

/** Worst first: where a cell is marked twice, the worse one shows. */
const FILLS: Readonly<Record<Severity, string>> = {
  error: "#FFB3B3",
  warning: "#FFD59E",
  rounding: "#FFF3B0",
  info: "#CFE6FF",
};

const SEVERITIES = Object.keys(FILLS) as readonly Severity[];

/** One conditional format to be added. */
export interface MarkFormat {
  readonly formula: string;
  readonly fill: string;
  /** Addresses for `Worksheet.getRanges`. */
  readonly addresses: string;
}

/** The conditional formats that mark these cells of one sheet: one a severity, more where addresses get long. */
export function markFormats(marks: readonly CellMark[]): {
  readonly cells: number;
  readonly formats: MarkFormat[];
} {
  const worst = new Map<string, CellMark>();
  for (const mark of marks) {
    const key = `${String(mark.row)}:${String(mark.column)}`;
    const known = worst.get(key);
    if (known === undefined || rank(mark) < rank(known)) worst.set(key, mark);
  }
  const formats = SEVERITIES.flatMap((severity) => {
    const cells = [...worst.values()].filter((mark) => mark.severity === severity);
    return addressLists(joinedCells(cells)).map((addresses) => ({
      formula: markFormula(severity),
      fill: FILLS[severity],
      addresses,
    }));
  });
  return { cells: worst.size, formats };
}

function rank({ severity }: CellMark): number {
  return SEVERITIES.indexOf(severity);
}

/** Neighbours in a column become one range; sorted by column, then row. */
export function joinedCells(cells: readonly CellAddress[]): CellRange[] {
  const ranges: CellRange[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = ranges.at(-1);
    if (last?.left === column && last.bottom === row - 1)
      ranges[ranges.length - 1] = { ...last, bottom: row };
    else ranges.push({ top: row, bottom: row, left: column, right: column });
  }
  return ranges;
}
