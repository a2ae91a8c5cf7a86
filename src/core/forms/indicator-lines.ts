import { textOf, type SheetGrid } from "../workbook/grid";
import type { ExecutionRole, IndicatorRole } from "./definition";
import { columnHeaded } from "./header";
import { cellAt, type LineCell } from "./line-cell";
import type { FoundTable } from "./recognise";
import type { Block } from "./table";
import { headingName, headingOf } from "./text-rows";
import { isTotalWord } from "./words";

/** What a line of indicators, or all of them, is about, as the sheet names it. */
export interface IndicatorOwner {
  readonly unit: string | null;
  readonly project: string | null;
}

/** One line below the headings of performance indicators. Levels are taken from above where merged or left out. */
export interface IndicatorLine {
  readonly row: number;
  readonly owner: IndicatorOwner;
  readonly cells: Readonly<Partial<Record<IndicatorRole, LineCell>>>;
  /** Further lines of 评（扣）分标准 below the first: one criterion each. */
  readonly criteria: readonly LineCell[];
}

export interface IndicatorLines {
  /** Lines with a name or a target. */
  readonly lines: readonly IndicatorLine[];
  /** Lines that print a level and leave it without an indicator. */
  readonly emptyLevels: readonly IndicatorLine[];
  /** The line of 总分 or 合计 below. */
  readonly total: IndicatorLine | null;
}

/** How much of a budget was executed, and how that scores. */
export type ExecutionLine = Readonly<Partial<Record<ExecutionRole, LineCell>>> & { readonly row: number };

/** Reads the lines of indicators below a header; `blocks` tell which unit or project a line belongs to. */
export function readIndicatorLines(
  grid: SheetGrid,
  { form, header }: FoundTable,
  body: readonly number[],
  blocks: readonly Block[],
  about: IndicatorOwner,
): IndicatorLines | null {
  if (form.indicators === undefined) return null;
  const columns = form.indicators.columns.flatMap(({ phrases, role }) => {
    const column = columnHeaded(grid, header, phrases);
    return column === null ? [] : [{ role, column }];
  });
  const lines: IndicatorLine[] = [];
  const emptyLevels: IndicatorLine[] = [];
  let total: IndicatorLine | null = null;
  let levels: Pick<IndicatorLine["cells"], "level1" | "level2" | "focus"> = {};
  let last = "";
  for (const row of body) {
    const owner = ownerOf(blocks, row, about);
    const key = `${owner.unit ?? ""}|${owner.project ?? ""}`;
    if (key !== last) levels = {};
    last = key;
    const own: Partial<Record<IndicatorRole, LineCell>> = {};
    for (const { role, column } of columns) {
      const cell = cellAt(grid, row, column);
      if (cell !== null) own[role] = cell;
    }
    const first = grid.row(row)[0];
    if (first !== undefined && isGrandTotal(textOf(first)) && (own.weight ?? own.score) !== undefined) {
      total = { row, owner, cells: own, criteria: [] };
      continue;
    }
    levels = openLevels(levels, own);
    const line: IndicatorLine = { row, owner, cells: { ...levels, ...own }, criteria: [] };
    const previous = lines.at(-1);
    if (startsHere(own.name, row) || startsHere(own.target, row)) lines.push(line);
    else if (startsHere(own.level2, row) || startsHere(own.level1, row)) emptyLevels.push(line);
    else if (startsHere(own.rule, row) && previous !== undefined && own.rule !== undefined)
      lines[lines.length - 1] = { ...previous, criteria: [...previous.criteria, own.rule] };
  }
  return { lines, emptyLevels, total };
}

/** The line of a form's table that says how much was executed; null where it is not there. */
export function readExecutionLine(
  grid: SheetGrid,
  { form, header }: FoundTable,
  body: readonly number[],
): ExecutionLine | null {
  const { execution } = form;
  if (execution === undefined) return null;
  const wanted = new Set(execution.line.map(headingName));
  const row = body.find((candidate) => grid.row(candidate).some((cell) => wanted.has(headingOf(grid, cell))));
  if (row === undefined) return null;
  const cells: Partial<Record<ExecutionRole, LineCell>> = {};
  for (const { phrases, role } of execution.columns) {
    const column = columnHeaded(grid, header, phrases);
    const cell = column === null ? null : cellAt(grid, row, column);
    if (cell !== null) cells[role] = cell;
  }
  return { row, ...cells };
}

/** What the lines above a table say that it is about: the value right of a label. */
export function readAbout(grid: SheetGrid, { form, header }: FoundTable): IndicatorOwner {
  const found: { unit: string | null; project: string | null } = { unit: null, project: null };
  for (const { phrases, role } of form.about) {
    const wanted = new Set(phrases.map(headingName));
    for (const row of grid.rowNumbers.filter((candidate) => candidate < header.top)) {
      const cells = grid.row(row);
      const at = cells.findIndex((cell) => wanted.has(headingOf(grid, cell)));
      const value = at < 0 ? "" : textOf(cells[at + 1]).trim();
      if (value !== "") found[role] = value;
    }
  }
  return found;
}

/** The unit or project whose row stands at or above the line. */
function ownerOf(blocks: readonly Block[], row: number, about: IndicatorOwner): IndicatorOwner {
  const [block] = blocks;
  const at = block?.rows.findLastIndex((candidate) => candidate.row <= row && candidate.label !== "") ?? -1;
  const found = block?.rows[at];
  if (block === undefined || found === undefined) return about;
  const unitKey = found.place?.unit ?? null;
  // A project's key begins with its unit's.
  const unit = block.rows.findLast(({ place }, line) => {
    const key = place?.unit ?? null;
    return line <= at && key !== null && unitKey?.startsWith(key) === true && !key.includes("/");
  });
  const unitName = unit?.label ?? about.unit;
  return unit === undefined || unit === found
    ? { unit: found.label, project: null }
    : { unit: unitName, project: found.label };
}

/** The levels that stand open at a line: a new 一级指标 closes the 二级指标 above. */
function openLevels(
  open: Pick<IndicatorLine["cells"], "level1" | "level2" | "focus">,
  own: IndicatorLine["cells"],
): Pick<IndicatorLine["cells"], "level1" | "level2" | "focus"> {
  if (own.level1 !== undefined && isAnother(own.level1, open.level1))
    return {
      level1: own.level1,
      ...(own.level2 && { level2: own.level2 }),
      ...(own.focus && { focus: own.focus }),
    };
  if (own.level2 !== undefined && isAnother(own.level2, open.level2))
    return { ...open, level2: own.level2, ...(own.focus && { focus: own.focus }) };
  return { ...open, ...(own.focus && { focus: own.focus }) };
}

/** A level written again on each of its rows is still the same one. */
function isAnother(own: LineCell, open: LineCell | undefined): boolean {
  return own.row !== open?.row && own.text !== open?.text;
}

function startsHere(cell: LineCell | undefined, row: number): boolean {
  return cell?.row === row;
}

function isGrandTotal(text: string): boolean {
  const name = headingName(text);
  return name === "总分" || (isTotalWord(name) && name.length <= 3);
}

export type { LineCell };
