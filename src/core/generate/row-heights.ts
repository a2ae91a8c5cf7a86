import type { CellRange } from "../workbook/address";
import type { AreaStyle, PlannedCell, SheetPlan } from "../workbook/sheet-plan";
import { linesOf } from "../workbook/text-lines";

/** In points: room beside and above a text, the row that a sheet begins with, the highest row there is. */
const BESIDE = 4.5;
const ABOVE = 2;
const STANDARD_HEIGHT = 15;
const MAX_HEIGHT = 409.5;
const STANDARD_WIDTH = 54;
const STANDARD_SIZE = 11;
/** A line is this much higher than its type, in fonts that stand in for 宋体, too, where there is none. */
const LEADING = 1.4;

/**
 * The plan with rows as high as their texts need: no program fits rows to merged cells, and not every one to wrapped texts
 * of a file it has not written. Rows never become lower than the plan has them; those that need no more than a standard
 * row are left to the program, so that they grow with what the user types.
 */
export function withFittingRows(plan: SheetPlan): SheetPlan {
  const { cells, merges = [], rowHeights = [] } = plan;
  const planned = new Map(rowHeights.map(({ row, points }) => [row, points]));
  const needed = new Map<number, number>();
  const heightOf = (row: number): number =>
    Math.max(planned.get(row) ?? STANDARD_HEIGHT, needed.get(row) ?? 0);
  const need = (row: number, points: number): void => {
    if (points > heightOf(row)) needed.set(row, Math.min(MAX_HEIGHT, points));
  };
  const look = looks(plan.areas);
  const mergeAt = new Map(merges.map((merge) => [placeKey(merge.top, merge.left), merge]));
  const tall: { readonly range: CellRange; readonly points: number }[] = [];
  for (const cell of cells) {
    if (typeof cell.value !== "string" || cell.value === "") continue;
    const { row, column } = cell;
    const range = mergeAt.get(placeKey(row, column)) ?? {
      top: row,
      bottom: row,
      left: column,
      right: column,
    };
    const points = heightOfText(cell.value, widthOf(plan, range), look(cell));
    if (range.top === range.bottom) need(row, points);
    else tall.push({ range, points });
  }
  // What is merged over several rows comes last: it takes the room that their own texts make.
  for (const { range, points } of tall) {
    const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
    const lacking = points - rows.reduce((sum, row) => sum + heightOf(row), 0);
    if (lacking > 0) for (const row of rows) need(row, heightOf(row) + lacking / rows.length);
  }
  if (needed.size === 0) return plan;
  const all = new Map([...planned, ...needed]);
  return {
    ...plan,
    rowHeights: [...all]
      .sort(([a], [b]) => a - b)
      .map(([row, points]) => ({ row, points: Math.ceil(points * 4) / 4 })),
  };
}

function placeKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

interface TextLook {
  readonly size: number;
  readonly wraps: boolean;
}

/** How the text of a cell looks; areas that say nothing of it (marks of what is missing) are passed over. */
function looks(areas: SheetPlan["areas"]): (cell: PlannedCell) => TextLook {
  const telling = areas.filter(
    ({ style }) =>
      style.fontSize !== undefined || style.wrapText !== undefined || style.horizontal === "justify",
  );
  return ({ row, column }) => {
    const over: AreaStyle = Object.assign(
      {},
      ...telling
        .filter(
          ({ range: { top, left, bottom, right } }) =>
            top <= row && row <= bottom && left <= column && column <= right,
        )
        .map(({ style }) => style),
    ) as AreaStyle;
    return {
      size: over.fontSize ?? STANDARD_SIZE,
      wraps: over.wrapText === true || over.horizontal === "justify",
    };
  };
}

function widthOf({ columnWidths }: SheetPlan, { left, right }: CellRange): number {
  let width = 0;
  for (let column = left; column <= right; column++) width += columnWidths[column] ?? STANDARD_WIDTH;
  return width;
}

function heightOfText(text: string, width: number, { size, wraps }: TextLook): number {
  const lines = wraps ? linesOf(text, width - 2 * BESIDE, size) : 1;
  if (lines === 1 && size <= STANDARD_SIZE) return 0;
  return lines * size * LEADING + ABOVE;
}
