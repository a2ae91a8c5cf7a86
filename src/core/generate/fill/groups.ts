import type { CellRange } from "../../workbook/address";
import { textOfValue } from "./value-text";
import type { Homes } from "./homes";
import { commonRepetition, type Layout } from "./layout";
import { enclosing, linesWithin, type Instance, type Lines } from "./lines";
import type { ParsedCell } from "./placeholders";
import { fillCell, type Values } from "./values";

/** Neighbouring lines that one cell of the sheet to be takes up, and for which item it stands. */
export interface Group {
  readonly first: number;
  readonly last: number;
  readonly place: Instance;
}

/** The rows that each cell made from a template cell takes up. @param merge the template's own merge over the cell */
export function rowGroups(
  cell: ParsedCell,
  merge: CellRange | null,
  layout: Layout,
  rows: Lines,
  homes: Homes,
  values: Values,
): readonly Group[] {
  if (merge !== null && merge.bottom > merge.top) {
    const within = commonRepetition(layout.rowRepetition(merge.top), layout.rowRepetition(merge.bottom));
    return stretched(rows, rows.instancesOf(within), merge.top, merge.bottom);
  }
  const { merged, joined } = homes.ofCell(cell);
  const groups = byItem(rows, cell.row, (line) => {
    const own = rows.instances[line] ?? rows.sheet;
    return enclosing(own, merged) ?? own;
  });
  if (joined === null) return groups;
  const keyOf = ({ place }: Group): string | null => {
    if (joined.by === "level") return values.levelKey(place, joined.level);
    const { value } = fillCell(values, cell, place);
    return value === null ? null : textOfValue(value);
  };
  return joinedNeighbours(groups, keyOf);
}

/** The columns that each cell made from a template cell takes up. */
export function columnGroups(
  cell: ParsedCell,
  merge: CellRange | null,
  layout: Layout,
  columns: Lines,
): readonly Group[] {
  const { row, column } = cell;
  const right = merge?.right ?? column;
  const within = commonRepetition(layout.columnRepetition(column, row), layout.columnRepetition(right, row));
  return stretched(columns, columns.instancesOf(within), column, right);
}

/** In each of some instances one cell from the first line made from one template line to the last made from another. */
function stretched(lines: Lines, instances: readonly Instance[], from: number, to: number): readonly Group[] {
  return instances.flatMap((place): Group[] => {
    const first = linesWithin(lines.linesOf(from), place.first, place.last)[0];
    const last = linesWithin(lines.linesOf(to), place.first, place.last).at(-1);
    return first === undefined || last === undefined ? [] : [{ first, last, place }];
  });
}

/** The lines made from a template line, neighbours of the same place together. */
function byItem(lines: Lines, templateLine: number, placeOf: (line: number) => Instance): Group[] {
  const groups: { first: number; last: number; place: Instance }[] = [];
  for (const line of lines.linesOf(templateLine)) {
    const place = placeOf(line);
    const group = groups.at(-1);
    if (group !== undefined && group.place === place && group.last + 1 === line) group.last = line;
    else groups.push({ first: line, last: line, place });
  }
  return groups;
}

/** Neighbours under the same item outside with the same key together; a key of null stays alone. */
function joinedNeighbours(groups: readonly Group[], keyOf: (group: Group) => string | null): Group[] {
  const joined: { first: number; last: number; place: Instance }[] = [];
  let lastKey: string | null = null;
  for (const group of groups) {
    const key = keyOf(group);
    const before = joined.at(-1);
    const isSame =
      before !== undefined &&
      key !== null &&
      key === lastKey &&
      before.place.parent === group.place.parent &&
      before.last + 1 === group.first;
    if (isSame) before.last = group.last;
    else joined.push({ ...group });
    lastKey = key;
  }
  return joined;
}
