import type { CellRange } from "./address";
import type { KeptTexts } from "./kept-part";
import {
  sameValue,
  type Cell,
  type SheetSnapshot,
  type SheetVisibility,
  type WorkbookSnapshot,
} from "./snapshot";

/** Everything that stands in a rectangle of a sheet by now. */
export interface AreaPatch {
  readonly range: CellRange;
  /** Row by row, each row from left to right; all within the range. */
  readonly cells: readonly Cell[];
}

/** What has become of one sheet. */
export type SheetPatch =
  /** A sheet that was there: its cells outside the areas are as they were. */
  | {
      readonly kind: "areas";
      /** Position of the sheet in the snapshot before, 0-based. */
      readonly before: number;
      readonly name: string;
      readonly visibility: SheetVisibility;
      /** Where they overlap the later one counts. */
      readonly areas: readonly AreaPatch[];
      /** All of the sheet; null where they are as they were. */
      readonly merges: readonly CellRange[] | null;
    }
  /** A new sheet, or one that was read anew as a whole. */
  | { readonly kind: "whole"; readonly sheet: SheetSnapshot };

/** The difference of two snapshots of a workbook, as far as a host has looked. Plain data. */
export interface WorkbookPatch {
  /** File name. */
  readonly name: string;
  /** In tab order; sheets of the snapshot before that are not among them are gone. */
  readonly sheets: readonly SheetPatch[];
  /** All that is kept with the workbook; null where that is as it was. */
  readonly kept: KeptTexts | null;
}

/**
 * The snapshot after a patch. What has not changed is the same object as before: every sheet, and the snapshot itself where
 * nothing has.
 */
export function patchWorkbook(before: WorkbookSnapshot, patch: WorkbookPatch): WorkbookSnapshot {
  const after = patch.sheets.flatMap((sheetPatch) => {
    if (sheetPatch.kind === "whole") return [sheetPatch.sheet];
    const sheet = before.sheets[sheetPatch.before];
    return sheet === undefined ? [] : [patchSheet(sheet, sheetPatch)];
  });
  const isSame =
    after.length === before.sheets.length && after.every((sheet, at) => sheet === before.sheets[at]);
  const { name, kept } = patch;
  if (isSame && name === before.name && kept === null) return before;
  const { name: _name, sheets: _sheets, ...known } = before;
  return { ...(kept ?? known), name, sheets: isSame ? before.sheets : after };
}

function patchSheet(
  sheet: SheetSnapshot,
  { name, visibility, areas, merges }: Extract<SheetPatch, { kind: "areas" }>,
): SheetSnapshot {
  const cells = areas.reduce(withArea, sheet.cells);
  const merged = merges === null || sameRanges(merges, sheet.merges) ? sheet.merges : merges;
  const isSame =
    cells === sheet.cells &&
    merged === sheet.merges &&
    name === sheet.name &&
    visibility === sheet.visibility;
  return isSame ? sheet : { ...sheet, name, visibility, cells, merges: merged };
}

/** The cells with what stands in an area by now; the same object where nothing differs. */
function withArea(cells: SheetSnapshot["cells"], area: AreaPatch): SheetSnapshot["cells"] {
  const { top, left, bottom, right } = area.range;
  const isWithin = ({ row, column }: Cell): boolean =>
    row >= top && row <= bottom && column >= left && column <= right;
  const before: Cell[] = [];
  const others: Cell[] = [];
  for (const cell of cells) (isWithin(cell) ? before : others).push(cell);
  if (before.length === area.cells.length && before.every((cell, at) => sameCell(cell, area.cells[at])))
    return cells;
  return [...others, ...area.cells].sort((a, b) => a.row - b.row || a.column - b.column);
}

function sameCell(one: Cell, other: Cell | undefined): boolean {
  return (
    other !== undefined &&
    one.row === other.row &&
    one.column === other.column &&
    sameValue(one.value, other.value) &&
    one.text === other.text &&
    one.formula === other.formula &&
    one.decimals === other.decimals
  );
}

function sameRanges(some: readonly CellRange[], others: readonly CellRange[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, at) => {
      const other = others[at];
      return (
        other !== undefined &&
        one.top === other.top &&
        one.left === other.left &&
        one.bottom === other.bottom &&
        one.right === other.right
      );
    })
  );
}
