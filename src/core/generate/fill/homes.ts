import { isReference, rangeOf, type FormulaNode } from "../formula";
import { foldName, itemOfList, levelOfItem, listsOfItem } from "./items";
import { around, commonRepetition, type Layout, type Repetition } from "./layout";
import type { Lines } from "./lines";
import { itemsOfExpression, placeholdersOf, type ParsedCell, type Placeholder } from "./placeholders";
import { findItem, itemOf } from "./scopes";

/** For whose items a cell of a repeated row speaks, and so over which rows it is merged. */
export interface CellHome {
  /** Where its items are at home; null for the whole sheet. */
  readonly home: Repetition | null;
  /** It is merged over the rows of an item of this; the innermost repetition of its row where it is not merged at all. */
  readonly merged: Repetition | null;
  /** Neighbours besides are merged where they are equal: in a level of indicators and all before it, or in the value. */
  readonly joined: { readonly by: "level"; readonly level: number } | { readonly by: "value" } | null;
}

/**
 * Where an item is at home by its name, seen from a row within a repetition; undefined where only the content can tell.
 */
export function declaredHome(item: string, repetition: Repetition | null): Repetition | null | undefined {
  const outwards = around(repetition);
  const named = itemOfList(
    item,
    outwards.map(({ list }) => list),
  );
  const lists = named === null ? listsOfItem(item) : [foldName(named.list)];
  return outwards.find(({ list }) => lists.includes(foldName(list)));
}

/** The level of indicators that a cell tells and nothing else: of `{{一级指标}}（{{一级分值}}分）` the first, 0. */
export function levelOfCell(cell: ParsedCell): number | null {
  const placeholders = placeholdersOf(cell);
  const levels = new Set(
    placeholders.map((part) => (part.kind === "item" ? levelOfItem(part.item)?.level : undefined)),
  );
  const [level] = levels;
  return cell.kind === "text" && levels.size === 1 && level !== undefined ? level : null;
}

/** What homes are found from. */
export interface HomeSources {
  readonly layout: Layout;
  readonly rows: Lines;
  /** By folded item name. */
  readonly amounts: ReadonlyMap<string, readonly string[]>;
  /** The trees of formula cells. */
  readonly formulas: ReadonlyMap<ParsedCell, FormulaNode>;
}

/** Finds the homes of items and cells of one sheet. */
export interface Homes {
  /** The home of a placeholder of a cell. */
  ofPart(cell: ParsedCell, part: Placeholder): Repetition | null;
  ofCell(cell: ParsedCell): CellHome;
}

export function findHomes({ layout, rows, amounts, formulas }: HomeSources): Homes {
  const ofItems = new Map<Repetition | null, Map<string, Repetition | null>>();
  const ofParts = new Map<Placeholder, Repetition | null>();
  const ofCells = new Map<ParsedCell, CellHome>();
  const cellsAt = new Map(layout.cells.map((cell) => [placeKey(cell.row, cell.column), cell]));

  /** Where the content has an item: in the innermost list any of whose items has it. */
  const homeByContent = (item: string, repetition: Repetition | null): Repetition | null => {
    for (const each of around(repetition)) {
      if (rows.instancesOf(each).some(({ scope }) => itemOf(scope, item) !== null)) return each;
    }
    if (findItem(rows.sheet, item) !== null) return null;
    const [expression] = amounts.get(foldName(item)) ?? [];
    return expression === undefined ? repetition : homeOfExpression(expression, repetition);
  };
  const homeOfItem = (item: string, repetition: Repetition | null): Repetition | null => {
    const known = ofItems.get(repetition) ?? new Map<string, Repetition | null>();
    ofItems.set(repetition, known);
    let home = known.get(item);
    if (home === undefined) {
      home = declaredHome(item, repetition) ?? homeByContent(item, repetition);
      known.set(item, home);
    }
    return home;
  };
  const homeOfExpression = (expression: string, repetition: Repetition | null): Repetition | null =>
    innermost(itemsOfExpression(expression).map((item) => homeOfItem(item, repetition)));

  const ofPart = (cell: ParsedCell, part: Placeholder): Repetition | null => {
    let home = ofParts.get(part);
    if (home === undefined) {
      home = homeOfPart(cell, part);
      ofParts.set(part, home);
    }
    return home;
  };
  const homeOfPart = (cell: ParsedCell, part: Placeholder): Repetition | null => {
    const repetition = layout.rowRepetition(cell.row);
    const { merge } = part;
    if (merge?.by === "list") {
      const wanted = foldName(merge.list);
      return around(repetition).find(({ list }) => foldName(list) === wanted) ?? repetition;
    }
    switch (part.kind) {
      case "item":
        return inColumn(cell) ?? homeOfItem(part.item, repetition);
      case "amount":
        return homeOfExpression(part.expression, repetition);
      case "ordinal": {
        const others = placeholdersOf(cell).filter(({ kind }) => kind !== "ordinal");
        return others.length === 0 ? repetition : innermost(others.map((other) => ofPart(cell, other)));
      }
    }
  };
  /** What stands in a repeated column belongs to the row's item that has a list of the column's name. */
  const inColumn = (cell: ParsedCell): Repetition | null => {
    const column = layout.columnRepetition(cell.column, cell.row);
    const repetition = layout.rowRepetition(cell.row);
    if (column === null || repetition === null) return null;
    const list = foldName(around(column).at(-1)?.list ?? "");
    const has = (each: Repetition): boolean =>
      rows
        .instancesOf(each)
        .some(({ scope }) => [...scope.lists.keys()].some((name) => foldName(name) === list));
    return around(repetition).find(has) ?? repetition;
  };

  /** A formula is at home where the innermost cell is that it speaks of; one that looks at fixed cells alone, in its row. */
  const ofFormula = (cell: ParsedCell, node: FormulaNode): Repetition | null => {
    const own = layout.rowRepetition(cell.row);
    const homes = placeholdersOf(cell).map((part) => ofPart(cell, part));
    let isOfRow = homes.length > 0;
    for (const { top, bottom, left, right } of referencesOf(node)) {
      for (let column = left; column <= right; column++) {
        const other = cellsAt.get(placeKey(top, column));
        if (top === bottom && top === cell.row) {
          isOfRow = true;
          homes.push(other === undefined || other === cell ? own : ofCell(other).home);
        } else {
          homes.push(commonRepetition(own, commonOf(layout, top, bottom)));
        }
      }
    }
    const home = innermost(homes);
    return home === null && !isOfRow ? own : home;
  };

  const ofCell = (cell: ParsedCell): CellHome => {
    const known = ofCells.get(cell);
    if (known !== undefined) return known;
    const own = layout.rowRepetition(cell.row);
    // What a circle of formulas meets on its way round.
    ofCells.set(cell, { home: own, merged: own, joined: null });
    const placeholders = placeholdersOf(cell);
    const node = formulas.get(cell);
    const level = levelOfCell(cell);
    const home =
      node !== undefined
        ? ofFormula(cell, node)
        : placeholders.length === 0
          ? own
          : innermost(placeholders.map((part) => ofPart(cell, part)));
    const joined = placeholders.some(({ merge }) => merge?.by === "value")
      ? ({ by: "value" } as const)
      : level !== null
        ? ({ by: "level", level } as const)
        : null;
    const found = { home, merged: mergedOver(own, home), joined };
    ofCells.set(cell, found);
    return found;
  };
  return { ofPart, ofCell };
}

function placeKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

function innermost(homes: readonly (Repetition | null)[]): Repetition | null {
  return homes.reduce<Repetition | null>(
    (inner, home) => ((home?.depth ?? 0) > (inner?.depth ?? 0) ? home : inner),
    null,
  );
}

/** As far out as the rows of one template row stay together: through repetitions of a single row. */
function mergedOver(own: Repetition | null, home: Repetition | null): Repetition | null {
  let merged = own;
  while (merged !== null && merged !== home && merged.first === merged.last) merged = merged.parent;
  return merged;
}

function commonOf(layout: Layout, top: number, bottom: number): Repetition | null {
  return commonRepetition(layout.rowRepetition(top), layout.rowRepetition(bottom));
}

/** The rectangles of the own sheet that a formula refers to. */
export function referencesOf(
  node: FormulaNode,
): { top: number; bottom: number; left: number; right: number }[] {
  if (isReference(node)) return node.sheet === null ? [rangeOf(node)] : [];
  switch (node.kind) {
    case "prefix":
    case "percent":
      return referencesOf(node.operand);
    case "binary":
      return [...referencesOf(node.left), ...referencesOf(node.right)];
    case "call":
      return node.args.flatMap(referencesOf);
    default:
      return [];
  }
}
