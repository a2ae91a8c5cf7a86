import type { ContentItem, Scope } from "../content";
import { foldName, isInherited, isOwnerList, levelName, levelOfItem } from "./items";
import type { Repetition } from "./layout";
import type { Instance } from "./lines";
import type { ListFilter } from "./placeholders";
import { textOfValue } from "./value-text";

const itemsByName = new WeakMap<Scope, ReadonlyMap<string, ContentItem>>();
const listsByName = new WeakMap<Scope, ReadonlyMap<string, readonly Scope[]>>();

/** Names folded; of several that are the same then, the first counts. */
function byFoldedName<T>(given: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const named = new Map<string, T>();
  for (const [name, value] of given) {
    const key = foldName(name);
    if (!named.has(key)) named.set(key, value);
  }
  return named;
}

/** An item of a scope itself; a text without words is none. */
export function itemOf(scope: Scope, item: string): ContentItem | null {
  let items = itemsByName.get(scope);
  if (items === undefined) {
    items = byFoldedName(scope.items);
    itemsByName.set(scope, items);
  }
  const found = items.get(foldName(item)) ?? null;
  return found?.value.kind === "text" && found.value.text.trim() === "" ? null : found;
}

function listOf(scope: Scope, list: string): readonly Scope[] | null {
  let lists = listsByName.get(scope);
  if (lists === undefined) {
    lists = byFoldedName(scope.lists);
    listsByName.set(scope, lists);
  }
  return lists.get(foldName(list)) ?? null;
}

function isOwner({ list, parent }: Instance): boolean {
  return parent === null || (list !== null && isOwnerList(list));
}

/**
 * An item as seen from a place: of its own scope, then outwards to the nearest owner; beyond it only what is inherited.
 */
export function findItem(place: Instance, item: string): ContentItem | null {
  let isBeyond = false;
  for (let at: Instance | null = place; at !== null; at = at.parent) {
    if (isBeyond && !isInherited(item)) return null;
    const found = itemOf(at.scope, item);
    if (found !== null) return found;
    isBeyond ||= isOwner(at);
  }
  return null;
}

/** A list as seen from a place: of its own scope, then outwards to the nearest owner; null where there is none. */
export function findList(place: Instance, list: string): readonly Scope[] | null {
  for (let at: Instance | null = place; at !== null; at = at.parent) {
    const found = listOf(at.scope, list);
    if (found !== null || isOwner(at)) return found;
  }
  return null;
}

/** The items of a list that a repetition repeats; null where the list is not there. */
export function repeatedItems(place: Instance, { list, filter }: Repetition): readonly Scope[] | null {
  const scopes = findList(place, list);
  return filter === null || scopes === null ? scopes : filtered(scopes, filter);
}

/** Where no item has the list that is asked for, it is not known which of them have it: all pass. */
function filtered(scopes: readonly Scope[], filter: ListFilter): readonly Scope[] {
  if (filter.by === "list" && scopes.every((scope) => listOf(scope, filter.list) === null)) return scopes;
  return scopes.filter((scope) => passes(scope, filter));
}

function passes(scope: Scope, filter: ListFilter): boolean {
  if (filter.by === "list") {
    const { filter: inner } = filter;
    return (listOf(scope, filter.list) ?? []).some((own) => inner === null || passes(own, inner));
  }
  const { item, values, blank } = filter;
  const found = itemOf(scope, item);
  const text = found === null ? "" : textOfValue(found.value);
  if (text.trim() === "") return blank;
  const spell = levelOfItem(item) === null ? foldName : levelName;
  const spelled = spell(text);
  return values.some((value) => spell(value) === spelled);
}

/** Whether a place belongs to the department itself and the content knows no other unit: what is the whole's is its own. */
export function isOfOnlyUnit(place: Instance): boolean {
  let root = place;
  while (root.parent !== null) root = root.parent;
  const department = itemOf(root.scope, "部门名称");
  const unit = findItem(place, "单位名称");
  const nameOfItem = (found: ContentItem | null): string =>
    found === null ? "" : foldName(textOfValue(found.value));
  return (
    (listOf(root.scope, "单位") ?? []).length <= 1 &&
    unit !== null &&
    (department === null || nameOfItem(department) === nameOfItem(unit))
  );
}

/** The nearest unit or project around a place that has a name; null for the whole. */
export function ownerOf(place: Instance): { readonly list: string; readonly name: string } | null {
  for (let at: Instance | null = place; at !== null; at = at.parent) {
    if (at.list === null || !isOwnerList(at.list)) continue;
    const name = nameOf(at.scope, at.list);
    if (name !== "") return { list: at.list, name };
  }
  return null;
}

/** What an item of a list is called: its 名称, 项目名称 of an item of 项目, else its code; "" where it has none. */
export function nameOf(scope: Scope, list: string): string {
  const found = [`${list}名称`, "名称", `${list}代码`]
    .map((item) => itemOf(scope, item))
    .find((item) => item !== null);
  return found === undefined || found === null ? "" : textOfValue(found.value).trim();
}

const scopesByName = new WeakMap<readonly Scope[], ReadonlyMap<string, Scope>>();

/**
 * The scope in which a row's item keeps what belongs to a column's item: of the row's list of the same name the scope
 * with the same name, within it that of an inner column list, and so on; null where there is none.
 */
export function scopeOfColumn(row: Instance, column: Instance): Scope | null {
  const { list, parent } = column;
  if (list === null) return null;
  const isInner = parent !== null && parent.repetition !== null;
  const outer = isInner ? scopeOfColumn(row, parent) : null;
  if (isInner && outer === null) return null;
  const scopes = outer === null ? findList(row, list) : listOf(outer, list);
  const name = foldName(nameOf(column.scope, list));
  if (scopes === null || name === "") return null;
  let named = scopesByName.get(scopes);
  if (named === undefined) {
    named = new Map(scopes.map((scope) => [foldName(nameOf(scope, list)), scope] as const).reverse());
    scopesByName.set(scopes, named);
  }
  return named.get(name) ?? null;
}
