import type { Analysis } from "../../analyse";
import type { BlockFacts } from "../../facts/facts";
import { isNamedUnit } from "../../forms/row-places";
import type { BodyRow, Table } from "../../forms/table";
import { textOf, type SheetGrid } from "../../workbook/grid";
import type { ContentItem, ContentValue } from "../content";
import { itemOfColumn, itemOfLine, saysYear, withoutOrdinal } from "./amount-names";
import { amountOfFact } from "./lookup";
import { Owners, projectOf, setAmount, type ProjectDraft, type UnitDraft } from "./owners";

/** What tables say of units and projects, and of the whole where they name neither. */
export interface TableOwners {
  readonly owners: Owners;
  readonly whole: Map<string, ContentItem>;
}

/** Gathers units, projects and their amounts from all tables; `year` is that of the tables to be made. */
export function tableOwners(analysis: Analysis, year: number | null): TableOwners {
  const owners = new Owners();
  const whole = new Map<string, ContentItem>();
  const known = analysis.context.facts.blocks.filter(({ table }) => table.form !== null);
  for (const block of known) readUnits(owners, block);
  for (const { about, form } of analysis.context.facts.tables)
    if (form !== null && about.unit !== null) owners.unit(null, about.unit);
  for (const block of known) {
    if (isAboutOne(block.table)) readLines(analysis, block, { owners, whole }, year);
    else if (hasOwnAmounts(block.table)) readRows(analysis, block, owners, year);
  }
  return { owners, whole };
}

/** The form's blocks whose rows are units or projects; a form has all of them alike. */
function dimensionsOf({ form }: Table): ReadonlySet<string> {
  return new Set((form?.blocks ?? []).flatMap(({ rows }) => rows.dimensions));
}

/** Tables of authorities that make a sheet for each unit or project: lists of amounts below a line that names it. */
function isAboutOne({ family }: Table): boolean {
  return family?.forms.some(({ about }) => about.length > 0) ?? false;
}

/** Tables of goals, and of projects: their columns of amounts are items of the templates. */
function hasOwnAmounts(table: Table): boolean {
  return table.form?.indicators !== undefined || namesProjects(table);
}

/** Rows are projects, or may be: in 预算20表 a 专项 has a row without a code below its unit. */
function namesProjects(table: Table): boolean {
  const phrases = (table.form?.blocks ?? []).flatMap(({ stub }) => stub.flatMap((column) => column.phrases));
  return dimensionsOf(table).has("project") || phrases.some((phrase) => /专项名称|项目名称/.test(phrase));
}

function readUnits(owners: Owners, { table, block }: BlockFacts): void {
  if (!dimensionsOf(table).has("unit")) return;
  for (const { place, label } of block.rows) {
    const unit = place?.unit ?? null;
    if (unit === null || place?.function !== null || label === "") continue;
    if (isNamedUnit(unit)) owners.unit(null, label);
    else if (!unit.includes("/")) owners.unit(unit, label);
  }
}

/** Rows by the codes of units, and below them by the names of projects. */
function readRows(analysis: Analysis, facts: BlockFacts, owners: Owners, year: number | null): void {
  const { block, table } = facts;
  const keys = block.rows.map(({ place }) => (place?.function === null ? place.unit : null));
  const hasProjects = namesProjects(table);
  let unit: UnitDraft | null = null;
  block.rows.forEach((row, line) => {
    const key = keys[line] ?? null;
    if (key === null) {
      if (unit === null || row.place !== null || row.label === "" || !hasProjects) return;
      const project = projectOf(unit, row.label, { 专项名称: row.label, ...categoryOf(table) });
      setAll(project.amounts, amountsOf(analysis, facts, line, year));
      return;
    }
    const [code = "", ...path] = key.split("/").filter((part) => part !== "");
    if (path.length === 0 || isNamedUnit(key)) {
      unit = isNamedUnit(key) ? owners.unit(null, row.label) : owners.unit(code, row.label);
      // Sums of its projects are not all that a unit has.
      if (!hasProjects) setAll(unit.amounts, amountsOf(analysis, facts, line, year));
      return;
    }
    // 省级专项资金, and a 专项 that has rows of its own, are headings over what follows.
    if (keys.some((other) => other !== null && other !== key && other.startsWith(key))) return;
    unit = owners.unit(code, unit?.code === code ? unit.name : "");
    const special = specialOf(facts, line, analysis.context.grids[table.sheetIndex]);
    const texts =
      special === null ? categoryOf(table) : { 专项名称: special, 支出方向: row.label, ...categoryOf(table) };
    setAll(projectOf(unit, row.label, texts).amounts, amountsOf(analysis, facts, line, year));
  });
}

/** 专项 or 其他: the kind of money a table of projects is about; nothing where the form does not say. */
function categoryOf({ form }: Table): Record<string, string> {
  const measure = form?.members.measure ?? "";
  if (measure.includes("专项")) return { 类别: "专项" };
  return measure.includes("其他") ? { 类别: "其他" } : {};
}

/**
 * 专项名称 of a row that is known by its 支出方向, as the sheet writes it: in the column of names, in the row or above. Null
 * for a row known by its name.
 */
function specialOf({ block, table }: BlockFacts, line: number, grid: SheetGrid | undefined): string | null {
  const stub = table.form?.blocks.flatMap((definition) => definition.stub) ?? [];
  const row = block.rows[line];
  const column = row?.labelColumn ?? null;
  if (
    grid === undefined ||
    row === undefined ||
    column === null ||
    !stub.some(({ role }) => role === "detail")
  )
    return null;
  const above = block.rows.slice(0, line + 1).reverse();
  const name = above.map((other) => textOf(grid.at(other.row, column)).trim()).find((text) => text !== "");
  return name === undefined || name === row.label ? null : name;
}

type NamedAmount = readonly [item: string, amount: ContentValue];

/** Amounts of a row by the items of their columns; of a table about another year, only those that say of which year. */
function amountsOf(
  { context }: Analysis,
  { block, table, offset }: BlockFacts,
  line: number,
  year: number | null,
): NamedAmount[] {
  const printed = context.grids[table.sheetIndex]?.year ?? null;
  const isOfYear = printed === null || year === null || printed === year;
  return block.columns.flatMap((column, at): NamedAmount[] => {
    const item = itemOfColumn(column, year);
    const amount = amountOfFact({ context }, offset + line * block.columns.length + at);
    return amount !== null && (isOfYear || saysYear(item)) ? [[item, amount]] : [];
  });
}

function setAll(amounts: Map<string, ContentItem>, named: readonly NamedAmount[]): void {
  for (const [item, amount] of named) if (item !== "") setAmount(amounts, item, amount);
}

/** A list of amounts about one unit or project: “行.列”, and “行” alone for what is planned for the whole year. */
function readLines(
  analysis: Analysis,
  facts: BlockFacts,
  { owners, whole }: TableOwners,
  year: number | null,
): void {
  const { block, table } = facts;
  const [first, second] = owners.units;
  const only = second === undefined ? (first ?? null) : null;
  const unit = table.about.unit === null ? only : owners.unit(null, table.about.unit);
  const about = table.about.project === null || unit === null ? null : projectOf(unit, table.about.project);
  const single = block.columns.length === 1;
  block.rows.forEach((row, line) => {
    const name = itemOfLine(row.label);
    if (name === "" || row.place === null) return;
    const amounts = amountsOf(analysis, facts, line, year);
    if (isProjectLine(table, row)) {
      if (unit === null || isHint(name) || amounts.every(([, { kind }]) => kind === "blank")) return;
      const own =
        about === null
          ? projectOf(unit, withoutOrdinal(row.label)).amounts
          : detailOf(about, row.label.trim());
      setAll(own, amounts);
      const planned = amounts.find(([item]) => item === PLANNED)?.[1];
      if (about === null && planned !== undefined) setAmount(own, "资金总额", planned);
      return;
    }
    const own = (about ?? unit)?.amounts ?? whole;
    for (const [item, amount] of amounts) {
      if (single || item === PLANNED) setAmount(own, name, amount);
      if (item !== "") setAmount(own, `${name}.${item}`, amount);
    }
  });
}

/** “省级专项资金（每个专项一行）”: a form's word to whoever fills it in. */
function isHint(name: string): boolean {
  return /每[个项].*一行/.test(name);
}

const PLANNED = "全年预算数";

/** A line that names a project, or a part of the one the table is about. */
function isProjectLine(table: Table, { place }: BodyRow): boolean {
  const unit = place?.unit ?? null;
  if (unit === null || !isNamedUnit(unit) || !dimensionsOf(table).has("project")) return false;
  return table.about.project === null || unit.split("/").length > 2;
}

function detailOf({ details }: ProjectDraft, name: string): Map<string, ContentItem> {
  const known = details.find((detail) => detail.name === name);
  if (known !== undefined) return known.amounts;
  const amounts = new Map<string, ContentItem>();
  details.push({ name, amounts });
  return amounts;
}
