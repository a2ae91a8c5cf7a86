import type { Analysis } from "../../analyse";
import { textOf, type SheetGrid } from "../../workbook/grid";
import { unitOfLine } from "../../workbook/money";
import type { Scope } from "../content";
import { foldName } from "../fill/items";
import { projectScope, unitScope, type UnitDraft } from "./owners";
import { skeleton, STANDARD_LEVELS, type RequiredLevel } from "./required-levels";
import { listOf, scopeOfTexts, withLists } from "./scopes";
import { tableOwners } from "./table-owners";

export interface BudgetContentOptions {
  /** Year of the tables to be made; that of the workbook's tables unless said otherwise. */
  readonly year?: number;
  /** Levels laid out for units and projects (`requiredLevels` of a template); the standard ones unless said otherwise. */
  readonly levels?: readonly RequiredLevel[];
}

/**
 * What the tables of the open workbook tell: year, department and unit, all budget units in the order of the tables with
 * their projects, amounts in 万元 with formulas, by the headings of the tables of goals. Indicators are no more than the
 * levels that have to be there. All of it is weaker than what is typed or taken over.
 */
export function contentOfBudget(analysis: Analysis, options: BudgetContentOptions = {}): Scope {
  const year = options.year ?? yearOf(analysis);
  const { owners, whole } = tableOwners(analysis, year);
  const named = namedAbove(analysis);
  if (owners.units.length === 0 && (named.unit ?? named.department) !== null)
    owners.unit(null, named.unit ?? named.department ?? "");
  const units = inOrder(owners.units.filter((unit) => !owners.isDepartment(unit)));
  const department = owners.units.find((unit) => owners.isDepartment(unit));
  const names = namesOf(units, department, named);
  const root = scopeOfTexts(
    {
      年度: year === null ? null : String(year),
      上年: year === null ? null : String(year - 1),
      ...names,
    },
    "carried",
  );
  const levels = skeleton(options.levels ?? STANDARD_LEVELS);
  const laidOut = (scope: Scope): Scope => withLists(scope, { 指标: levels });
  // Where tables list projects, a unit they leave out has none.
  const knowsProjects = units.some((unit) => unit.projects.length > 0);
  const unitScopes = units.map((unit) => {
    const scope = laidOut(unitScope(unit));
    return knowsProjects ? withLists(scope, { 项目: listOf(scope, "项目").map(laidOut) }) : scope;
  });
  const projects = units.flatMap((unit) =>
    unit.projects.map((project) => laidOut(projectScope(project, unit))),
  );
  return {
    items: new Map([...whole, ...root.items]),
    lists: new Map(
      Object.entries({ 单位: unitScopes, 项目: projects, 指标: levels }).filter(
        ([, list]) => list.length > 0,
      ),
    ),
  };
}

/** As the tables have them; by their codes where all have one, since some tables leave units out. */
function inOrder(units: readonly UnitDraft[]): readonly UnitDraft[] {
  const codes = units.map(({ code }) => code);
  if (codes.includes(null)) return units;
  return [...units].sort((a, b) => ((a.code ?? "") < (b.code ?? "") ? -1 : 1));
}

/** The year most tables speak of; where none does, the one their forms were published for. */
function yearOf({ context: { facts, grids } }: Analysis): number | null {
  const printed = new Map<number, number>();
  for (const { sheetIndex, form } of facts.tables) {
    const year = form === null ? null : (grids[sheetIndex]?.year ?? null);
    if (year !== null) printed.set(year, (printed.get(year) ?? 0) + 1);
  }
  const [most] = [...printed].sort(([, a], [, b]) => b - a);
  if (most !== undefined) return most[0];
  const years = facts.tables.flatMap(({ family, blocks }) =>
    family === null || blocks.length === 0 ? [] : family.year,
  );
  return years.length === 0 ? null : Math.max(...years);
}

interface NamedAbove {
  readonly unit: string | null;
  readonly department: string | null;
}

function namesOf(
  units: readonly UnitDraft[],
  department: UnitDraft | undefined,
  named: NamedAbove,
): Record<string, string | null> {
  const [first, second] = units;
  const only = second === undefined ? (first ?? null) : null;
  const departmentName = department?.name ?? named.department;
  const unitName = named.unit ?? only?.name ?? departmentName;
  const same = (unit: UnitDraft): boolean => unitName !== null && foldName(unit.name) === foldName(unitName);
  const code = (units.find(same) ?? only ?? department)?.code ?? null;
  return {
    单位名称: unitName,
    单位代码: code,
    部门名称: departmentName ?? unitName,
    主管部门: departmentName,
  };
}

/** Rows at the top in which a line names who fills the table in. */
const TOP_ROWS = 6;

/** Who fills the tables in, by the lines above them: “填报单位：…”, “部门名称：…”; the name that most sheets have. */
function namedAbove({ context: { facts, grids } }: Analysis): NamedAbove {
  const sheets = [...new Set(facts.tables.map(({ sheetIndex }) => sheetIndex))].flatMap(
    (at) => grids[at] ?? [],
  );
  return { unit: mostFrequent(sheets, "单位"), department: mostFrequent(sheets, "部门") };
}

function mostFrequent(sheets: readonly SheetGrid[], word: "单位" | "部门"): string | null {
  const line = new RegExp(`^(?:填报|填表|编制|预算)?${word}(?:名称)?(?:[(（]盖?章[)）])?[:：](.+)$`);
  const counts = new Map<string, number>();
  for (const grid of sheets) {
    for (const row of grid.rowNumbers.slice(0, TOP_ROWS)) {
      for (const cell of grid.row(row)) {
        const text = textOf(cell).trim();
        const name = line.exec(text)?.[1]?.trim() ?? "";
        if (name !== "" && unitOfLine(text) === null) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
