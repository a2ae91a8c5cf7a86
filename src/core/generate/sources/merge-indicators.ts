import type { ContentItem, Scope } from "../content";
import { foldName, levelName } from "../fill/items";
import { itemOf } from "../fill/scopes";
import { textOfItem } from "./scopes";

/** Items that say one target; they come from one source together, or an old value would stand beside a new one. */
const TARGET: ReadonlySet<string> = new Set(["指标值类型", "指标值", "计量单位", "年度指标值", "全年指标值"]);

/**
 * The indicators of one unit or project out of several lists, strongest first: those of the strongest list that has any,
 * completed by what the weaker ones say of indicators of the same name. Where no list has more than levels, the first
 * with those.
 */
export function mergeIndicators(lists: readonly (readonly Scope[])[]): readonly Scope[] {
  const at = lists.findIndex((list) => list.some(isIndicator));
  if (at < 0) return lists.find((list) => list.length > 0) ?? [];
  const weaker = lists.slice(at + 1).map(byName);
  return (lists[at] ?? []).map((indicator) => {
    const key = keyOf(indicator);
    return key === "" ? indicator : weaker.reduce((own, named) => completed(own, named.get(key)), indicator);
  });
}

/** Whether a line is more than the names of its levels. */
function isIndicator(scope: Scope): boolean {
  return ["三级指标", ...TARGET].some((item) => textOfItem(scope, item) !== "");
}

/** An indicator's own name below its first level; one name may stand below several. */
function keyOf(scope: Scope): string {
  const name = foldName(textOfItem(scope, "三级指标"));
  return name === "" ? "" : `${levelName(textOfItem(scope, "一级指标"))}/${name}`;
}

function byName(list: readonly Scope[]): ReadonlyMap<string, Scope> {
  return new Map(list.map((scope) => [keyOf(scope), scope] as const).reverse());
}

function completed(own: Scope, other: Scope | undefined): Scope {
  if (other === undefined) return own;
  const hasTarget = [...TARGET].some((item) => textOfItem(own, item) !== "");
  const items = new Map<string, ContentItem>(own.items);
  for (const [name, item] of other.items) {
    if (hasTarget && TARGET.has(foldName(name))) continue;
    const known = itemOf(own, name);
    if (known === null || (known.value.kind === "blank" && item.value.kind !== "blank")) {
      for (const same of own.items.keys()) if (foldName(same) === foldName(name)) items.delete(same);
      items.set(name, item);
    }
  }
  const lists = [...other.lists].filter(([name]) => (own.lists.get(name) ?? []).length === 0);
  return { items, lists: new Map([...own.lists, ...lists]) };
}
