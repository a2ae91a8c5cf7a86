import type { Missing } from "../core/generate/fill/fill";
import { generateTexts as texts } from "./generate-texts";

/** Cells of one item named before “等”. */
const NAMED = 3;

/** What tables lack, a line an owner: each item once, with its cells. Empty where nothing is missing. */
export function listMissing(missing: readonly Missing[]): readonly string[] {
  if (missing.length === 0) return [];
  const owners = new Map<string, Map<string, string[]>>();
  const headings = new Map<string, string>();
  for (const { sheet, cell, item, owner } of missing) {
    const key = JSON.stringify([sheet, owner]);
    headings.set(key, texts.missingOf(sheet, owner));
    const items = owners.get(key) ?? new Map<string, string[]>();
    owners.set(key, items);
    items.set(item, [...(items.get(item) ?? []), cell]);
  }
  const lines = [...owners].map(([key, items]) => {
    const list = [...items].map(([item, cells]) =>
      texts.missingItem(item, cells.slice(0, NAMED), cells.length > NAMED ? cells.length : null),
    );
    return `${headings.get(key) ?? ""}${list.join("、")}`;
  });
  return [texts.missing(missing.length), ...lines];
}
