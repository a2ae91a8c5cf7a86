import { functional, departmentalEconomic } from "../../src/core/classification/codebooks";
import { columnLetters, parseA1 } from "../../src/core/workbook/address";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readCase } from "./cases";
import { goalLines } from "./changsha-goals";

/*
 * Workbooks of the Changsha family made from a ledger, independently of the engine: what each line and column of the ten
 * tables counts is written down here once more, from the forms' own words.
 */

export type Fund =
  | "appropriation"
  | "nonTax"
  | "governmentFund"
  | "stateCapital"
  | "fiscalAccount"
  | "operating"
  | "superior"
  | "business"
  | "affiliated"
  | "other";
export type Kind = "personnel" | "public" | "project" | "operating" | "upward" | "affiliated";

export interface Unit {
  readonly code: string;
  readonly name: string;
}

/** One line of the budget; `amount` in 元, two decimals at most. */
export interface Entry {
  readonly unit: Unit;
  /** 7 digits. */
  readonly function: string;
  readonly fund: Fund;
  readonly kind: Kind;
  /** Departmental 款, 5 digits. */
  readonly economic: string;
  /** Name of the project; counts for projects alone. */
  readonly project: string;
  readonly amount: number;
  /** Paid from what was carried over from last year. */
  readonly prior: boolean;
  /** What becomes of the money; kind, economic class and project count for money that is spent alone. */
  readonly end: "spent" | "forward" | "distributed";
}

/** What departments print differently. */
export interface Style {
  /** Whether tables 9 and 10 count what is paid from money carried over: the form does not say. */
  readonly carryOverInGoals: boolean;
  /** 0 prints codes in their order; any other number shuffles those under one 类 or 款, each table in its own way. */
  readonly shuffle: number;
  /** Prints the 类 beside the two digits of a 款. */
  readonly fullSections: boolean;
  /** Prints 0.00 where nothing is. */
  readonly zeros: boolean;
  /** Table 7 has one row, of the whole department, as the sample has. */
  readonly oneRowOfPublicCosts: boolean;
  /** Table 9 prints the code of the unit beside each of its projects, not only the first. */
  readonly codeOfEachProject: boolean;
  /** Table 10 begins with the sum of all units; the sample's does not. */
  readonly totalOfUnits: boolean;
}

export interface Ledger {
  readonly department: string;
  readonly entries: readonly Entry[];
  readonly style: Style;
}

type Test = (entry: Entry) => boolean;

const any: Test = () => true;
const all =
  (...tests: readonly Test[]): Test =>
  (entry) =>
    tests.every((test) => test(entry));
const fund =
  (...funds: readonly Fund[]): Test =>
  (entry) =>
    funds.includes(entry.fund);
const kind =
  (...kinds: readonly Kind[]): Test =>
  (entry) =>
    kinds.includes(entry.kind);
const economic =
  (...codes: readonly string[]): Test =>
  (entry) =>
    codes.some((code) => entry.economic.startsWith(code));
const within =
  (code: string): Test =>
  (entry) =>
    entry.function.startsWith(code);
const end =
  (...ends: readonly Entry["end"][]): Test =>
  (entry) =>
    ends.includes(entry.end);

const prior: Test = (entry) => entry.prior;
const current: Test = (entry) => !entry.prior;
const spent = end("spent");
const carried = end("forward", "distributed");

const general = fund("appropriation", "nonTax");
const governmentFund = fund("governmentFund");
const stateCapital = fund("stateCapital");
const fiscal = fund("appropriation", "nonTax", "governmentFund", "stateCapital");
const basic = kind("personnel", "public");
const project = kind("project");

/** Income by source, as both table 1 and table 2 name it: 其它收入 takes in what affiliated units hand over. */
const SOURCES: readonly Test[] = [
  fiscal,
  fund("fiscalAccount"),
  fund("operating"),
  fund("superior"),
  fund("other", "affiliated"),
  fund("business"),
].map((source) => all(current, source));
const KINDS: readonly Test[] = [basic, project, kind("operating"), kind("affiliated"), kind("upward")];

const sample = readCase("changsha-budget-2025");

/** The workbook a department would publish for the ledger, in 万元 with two decimals. */
export function changshaWorkbook(ledger: Ledger): WorkbookSnapshot {
  const print = [
    totals,
    (page: Page): void => {
      functionRows(page, [
        any,
        SOURCES[0] ?? any,
        all(current, fund("appropriation")),
        ...SOURCES.slice(1),
        prior,
      ]);
    },
    (page: Page): void => {
      functionRows(page, [any, ...KINDS], spent);
    },
    fiscalTotals,
    (page: Page): void => {
      functionRows(page, [any, basic, project], all(spent, general));
    },
    economicRows,
    publicCosts,
    (page: Page): void => {
      functionRows(page, [any, basic, project], all(spent, governmentFund));
    },
    projects,
    units,
  ];
  const sheets = print.map((fill, at): SheetSnapshot => {
    const sheet = sample.sheets[at];
    if (sheet === undefined) throw new Error(`no table ${String(at + 1)}`);
    const isList = at === 0 || at === 3;
    const first = isList ? sheet.cells.length : (FIRST_ROW[at] ?? 0);
    const page = new Page(
      isList
        ? sheet.cells.filter(({ value }) => typeof value !== "number")
        : sheet.cells.filter(({ row }) => row < first - 1),
      first,
      at,
      ledger,
    );
    fill(page);
    const note = sheet.cells.find(({ text }) => text.startsWith("注："));
    if (!isList && note !== undefined) page.text(`A${String(page.row)}`, note.text);
    const merges = sheet.merges.filter(({ bottom }) => isList || bottom < first - 1);
    return { ...sheet, cells: page.sorted(), merges };
  });
  return { name: "ledger.xlsx", sheets };
}

/** First row of the body, 1-based, of the tables that are no lists. */
const FIRST_ROW: readonly number[] = [0, 6, 6, 0, 6, 5, 5, 6, 5, 6];

/** A sheet in the making. */
class Page {
  readonly cells: Cell[];
  constructor(
    header: readonly Cell[],
    /** Next row to be printed, 1-based. */
    public row: number,
    readonly table: number,
    readonly ledger: Ledger,
  ) {
    this.cells = header.map((cell) => ({ ...cell }));
  }

  text(address: string, text: string): void {
    if (text === "") return;
    this.cells.push({ ...at(address), value: text, text, formula: null, decimals: null });
  }

  number(address: string, value: number): void {
    this.cells.push({ ...at(address), value, text: String(value), formula: null, decimals: null });
  }

  /** The sum of entries; nothing, or 0.00, where there are none. */
  amount(address: string, entries: readonly Entry[]): void {
    if (entries.length === 0 && !this.ledger.style.zeros) return;
    const value = tenThousands(entries);
    this.cells.push({ ...at(address), value, text: value.toFixed(2), formula: null, decimals: 2 });
  }

  /** A row of texts and, from column `first` on, amounts. */
  line(
    texts: Readonly<Record<string, string>>,
    first: string,
    columns: readonly Test[],
    entries: readonly Entry[],
  ): void {
    const row = String(this.row);
    for (const [letter, text] of Object.entries(texts)) this.text(letter + row, text);
    const start = at(`${first}1`).column;
    columns.forEach((test, column) => {
      this.amount(columnLetters(start + column) + row, entries.filter(test));
    });
    this.row++;
  }

  /** Siblings in the order in which this table prints them. */
  ordered(codes: readonly string[]): string[] {
    const { shuffle } = this.ledger.style;
    const sorted = unique(codes).sort();
    if (shuffle === 0) return sorted;
    const rank = (code: string): number => (Number(code) * (shuffle + this.table)) % 97;
    return sorted.sort((a, b) => rank(a) - rank(b));
  }

  sorted(): Cell[] {
    return this.cells.sort((a, b) => a.row - b.row || a.column - b.column);
  }
}

/** Table 1. */
function totals(page: Page): void {
  const { entries } = page.ledger;
  const income = [...SOURCES, current, prior];
  ["B5", "B6", "B7", "B8", "B9", "B10", "B11", "B12"].forEach((cell, line) => {
    page.amount(cell, entries.filter(income[line] ?? any));
  });
  KINDS.forEach((test, line) => {
    page.amount(`D${String(5 + line)}`, entries.filter(all(spent, test)));
  });
  page.amount("D11", entries.filter(spent));
  page.amount("D12", entries.filter(end("distributed")));
  page.amount("D13", entries.filter(end("forward")));
  page.amount("B14", entries);
  page.amount("D14", entries);
}

/** 类 in the order of table 4. */
const CLASSES =
  "201 202 204 205 206 207 208 209 210 211 212 213 214 215 216 217 219 220 221 222 224 229".split(" ");

/** Table 4. A 类 that the form does not list gets a line between the last and 结转下年. */
function fiscalTotals(page: Page): void {
  const entries = page.ledger.entries.filter(fiscal);
  const budgets = [general, governmentFund, stateCapital];
  const spread = (row: number, own: readonly Entry[]): void => {
    page.amount(`D${String(row)}`, own);
    budgets.forEach((test, column) => {
      page.amount(columnLetters(4 + column) + String(row), own.filter(test));
    });
  };
  const more = unique(entries.filter(spent).map((entry) => entry.function.slice(0, 3)))
    .filter((code) => !CLASSES.includes(code))
    .sort();
  for (const cell of page.cells) {
    if (cell.row >= 27) Object.assign(cell, { row: cell.row + more.length });
  }
  page.amount("B5", entries.filter(current));
  budgets.forEach((test, line) => {
    page.amount(`B${String(6 + line)}`, entries.filter(all(current, test)));
  });
  spread(5, entries.filter(spent));
  [...CLASSES, ...more].forEach((code, line) => {
    if (line >= CLASSES.length) page.text(`C${String(6 + line)}`, `${String(line + 1)}、${nameOf(code)}`);
    spread(6 + line, entries.filter(all(spent, within(code))));
  });
  const last = 28 + more.length;
  page.amount(`B${String(last)}`, entries.filter(prior));
  spread(last, entries.filter(carried));
  page.amount(`B${String(last + 1)}`, entries);
  spread(last + 1, entries);
}

/** Tables 2, 3, 5 and 8: the whole, then 类 ▸ 款 ▸ 项. */
function functionRows(page: Page, columns: readonly Test[], scope: Test = any): void {
  const entries = page.ledger.entries.filter(scope);
  if (entries.length === 0) return;
  const codes = (length: number, above: string): string[] =>
    page.ordered(
      entries.map((entry) => entry.function.slice(0, length)).filter((code) => code.startsWith(above)),
    );
  const print = (code: string, texts: Readonly<Record<string, string>>): void => {
    page.line({ ...texts, D: nameOf(code) }, "E", columns, entries.filter(within(code)));
  };
  page.line({ D: "合计" }, "E", columns, entries);
  for (const top of codes(3, "")) {
    print(top, { A: top });
    for (const section of codes(5, top)) {
      print(section, { A: page.ledger.style.fullSections ? top : "", B: section.slice(3) });
      for (const item of codes(7, section)) print(item, { A: top, B: item.slice(3, 5), C: item.slice(5) });
    }
  }
}

/** Table 6. */
function economicRows(page: Page): void {
  const entries = page.ledger.entries.filter(all(spent, general, basic));
  if (entries.length === 0) return;
  const columns = [any, kind("personnel"), kind("public")];
  const print = (code: string): void => {
    const name = departmentalEconomic.nameOf(code) ?? code;
    page.line({ A: code, B: name }, "C", columns, entries.filter(economic(code)));
  };
  page.line({ B: "合计" }, "C", columns, entries);
  for (const top of page.ordered(entries.map((entry) => entry.economic.slice(0, 3)))) {
    print(top);
    for (const code of page.ordered(
      entries.map((entry) => entry.economic).filter((code) => code.startsWith(top)),
    ))
      print(code);
  }
}

/** Table 7. */
function publicCosts(page: Page): void {
  const columns = [
    any,
    economic("30217"),
    economic("30212"),
    economic("30231", "30913", "31013"),
    economic("30913", "31013"),
    economic("30231"),
  ];
  const scope = economic("30212", "30217", "30231", "30913", "31013");
  const entries = page.ledger.entries.filter(all(spent, general, scope));
  if (entries.length === 0) return;
  page.line({ A: "合计" }, "B", columns, entries);
  if (page.ledger.style.oneRowOfPublicCosts) page.line({ A: page.ledger.department }, "B", columns, entries);
  else for (const [unit, own] of byUnit(entries)) page.line({ A: unit.name }, "B", columns, own);
}

/** What tables 9 and 10 are about; other kinds of expenditure have no column there. */
function goalEntries({ entries, style }: Ledger): Entry[] {
  const counted = style.carryOverInGoals ? any : current;
  return entries.filter(all(spent, counted, kind("personnel", "public", "project")));
}

/** Table 9: units, each with its projects; lines of indicators beside a project. */
function projects(page: Page): void {
  const entries = goalEntries(page.ledger).filter(project);
  if (entries.length === 0) return;
  page.line({ A: "合计" }, "C", [any], entries);
  for (const [unit, own] of byUnit(entries)) {
    page.line({ A: unit.code, B: unit.name }, "C", [any], own);
    unique(own.map((entry) => entry.project)).forEach((name, at) => {
      const parts = own.filter((entry) => entry.project === name);
      const code = at === 0 || page.ledger.style.codeOfEachProject ? unit.code : "";
      const first = page.row;
      page.line({ A: code, B: name, D: `完成${name}的年度任务` }, "C", [any], parts);
      page.row = goalLines(page, first, "EFGLHKIJM", "项目支出限额", tenThousands(parts));
    });
  }
}

/** Table 10: a block a unit. */
function units(page: Page): void {
  const columns = [
    any,
    general,
    governmentFund,
    fund("fiscalAccount"),
    fund("stateCapital", "operating", "superior", "business", "affiliated", "other"),
    basic,
    project,
  ];
  const entries = goalEntries(page.ledger);
  if (page.ledger.style.totalOfUnits && entries.length > 0) page.line({ B: "合计" }, "C", columns, entries);
  for (const [unit, own] of byUnit(entries)) {
    const first = page.row;
    page.line({ A: unit.code, B: unit.name, J: "履行部门职责" }, "C", columns, own);
    page.row = goalLines(page, first, "KLMNOPQRS", "支出总额", tenThousands(own));
  }
}

function byUnit(entries: readonly Entry[]): [Unit, readonly Entry[]][] {
  const codes = unique(entries.map(({ unit }) => unit)).sort((a, b) => (a.code < b.code ? -1 : 1));
  return codes.map((unit) => [unit, entries.filter((entry) => entry.unit === unit)]);
}

function nameOf(code: string): string {
  return functional.nameOf(code) ?? "本级其他业务";
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function at(address: string): { row: number; column: number } {
  const found = parseA1(address);
  if (found === null) throw new Error(address);
  return found;
}

/** 万元 with two decimals: hundreds of 元, half away from zero. */
function tenThousands(entries: readonly Entry[]): number {
  const fen = entries.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  return (Math.sign(fen) * Math.round(Math.abs(fen) / 10_000)) / 100;
}
