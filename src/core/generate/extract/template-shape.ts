import { around, templateLayout, type Layout, type Repetition as LayoutRepetition } from "../fill/layout";
import { foldName, itemOfList, levelOfItem, listsOfItem } from "../fill/items";
import type { ListFilter, ParsedCell, Part } from "../fill/placeholders";
import { decimalsOfFormat } from "../../workbook/number-format";
import type { Reading } from "./read-value";
import type { Template } from "../template";
import { cellPattern, isYear, type CellPattern, type PatternPart } from "./cell-pattern";

/** Rows that repeat once an item of a list. First and last are positions in `TemplateShape.rows`. */
export interface Repetition {
  readonly list: string;
  readonly filter: ListFilter | null;
  readonly first: number;
  readonly last: number;
}

/** Columns that repeat once an item of a list. Columns are 0-based. */
export interface ColumnBlock {
  readonly list: string;
  readonly first: number;
  readonly last: number;
}

export interface ShapeCell {
  readonly row: number;
  readonly column: number;
  readonly pattern: CellPattern;
  /** Merged over several columns. */
  readonly isWide: boolean;
  /** Merged over neighbours with the same value: `{{专项名称 合并}}` and the levels of indicators. */
  readonly isMergedByValue: boolean;
  /**
   * Which of the row's repetitions the cell is about, counted from the outermost; -1 for the whole. A cell may be about
   * an outer one, over whose rows it is merged, and it begins an item of that one.
   */
  readonly depth: number;
  /** Whether the depth is known by the names of its items, or only supposed by the cell's place. */
  readonly isDepthKnown: boolean;
}

/** A row of the template that has cells. */
export interface ShapeRow {
  readonly row: number;
  readonly cells: readonly ShapeCell[];
  /** Repetitions the row is in, outermost first. */
  readonly repetitions: readonly Repetition[];
}

/** A template as reading needs it. */
export interface TemplateShape {
  readonly template: Template;
  readonly rows: readonly ShapeRow[];
  readonly repetitions: readonly Repetition[];
  readonly blocks: readonly ColumnBlock[];
  /** Columns with cells, ascending. */
  readonly columns: readonly number[];
  /** Cells outside of repeated rows that tell by their words where they are. */
  readonly labels: readonly ShapeCell[];
  blockOf(column: number): ColumnBlock | null;
}

/** Takes a template apart. Throws a `TemplateDefect`. */
export function templateShape(template: Template): TemplateShape {
  const layout = templateLayout(template);
  const cells = layout.cells.filter(({ parts }) => patternOf(parts, false) !== null);
  const rowNumbers = [...new Set(cells.map(({ row }) => row))];
  const repetitions = repetitionsIn(layout, rowNumbers);
  const ofLayout = [...repetitions.values()];
  const whole: Repetition[] =
    template.each === null
      ? []
      : [{ list: template.each, filter: null, first: 0, last: rowNumbers.length - 1 }];
  const rows = rowNumbers.map((row): ShapeRow => {
    const own = around(layout.rowRepetition(row)).flatMap((known) => repetitions.get(known) ?? []);
    const chain = [...whole, ...own.reverse()];
    return {
      row,
      repetitions: chain,
      cells: shapeCells(
        cells.filter((cell) => cell.row === row),
        chain,
        layout,
      ),
    };
  });
  const blocks = layout.columns.map(({ list, first, last }) => ({ list, first, last }));
  const blockOf = (column: number): ColumnBlock | null =>
    blocks.find(({ first, last }) => first <= column && column <= last) ?? null;
  return {
    template,
    rows,
    repetitions: [...whole, ...ofLayout],
    blocks,
    columns: [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b),
    labels: rows
      .filter((row) => row.repetitions.length === whole.length)
      .flatMap((row) => row.cells.filter(({ pattern }) => isTelling(pattern))),
    blockOf,
  };
}

/** Whether a cell's words say where it is. */
export function isTelling(pattern: CellPattern): boolean {
  return pattern.kind === "constant" || (pattern.kind === "mixed" && pattern.isTelling);
}

/** Repetitions with positions in the list of rows instead of rows of the template, outer before inner ones. */
function repetitionsIn(layout: Layout, rows: readonly number[]): Map<LayoutRepetition, Repetition> {
  const found = new Map<LayoutRepetition, Repetition>();
  const add = (repetition: LayoutRepetition): void => {
    const first = rows.findIndex((row) => row >= repetition.first);
    const last = rows.findLastIndex((row) => row <= repetition.last);
    if (first >= 0 && first <= last)
      found.set(repetition, { list: repetition.list, filter: repetition.filter, first, last });
    repetition.inner.forEach(add);
  };
  layout.rows.forEach(add);
  return found;
}

function shapeCells(
  cells: readonly ParsedCell[],
  chain: readonly Repetition[],
  { template }: Layout,
): ShapeCell[] {
  // Columns stand in the order of their lists: what a template of the user's calls by a name of its own belongs to the
  // list that the known item to its left belongs to.
  let supposed: number | null = null;
  return cells.flatMap(({ row, column, kind, parts }): ShapeCell[] => {
    const pattern = patternOf(parts, kind === "formula");
    if (pattern === null) return [];
    const merge = template.merges.find((area) => area.top === row && area.left === column);
    const items = parts.flatMap((part) => (part.kind === "item" ? [part] : []));
    const marked = items.find(({ merge: mark }) => mark?.by === "list")?.merge;
    const mergedBy = marked?.by === "list" ? marked.list : null;
    const known = items.flatMap(({ item }) => depthOfItem(mergedBy ?? item, chain, mergedBy !== null) ?? []);
    const depth = known.length > 0 ? Math.max(...known) : (supposed ?? chain.length - 1);
    if (known.length > 0) supposed = depth;
    return [
      {
        row,
        column,
        pattern,
        isWide: merge !== undefined && merge.right > merge.left,
        isMergedByValue: items.some(
          ({ item, merge: mark }) => mark?.by === "value" || levelOfItem(item) !== null,
        ),
        depth,
        isDepthKnown: known.length > 0,
      },
    ];
  });
}

/**
 * The innermost of the repetitions around that has the item; -1 for one of the whole, null for an item that is known
 * nowhere around.
 */
export function depthOfItem(item: string, chain: readonly Repetition[], isList = false): number | null {
  if (isYear(item) || item === "部门名称") return -1;
  const asked = isList
    ? null
    : itemOfList(
        item,
        chain.map(({ list }) => list),
      );
  const lists = isList ? [item] : asked === null ? listsOfItem(item) : [asked.list];
  const wanted = new Set(lists.map(foldName));
  const depth = chain.findLastIndex(({ list }) => wanted.has(foldName(list)));
  return depth < 0 ? null : depth;
}

/**
 * What number a template counts on in a cell: an amount of money, or any other; null where it may be a text as well. Told
 * by the cell's number format, or because the item is an amount of the budget tables.
 */
function amountKind(
  { template }: TemplateShape,
  { row, column, pattern }: ShapeCell,
  item: string,
): "money" | "number" | null {
  if (Object.keys(template.amounts).some((amount) => foldName(amount) === foldName(item))) return "money";
  const format = template.areas.findLast(
    ({ range, style }) =>
      style.numberFormat !== undefined &&
      range.top <= row &&
      row <= range.bottom &&
      range.left <= column &&
      column <= range.right,
  )?.style.numberFormat;
  const lists = listsOfItem(item);
  // “一般公共预算：7071.38”: an amount of a unit or project within words.
  if (pattern.kind === "mixed") return lists.includes("单位") && lists.includes("项目") ? "money" : null;
  if (/(?:金额|预算数|决算数|执行数)$/.test(item)) return "money";
  if (format === undefined || decimalsOfFormat(format) === null) return null;
  return format.includes("%") || lists.includes("指标") ? "number" : "money";
}

/** How the text in the place of an item is read. `shift`: see `moneyShift`. */
export function readingOf(shape: TemplateShape, shift: number, cell: ShapeCell, item: string): Reading {
  return { amount: amountKind(shape, cell, item), shift };
}

function patternOf(parts: readonly Part[], isFormula: boolean): CellPattern | null {
  if (isFormula) return { kind: "computed" };
  return cellPattern(
    parts.map((part): PatternPart => {
      if (part.kind === "text") return { kind: "literal", text: part.text };
      if (part.kind === "item") return { kind: "item", item: part.item };
      return { kind: "unread", isCounter: part.kind === "ordinal" };
    }),
  );
}
