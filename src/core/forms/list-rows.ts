import { normaliseName } from "../classification/normalise";
import { contains } from "../classification/region";
import type { SheetGrid } from "../workbook/grid";
import type { BlockColumns } from "./header";
import { unitNamed } from "./row-places";
import type { BodyRow, RowSum } from "./table";
import { narrow, regionOf, type Lookup, type Meaning } from "./vocabulary";
import { indentation, isOfWhich, isTotalWord, lineName, ordinalLevel } from "./words";

interface OpenLine {
  readonly position: number;
  /** Smaller is higher: ordinals 一、（一）1.（1） first, then by indentation. */
  readonly depth: number;
  readonly name: string;
  readonly meaning: Meaning;
  /** Whether its name was understood. */
  readonly isKnown: boolean;
  /** Stands below the line before because it says 其中. */
  readonly ofWhich: boolean;
}

/** Lines of a list with what they mean and the sums their layout implies. */
export interface ListRows {
  readonly rows: readonly BodyRow[];
  readonly sums: readonly RowSum[];
}

/** What each line of a list means, null where it is not understood, and which lines add up to which. */
export interface ListLines {
  readonly meanings: readonly (Meaning | null)[];
  readonly sums: readonly RowSum[];
}

/** Reads the lines of a block that is a list; `within` is what all of them are about. */
export function readListRows(
  grid: SheetGrid,
  header: BlockColumns,
  rowNumbers: readonly number[],
  lookup: Lookup,
  within: Meaning = {},
): ListRows {
  const nameColumn = header.stub.find(({ role }) => role === "name")?.column;
  const texts = rowNumbers.map((row) => nameOf(grid, header, row));
  const { meanings, sums } = readLines(texts, (path, above, hasParts) =>
    lookup(path, narrow(within, above), hasParts),
  );
  const rows = texts.map((text, position): BodyRow => {
    const own = meanings[position] ?? null;
    const { function: code, project, ...meaning } = own ?? {};
    return {
      row: rowNumbers[position] ?? 0,
      label: text.trim(),
      labelColumn: nameColumn ?? null,
      code: null,
      place:
        own === null
          ? null
          : { unit: project === undefined ? null : unitNamed(project), function: code ?? null },
      meaning,
    };
  });
  return { rows, sums };
}

/** The name of a line; where the stub's heading runs over several columns, in the last of them that is filled. */
function nameOf(grid: SheetGrid, { stub, columns }: BlockColumns, row: number): string {
  const first = stub.find(({ role }) => role === "name")?.column;
  if (first === undefined) return "";
  const end = Math.max(columns[0]?.column ?? first + 1, first + 1);
  for (let column = end - 1; column >= first; column--) {
    const text = grid.textAt(row, column);
    if (text.trim() !== "") return text;
  }
  return "";
}

/**
 * Reads a list: “一、…” with its indented parts, 本年收入合计 after them, 上年结转, 收入总计. A line's parts are the
 * deeper lines that follow; a 合计 or 总计 is the sum of all that stands open above it (or, as first line, of all
 * that follows). Blank lines stand for nothing.
 */
export function readLines(texts: readonly string[], lookup: Lookup): ListLines {
  const meanings: (Meaning | null)[] = [];
  const sums: RowSum[] = [];
  const parts = new Map<number, { readonly position: number; readonly ofWhich: boolean }[]>();
  let stack: OpenLine[] = [];
  let open: number[] = [];
  let leadingTotal: number | null = null;

  texts.forEach((text, position) => {
    if (text.trim() === "") {
      meanings.push(null);
      return;
    }
    const name = normaliseName(text);
    const isTotal = isTotalWord(name) && ordinalLevel(text) === null;
    const depth = isTotal ? 0 : depthOf(text);
    if (isTotal) stack = [];
    else stack = stackAbove(stack, text, depth, lookup);
    const parent = stack.at(-1);
    const own = lookup([...stack.map((line) => line.name), lineName(text)], parent?.meaning ?? {}, false);
    const meaning = narrow(parent?.meaning ?? {}, own ?? {});
    meanings.push(own === null ? null : meaning);
    if (isTotal) {
      if (open.length > 0) sums.push({ total: position, parts: open, relation: "equal" });
      else leadingTotal ??= position;
      open = [position];
      return;
    }
    if (parent === undefined) open.push(position);
    else {
      const siblings = parts.get(parent.position) ?? [];
      siblings.push({ position, ofWhich: isOfWhich(name) });
      parts.set(parent.position, siblings);
    }
    stack.push({
      position,
      depth: Math.max(depth, (parent?.depth ?? 0) + 1),
      name: lineName(text),
      meaning,
      isKnown: own !== null,
      ofWhich: isOfWhich(name),
    });
  });

  for (const [total, lines] of parts) {
    // Where a list says “其中”, the lines that follow it in the same breath are some of the whole as well.
    const partial = lines.some(({ ofWhich }) => ofWhich);
    sums.push({
      total,
      parts: lines.map(({ position }) => position),
      relation: partial ? "atLeast" : "equal",
    });
  }
  if (leadingTotal !== null && leadingTotal === open[0] && open.length > 1) {
    sums.push({ total: leadingTotal, parts: open.slice(1), relation: "equal" });
  }
  return { meanings, sums };
}

/** The open lines that a line stands below, the nearest last. */
function stackAbove(stack: readonly OpenLine[], text: string, depth: number, lookup: Lookup): OpenLine[] {
  const above = stack.filter((line) => line.depth < depth);
  if (above.length > 0) return above;
  const holder = holderOf(stack, text, lookup) ?? ofWhichHolder(stack, text, lookup);
  return holder === undefined ? [] : stack.slice(0, stack.indexOf(holder) + 1);
}

/**
 * Where the indentation got lost: the open line that holds this one by what both mean (经费拨款 belongs to
 * 一般公共预算拨款收入). Lines with an ordinal of their own are never somebody's part this way, and a line that is not
 * understood holds nothing.
 */
function holderOf(stack: readonly OpenLine[], text: string, lookup: Lookup): OpenLine | undefined {
  if (ordinalLevel(text) !== null) return undefined;
  return stack.findLast((line) => {
    if (!line.isKnown) return false;
    const own = lookup([line.name, lineName(text)], line.meaning, false);
    if (own === null || own.function !== undefined) return false;
    if (own.project !== undefined) return line.meaning.project === undefined;
    const whole = regionOf(line.meaning);
    const part = regionOf(own);
    return contains(whole, part) && !contains(part, whole);
  });
}

/**
 * “其中” says that the line is a part of the one before, and lines without ordinal after it go on with that, unless they
 * are known to mean something else.
 */
function ofWhichHolder(stack: readonly OpenLine[], text: string, lookup: Lookup): OpenLine | undefined {
  const holder = stack.findLast(({ ofWhich }) => !ofWhich);
  if (holder === undefined || isOfWhich(normaliseName(text))) return holder;
  if (ordinalLevel(text) !== null || stack.at(-1)?.ofWhich !== true) return undefined;
  const own = lookup([holder.name, lineName(text)], holder.meaning, false);
  return own === null || contains(regionOf(holder.meaning), regionOf(narrow(holder.meaning, own)))
    ? holder
    : undefined;
}

function depthOf(text: string): number {
  const ordinal = ordinalLevel(text);
  if (ordinal !== null) return ordinal;
  const blanks = indentation(text);
  return blanks === 0 ? 1 : 10 + blanks;
}
