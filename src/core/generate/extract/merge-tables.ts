import type { ContentItem, Scope } from "../content";
import { foldName } from "../fill/items";
import { isSameProject, isSameUnit } from "../sources/assemble";
import { mergeIndicators } from "../sources/merge-indicators";
import { listOf, textOfItem } from "../sources/scopes";

/** A unit or project with what the tables say of it, in their order. */
interface Owner {
  readonly scopes: Scope[];
  readonly projects: Owner[];
}

/**
 * What several tables say, as one: the same unit or project named in two tables is one scope. What an earlier table says
 * is not replaced by a later one, unless it is blank. What only a later one has stands behind its neighbour there. Projects named without their unit go to the unit they belong to.
 */
export function mergeTables(roots: readonly Scope[]): Scope {
  const units: Owner[] = [];
  const others: Owner[] = [];
  for (const root of roots) {
    let unit: Owner | null = null;
    for (const scope of listOf(root, "单位")) {
      unit = addTo(units, scope, isSameUnit, unit);
      let project: Owner | null = null;
      for (const own of listOf(scope, "项目")) project = addTo(unit.projects, own, isSameProject, project);
    }
  }
  for (const project of roots.flatMap((root) => listOf(root, "项目")))
    addTo(homeOf(project, units)?.projects ?? others, project, isSameProject, null);
  const unitScopes = units.map(({ scopes, projects }) =>
    withLists(merged(scopes), { 项目: projects.map((project) => merged(project.scopes)) }),
  );
  return withLists(merged(roots), { 单位: unitScopes, 项目: others.map(({ scopes }) => merged(scopes)) });
}

/** @param before which comes before it in its table; a new one stands behind it, or at the end */
function addTo(
  owners: Owner[],
  scope: Scope,
  isSame: (one: Scope, other: Scope) => boolean,
  before: Owner | null,
): Owner {
  const known = owners.find(({ scopes }) => scopes.some((other) => isSame(scope, other)));
  const owner = known ?? { scopes: [], projects: [] };
  owner.scopes.push(scope);
  if (known === undefined)
    owners.splice(before === null ? owners.length : owners.indexOf(before) + 1, 0, owner);
  return owner;
}

/** The unit a project belongs to: the one it names, the only one that has it, or the only one there is. */
function homeOf(project: Scope, units: readonly Owner[]): Owner | null {
  const namesUnit = ["单位代码", "单位名称"].some((item) => textOfItem(project, item) !== "");
  const performer = foldName(textOfItem(project, "实施单位"));
  const named = units.filter(({ scopes }) =>
    scopes.some(
      (unit) =>
        isSameUnit(project, unit) ||
        (performer !== "" && foldName(textOfItem(unit, "单位名称")) === performer),
    ),
  );
  const having = units.filter(({ projects }) =>
    projects.some(({ scopes }) => scopes.some((scope) => isSameProject(project, scope))),
  );
  for (const [first, second] of namesUnit ? [named] : [named, having, units])
    if (first !== undefined && second === undefined) return first;
  return null;
}

/** One scope of several, the first goes before the others; 单位 and 项目 are left to the caller. */
function merged(scopes: readonly Scope[]): Scope {
  const items = new Map<string, readonly [name: string, item: ContentItem]>();
  const lists = new Map<string, readonly Scope[]>();
  for (const scope of scopes) {
    for (const [name, item] of scope.items) {
      const known = items.get(foldName(name));
      if (known === undefined || (known[1].value.kind === "blank" && item.value.kind !== "blank"))
        items.set(foldName(name), [known?.[0] ?? name, item]);
    }
    for (const [name, list] of scope.lists) {
      const isOwn = !["单位", "项目", "指标"].includes(name) && (lists.get(name) ?? []).length === 0;
      if (isOwn) lists.set(name, list);
    }
  }
  const indicators = mergeIndicators(scopes.map((scope) => listOf(scope, "指标")));
  return withLists({ items: new Map(items.values()), lists }, { 指标: indicators });
}

/** The scope with these lists; one without items is left out. */
function withLists(scope: Scope, lists: Readonly<Record<string, readonly Scope[]>>): Scope {
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { ...scope, lists: new Map([...scope.lists, ...filled]) };
}
