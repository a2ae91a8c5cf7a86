import { foldName, isInherited, isOwnerList, itemOfList, levelOfItem } from "../fill/items";
import type { ContentValue } from "../content";
import type { RowStep } from "./align-rows";
import { captured } from "./cell-pattern";
import { moneyShift } from "./money-shift";
import { ColumnReader } from "./read-columns";
import { BLANK, readCellValue, readPart } from "./read-value";
import type { PairedCell, RowFit } from "./row-fit";
import { sameValue, ScopeDraft } from "./scope-draft";
import type { SheetLines, SheetText } from "./sheet-lines";
import {
  depthOfItem,
  readingOf,
  type Repetition,
  type ShapeCell,
  type ShapeRow,
  type TemplateShape,
} from "./template-shape";

/** What a cell of a row says: its items with their values, and where the text stands that says it. */
interface Said {
  readonly pair: PairedCell;
  /** The cell's own text, or that of the merged cell or level above that reaches down to it. */
  readonly source: SheetText | null;
  /** Stands in this very row. */
  readonly isOwn: boolean;
  readonly items: readonly (readonly [item: string, value: ContentValue])[];
}

/** An item of a list being read. */
interface Open {
  readonly draft: ScopeDraft;
  /** Row of the sheet in which it begins. */
  readonly row: number;
}

/** Builds the content that the aligned rows of a sheet tell, as the scope of the whole. */
export function readScopes(
  shape: TemplateShape,
  lines: SheetLines,
  fit: RowFit,
  steps: readonly RowStep[],
): ScopeDraft {
  const root = new ScopeDraft();
  const open = new Map<Repetition, Open>();
  const shift = moneyShift(shape, lines);
  const columns = new ColumnReader(shape, shift);
  /** Repetitions over the same rows of which one or all begin again. */
  let again: readonly Repetition[] = [];
  /** The text last read for a cell that is merged over equal neighbours, with the scope around it. */
  const above = new Map<ShapeCell, { readonly source: SheetText | null; readonly within: ScopeDraft }>();
  const filtered: { readonly draft: ScopeDraft; readonly repetition: Repetition }[] = [];
  const toldItems = new Map<string, boolean>();
  const counts = new Map<ScopeDraft, Map<Repetition, number>>();

  for (const step of steps) {
    if (step.kind === "again") {
      again = step.repetitions;
      const [outer] = again;
      for (const repetition of open.keys()) {
        const isInner =
          outer !== undefined && outer.first <= repetition.first && repetition.last <= outer.last;
        if (isInner && !again.includes(repetition)) open.delete(repetition);
      }
      continue;
    }
    const row = shape.rows[step.shapeRow];
    const sheetRow = lines.rows[step.at];
    if (row === undefined || sheetRow === undefined) continue;
    readRow(row, sheetRow);
    again = [];
  }
  for (const { draft, repetition } of filtered) applyFilter(draft, repetition);
  return root;

  function readRow(row: ShapeRow, sheetRow: number): void {
    const chain = row.repetitions;
    for (const repetition of open.keys()) if (!chain.includes(repetition)) open.delete(repetition);
    const pairs = fit.pair(row, sheetRow).filter(({ cell }) => cell.pattern.kind !== "constant");
    const single = pairs.filter(({ cell }) => shape.blockOf(cell.column) === null);
    const inColumns = pairs.filter(({ cell }) => shape.blockOf(cell.column) !== null);
    const own = single.map((pair) => say(pair, pair.text, true));
    const begins = beginningDepth(chain, own, sheetRow);
    const deepest = Math.max(
      -1,
      ...own.filter(isFilled).map(({ pair }) => pair.cell.depth),
      ...(inColumns.some(({ text }) => text !== null) ? [chain.length - 1] : []),
    );
    for (let depth = begins; depth < chain.length; depth++) {
      const repetition = chain[depth];
      if (repetition === undefined) break;
      open.delete(repetition);
      if (depth > deepest) continue;
      const outer = draftAt(chain, depth - 1);
      if (outer !== null) open.set(repetition, { draft: newDraft(outer, repetition), row: sheetRow });
    }
    const innermost = draftAt(chain, chain.length - 1);
    let isBroken = false;
    let isUnderMerge = false;
    for (const said of own) {
      const { cell, column } = said.pair;
      const within = draftAt(chain, cell.depth - 1) ?? root;
      let told = said;
      if (!isFilled(said) && column !== null) {
        const reaching = textFromAbove(sheetRow, column, cell, chain);
        const last = above.get(cell);
        const goesOn = cell.isMergedByValue && !isBroken && !isUnderMerge && last?.within === within;
        if (reaching !== null) told = say(said.pair, reaching, false);
        else if (goesOn && last !== undefined) told = say(said.pair, last.source, false);
        if (isLevel(cell)) isUnderMerge ||= reaching !== null;
      } else if (isLevel(cell))
        isBroken ||= above.get(cell)?.within !== within || !sameText(above.get(cell)?.source, said.source);
      if (cell.isMergedByValue) above.set(cell, { source: told.source, within });
      for (const [item, value] of told.items) place(item, value, told, chain);
    }
    if (innermost !== null) columns.readRow(inColumns, innermost);
  }

  /** The outermost repetition around a row of which a new item begins; none where all go on. */
  function beginningDepth(chain: readonly Repetition[], own: readonly Said[], sheetRow: number): number {
    const closed = chain.findIndex((repetition) => !open.has(repetition));
    const repeated = chain.findIndex((repetition) => again.includes(repetition));
    const first = closed < 0 ? chain.length : closed;
    if (repeated < 0 || repeated > first) return first;
    // Which of the lists over these rows begins an item is told by the cells that begin here.
    const last = chain.findLastIndex((repetition) => again.includes(repetition));
    const depths = own
      .filter((said) => startsItem(said, chain, sheetRow))
      .map(({ pair }) => pair.cell.depth)
      .filter((depth) => depth >= repeated);
    return Math.min(first, last, ...depths);
  }

  function startsItem(said: Said, chain: readonly Repetition[], sheetRow: number): boolean {
    const { cell, column } = said.pair;
    if (column === null || cell.depth < 0) return false;
    const merge = lines.mergeAt(sheetRow, column);
    const beginsMerge = merge !== undefined && merge.top === sheetRow && merge.bottom > sheetRow;
    if (cell.isMergedByValue) return isFilled(said) && cell.depth === chain.length - 1;
    if (!isFilled(said)) return beginsMerge;
    if (beginsMerge) return true;
    const draft = draftAt(chain, cell.depth);
    // A name printed again on each row, as where merged cells were taken apart, is still the same one.
    return (
      draft === null ||
      said.items.some(([item, value]) => !sameValue(draft.valueOf(nameIn(item, chain)), value))
    );
  }

  /** The merged text that reaches down to a blank cell from within the item around it. */
  function textFromAbove(
    sheetRow: number,
    column: number,
    cell: ShapeCell,
    chain: readonly Repetition[],
  ): SheetText | null {
    const merge = lines.mergeAt(sheetRow, column);
    if (merge === undefined || merge.top === sheetRow) return null;
    const around = chain[cell.depth - 1];
    const from = around === undefined ? 0 : (open.get(around)?.row ?? 0);
    return merge.top < from ? null : (lines.textAt(merge.top, merge.left) ?? null);
  }

  function say(pair: PairedCell, source: SheetText | null, isOwn: boolean): Said {
    const { pattern } = pair.cell;
    if (pattern.kind === "value") {
      const value =
        source === null
          ? BLANK
          : readCellValue(pattern.item, source, readingOf(shape, shift, pair.cell, pattern.item));
      return { pair, source, isOwn, items: value === null ? [] : [[pattern.item, value]] };
    }
    if (pattern.kind !== "mixed") return { pair, source, isOwn, items: [] };
    const parts =
      source === null ? pattern.items.map((item) => [item, ""] as const) : captured(pattern, source);
    const told = (parts ?? []).map(
      ([item, part]) => [item, readPart(item, part, readingOf(shape, shift, pair.cell, item))] as const,
    );
    const untold = pattern.items.filter(
      (item) => parts !== null && parts.every(([other]) => other !== item) && isToldElsewhere(pair, item),
    );
    return { pair, source, isOwn, items: [...told, ...untold.map((item) => [item, BLANK] as const)] };
  }

  /** Whether other rows print an item that one row leaves out: it is left blank there, and not just unknown. */
  function isToldElsewhere({ cell, column }: PairedCell, item: string): boolean {
    const { pattern } = cell;
    if (pattern.kind !== "mixed" || column === null) return false;
    const key = `${String(column)} ${item}`;
    const known = toldItems.get(key);
    if (known !== undefined) return known;
    const isTold = lines.rows.some((row) => {
      const text = lines.textAt(row, column);
      return text !== undefined && captured(pattern, text)?.some(([other]) => other === item) === true;
    });
    toldItems.set(key, isTold);
    return isTold;
  }

  function place(item: string, value: ContentValue, { pair }: Said, chain: readonly Repetition[]): void {
    const depth = depthOfItem(item, chain) ?? pair.cell.depth;
    const draft = draftAt(chain, depth);
    if (draft === null) return;
    const name = nameIn(item, chain);
    const isOther = value.kind !== "blank" && draft.has(name) && !sameValue(draft.valueOf(name), value);
    const owner = chain.findLastIndex(({ list }) => isOwnerList(list));
    const inner = isOther && isInherited(name) && owner > depth ? draftAt(chain, owner) : null;
    (inner ?? draft).set(name, value);
  }

  function draftAt(chain: readonly Repetition[], depth: number): ScopeDraft | null {
    if (depth < 0) return root;
    const repetition = chain[depth];
    return repetition === undefined ? null : (open.get(repetition)?.draft ?? null);
  }

  function newDraft(outer: ScopeDraft, repetition: Repetition): ScopeDraft {
    const known = counts.get(outer) ?? new Map<Repetition, number>();
    counts.set(outer, known);
    const position = known.get(repetition) ?? 0;
    known.set(repetition, position + 1);
    // A list that is printed twice, with other columns: the same items in the same order.
    const isPrintedBefore = [...known.keys()].some(
      (other) => other !== repetition && isSameList(other, repetition) && (known.get(other) ?? 0) > position,
    );
    const draft = isPrintedBefore ? outer.listOf(repetition.list)[position] : undefined;
    if (draft !== undefined) return draft;
    const added = outer.add(repetition.list);
    filtered.push({ draft: added, repetition });
    return added;
  }
}

function isSameList(a: Repetition, b: Repetition): boolean {
  return a.filter === null && b.filter === null && foldName(a.list) === foldName(b.list);
}

/** What is read from a list of one kind of item is of this kind. */
function applyFilter(draft: ScopeDraft, { filter }: Repetition): void {
  if (filter?.by !== "item" || filter.values.length > 1 || filter.blank) return;
  const [value] = filter.values;
  if (value === undefined) return;
  draft.set(filter.item, { kind: "text", text: value });
}

function isFilled({ pair, source, items }: Said): boolean {
  if (pair.cell.pattern.kind === "value") return source !== null;
  return items.some(([, value]) => value.kind !== "blank");
}

function isLevel({ pattern }: ShapeCell): boolean {
  const items = pattern.kind === "value" ? [pattern.item] : pattern.kind === "mixed" ? pattern.items : [];
  return items.some((item) => levelOfItem(item) !== null);
}

function sameText(a: SheetText | null | undefined, b: SheetText | null): boolean {
  return a?.key === b?.key;
}

/** “联系电话” of “单位.联系电话”, where the list 单位 is around. */
function nameIn(item: string, chain: readonly Repetition[]): string {
  return (
    itemOfList(
      item,
      chain.map(({ list }) => list),
    )?.item ?? item
  );
}
