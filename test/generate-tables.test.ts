import { readFileSync } from "node:fs";
import { generateInputSheets, generateTables } from "../src/core/generate";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { addPlannedSheets, readXlsx } from "../src/xlsx";
import { casePath, type CaseName } from "./support/cases";
import { describeWithLibreOffice, throughLibreOffice } from "./xlsx/libreoffice";
import { packageFaults } from "./xlsx/parts";

/* Every built-in template, filled from the workbooks of its authority and written into them. */

const CASES: readonly (readonly [workbook: CaseName, templates: RegExp])[] = [
  ["hunan-budget-2026", /^hunan-/],
  ["changsha-budget-2025", /^changsha-/],
  ["hunan-self-evaluation-2024", /^hunan-evaluation-2024-annex/],
  ["hunan-special-fund-2023", /^hunan-evaluation-2024-fund/],
  ["jiangsu-goals-2023", /^jiangsu-/],
];

interface Case {
  readonly name: CaseName;
  readonly snapshot: WorkbookSnapshot;
  readonly file: Uint8Array;
  /** Names of the sheets added. */
  readonly added: readonly string[];
}

function generated([name, wanted]: (typeof CASES)[number]): Case {
  const original = new Uint8Array(readFileSync(casePath(name)));
  const snapshot = readXlsx(original, `${name}.xlsx`);
  const templates = BUILT_IN_TEMPLATES.filter(({ id }) => wanted.test(id));
  const options = { templates, mode: "builtin", carry: snapshot.sheets.map((sheet) => sheet.name) } as const;
  const plans = [...generateTables(snapshot, options).plans, ...generateInputSheets(snapshot, options).plans];
  return { name, snapshot, file: addPlannedSheets(original, plans), added: plans.map((plan) => plan.name) };
}

const cases = CASES.map(generated);

function withListedCells(sheet: SheetSnapshot): SheetSnapshot {
  return { ...sheet, cells: [...sheet.cells] };
}

function newSheets({ added }: Case, file: Uint8Array): readonly SheetSnapshot[] {
  const { sheets } = readXlsx(file, "x");
  return sheets.filter((sheet) => added.includes(sheet.name));
}

test.each(cases.map((one): [CaseName, Case] => [one.name, one]))(
  "%s is a package without faults",
  (_, one) => {
    expect(packageFaults(one.file)).toEqual([]);
    expect(newSheets(one, one.file)).toHaveLength(one.added.length);
    const before = one.snapshot.sheets;
    const after = readXlsx(one.file, "x").sheets.slice(0, before.length);
    expect(after.map(withListedCells)).toEqual(before.map(withListedCells));
  },
);

test.each(cases.map((one): [CaseName, Case] => [one.name, one]))("%s has formulas with results", (_, one) => {
  const formulas = newSheets(one, one.file).flatMap(({ cells }) =>
    cells.filter(({ formula }) => formula !== null),
  );
  expect(formulas.length).toBeGreaterThan(0);
  expect(formulas.filter(({ value }) => value === "")).toEqual([]);
  // Files written without Excel do without the add-in.
  expect(formulas.filter(({ formula }) => /EXEC_|SCORE_|_RATE\(/.test(formula ?? ""))).toEqual([]);
});

describeWithLibreOffice("LibreOffice computes what was written", () => {
  let opened: ReadonlyMap<string, Uint8Array>;
  beforeAll(() => {
    opened = throughLibreOffice(Object.fromEntries(cases.map(({ name, file }) => [name, file])));
  }, 180_000);

  test.each(cases.map((one): [CaseName, Case] => [one.name, one]))("%s", (name, one) => {
    const theirs = newSheets(one, opened.get(name) ?? new Uint8Array());
    expect(theirs.map(valuesOf)).toEqual(newSheets(one, one.file).map(valuesOf));
  });
});

/** Texts, numbers to 15 digits, merges. */
function valuesOf({ name, cells, merges }: SheetSnapshot): unknown {
  return {
    name,
    cells: cells.map(({ row, column, value }) => [row, column, comparable(value)]),
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
  };
}

function comparable(value: CellValue): CellValue {
  return typeof value === "number" ? Number(value.toPrecision(14)) : value;
}
