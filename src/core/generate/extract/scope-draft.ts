import { foldName } from "../fill/items";
import type { ContentItem, ContentValue, Scope } from "../content";

/** A scope being read. */
export class ScopeDraft {
  private readonly items = new Map<string, ContentItem>();
  private readonly lists = new Map<string, ScopeDraft[]>();

  /** What an item is so far; null where nothing is known of it. */
  valueOf(item: string): ContentValue | null {
    return this.items.get(item)?.value ?? null;
  }

  /** Whether the item has a value other than blank. */
  has(item: string): boolean {
    const value = this.valueOf(item);
    return value !== null && value.kind !== "blank";
  }

  /** Sets an item unless it has a value; a blank gives way to a value. */
  set(item: string, value: ContentValue): void {
    if (!this.has(item)) this.items.set(item, { value, origin: "carried" });
  }

  listOf(list: string): ScopeDraft[] {
    const name = [...this.lists.keys()].find((known) => foldName(known) === foldName(list)) ?? list;
    const found = this.lists.get(name) ?? [];
    this.lists.set(name, found);
    return found;
  }

  add(list: string): ScopeDraft {
    const added = new ScopeDraft();
    this.listOf(list).push(added);
    return added;
  }

  scope(): Scope {
    return {
      items: new Map(this.items),
      lists: new Map([...this.lists].map(([name, drafts]) => [name, drafts.map((draft) => draft.scope())])),
    };
  }
}

/** Whether two values are the same to a reader. */
export function sameValue(a: ContentValue | null, b: ContentValue | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === "text") return b.kind === "text" && foldName(a.text) === foldName(b.text);
  return a.kind === "blank" || (b.kind === "number" && a.number.equals(b.number));
}
