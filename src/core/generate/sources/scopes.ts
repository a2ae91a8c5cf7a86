import type { ContentItem, Origin, Scope } from "../content";
import { itemOf } from "../fill/scopes";
import { textOfValue } from "../fill/value-text";

/* Small words for making and reading scopes. */

export const EMPTY_SCOPE: Scope = { items: new Map(), lists: new Map() };

/** A text as content; nothing but blanks is a known blank. */
export function textItem(text: string, origin: Origin): ContentItem {
  const trimmed = text.trim();
  return { value: trimmed === "" ? { kind: "blank" } : { kind: "text", text: trimmed }, origin };
}

/** A scope of texts; what is null or blank is left out. */
export function scopeOfTexts(
  texts: Readonly<Record<string, string | null>>,
  origin: Origin,
  lists: Scope["lists"] = new Map(),
): Scope {
  const items = Object.entries(texts).flatMap(([name, text]) =>
    text === null || text.trim() === "" ? [] : [[name, textItem(text, origin)] as const],
  );
  return { items: new Map(items), lists };
}

/** The text of an item, digits of a number included; "" where it is blank or not there. */
export function textOfItem(scope: Scope, name: string): string {
  const item = itemOf(scope, name);
  return item === null ? "" : textOfValue(item.value).trim();
}

export function listOf({ lists }: Scope, name: string): readonly Scope[] {
  return lists.get(name) ?? [];
}

/** The scope with further lists, or with some of its lists replaced. */
export function withLists(scope: Scope, lists: Readonly<Record<string, readonly Scope[]>>): Scope {
  return { ...scope, lists: new Map([...scope.lists, ...Object.entries(lists)]) };
}
