import { normaliseName } from "../../classification/normalise";
import { LEVEL_ITEMS } from "../content";

/*
 * What is known of items and lists by their names. Names are compared folded (`foldName`): blanks, width and kind of
 * bracket do not matter.
 */

/** Lists whose items own what hangs below them: a project without an amount must not get its unit's. */
const OWNER_LISTS: ReadonlySet<string> = new Set(["单位", "项目"]);

/** Items that hold for everything below the scope that has them, also beyond an owner. */
const INHERITED_ITEMS: ReadonlySet<string> = new Set([
  "年度",
  "上年",
  "单位代码",
  "单位名称",
  "部门名称",
  "主管部门",
  "实施单位",
  "专项名称",
  "项目名称",
  "专项资金名称",
  "专项资金简称",
]);

/** The items of a level of indicators: its name and the sum of its points. */
const LEVELS: readonly (readonly [name: string, points: string])[] = LEVEL_ITEMS.map((name) => [
  name,
  name.replace(/指标$/, "分值"),
]);

const OF_INDICATORS: readonly string[] = [
  ...LEVELS.flat(),
  "三级指标",
  "指标值类型",
  "指标值",
  "计量单位",
  "年度指标值",
  "半年指标值",
  "全年指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因",
  "指标解释",
  "评分标准",
  "备注",
];
const OF_PROJECTS: readonly string[] = ["项目名称", "支出方向", "专项名称", "类别", "主管部门", "实施单位"];
const OF_UNITS: readonly string[] = ["单位代码", "单位名称", "部门职能职责描述"];
/** Of a project in a table of projects, of the unit in a table of units. */
const OF_OWNERS: readonly string[] = [
  "年度绩效目标",
  "中长期目标",
  "实际完成情况",
  "资金总额",
  "一般公共预算",
  "政府性基金拨款",
  "财政专户管理资金",
  "其他资金",
  "基本支出",
  "项目支出",
  "省级支出",
  "对市县专项转移支付",
];

/** In which lists an item is declared (ITEM_SCOPES). */
const ITEM_SCOPES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...OF_INDICATORS.map((item) => [item, ["指标"]] as const),
  ...OF_PROJECTS.map((item) => [item, ["项目"]] as const),
  ...OF_UNITS.map((item) => [item, ["单位"]] as const),
  ...OF_OWNERS.map((item) => [item, ["项目", "单位"]] as const),
]);

/** Names of items that official forms use. */
export const KNOWN_ITEMS: ReadonlySet<string> = new Set([...ITEM_SCOPES.keys(), ...INHERITED_ITEMS]);

const folded = new Map<string, string>();

/** The spelling in which names of items and lists are compared. */
export function foldName(name: string): string {
  let result = folded.get(name);
  if (result === undefined) {
    result = normaliseName(name);
    folded.set(name, result);
  }
  return result;
}

/** The lists that have an item of this name; none where the name is not known. */
export function listsOfItem(item: string): readonly string[] {
  return ITEM_SCOPES.get(foldName(item)) ?? [];
}

export function isOwnerList(list: string): boolean {
  return OWNER_LISTS.has(foldName(list));
}

export function isInherited(item: string): boolean {
  return INHERITED_ITEMS.has(foldName(item));
}

/** Which level of indicators an item names or sums up, 0 the outermost; null for any other item. */
export function levelOfItem(item: string): { readonly level: number; readonly isPoints: boolean } | null {
  const name = foldName(item);
  const level = LEVELS.findIndex((names) => names.includes(name));
  return level === -1 ? null : { level, isPoints: LEVELS[level]?.[1] === name };
}

/** The name of a level without its points and the word 指标: 产出 of “产出指标（50分）”. */
export function levelName(text: string): string {
  return foldName(text)
    .replace(/\([^()]*\)$/, "")
    .replace(/指标$/, "");
}

/**
 * A list and an item of it, of a name such as “单位.联系电话”, where one of the lists around is called so; null for
 * other names with a point: “三公经费.上年决算数”.
 */
export function itemOfList(
  item: string,
  lists: readonly string[],
): { readonly list: string; readonly item: string } | null {
  const point = pointOf(item);
  if (point <= 0) return null;
  const before = foldName(item.slice(0, point));
  const list = lists.find((name) => foldName(name) === before);
  return list === undefined ? null : { list, item: item.slice(point + 1).trim() };
}

function pointOf(item: string): number {
  return item.search(/[.．]/);
}
