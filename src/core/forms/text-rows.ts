import { remembered } from "../remembered";
import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { Cell } from "../workbook/snapshot";
import { lineName } from "./words";

/** A row without an amount, where headings may stand. */
export interface TextRow {
  /** 0-based. */
  readonly row: number;
  /** Position among the filled rows of the sheet. */
  readonly at: number;
  readonly cells: readonly {
    readonly column: number;
    /** Normalised. */
    readonly name: string;
    /** The same without ordinal and 其中. */
    readonly line: string;
  }[];
}

/** Rows of a sheet without an amount of which more than half the cells, or several, are among the phrases. */
export function rowsOfPhrases(grid: SheetGrid, phrases: ReadonlySet<string>): TextRow[] {
  return grid.rowNumbers.flatMap((row, at) => {
    if (grid.hasAmount(row)) return [];
    const named = grid
      .row(row)
      .map((cell) => {
        const text = textOf(cell);
        return { column: cell.column, name: headingOf(grid, cell), line: lineName(text) };
      })
      .filter(({ name }) => phrases.has(name) || !isAddedHeading(name));
    const hits = named.filter(({ name, line }) => phrases.has(name) || phrases.has(line)).length;
    return hits * 2 > named.length || hits > 1 ? [{ row, at, cells: named }] : [];
  });
}

/** Headings of columns that people put beside any table. */
function isAddedHeading(name: string): boolean {
  return /^(?:序号|行次|栏次|编号|备注|说明|附注)$/.test(name);
}

/** A heading as forms name it: its own words, with the year of the sheet as 本年 and the one before as 上年. */
export function headingOf(grid: SheetGrid, cell: Cell | undefined): string {
  return relativeYear(headingName(textOf(cell)), grid.year);
}

const NINE = "9".charCodeAt(0);

/** 2024年预算数 in a table of 2024 → 本年预算数. */
export function relativeYear(name: string, year: number | null): string {
  // Asked of every text of a sheet: few begin with a digit.
  if (year === null || !(name.charCodeAt(0) <= NINE)) return name;
  const match = /^(\d{4})年(?!度)/.exec(name);
  if (match === null) return name;
  const distance = year - Number(match[1]);
  const word = distance === 0 ? "本年" : distance === 1 ? "上年" : null;
  return word === null ? name : word + name.slice(match[0].length);
}

/** A heading's own words: normalised, without a unit of money behind: 预算数（万元） → 预算数. */
export const headingName: (text: string) => string = remembered((text) =>
  normaliseName(text).replace(/\((?:单位:)?(?:人民币)?(?:元|千元|万元|百万元|亿元)\)$/, ""),
);
