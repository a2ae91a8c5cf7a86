import type { Content, Scope } from "./content";
import { foldName } from "./fill/items";
import { nameOf } from "./fill/scopes";

/** The projects that content knows, by name, each once. */
export function projectNames({ root }: Pick<Content, "root">): readonly string[] {
  const names = [root, ...(root.lists.get("单位") ?? [])].flatMap(({ lists }) =>
    (lists.get("项目") ?? []).map((project) => nameOf(project, "项目")),
  );
  return [...new Set(names)].filter((name) => name !== "");
}

/** The content with one project alone, and the units that have it; null where there is no project of this name. */
export function onlyProject(content: Content, name: string): Content | null {
  if (!projectNames(content).some((known) => foldName(known) === foldName(name))) return null;
  const reduced = (scope: Scope): Scope => {
    const projects = scope.lists.get("项目");
    if (projects === undefined) return scope;
    const kept = projects.filter((project) => foldName(nameOf(project, "项目")) === foldName(name));
    return { ...scope, lists: new Map([...scope.lists, ["项目", kept]]) };
  };
  const root = reduced(content.root);
  const units = root.lists.get("单位")?.map(reduced);
  if (units === undefined) return { ...content, root };
  const having = units.filter((unit) => (unit.lists.get("项目") ?? []).length > 0);
  // A project that stands in no unit's list belongs to all.
  const kept = having.length === 0 ? units : having;
  return { ...content, root: { ...root, lists: new Map([...root.lists, ["单位", kept]]) } };
}
