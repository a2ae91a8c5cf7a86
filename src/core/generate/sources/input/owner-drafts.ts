import type { ContentItem, Scope } from "../../content";
import { foldName } from "../../fill/items";
import { textItem } from "../scopes";

/** What input sheets say of one unit, one project or the whole. */
export interface OwnerDraft {
  readonly items: Map<string, ContentItem>;
  readonly indicators: Scope[];
}

interface UnitDraft extends OwnerDraft {
  readonly projects: Map<string, OwnerDraft>;
}

/** Units and projects by the names that input sheets give them, in the order of writing. */
export class OwnerDrafts {
  private readonly whole = draft();
  private readonly units = new Map<string, UnitDraft>();
  /** Of which no unit is written. */
  private readonly projects = new Map<string, OwnerDraft>();

  /** Both "": the whole. A unit may be written with its code in front: “047007 某研究院”, or by its code alone. */
  of(unit: string, project: string): OwnerDraft {
    if (unit === "" && project === "") return this.whole;
    if (unit === "") return projectIn(this.projects, project);
    const key = foldName(unit);
    const found = this.units.get(key) ?? {
      ...draft(unitItems(unit)),
      projects: new Map<string, OwnerDraft>(),
    };
    this.units.set(key, found);
    return project === "" ? found : projectIn(found.projects, project);
  }

  scope(): Scope {
    const units = [...this.units.values()].map((unit) => scopeOf(unit, { 项目: scopesOf(unit.projects) }));
    return scopeOf(this.whole, { 单位: units, 项目: scopesOf(this.projects) });
  }
}

function draft(items: Map<string, ContentItem> = new Map<string, ContentItem>()): OwnerDraft {
  return { items, indicators: [] };
}

/** Names say whom the rest is about; they are not typed to change how the budget spells them. */
function named(item: string, name: string): readonly [string, ContentItem] {
  return [item, textItem(name, "carried")];
}

function unitItems(written: string): Map<string, ContentItem> {
  const [, code, name = ""] = /^(\d{3,})(?:[-—－\s]+(.+))?$/.exec(written) ?? [];
  if (code === undefined) return new Map([named("单位名称", written)]);
  return new Map([named("单位代码", code), ...(name === "" ? [] : [named("单位名称", name)])]);
}

function projectIn(projects: Map<string, OwnerDraft>, name: string): OwnerDraft {
  const key = foldName(name);
  const found = projects.get(key) ?? draft(new Map([named("项目名称", name)]));
  projects.set(key, found);
  return found;
}

function scopesOf(projects: ReadonlyMap<string, OwnerDraft>): Scope[] {
  return [...projects.values()].map((project) => scopeOf(project, {}));
}

function scopeOf(
  { items, indicators }: OwnerDraft,
  lists: Readonly<Record<string, readonly Scope[]>>,
): Scope {
  const all = { ...lists, 指标: indicators };
  return { items, lists: new Map(Object.entries(all).filter(([, list]) => list.length > 0)) };
}
