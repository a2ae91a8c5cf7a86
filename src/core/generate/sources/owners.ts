import type { ContentItem, ContentValue, Scope } from "../content";
import { foldName } from "../fill/items";
import { scopeOfTexts } from "./scopes";

/** A project while content is gathered. */
export interface ProjectDraft {
  readonly name: string;
  /** 专项名称, 支出方向, 类别 … */
  readonly texts: Record<string, string>;
  readonly amounts: Map<string, ContentItem>;
  /** 支出明细: names with amounts. */
  readonly details: { readonly name: string; readonly amounts: Map<string, ContentItem> }[];
}

/** A budget unit while content is gathered. */
export interface UnitDraft {
  code: string | null;
  name: string;
  readonly amounts: Map<string, ContentItem>;
  readonly projects: ProjectDraft[];
}

/** Units and their projects in the order in which tables name them. */
export class Owners {
  readonly units: UnitDraft[] = [];

  /** The unit of a code or, where either is known by its name alone, of that name; a new one where there is none. */
  unit(code: string | null, name: string): UnitDraft {
    const key = foldName(name);
    const found =
      this.units.find((unit) => code !== null && unit.code === code) ??
      this.units.find(
        (unit) => key !== "" && foldName(unit.name) === key && (code === null || unit.code === null),
      );
    if (found !== undefined) {
      found.code ??= code;
      if (found.name === "") found.name = name;
      return found;
    }
    const unit: UnitDraft = { code, name, amounts: new Map(), projects: [] };
    this.units.push(unit);
    return unit;
  }

  /** Whether a unit is just the department of others, by its code. */
  isDepartment({ code }: UnitDraft): boolean {
    if (code === null) return false;
    return this.units.some((other) => other.code !== code && other.code?.startsWith(code) === true);
  }
}

/** The project of this name, or of this 专项 and 支出方向; a new one where the unit has none. */
export function projectOf(
  { projects }: UnitDraft,
  name: string,
  texts: Readonly<Record<string, string>> = {},
): ProjectDraft {
  const key = foldName(name);
  const special = texts["专项名称"];
  const found = projects.find(
    (project) =>
      foldName(project.name) === key &&
      (special === undefined ||
        project.texts["专项名称"] === undefined ||
        foldName(project.texts["专项名称"]) === foldName(special)),
  );
  if (found !== undefined) {
    for (const [item, text] of Object.entries(texts)) found.texts[item] ??= text;
    return found;
  }
  const project: ProjectDraft = { name, texts: { ...texts }, amounts: new Map(), details: [] };
  projects.push(project);
  return project;
}

/** Sets an amount; the first table that has one counts, and a blank is worth less than an amount. */
export function setAmount(amounts: Map<string, ContentItem>, item: string, amount: ContentValue): void {
  const known = amounts.get(item)?.value;
  if (known === undefined || (known.kind === "blank" && amount.kind !== "blank"))
    amounts.set(item, { value: amount, origin: "carried" });
}

/** The project as content. `unit`: told with it, where the project stands outside of its unit's list. */
export function projectScope({ name, texts, amounts, details }: ProjectDraft, unit: UnitDraft | null): Scope {
  const own = scopeOfTexts(
    { 项目名称: name, ...texts, ...(unit === null ? {} : unitTexts(unit)) },
    "carried",
  );
  const lines = details.map(({ name: detail, amounts: spent }): Scope => {
    const { items } = scopeOfTexts({ 明细项目: detail }, "carried");
    return { items: new Map([...items, ...spent]), lists: new Map() };
  });
  return {
    items: new Map([...amounts, ...own.items]),
    lists: new Map(lines.length === 0 ? [] : [["支出明细", lines]]),
  };
}

export function unitScope(unit: UnitDraft): Scope {
  const own = scopeOfTexts(unitTexts(unit), "carried");
  const projects = unit.projects.map((project) => projectScope(project, null));
  return {
    items: new Map([...unit.amounts, ...own.items]),
    lists: new Map(projects.length === 0 ? [] : [["项目", projects]]),
  };
}

function unitTexts({ code, name }: UnitDraft): Record<string, string | null> {
  return { 单位代码: code, 单位名称: name, 实施单位: name };
}
