import { normaliseName } from "../classification/normalise";
import { titleName } from "../forms/preamble";
import type { Table } from "../forms/table";
import { RuleDefect } from "./defect";
import { likeliest } from "./likeliest";
import { defects } from "./messages";
import type { NamePath } from "./relation";

/** What a workbook calls its tables and sheets. */
export interface TableNames {
  readonly tables: readonly Table[];
  /** Names of all sheets, also of those without a table. */
  readonly sheets: readonly string[];
}

/**
 * The table a relation names: by its sheet, its form's number or its title, else by a beginning or a part of these;
 * 工作表/表名 tells tables apart. Positions in `tables`: several only where they stand on one sheet and the name fits them
 * all. Throws a `RuleDefect` where none fits, or tables of several sheets do.
 */
export function findTable({ tables, sheets }: TableNames, name: NamePath): number[] {
  const written = name.join("/");
  if (tables.length === 0) throw new RuleDefect(defects.noTables);
  const all = tables.map((_, at) => at);
  const [first = "", ...rest] = name;
  const found =
    matching(tables, all, written) ??
    (rest.length === 0 ? null : matching(tables, onSheet(tables, all, first), rest.join("/")));
  if (found === null) {
    const key = tableKey(written);
    if (sheets.some((sheet) => tableKey(sheet) === key))
      throw new RuleDefect(defects.noTableOnSheet(written));
    const known = [...new Set(tables.flatMap((table) => [table.form?.number ?? table.sheet, table.title]))];
    throw new RuleDefect(defects.unknownTable(written, likeliest(written, known)));
  }
  const standOn = [...new Set(found.map((at) => tables[at]?.sheet ?? ""))];
  if (standOn.length > 1) throw new RuleDefect(defects.ambiguousTable(written, standOn.slice(0, 3)));
  return found;
}

/** Of the tables `among` those that a name fits best; null where it fits none. */
function matching(tables: readonly Table[], among: readonly number[], written: string): number[] | null {
  const key = tableKey(written);
  if (key === "") return null;
  const namesOf = among.map((at) => ({ at, ...keysOf(tables[at]) }));
  const parts = namesOf.map(({ at, sheet, others }) => ({ at, names: [sheet, ...others] }));
  const tiers = [
    namesOf.filter(({ sheet }) => sheet === key),
    namesOf.filter(({ others }) => others.includes(key)),
    parts.filter(({ names }) => names.some((name) => name.startsWith(key))),
    parts.filter(({ names }) => key.length > 1 && names.some((name) => name.includes(key))),
  ];
  return tiers.find((tier) => tier.length > 0)?.map(({ at }) => at) ?? null;
}

function onSheet(tables: readonly Table[], among: readonly number[], sheet: string): number[] {
  const key = tableKey(sheet);
  const exact = among.filter((at) => keysOf(tables[at]).sheet === key);
  return exact.length > 0 ? exact : among.filter((at) => keysOf(tables[at]).sheet.includes(key));
}

interface TableKeys {
  readonly sheet: string;
  readonly others: readonly string[];
}

/** Kept, since every rule asks for those of all tables. */
const knownKeys = new WeakMap<Table, TableKeys>();

function keysOf(table: Table | undefined): TableKeys {
  if (table === undefined) return { sheet: "", others: [] };
  const known = knownKeys.get(table);
  if (known !== undefined) return known;
  const { form, title, sheet } = table;
  const names = [title, ...(form?.titles ?? []), ...(form?.number === undefined ? [] : [form.number])];
  const others = names.flatMap((name) => [tableKey(name), tableKey(titleName(name))]);
  const keys = { sheet: tableKey(sheet), others: others.filter((key) => key !== "") };
  knownKeys.set(table, keys);
  return keys;
}

/** One spelling of a table's name: 预算3表 is 预算03表. */
function tableKey(name: string): string {
  return normaliseName(name)
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""))
    .toLowerCase();
}
