import type { AmountLookup, Content, ContentItem, Scope } from "../content";
import { foldName } from "../fill/items";
import { itemOf } from "../fill/scopes";
import { mergeIndicators } from "./merge-indicators";
import { EMPTY_SCOPE, listOf, textOfItem, withLists } from "./scopes";

/** Where content comes from, strongest first: what the user typed, what was taken over (沿用), what the budget says. */
export interface ContentSources {
  readonly input?: Scope;
  readonly carried?: Scope;
  readonly budget: Scope;
  readonly lookup: AmountLookup;
}

/** A scope and the source it is from. */
interface Sourced {
  readonly from: "input" | "carried" | "budget";
  readonly scope: Scope;
}

/** Scopes about one and the same unit or project, strongest first. */
interface Owner {
  readonly scopes: Sourced[];
  readonly projects: Owner[];
}

/** What names and dates a table: as the budget has it, not as an older table had it. */
const IDENTITY: ReadonlySet<string> = new Set([
  "年度",
  "上年",
  "单位代码",
  "单位名称",
  "部门名称",
  "项目名称",
  "专项名称",
  "支出方向",
  "类别",
]);

/**
 * One content of all sources. Units are the same by code, or by name where either has no code; projects by unit and name
 * (or 专项名称 with 支出方向). Of an item the strongest source that says something counts, but amounts, names and years of
 * the budget are never replaced by older ones. A list comes whole from the strongest source that has it, indicators are
 * completed by those of the same name. The order is that of the budget, what only others know stands behind its neighbour there.
 */
export function assembleContent({ input, carried, budget, lookup }: ContentSources): Content {
  const sources: readonly Sourced[] = [
    { from: "input", scope: input ?? EMPTY_SCOPE },
    { from: "carried", scope: carried ?? EMPTY_SCOPE },
    { from: "budget", scope: budget },
  ];
  const units: Owner[] = [];
  const others: Owner[] = [];
  // The weakest first: it has the order; each stronger one goes before it.
  for (const { from, scope: source } of [...sources].reverse()) {
    let unit: Owner | null = null;
    for (const scope of listOf(source, "单位")) {
      unit = addTo(units, { from, scope }, isSameUnit, unit);
      let project: Owner | null = null;
      for (const own of listOf(scope, "项目"))
        project = addTo(unit.projects, { from, scope: own }, isSameProject, project);
    }
    for (const scope of listOf(source, "项目"))
      addTo(projectsFor(scope, units, others), { from, scope }, isSameProject, null);
  }
  const unitScopes = units.map((unit) => {
    const projects = unit.projects.map(({ scopes }) => merged(scopes));
    // A unit that is known to have no project lacks none.
    const isKnown = unit.scopes.some(({ scope }) => scope.lists.has("项目"));
    return isKnown
      ? withLists(merged(unit.scopes), { 项目: projects })
      : withList(merged(unit.scopes), "项目", projects);
  });
  const projects = [
    ...unitScopes.flatMap((unit) => listOf(unit, "项目").map((project) => ofUnit(project, unit))),
    ...others.map(({ scopes }) => merged(scopes)),
  ];
  const root = withList(withList(merged(sources), "单位", unitScopes), "项目", projects);
  return { root, lookup };
}

/** @param before which comes before it in its source; a new one stands behind it, or at the end */
function addTo(
  owners: Owner[],
  added: Sourced,
  isSame: (one: Scope, other: Scope) => boolean,
  before: Owner | null,
): Owner {
  const found = owners.find(({ scopes }) => scopes.some(({ scope }) => isSame(added.scope, scope)));
  if (found !== undefined) {
    // A project of the budget stands in its unit's list and among all projects: once is enough.
    if (found.scopes[0]?.from !== "budget" || added.from !== "budget") found.scopes.unshift(added);
    return found;
  }
  const owner = { scopes: [added], projects: [] };
  owners.splice(before === null ? owners.length : owners.indexOf(before) + 1, 0, owner);
  return owner;
}

/** Whether two scopes are about the same unit: by code, or by name where either has no code. */
export function isSameUnit(one: Scope, other: Scope): boolean {
  const [own, others] = [keysOf(one), keysOf(other)];
  if (own.code !== "" && others.code !== "") return own.code === others.code;
  return own.unit !== "" && own.unit === others.unit;
}

/** Whether two scopes of one unit are about the same project. */
export function isSameProject(one: Scope, other: Scope): boolean {
  const [own, others] = [keysOf(one), keysOf(other)];
  if (own.project === "" || own.project !== others.project) return false;
  return own.special === "" || others.special === "" || own.special === others.special;
}

/** What a scope goes by, folded; "" for what it does not have. */
interface Keys {
  readonly code: string;
  readonly unit: string;
  readonly project: string;
  readonly special: string;
}

/** Kept, since every project is compared with those of all units. */
const knownKeys = new WeakMap<Scope, Keys>();

function keysOf(scope: Scope): Keys {
  const known = knownKeys.get(scope);
  if (known !== undefined) return known;
  const text = (item: string): string => foldName(textOfItem(scope, item));
  // Tables of 专项 print a project's 支出方向, or nothing below the 专项.
  const project = ["项目名称", "支出方向", "专项名称"].map(text).find((name) => name !== "") ?? "";
  const keys = { code: text("单位代码"), unit: text("单位名称"), project, special: text("专项名称") };
  knownKeys.set(scope, keys);
  return keys;
}

/**
 * Where a project belongs that stands outside of a unit's list: to the unit it names, else to the only one that has a
 * project of this name, else to the only unit there is.
 */
function projectsFor(project: Scope, units: readonly Owner[], others: Owner[]): Owner[] {
  const named = units.filter(({ scopes }) => scopes.some(({ scope }) => isSameUnit(project, scope)));
  const having = units.filter(({ projects }) =>
    projects.some(({ scopes }) => scopes.some(({ scope }) => isSameProject(project, scope))),
  );
  const { code, unit } = keysOf(project);
  const namesUnit = code !== "" || unit !== "";
  for (const candidates of namesUnit ? [named] : [having, units]) {
    const [only, second] = candidates;
    if (only !== undefined && second === undefined) return only.projects;
  }
  return others;
}

/** One scope of several, strongest first; 单位 and 项目 are left to the caller. */
function merged(scopes: readonly Sourced[]): Scope {
  const items = new Map<
    string,
    { readonly name: string; readonly item: ContentItem; readonly isFirm: boolean }
  >();
  const lists = new Map<string, readonly Scope[]>();
  for (const { from, scope } of scopes) {
    for (const [name, item] of scope.items) {
      const key = foldName(name);
      const known = items.get(key);
      const isFirm = from === "input" ? !isBlankItem(item) : from === "budget" && isOfBudget(key, item);
      const isStronger =
        known === undefined ||
        (isFirm && !known.isFirm) ||
        (isBlankItem(known.item) && !known.isFirm && !isBlankItem(item));
      if (isStronger) items.set(key, { name, item, isFirm });
    }
    for (const [name, list] of scope.lists) {
      if (name === "单位" || name === "项目" || name === "指标" || list.length === 0) continue;
      if (!lists.has(name)) lists.set(name, list);
    }
  }
  const indicators = mergeIndicators(scopes.map(({ scope }) => listOf(scope, "指标")));
  const all = [...items.values()].map(({ name, item }) => [name, item] as const);
  return withList({ items: new Map(all), lists }, "指标", indicators);
}

/** What the budget says of this year for certain: amounts, also that there is none, names and years. */
function isOfBudget(item: string, { value }: ContentItem): boolean {
  return value.kind !== "text" || IDENTITY.has(item);
}

function isBlankItem({ value }: ContentItem): boolean {
  return value.kind === "blank" || (value.kind === "text" && value.text.trim() === "");
}

function withList(scope: Scope, name: string, list: readonly Scope[]): Scope {
  return list.length === 0 ? scope : { ...scope, lists: new Map([...scope.lists, [name, list]]) };
}

/** A project outside of its unit's list says whose it is. */
function ofUnit(project: Scope, unit: Scope): Scope {
  const added = ["单位代码", "单位名称", "实施单位"].flatMap((name) => {
    const item = itemOf(unit, name);
    return item === null || itemOf(project, name) !== null ? [] : [[name, item] as const];
  });
  return { ...project, items: new Map([...project.items, ...added]) };
}
