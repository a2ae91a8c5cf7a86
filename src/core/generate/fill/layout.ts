import type { CellAddress, CellRange } from "../../workbook/address";
import type { Template } from "../template";
import { foldName } from "./items";
import { layoutDefects } from "./messages";
import {
  parseCell,
  placeholdersOf,
  type ClosingMark,
  type ListFilter,
  type ListMark,
  type OpeningMark,
  type ParsedCell,
} from "./placeholders";
import { TemplateDefect } from "./template-defect";

/** Rows of a template that are repeated for each item of a list, or columns where the mark says 向右. */
export interface Repetition {
  readonly list: string;
  readonly filter: ListFilter | null;
  /** 0-based rows, or columns, of the template, inclusive. */
  readonly first: number;
  readonly last: number;
  /** The repetition around it; null for an outermost one. */
  readonly parent: Repetition | null;
  /** 1 for an outermost one. */
  readonly depth: number;
  /** Within it, in order. */
  readonly inner: readonly Repetition[];
  /** Where its opening mark stands. */
  readonly opening: CellAddress;
}

/** The structure of a template. What lies in no repetition is fixed. */
export interface Layout {
  readonly template: Template;
  /** Row by row, from left to right. Cells that a merge covers are left out. */
  readonly cells: readonly ParsedCell[];
  /** Rows and columns that cells or merges take up. */
  readonly height: number;
  readonly width: number;
  /** Outermost repetitions of rows, from top to bottom, and of columns, from left to right. */
  readonly rows: readonly Repetition[];
  readonly columns: readonly Repetition[];
  /** The innermost repetition of a row; null where it is fixed. */
  rowRepetition(row: number): Repetition | null;
  /** The innermost repetition of a column at a row: a cell above the opening mark stands over all the columns. */
  columnRepetition(column: number, row: number): Repetition | null;
}

/** The structure of a template. Throws the first `TemplateDefect`. */
export function templateLayout(template: Template): Layout {
  const defects: TemplateDefect[] = [];
  const layout = readLayout(template, defects);
  const [first] = inOrder(defects);
  if (first !== undefined) throw first;
  return layout;
}

/** In the order of their cells. */
export function inOrder(defects: readonly TemplateDefect[]): TemplateDefect[] {
  return [...defects].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
}

/** The structure of a template as far as it can be made out; each defect is put into `defects`. */
export function readLayout(template: Template, defects: TemplateDefect[]): Layout {
  const covered = coveredCells(template.merges);
  const cells = [...template.cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap((cell): ParsedCell[] => {
      try {
        return [parseCell(cell)];
      } catch (error) {
        if (!(error instanceof TemplateDefect)) throw error;
        defects.push(error);
        return [];
      }
    });
  const marks = cells.flatMap((cell) => cell.marks.map((mark) => ({ mark, at: cell })));
  const directions = directionsOf(marks);
  const rows = repetitions(marks, "down", directions, defects);
  const columns = repetitions(marks, "right", directions, defects);
  const ends = [...cells.map(({ row, column }) => ({ bottom: row, right: column })), ...template.merges];
  const height = ends.reduce((most, { bottom }) => Math.max(most, bottom + 1), 0);
  const width = ends.reduce((most, { right }) => Math.max(most, right + 1), 0);
  const byRow = innermost(rows, height);
  const byColumn = innermost(columns, width);
  for (const cell of cells) {
    const lists = around(byRow[cell.row] ?? null).map(({ list }) => foldName(list));
    for (const { merge } of placeholdersOf(cell)) {
      if (merge?.by !== "list" || lists.includes(foldName(merge.list))) continue;
      defects.push(new TemplateDefect(cell, layoutDefects.mergedElsewhere(merge.list)));
    }
  }
  return {
    template,
    cells: cells.filter(({ row, column }) => !covered.has(`${String(row)},${String(column)}`)),
    height,
    width,
    rows,
    columns,
    rowRepetition: (row) => byRow[row] ?? null,
    columnRepetition: (column, row) =>
      around(byColumn[column] ?? null).find(({ opening }) => opening.row <= row) ?? null,
  };
}

/** Cells under a merge, apart from its first. */
function coveredCells(merges: readonly CellRange[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row !== top || column !== left) covered.add(`${String(row)},${String(column)}`);
      }
    }
  }
  return covered;
}

interface PlacedMark {
  readonly mark: ListMark;
  readonly at: CellAddress;
}

/** A closing mark does not say in which direction its list goes: that of the opening mark of the name before it. */
function directionsOf(marks: readonly PlacedMark[]): ReadonlyMap<ClosingMark, "down" | "right"> {
  const open: OpeningMark[] = [];
  const directions = new Map<ClosingMark, "down" | "right">();
  for (const { mark } of marks) {
    if (mark.kind === "open") {
      open.push(mark);
      continue;
    }
    const at = open.findLastIndex(({ list }) => foldName(list) === foldName(mark.list));
    if (at === -1) continue;
    directions.set(mark, open[at]?.direction ?? "down");
    open.splice(at, 1);
  }
  return directions;
}

interface Draft extends Repetition {
  last: number;
  parent: Draft | null;
  depth: number;
  readonly inner: Draft[];
  /** The one that was open when it was opened. */
  readonly openAround: Draft | null;
}

function repetitions(
  marks: readonly PlacedMark[],
  direction: "down" | "right",
  directions: ReadonlyMap<ClosingMark, "down" | "right">,
  defects: TemplateDefect[],
): Repetition[] {
  const isDown = direction === "down";
  const found: Draft[] = [];
  const open: Draft[] = [];
  for (const { mark, at } of marks) {
    const place = isDown ? at.row : at.column;
    if (mark.kind === "open") {
      if (mark.direction !== direction) continue;
      if (open.some(({ list }) => foldName(list) === foldName(mark.list)))
        defects.push(new TemplateDefect(at, layoutDefects.withinItself(mark.list)));
      const opened: Draft = {
        list: mark.list,
        filter: mark.filter,
        first: place,
        last: place,
        parent: null,
        depth: 1,
        inner: [],
        opening: at,
        openAround: open.at(-1) ?? null,
      };
      found.push(opened);
      open.push(opened);
      continue;
    }
    if (!directions.has(mark)) {
      // Said once, with the rows.
      if (isDown) defects.push(new TemplateDefect(at, layoutDefects.strayEnd(mark.list)));
      continue;
    }
    if (directions.get(mark) !== direction) continue;
    const index = open.findLastIndex(({ list }) => foldName(list) === foldName(mark.list));
    const [closed] = open.splice(index, 1);
    if (closed === undefined) continue;
    const crossed = open[index];
    if (crossed !== undefined && isDown)
      defects.push(new TemplateDefect(at, layoutDefects.crossing(mark.list, crossed.list)));
    if (place < closed.first)
      defects.push(new TemplateDefect(closed.opening, layoutDefects.backwards(closed.list)));
    closed.last = place;
  }
  for (const { list, opening } of open) defects.push(new TemplateDefect(opening, layoutDefects.noEnd(list)));
  const outermost: Draft[] = [];
  for (const draft of found) {
    const other = isDown ? addRows(outermost, draft) : addColumns(outermost, null, draft);
    if (other === null) continue;
    const sentence = isDown ? layoutDefects.sameRows : layoutDefects.sameColumns;
    defects.push(new TemplateDefect(draft.opening, sentence(draft.list, other.list)));
  }
  return outermost;
}

/** Puts rows into those that were open around them; what is in their way is given back. */
function addRows(outermost: Draft[], added: Draft): Draft | null {
  return place(added.openAround?.inner ?? outermost, added.openAround, added);
}

/**
 * Puts columns into those that hold them, wherever these were closed; what is in their way is given back. The same
 * columns may be opened again further down.
 */
function addColumns(siblings: Draft[], parent: Draft | null, added: Draft): Draft | null {
  const holding = siblings.find(({ first, last }) => first <= added.first && added.last <= last);
  if (holding === undefined) return place(siblings, parent, added);
  if (foldName(holding.list) !== foldName(added.list)) return addColumns(holding.inner, holding, added);
  return holding.first === added.first && holding.last === added.last ? null : holding;
}

function place(siblings: Draft[], parent: Draft | null, added: Draft): Draft | null {
  const other = siblings.find(({ first, last }) => first <= added.last && added.first <= last);
  if (other !== undefined) return other;
  added.parent = parent;
  added.depth = (parent?.depth ?? 0) + 1;
  siblings.push(added);
  siblings.sort((a, b) => a.first - b.first);
  return null;
}

function innermost(outermost: readonly Repetition[], length: number): (Repetition | null)[] {
  const found = Array<Repetition | null>(length).fill(null);
  const mark = (repetition: Repetition): void => {
    for (let at = repetition.first; at <= repetition.last; at++) found[at] = repetition;
    repetition.inner.forEach(mark);
  };
  outermost.forEach(mark);
  return found;
}

/** The repetitions around a place, from the innermost outwards. */
export function around(repetition: Repetition | null): Repetition[] {
  const found: Repetition[] = [];
  for (let at = repetition; at !== null; at = at.parent) found.push(at);
  return found;
}

/** The innermost repetition that holds both lines; null where only the whole sheet does. */
export function commonRepetition(a: Repetition | null, b: Repetition | null): Repetition | null {
  const ofB = new Set(around(b));
  return around(a).find((repetition) => ofB.has(repetition)) ?? null;
}
