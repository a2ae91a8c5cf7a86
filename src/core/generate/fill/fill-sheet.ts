import type { CellAddress, CellRange } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/sheet-plan";
import type { Content, Scope } from "../content";
import { formulaText } from "../formula";
import type { FillOptions, Missing, ReadyTemplate } from "./fill";
import { formulaCell } from "./formula-cells";
import { columnGroups, rowGroups, type Group } from "./groups";
import { findHomes } from "./homes";
import { foldName } from "./items";
import { EMPTY_SCOPE, expandLines, firstAtLeast, type Instance, type Lines } from "./lines";
import { placeholdersOf, type ParsedCell } from "./placeholders";
import { planOf } from "./plan";
import { rangeMap } from "./ranges";
import { referenceMover } from "./references";
import { repeatedItems, scopeOfColumn } from "./scopes";
import { SheetDraft } from "./sheet-draft";
import { textOfValue } from "./value-text";
import { fillCell, valuesOf, type Values } from "./values";

interface FilledSheet {
  readonly plan: SheetPlan;
  readonly missing: readonly Missing[];
}

/** Fills one sheet of a template. @param place what it is made for */
export function fillSheet(
  ready: ReadyTemplate,
  place: Instance,
  { lookup, unknown }: Content,
  mode: FillOptions["mode"],
  nameSheet: (wanted: string, otherwise: string) => string,
): FilledSheet {
  const { template, layout, formulas } = ready;
  const amounts = new Map(
    Object.entries(template.amounts).map(([item, expressions]) => [foldName(item), expressions]),
  );
  const laidOut = (list: string): Scope => unknown?.get(list) ?? EMPTY_SCOPE;
  const rows = expandLines(layout.height, layout.rows, place, repeatedItems, laidOut);
  const columns = expandLines(layout.width, layout.columns, place, repeatedItems);
  const homes = findHomes({ layout, rows, amounts, formulas });
  const optional = new Set(template.optional.map(foldName));
  const values = valuesOf({ rows, homes, lookup, amounts, optional });
  const name = nameSheet(sheetName(ready, values, rows.sheet), template.title);

  const sheet = new SheetDraft();
  const spots = spotsOf(ready).map((spot) => ({
    ...spot,
    down: rowGroups(spot.cell, spot.merge, layout, rows, homes, values),
    across: columnGroups(spot.cell, spot.merge, layout, columns),
  }));
  const groupsAt = new Map(spots.map(({ cell, down }) => [placeKey(cell), down]));
  const move = referenceMover({
    layout,
    rows,
    columns,
    anchorOf: (template, at) => ({ ...at, row: firstOf(groupsAt.get(placeKey(template)), at.row) }),
  });
  for (const { cell, down, across } of spots) {
    const node = formulas.get(cell);
    for (const row of down) {
      for (const column of across) {
        const range = { top: row.first, left: column.first, bottom: row.last, right: column.last };
        sheet.merge(range);
        const at = placeOf(row, column, rows);
        if (node === undefined) {
          const { value, missing } = fillCell(values, cell, at);
          if (value !== null) sheet.put(range, cell, { value });
          sheet.miss(range, missing, at ?? row.place);
          continue;
        }
        const filled = placeholdersOf(cell).map((part) => values.fill(cell, part, at));
        sheet.miss(
          range,
          filled.flatMap(({ missing }) => missing ?? []),
          at ?? row.place,
        );
        const known = filled.flatMap(({ value }) =>
          value === null || value.kind === "blank" ? [] : [value],
        );
        if (known.length < filled.length) continue;
        const start = { row: row.first, column: column.first };
        const formula = formulaCell(cell, node, move(start, column.place), known);
        if (formula !== null) sheet.put(range, cell, { formula });
        else sheet.miss(range, [formulaText(node, "functions")], at ?? row.place);
      }
    }
  }
  const map = rangeMap(rows, layout.height, columns, layout.width);
  const plan = planOf({ template, name, sheet, mode, rows, columns, width: layout.width, map });
  return { plan, missing: sheet.missing(name) };
}

function sheetName({ sheetName: cell }: ReadyTemplate, values: Values, place: Instance): string {
  const { value } = fillCell(values, cell, place);
  return value === null ? "" : textOfValue(value);
}

/** A cell of the template, or a merge of blank cells. */
interface Spot {
  readonly cell: ParsedCell;
  readonly merge: CellRange | null;
}

function spotsOf({ layout, merges }: ReadyTemplate): Spot[] {
  const rest = new Map(merges);
  const spots = layout.cells.map((cell): Spot => {
    const key = placeKey(cell);
    const merge = rest.get(key) ?? null;
    rest.delete(key);
    return { cell, merge };
  });
  const blank = [...rest.values()].map((merge): Spot => ({
    cell: { row: merge.top, column: merge.left, kind: "text", parts: [], marks: [] },
    merge,
  }));
  return [...spots, ...blank];
}

function placeKey({ row, column }: CellAddress): string {
  return `${String(row)},${String(column)}`;
}

/** First row of the group that a row belongs to; the row itself where it belongs to none. */
function firstOf(groups: readonly Group[] | undefined, row: number): number {
  if (groups === undefined) return row;
  const next = firstAtLeast(groups, row + 1, ({ first }) => first);
  const group = groups[next - 1];
  return group !== undefined && row <= group.last ? group.first : row;
}

/**
 * Of whose content a cell is: the row's item, in a fixed row the column's; where both repeat, what the row's item keeps for the
 * column's. null where it keeps nothing for it.
 */
function placeOf(row: Group, column: Group, rows: Lines): Instance | null {
  if (column.place.repetition === null) return row.place;
  if (row.place === rows.sheet) return column.place;
  const scope = scopeOfColumn(row.place, column.place);
  return scope === null ? null : { ...column.place, scope, ghost: null, parent: row.place };
}
