import type { ContentItem, Scope } from "../content";

/** What came of a year: it says nothing of the next one. */
const RESULTS: ReadonlySet<string> = new Set([
  "实际完成值",
  "实际完成情况",
  "得分",
  "偏差原因",
  "扣分因素",
  "一级得分",
  "二级得分",
]);

/** Lists whose numbers are targets and weights, which a new year may begin with; numbers elsewhere are the money of their year. */
const PLANNED_LISTS: ReadonlySet<string> = new Set(["指标", "评分标准"]);

/**
 * What a table of another year can give to this year's: names, goals, indicators with their targets and weights. Its money,
 * actual values, scores and reasons stay behind, or last year's figures would stand unseen in this year's table.
 */
export function ofPastYear(scope: Scope, list: string | null = null): Scope {
  const keepsNumbers = list !== null && PLANNED_LISTS.has(list);
  const isKept = ([name, { value }]: readonly [string, ContentItem]): boolean =>
    !RESULTS.has(name) && !name.endsWith(".得分") && (keepsNumbers || value.kind !== "number");
  return {
    items: new Map([...scope.items].filter(isKept)),
    lists: new Map(
      [...scope.lists].map(([name, scopes]) => [name, scopes.map((inner) => ofPastYear(inner, name))]),
    ),
  };
}
