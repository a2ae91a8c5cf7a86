import Decimal from "decimal.js";
import { Wide } from "../../../formulas/exact";
import type { ContentItem, Scope } from "../../content";
import { foldName } from "../../fill/items";
import { scopeOfTexts } from "../scopes";

const SOURCES = ["专项资金", "业务工作经费"] as const;

/** One amount of 支出明细, in 万元. */
export interface LedgerRow {
  readonly project: string;
  /** "" where none is written. */
  readonly unit: string;
  /** 市州 of a unit of a city or county; "" for one of the province. */
  readonly region: string;
  /** 费用项; null for money that has arrived (资金到位). */
  readonly expense: string | null;
  readonly source: (typeof SOURCES)[number];
  readonly amount: Decimal;
  /** Decimals it is written with; null where it was another unit than 万元. */
  readonly decimals: number | null;
  /** Its cell for formulas, `'支出明细'!F5`; null where a formula could not read it. */
  readonly cell: string | null;
}

/**
 * The ledger as the lists that tables on the use of a special fund ask for. 支出项目 (a list of its own, as these are parts of one project of the budget): each with 单位名称, 到位 and 支出 by source
 * (“到位.专项资金”) and 费用项; 费用项 and 子项目: the columns; 评价单位 and 地区 ▸ 区县: units with their amounts by 子项目, that is
 * what has arrived, or what was spent where no row is 资金到位.
 */
export function ledgerLists(rows: readonly LedgerRow[]): Readonly<Record<string, readonly Scope[]>> {
  const spent = rows.filter(({ expense }) => expense !== null);
  const arrived = rows.filter(({ expense }) => expense === null);
  const projects = groups(rows, ({ project }) => project);
  return {
    支出项目: projects.map(([name, own]) => projectScope(name, own)),
    费用项: columns(spent.map(({ expense }) => expense ?? "")),
    子项目: columns(projects.map(([name]) => name)),
    ...allocation(arrived.length > 0 ? arrived : spent),
  };
}

function projectScope(name: string, rows: readonly LedgerRow[]): Scope {
  const amounts = [
    ...sumsBySource(
      "到位",
      rows.filter(({ expense }) => expense === null),
    ),
    ...sumsBySource(
      "支出",
      rows.filter(({ expense }) => expense !== null),
    ),
  ];
  const expenses = groups(
    rows.filter(({ expense }) => expense !== null),
    ({ expense }) => expense ?? "",
  );
  const units = groups(
    rows.filter(({ unit }) => unit !== ""),
    ({ unit }) => unit,
  );
  const { items } = scopeOfTexts({ 项目名称: name }, "carried");
  const { items: named } = scopeOfTexts({ 单位名称: unitsText(units.map(([unit]) => unit)) }, "input");
  return {
    items: new Map([...items, ...named, ...amounts]),
    lists: new Map([["费用项", expenses.map(([expense, own]) => amountScope(expense, own))]]),
  };
}

/** “支出.专项资金” and “支出.业务工作经费”; where all is from one of them, the other is 0. Nothing where there are no rows. */
function sumsBySource(kind: string, rows: readonly LedgerRow[]): (readonly [string, ContentItem])[] {
  if (rows.length === 0) return [];
  return SOURCES.map((source) => [`${kind}.${source}`, sumOf(rows.filter((row) => row.source === source))]);
}

/** Units a cell can name; of more, how many there are. */
const MOST_UNITS = 3;

function unitsText(units: readonly string[]): string {
  const [first = ""] = units;
  return units.length <= MOST_UNITS ? units.join("、") : `${first}等${String(units.length)}个单位`;
}

/** Units of the province by themselves, those of cities below their 地区. */
function allocation(rows: readonly LedgerRow[]): Readonly<Record<string, readonly Scope[]>> {
  const withUnit = rows.filter(({ unit, region }) => unit !== "" || region !== "");
  const provincial = withUnit.filter(({ region }) => region === "");
  const regional = withUnit.filter(({ region }) => region !== "");
  return {
    评价单位: groups(provincial, ({ unit }) => unit).map(([unit, own]) => {
      const [, code = null, name = null] = /^(\d{3,})[-—－\s]*(.*)$/.exec(unit) ?? [];
      return unitScope({ 单位代码: code, 单位名称: code === null ? unit : name }, own);
    }),
    地区: groups(regional, ({ region }) => region).map(([region, own]) => {
      const counties = groups(own, ({ unit }) => unit).map(([unit, amounts]) =>
        // Money of a city without a county is the city's own.
        unitScope({ 名称: unit === "" ? `${region}本级` : unit }, amounts),
      );
      return scopeOfTexts({ 地区名称: region }, "input", new Map([["区县", counties]]));
    }),
  };
}

function unitScope(texts: Readonly<Record<string, string | null>>, rows: readonly LedgerRow[]): Scope {
  const byProject = groups(rows, ({ project }) => project);
  const amounts = byProject.map(([project, own]) => amountScope(project, own));
  return scopeOfTexts(texts, "input", new Map([["子项目", amounts]]));
}

function amountScope(name: string, rows: readonly LedgerRow[]): Scope {
  const { items } = scopeOfTexts({ 名称: name }, "input");
  return { items: new Map([...items, ["金额", sumOf(rows)]]), lists: new Map() };
}

function columns(names: readonly string[]): Scope[] {
  return groups(names, (name) => name).map(([name]) => scopeOfTexts({ 名称: name }, "input"));
}

/** What is written alike stands together, in the order of writing and as first written. */
function groups<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
): (readonly [name: string, own: readonly T[]])[] {
  const found = new Map<string, { readonly name: string; readonly own: T[] }>();
  for (const one of all) {
    const name = nameOf(one);
    const key = foldName(name);
    const group = found.get(key) ?? { name, own: [] };
    group.own.push(one);
    found.set(key, group);
  }
  return [...found.values()].map(({ name, own }) => [name, own]);
}

function sumOf(rows: readonly LedgerRow[]): ContentItem {
  const sum = rows.reduce((total, { amount }) => total.plus(amount), new Wide(0));
  const decimals = rows.map((row) => row.decimals);
  return {
    value: {
      kind: "number",
      number: new Decimal(sum),
      decimals: decimals.includes(null) ? null : Math.max(0, ...decimals.flatMap((places) => places ?? [])),
      percent: false,
      formula: formulaOf(rows),
    },
    origin: "input",
  };
}

/** More cells make a formula nobody can check; then the sum is a plain number. */
const MOST_CELLS = 30;

/** `'支出明细'!F5+'支出明细'!F9`; null where a cell is no number, or there are none or too many. */
function formulaOf(rows: readonly LedgerRow[]): string | null {
  const cells = rows.map(({ cell }) => cell);
  const isPlain = cells.length === 0 || cells.length > MOST_CELLS || cells.includes(null);
  return isPlain ? null : cells.join("+");
}
