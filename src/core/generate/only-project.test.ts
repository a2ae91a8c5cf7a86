import type { Content, Scope } from "./content";
import { onlyProject, projectNames } from "./only-project";
import { scopeOfTexts } from "./sources/scopes";

const named = (item: string, name: string, lists: Record<string, readonly Scope[]> = {}): Scope =>
  scopeOfTexts({ [item]: name }, "carried", new Map(Object.entries(lists)));
const project = (name: string): Scope => named("项目名称", name);
const unit = (name: string, ...projects: readonly string[]): Scope =>
  named("单位名称", name, { 项目: projects.map(project) });
const content = (lists: Record<string, readonly Scope[]>): Content => ({
  root: named("年度", "2026", lists),
  lookup: () => null,
});

test("one project is left, with the units that have it", () => {
  const all = content({
    单位: [unit("甲", "信息化", "培训"), unit("乙", "培训"), unit("丙")],
    项目: [project("信息化"), project("培训"), project("宣传")],
  });
  expect(projectNames(all)).toEqual(["信息化", "培训", "宣传"]);
  expect(onlyProject(all, "信 息化")?.root).toEqual(
    content({ 项目: [project("信息化")], 单位: [unit("甲", "信息化")] }).root,
  );
  // One that stands in no unit's list may be anybody's.
  expect(onlyProject(all, "宣传")?.root.lists.get("单位")).toHaveLength(3);
});

test("one that nobody knows is none", () => {
  expect(onlyProject(content({ 项目: [project("信息化")] }), "信息")).toBeNull();
  expect(onlyProject(content({}), "")).toBeNull();
});
