import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { BlockDefinition, FormDefinition, StubRole } from "./definition";
import { isBareTotal, lineName } from "./words";

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

/** Rows in which a header may begin. */
const SEARCH_ROWS = 40;

/** All texts that a form may print in its header, normalised. */
export function headerPhrases(form: FormDefinition): ReadonlySet<string> {
  const terms = form.terms.flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.split("/")));
  const stubs = form.blocks.flatMap(({ stub }) => stub.flatMap(({ phrases }) => phrases));
  return new Set([...form.header, ...terms, ...stubs, ...form.textColumns].map(normaliseName));
}

/** Finds the header of a form on a sheet; null where it is not there. */
export function findHeader(grid: SheetGrid, form: FormDefinition): Header | null {
  const phrases = headerPhrases(form);
  const isHeading = (text: string): boolean =>
    phrases.has(normaliseName(text)) || phrases.has(lineName(text));
  const stubTexts = new Set(
    form.blocks.flatMap(({ stub }) => stub.flatMap((column) => column.phrases)).map(normaliseName),
  );
  const stubColumns = new Set<number>();
  let top = -1;
  let bottom = -1;
  for (const row of grid.rowNumbers) {
    if (top < 0 && row >= SEARCH_ROWS) break;
    const cells = grid.row(row);
    const headings = cells.filter((cell) => isHeading(textOf(cell)));
    const isHeader =
      headings.length * 2 > cells.length &&
      (headings.length > 1 || bottom >= 0) &&
      // A total standing in the stub is the first line of the body, not a heading.
      !cells.some((cell) => stubColumns.has(cell.column) && isBareTotal(normaliseName(textOf(cell))));
    if (isHeader) {
      if (top < 0) top = row;
      bottom = row;
      for (const cell of headings) {
        if (stubTexts.has(normaliseName(textOf(cell)))) stubColumns.add(cell.column);
      }
    } else if (top >= 0) break;
  }
  if (top < 0) return null;
  const blocks = blocksOf(grid, form, top, bottom);
  return blocks === null ? null : { top, bottom, blocks };
}

function blocksOf(grid: SheetGrid, form: FormDefinition, top: number, bottom: number): BlockColumns[] | null {
  const right = Math.max(...rowsBetween(top, bottom).map((row) => grid.row(row).at(-1)?.column ?? 0));
  const textsOf = (column: number): string[] =>
    rowsBetween(top, bottom)
      .map((row) => normaliseName(textOf(grid.at(row, column))))
      .filter((text) => text !== "");
  const stubs: { definition: BlockDefinition; stub: { role: StubRole; column: number }[] }[] = [];
  let from = 0;
  for (const definition of form.blocks) {
    const stub: { role: StubRole; column: number }[] = [];
    for (const { phrases, role } of definition.stub) {
      const wanted = new Set(phrases.map(normaliseName));
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
  if (stubs.length === 0) return null;
  const textColumns = new Set(form.textColumns.map(normaliseName));
  return stubs.map(({ definition, stub }, at) => {
    const first = Math.max(...stub.map(({ column }) => column)) + 1;
    const next = stubs[at + 1];
    const last = next === undefined ? right : Math.min(...next.stub.map(({ column }) => column)) - 1;
    const columns = rowsBetween(first, last)
      .map((column) => ({ column, path: headingsAbove(grid, column, top, bottom) }))
      .filter(({ path }) => path.length > 0 && !textColumns.has(normaliseName(path.at(-1)?.text ?? "")));
    return { definition, stub, columns };
  });
}

/** Whole numbers from `first` to `last`, both included. */
function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, step) => first + step);
}

/**
 * Headings above a column. A heading spans its merged area; where merges were lost it spans the blank cells to its
 * right as long as those have a heading of their own below.
 */
function headingsAbove(grid: SheetGrid, column: number, top: number, bottom: number): HeaderText[] {
  const path: HeaderText[] = [];
  for (let row = top; row <= bottom; row++) {
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
  return rowsBetween(row + 1, bottom).some((below) => textOf(grid.at(below, column)).trim() !== "");
}

/** True where a heading begins above this column, so that a heading further left cannot reach over it. */
function separatedAbove(grid: SheetGrid, row: number, column: number, top: number): boolean {
  return rowsBetween(top, row - 1).some((above) => textOf(grid.at(above, column)).trim() !== "");
}
