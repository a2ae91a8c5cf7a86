import { rememberedOf } from "../remembered";
import { filledRows, textOf, type SheetGrid } from "../workbook/grid";
import type { BlockDefinition, FormDefinition, StubRole } from "./definition";
import { headingName, headingOf, relativeYear, type TextRow } from "./text-rows";
import { isAmountLike } from "../workbook/number";
import type { Cell } from "../workbook/snapshot";
import { isBareTotal } from "./words";

/** One text above a column. Equal texts of neighbouring headings stay apart by where they stand. */
export interface HeaderText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Columns of one block. All indices are 0-based. */
export interface BlockColumns {
  readonly definition: BlockDefinition;
  readonly stub: readonly { readonly role: StubRole; readonly column: number }[];
  /** Columns right of the stub up to the next block, each with its headings from top to bottom. */
  readonly columns: readonly { readonly column: number; readonly path: readonly HeaderText[] }[];
}

export interface Header {
  /** First and last row of the header, inclusive. */
  readonly top: number;
  readonly bottom: number;
  readonly blocks: readonly BlockColumns[];
}

/** Rows in which headings of one form stand below one another. */
export interface HeaderRun {
  readonly top: number;
  readonly bottom: number;
  /** Of the form's own headings, those that are there, as a ratio. */
  readonly share: number;
}

interface Phrases {
  /** All texts that the form may print in its header. */
  readonly all: ReadonlySet<string>;
  /** Those by which it is told from other forms. */
  readonly telling: ReadonlySet<string>;
  readonly stub: ReadonlySet<string>;
}

const phrasesOf: (form: FormDefinition) => Phrases = rememberedOf((form) => {
  const terms = form.terms.flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.split("/")));
  const stub = form.blocks.flatMap((block) => block.stub.flatMap(({ phrases }) => phrases));
  const telling = [...form.header, ...stub, ...form.textColumns];
  const roles = [...(form.indicators?.columns ?? []), ...(form.execution?.columns ?? [])];
  const columns = roles.flatMap((column) => column.phrases);
  return {
    all: new Set([...telling, ...columns, ...terms].map(headingName)),
    telling: new Set(telling.map(headingName)),
    stub: new Set(stub.map(headingName)),
  };
});

/** All texts that a form may print in its header, normalised. */
export function headerPhrases(form: FormDefinition): ReadonlySet<string> {
  return phrasesOf(form).all;
}

/** Texts of a form's header by which it is told from other forms, normalised. */
export function tellingPhrases(form: FormDefinition): ReadonlySet<string> {
  return phrasesOf(form).telling;
}

/**
 * Where headings of a form stand: neighbouring rows of which more than half the texts are its headings. `rows` are the
 * rows of the sheet that hold headings of any form.
 */
export function headerRuns(rows: readonly TextRow[], form: FormDefinition): HeaderRun[] {
  const { all, telling, stub } = phrasesOf(form);
  const runs: HeaderRun[] = [];
  let open: { top: number; bottom: number; seen: Set<string>; stubColumns: Set<number> } | null = null;
  const close = (): void => {
    if (open !== null)
      runs.push({ top: open.top, bottom: open.bottom, share: open.seen.size / telling.size });
    open = null;
  };
  let previous = -1;
  for (const { row, at, cells } of rows) {
    if (at !== previous + 1) close();
    previous = at;
    const headings = cells.filter(({ name, line }) => all.has(name) || all.has(line));
    const isEnough = form.openHeader
      ? headings.some(({ name }) => stub.has(name))
      : headings.length * 2 > cells.length;
    const isHeader: boolean =
      isEnough &&
      (headings.length > 1 || open !== null) &&
      // A total standing in the stub is the first line of the body, not a heading.
      !cells.some(({ column, name }) => open?.stubColumns.has(column) === true && isBareTotal(name));
    if (!isHeader) {
      close();
      continue;
    }
    open ??= { top: row, bottom: row, seen: new Set(), stubColumns: new Set() };
    open.bottom = row;
    for (const { column, name, line } of headings) {
      if (telling.has(name)) open.seen.add(name);
      else if (telling.has(line)) open.seen.add(line);
      if (stub.has(name)) open.stubColumns.add(column);
    }
  }
  close();
  return runs;
}

/** The blocks below a header; null where the stub of none of them is there. */
export function readHeader(grid: SheetGrid, form: FormDefinition, run: HeaderRun): Header | null {
  const { top } = run;
  const bottom = endOfHeadings(grid, run);
  const blocks = blocksOf(grid, form, top, bottom);
  return blocks === null ? null : { top, bottom, blocks };
}

/** The last row of headings: texts that no form knows may stand right below headings that run over several columns. */
function endOfHeadings(grid: SheetGrid, { bottom }: HeaderRun): number {
  const below = bottom + 1;
  const cells = grid.row(below);
  const isBlank = (row: number, column: number): boolean => textOf(grid.at(row, column)).trim() === "";
  const isSubheading = ({ column, value }: Cell): boolean => {
    if (typeof value !== "string" || isAmountLike(value) || /[:：]/.test(value)) return false;
    const merge = grid.mergeOf(bottom, column);
    if (merge !== undefined) return merge.right > merge.left && merge.bottom === bottom;
    // Where merges were lost, a heading reaches over the blanks to its right.
    return isBlank(bottom, column) || (isBlank(bottom, column + 1) && !isBlank(below, column + 1));
  };
  return cells.length > 1 && cells.every(isSubheading) ? below : bottom;
}

function blocksOf(grid: SheetGrid, form: FormDefinition, top: number, bottom: number): BlockColumns[] | null {
  const filled = filledRows(grid, top, bottom);
  const right = filled.reduce((most, row) => Math.max(most, grid.row(row).at(-1)?.column ?? 0), 0);
  const textsOf = (column: number): string[] =>
    filled.map((row) => headingOf(grid, grid.at(row, column))).filter((text) => text !== "");
  const stubs: { definition: BlockDefinition; stub: { role: StubRole; column: number }[] }[] = [];
  let from = 0;
  for (const definition of form.blocks) {
    const stub: { role: StubRole; column: number }[] = [];
    for (const { phrases, role } of definition.stub) {
      const wanted = new Set(phrases.map(headingName));
      for (let column = from; column <= right; column++) {
        if (textsOf(column).some((text) => wanted.has(text))) {
          stub.push({ role, column });
          from = column + 1;
          break;
        }
      }
    }
    if (stub.some(({ role }) => role === "name" || role === "code")) stubs.push({ definition, stub });
  }
  if (stubs.length === 0) return form.blocks.length === 0 ? [] : null;
  const textColumns = new Set(form.textColumns.map(headingName));
  return stubs.map(({ definition, stub }, at) => {
    const first = Math.max(...stub.map(({ column }) => column)) + 1;
    const next = stubs[at + 1];
    const last = next === undefined ? right : Math.min(...next.stub.map(({ column }) => column)) - 1;
    const columns = rowsBetween(first, last)
      .map((column) => ({ column, path: headingsAbove(grid, column, top, bottom) }))
      .filter(
        ({ path }) =>
          path.length > 0 &&
          !path.some(({ text }) => textColumns.has(relativeYear(headingName(text), grid.year))),
      );
    return { definition, stub, columns };
  });
}

/** The column whose lowest heading is one of the phrases; null where none is. */
export function columnHeaded(
  grid: SheetGrid,
  { top, bottom }: Pick<Header, "top" | "bottom">,
  phrases: readonly string[],
): number | null {
  const wanted = new Set(phrases.map(headingName));
  for (const row of filledRows(grid, top, bottom).reverse()) {
    const cell = grid.row(row).find((candidate) => wanted.has(headingOf(grid, candidate)));
    if (cell !== undefined) return cell.column;
  }
  return null;
}

/** Whole numbers from `first` to `last`, both included. */
function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, step) => first + step);
}

/**
 * Headings above a column. A heading spans its merged area; where merges were lost it spans the blank cells to its
 * right as long as those have a heading of their own below.
 */
export function headingsAbove(grid: SheetGrid, column: number, top: number, bottom: number): HeaderText[] {
  const path: HeaderText[] = [];
  // A merge that begins above `top` is there in that row, too; of a blank row below nothing else is a heading.
  for (const row of [top, ...filledRows(grid, top + 1, bottom)]) {
    const source = headingAt(grid, row, column, top, bottom);
    if (source === null) continue;
    const above = path.at(-1);
    if (above !== undefined && above.row === source.row && above.column === source.column) continue;
    path.push(source);
  }
  return path;
}

function headingAt(
  grid: SheetGrid,
  row: number,
  column: number,
  top: number,
  bottom: number,
): HeaderText | null {
  const merge = grid.mergeOf(row, column);
  const origin = merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
  const own = textOf(grid.at(origin.row, origin.column)).trim();
  if (own !== "") return { text: own, row: origin.row, column: origin.column };
  if (merge !== undefined || !hasHeadingBelow(grid, row, column, bottom)) return null;
  for (let left = column - 1; left >= 0; left--) {
    const text = textOf(grid.at(row, left)).trim();
    if (text !== "") return hasHeadingBelow(grid, row, left, bottom) ? { text, row, column: left } : null;
    if (grid.mergeOf(row, left) !== undefined || separatedAbove(grid, row, left + 1, top)) return null;
  }
  return null;
}

function hasHeadingBelow(grid: SheetGrid, row: number, column: number, bottom: number): boolean {
  return filledRows(grid, row + 1, bottom).some((below) => textOf(grid.at(below, column)).trim() !== "");
}

/** True where a heading begins above this column, so that a heading further left cannot reach over it. */
function separatedAbove(grid: SheetGrid, row: number, column: number, top: number): boolean {
  return filledRows(grid, top, row - 1).some((above) => textOf(grid.at(above, column)).trim() !== "");
}
