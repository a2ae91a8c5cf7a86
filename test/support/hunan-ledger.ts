import { functional } from "../../src/core/classification/codebooks";
import { columnLetters, parseA1 } from "../../src/core/workbook/address";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readCase } from "./cases";

/*
 * Workbooks of the Hunan family made from a ledger, independently of the engine: what each column of 预算01–19表 counts
 * is written down here once more, from the forms' own words.
 */

export type Fund = "general" | "governmentFund" | "stateCapital" | "fiscalAccount" | "business";
export type Kind = "basic" | "project" | "operating";

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly administrative: boolean;
}

/** One line of expenditure; `amount` in 元, two decimals at most. */
export interface Entry {
  readonly unit: Unit;
  /** 7 digits. */
  readonly function: string;
  readonly fund: Fund;
  readonly kind: Kind;
  /** Departmental 款, 5 digits; basic expenditure has 301, 302 and 303 only. */
  readonly economic: string;
  readonly amount: number;
  /** Paid from what was carried over. */
  readonly prior: boolean;
  /** Income that is not spent but carried over to next year; its classes do not count. */
  readonly carried?: boolean;
}

export interface Ledger {
  readonly department: { readonly code: string; readonly name: string };
  readonly entries: readonly Entry[];
}

type Test = (entry: Entry) => boolean;
type Columns = Readonly<Record<string, Test>>;

const any: Test = () => true;
const fund =
  (...funds: readonly Fund[]): Test =>
  (entry) =>
    funds.includes(entry.fund);
const kind =
  (wanted: Kind): Test =>
  (entry) =>
    entry.kind === wanted;
const economic =
  (...codes: readonly string[]): Test =>
  (entry) =>
    codes.some((code) => entry.economic.startsWith(code));
const administrative: Test = (entry) => entry.unit.administrative;
const institution: Test = (entry) => !entry.unit.administrative;
const prior: Test = (entry) => entry.prior;
const current: Test = (entry) => !entry.prior;
const all =
  (...tests: readonly Test[]): Test =>
  (entry) =>
    tests.every((test) => test(entry));

const spent: Test = (entry) => entry.carried !== true;
const carried: Test = (entry) => entry.carried === true;

const FISCAL = fund("general", "governmentFund", "stateCapital");
const basic = kind("basic");
const project = kind("project");

/** Governmental 类 by column, as in 预算04表 G:R. */
const GOVERNMENTAL: readonly Test[] = [
  all(administrative, economic("301")),
  all(administrative, economic("302")),
  all(administrative, economic("310")),
  all(administrative, economic("309")),
  all(institution, economic("301", "302")),
  all(institution, economic("309", "310")),
  economic("312"),
  economic("311"),
  economic("303"),
  economic("313"),
  economic("307"),
  economic("399"),
];
/** 预算05表 L:T. */
const PROJECT_CLASSES = ["302", "303", "307", "309", "310", "311", "312", "313", "399"];

function row(first: string, tests: readonly Test[]): Columns {
  const start = parseA1(`${first}1`)?.column ?? 0;
  return Object.fromEntries(tests.map((test, at) => [columnLetters(start + at), test]));
}

const KINDS: readonly Test[] = [any, basic, project, kind("operating")];
const BY_GOVERNMENTAL = row("F", [any, ...GOVERNMENTAL]);
const BY_DEPARTMENTAL = row("F", [
  any,
  basic,
  ...["301", "302", "303"].map((code) => all(basic, economic(code))),
  all(project),
  ...PROJECT_CLASSES.map((code) => all(project, economic(code))),
]);
const BUDGET = row("C", [
  any,
  basic,
  all(basic, economic("301")),
  all(basic, economic("303")),
  all(basic, economic("302")),
  project,
]);
const INCOME: Columns = {
  C: any,
  D: current,
  ...row(
    "E",
    (["general", "governmentFund", "stateCapital", "fiscalAccount"] as const).map((f) =>
      all(current, fund(f)),
    ),
  ),
  L: all(current, fund("business")),
  ...row("Q", [
    prior,
    ...(["general", "governmentFund", "stateCapital", "fiscalAccount", "business"] as const).map((f) =>
      all(prior, fund(f)),
    ),
  ]),
};
const wages = economic("301");
const WAGES_GOVERNMENTAL = row("F", [
  any,
  administrative,
  ...[
    ["30101", "30102", "30103"],
    ["30108", "30109", "30110", "30111", "30112"],
    ["30113"],
    ["30106", "30114", "30199"],
  ].map((codes) => all(administrative, economic(...codes))),
  institution,
  institution,
]);
const WAGES_DEPARTMENTAL = row("F", [
  any,
  economic("30101", "30102", "30103", "30107"),
  ...["30101", "30102", "30103", "30107"].map((code) => economic(code)),
  economic("30108", "30109", "30110", "30111", "30112"),
  ...["30108", "30109", "30110", "30111", "30112"].map((code) => economic(code)),
  economic("30113"),
  economic("30106", "30114", "30199"),
  ...["30106", "30114", "30199"].map((code) => economic(code)),
]);
const PERSONS_GOVERNMENTAL = row("F", [
  any,
  economic("30304", "30305", "30306", "30307", "30309"),
  economic("30308"),
  economic("30310"),
  economic("30301", "30302", "30303"),
  economic("30311", "30399"),
]);
const PERSONS_DEPARTMENTAL = row("F", [
  any,
  ...["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "99"].map((code) =>
    economic(`303${code}`),
  ),
]);
const GOODS: Readonly<Record<string, string>> = {
  G: "30201",
  H: "30202",
  I: "30205",
  J: "30206",
  K: "30207",
  L: "30208",
  M: "30209",
  N: "30211",
  O: "30213",
  P: "30214",
  Q: "30215",
  R: "30216",
  S: "30217",
  T: "30226",
  U: "30228",
  V: "30229",
  W: "30231",
  X: "30239",
  Y: "30240",
  Z: "30299",
};
const OFFICE_COSTS = [
  "30201",
  "30202",
  "30205",
  "30206",
  "30207",
  "30208",
  "30209",
  "30211",
  "30214",
  "30228",
  "30229",
  "30239",
  "30240",
];
const GOODS_GOVERNMENTAL: Columns = {
  F: any,
  ...row("G", [
    administrative,
    all(administrative, economic(...OFFICE_COSTS)),
    all(administrative, economic("30215")),
    all(administrative, economic("30216")),
    all(administrative, economic("30226")),
    all(administrative, economic("30217")),
    all(administrative, economic("30231")),
    all(administrative, economic("30213")),
    all(administrative, economic("30299")),
    institution,
    institution,
  ]),
};
const GOODS_DEPARTMENTAL: Columns = {
  F: any,
  ...Object.fromEntries(Object.entries(GOODS).map(([letter, code]) => [letter, economic(code)])),
};
const PUBLIC: Columns = {
  C: economic("30212", "30217", "30231", "30913", "31013"),
  D: economic("30212"),
  E: economic("30231", "30913", "31013"),
  F: economic("30913", "31013"),
  G: economic("30231"),
  H: economic("30217"),
};

interface MatrixForm {
  readonly scope: Test;
  readonly columns: Columns;
  /** `tree`: 类, 款 and 项 in the code column; `cells`: leaf rows with 类|款|项; `units`: no functional rows. */
  readonly rows: "tree" | "shortTree" | "cells" | "units";
  readonly firstRow: number;
}

const G = fund("general");
const MATRICES: Readonly<Record<string, MatrixForm>> = {
  "02": { scope: any, columns: INCOME, rows: "units", firstRow: 7 },
  "03": { scope: any, columns: row("C", KINDS), rows: "tree", firstRow: 5 },
  "04": { scope: any, columns: BY_GOVERNMENTAL, rows: "cells", firstRow: 6 },
  "05": {
    scope: all((entry) => entry.kind !== "operating"),
    columns: BY_DEPARTMENTAL,
    rows: "cells",
    firstRow: 6,
  },
  "07": { scope: G, columns: BUDGET, rows: "shortTree", firstRow: 7 },
  "08": { scope: all(G, basic, wages), columns: WAGES_GOVERNMENTAL, rows: "cells", firstRow: 6 },
  "09": { scope: all(G, basic, wages), columns: WAGES_DEPARTMENTAL, rows: "cells", firstRow: 6 },
  "10": { scope: all(G, basic, economic("303")), columns: PERSONS_GOVERNMENTAL, rows: "cells", firstRow: 6 },
  "11": { scope: all(G, basic, economic("303")), columns: PERSONS_DEPARTMENTAL, rows: "cells", firstRow: 6 },
  "12": { scope: all(G, basic, economic("302")), columns: GOODS_GOVERNMENTAL, rows: "cells", firstRow: 6 },
  "13": { scope: all(G, basic, economic("302")), columns: GOODS_DEPARTMENTAL, rows: "cells", firstRow: 6 },
  "14": { scope: G, columns: PUBLIC, rows: "units", firstRow: 6 },
  "15": { scope: fund("governmentFund"), columns: BUDGET, rows: "tree", firstRow: 8 },
  "16": { scope: fund("governmentFund"), columns: BY_GOVERNMENTAL, rows: "cells", firstRow: 6 },
  "17": { scope: fund("governmentFund"), columns: BY_DEPARTMENTAL, rows: "cells", firstRow: 6 },
  "18": { scope: fund("stateCapital"), columns: BUDGET, rows: "tree", firstRow: 8 },
  "19": { scope: fund("fiscalAccount"), columns: BUDGET, rows: "tree", firstRow: 8 },
};

/** Lines of 预算01表 and 06表: cell of the amount → what it counts. */
const LIST_01: Columns = {
  B6: all(current, G),
  B7: all(current, G),
  B17: all(current, fund("governmentFund")),
  B18: all(current, fund("stateCapital")),
  B19: all(current, fund("fiscalAccount")),
  B24: all(current, fund("business")),
  B32: current,
  B33: prior,
  B34: any,
  F6: basic,
  F7: all(basic, economic("301")),
  F8: all(basic, economic("302")),
  F9: all(basic, economic("303")),
  F10: project,
  ...Object.fromEntries(
    PROJECT_CLASSES.map((code, at) => [`F${String(11 + at)}`, all(project, economic(code))]),
  ),
  F32: spent,
  F34: any,
  ...Object.fromEntries(GOVERNMENTAL.map((test, at) => [`H${String(6 + at)}`, test])),
  H32: spent,
  H34: any,
  D32: spent,
  D33: carried,
  D34: any,
  F33: carried,
  H33: carried,
};
const LIST_06: Columns = {
  B6: current,
  B7: all(current, G),
  B8: all(current, fund("governmentFund")),
  B9: all(current, fund("stateCapital")),
  B10: prior,
  B11: all(prior, G),
  B12: all(prior, fund("governmentFund")),
  B13: all(prior, fund("stateCapital")),
  B34: any,
  D6: spent,
  D33: carried,
  D34: any,
};
/** 类 in the order in which both lists print them. */
const CLASSES = [
  "201",
  "204",
  "205",
  "206",
  "207",
  "208",
  "210",
  "211",
  "212",
  "213",
  "214",
  "215",
  "216",
  "217",
  "219",
  "220",
  "221",
  "222",
  "224",
  "227",
  "229",
  "231",
  "232",
  "233",
  "234",
  "223",
];

const sample = readCase("hunan-budget-2026");

/** The workbook a department would publish for the ledger, in 万元 with two decimals. */
export function hunanWorkbook(ledger: Ledger): WorkbookSnapshot {
  const sheets = sample.sheets.flatMap((sheet): SheetSnapshot[] => {
    const number = sheet.name.slice(2, 4);
    const matrix = MATRICES[number];
    if (matrix !== undefined) return [matrixSheet(sheet, matrix, ledger)];
    if (number === "01") return [listSheet(sheet, LIST_01, any, "D6", ledger)];
    if (number === "06") return [listSheet(sheet, LIST_06, FISCAL, "D7", ledger)];
    return [];
  });
  return { name: "ledger.xlsx", sheets };
}

function listSheet(
  sheet: SheetSnapshot,
  lines: Columns,
  scope: Test,
  firstClass: string,
  ledger: Ledger,
): SheetSnapshot {
  const entries = ledger.entries.filter(scope);
  const cells = sheet.cells.filter(({ value }) => typeof value !== "number");
  const start = parseA1(firstClass) ?? { row: 0, column: 0 };
  const isIncome = (column: number): boolean => column === 1;
  const tests: [address: { row: number; column: number }, test: Test][] = [
    ...Object.entries(lines).map(([cell, test]): [{ row: number; column: number }, Test] => [
      parseA1(cell) ?? { row: 0, column: 0 },
      test,
    ]),
    ...CLASSES.map((code, at): [{ row: number; column: number }, Test] => [
      { row: start.row + at, column: start.column },
      (entry) => entry.function.startsWith(code),
    ]),
  ];
  for (const [address, test] of tests) {
    const isCarry = isIncome(address.column) || test === carried || test === any || test === spent;
    pushAmount(cells, address, entries.filter(isCarry ? test : all(spent, test)));
  }
  return withCells(sheet, cells);
}

function matrixSheet(sheet: SheetSnapshot, form: MatrixForm, ledger: Ledger): SheetSnapshot {
  const entries = ledger.entries.filter(form.columns === INCOME ? form.scope : all(spent, form.scope));
  const cells = sheet.cells.filter(({ row: at }) => at < form.firstRow - 1);
  let line = form.firstRow - 1;
  const put = (texts: Readonly<Record<string, string>>, selected: readonly Entry[]): void => {
    for (const [letter, text] of Object.entries(texts)) {
      const column = parseA1(`${letter}1`)?.column ?? 0;
      cells.push({ row: line, column, value: text, text, formula: null, decimals: null });
    }
    for (const [letter, test] of Object.entries(form.columns)) {
      pushAmount(cells, { row: line, column: parseA1(`${letter}1`)?.column ?? 0 }, selected.filter(test));
    }
    line++;
  };
  const [code, name] = form.rows === "cells" ? ["D", "E"] : ["A", "B"];
  put({ [name]: "合计" }, entries);
  if (entries.length > 0) {
    put({ [code]: ledger.department.code, [name]: ledger.department.name }, entries);
    for (const [unit, own] of byUnit(entries)) {
      put({ [code]: `  ${unit.code}`, [name]: `  ${unit.name}` }, own);
      if (form.rows === "cells") {
        for (const leaf of unique(own.map((entry) => entry.function)).sort()) {
          put(
            { A: leaf.slice(0, 3), B: leaf.slice(3, 5), C: leaf.slice(5), D: unit.code, E: nameOf(leaf) },
            own.filter((entry) => entry.function === leaf),
          );
        }
      } else if (form.rows !== "units") {
        const codes = unique(
          own.flatMap((entry) => [3, 5, 7].map((length) => entry.function.slice(0, length))),
        ).sort();
        for (const part of codes) {
          const printed = form.rows === "shortTree" && part.length === 5 ? part.slice(3) : part;
          put(
            { A: `      ${printed}`, B: nameOf(part) },
            own.filter((entry) => entry.function.startsWith(part)),
          );
        }
      }
    }
  }
  return withCells(sheet, cells);
}

function byUnit(entries: readonly Entry[]): ReadonlyMap<Unit, readonly Entry[]> {
  const groups = new Map<Unit, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.unit);
    if (group === undefined) groups.set(entry.unit, [entry]);
    else group.push(entry);
  }
  return groups;
}

function nameOf(code: string): string {
  return functional.nameOf(code) ?? code;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function pushAmount(
  cells: Cell[],
  address: { row: number; column: number },
  entries: readonly Entry[],
): void {
  if (entries.length === 0) return;
  const fen = entries.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  // 万元 with two decimals: hundreds of 元, half away from zero.
  const value = (Math.sign(fen) * Math.round(Math.abs(fen) / 10_000)) / 100;
  cells.push({ ...address, value, text: value.toFixed(2), formula: null, decimals: 2 });
}

function withCells(sheet: SheetSnapshot, cells: readonly Cell[]): SheetSnapshot {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...sheet, cells: sorted, merges: sheet.merges.filter(({ bottom }) => bottom < 7) };
}
