import type { Missing } from "../core/generate/fill/fill";
import { missingGroups } from "../core/generate/outlook";
import { generateTexts as texts } from "./generate-texts";

/** Cells of one item named before “等”. */
const NAMED = 3;

/** What tables lack, a line an owner: each item once, with its cells. Empty where nothing is missing. */
export function listMissing(missing: readonly Missing[]): readonly string[] {
  if (missing.length === 0) return [];
  const sheets = new Map<string, Missing[]>();
  for (const one of missing) {
    const known = sheets.get(one.sheet);
    if (known === undefined) sheets.set(one.sheet, [one]);
    else known.push(one);
  }
  const lines = [...sheets].flatMap(([sheet, lacking]) =>
    missingGroups(lacking).map(({ owner, items }) => {
      const list = items.map(({ item, cells }) =>
        texts.missingItem(item, cells.slice(0, NAMED), cells.length > NAMED ? cells.length : null),
      );
      return `${texts.missingOf(sheet, owner)}${list.join("、")}`;
    }),
  );
  return [texts.missing(missing.length), ...lines];
}
