import Decimal from "decimal.js";
import { checkWorkbook } from "../src/core/check-workbook";
import { EQUATION_CHECKS } from "../src/core/checks";
import type { CheckReport, Finding } from "../src/core/report";
import { parseA1 } from "../src/core/workbook/address";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase, type CaseName } from "./support/cases";
import { withCell } from "./support/grid";
import { VARIANTS, type Variant } from "./support/variants";
import type { Changed } from "./support/variants/layout";

/*
 * Workbooks as people really keep them: however a workbook is laid out, it gives the findings of the plain one, as
 * published and with a slip.
 */

interface Family {
  readonly name: CaseName;
  /** Tables of the family to be recognised in the plain workbook. */
  readonly forms: number;
  readonly slips: readonly (readonly [what: string, sheet: string, cell: string, typed: number])[];
}

const FAMILIES: readonly Family[] = [
  {
    name: "hunan-budget-2026",
    forms: 20,
    slips: [
      ["a detail", "预算03表", "C12", 210.36],
      ["a total", "预算05表", "H6", 940.82],
      ["a list", "预算01表", "D6", 1004.83],
    ],
  },
  {
    name: "changsha-budget-2025",
    forms: 8,
    slips: [
      ["a detail", "3部门", "G10", 391.35],
      ["a total", "5一般", "E6", 10909.57],
      ["a list", "1部门", "D6", 3151.02],
      ["a detail of an economic class", "6一般", "D13", 138.66],
    ],
  },
];

/** 万元 in a unit. */
const TEN_THOUSANDS: Readonly<Record<string, string>> = {
  元: "0.0001",
  千元: "0.1",
  万元: "1",
  亿元: "10000",
};

/** Checks whose figures are amounts in the unit of their table; those of indicators have units of their own. */
const OF_AMOUNTS = new Set([
  ...EQUATION_CHECKS.map(({ id }) => id),
  "stated-relation",
  "amount-unreadable",
  "indicator-money",
]);

/** Checks that compare cells of different tables: which of two is named depends on the order of the tables. */
const ACROSS_TABLES = new Set(["same-amount", "sum-elsewhere", "sum-of-tables"]);

describe.each(FAMILIES)("$name", ({ name, forms, slips }) => {
  const snapshot = readCase(name);
  const workbooks = [
    { what: "as published", workbook: snapshot, slip: null },
    ...slips.map(([what, sheet, cell, typed]) => ({
      what: `${what} mistyped`,
      workbook: mistyped(snapshot, sheet, cell, typed),
      slip: { sheet, cell },
    })),
  ].map((one) => ({ ...one, report: checkWorkbook(one.workbook) }));

  test("the plain workbook is read, and its slips are found", () => {
    const [clean, ...wrong] = workbooks;
    const recognised = clean?.report.tables.filter(({ form }) => form?.startsWith(name) ?? false) ?? [];
    expect(recognised.length).toBeGreaterThanOrEqual(forms);
    expect(clean?.report.summary.error).toBe(0);
    for (const { what, report, slip } of wrong) {
      const errors = report.findings.filter(({ severity }) => severity === "error");
      expect({ what, named: errors.some((finding) => names(finding, slip, ORIGINAL)) }).toEqual({
        what,
        named: true,
      });
    }
  });

  test.each(VARIANTS)("$name", (variant) => {
    const differences = workbooks.flatMap(({ what, workbook, report, slip }) =>
      differencesOf(variant, workbook, report, slip).map((line) => `${what}: ${line}`),
    );
    expect(differences).toEqual([]);
  });
});

function mistyped(snapshot: WorkbookSnapshot, sheet: string, cell: string, typed: number): WorkbookSnapshot {
  const address = parseA1(cell);
  if (address === null) throw new Error(cell);
  return withCell(snapshot, sheet, address, typed);
}

interface Slip {
  readonly sheet: string;
  readonly cell: string;
}

type Home = Changed["home"];
const ORIGINAL: Home = (sheet, cell) => ({ sheet, cell });

/** What the variant's report says otherwise than the plain one's: “− …” is missing, “+ …” is new. */
function differencesOf(
  variant: Variant,
  plain: WorkbookSnapshot,
  expected: CheckReport,
  slip: Slip | null,
): string[] {
  const { snapshot, home } = variant.apply(plain);
  const report = checkWorkbook(snapshot);
  const exact = (finding: Finding): boolean => !variant.reorders || !ACROSS_TABLES.has(finding.check);
  const lines = compare(
    expected.findings.filter(exact).map((finding) => lineOf(finding, expected, ORIGINAL)),
    report.findings.filter(exact).map((finding) => lineOf(finding, report, home)),
  );
  const isNamed = (finding: Finding): boolean => finding.severity === "error" && names(finding, slip, home);
  if (slip !== null && !report.findings.some(isNamed)) lines.push(`− an error that names ${slip.cell}`);
  const ids = report.findings.map(({ id }) => id);
  return [
    ...lines,
    ...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `+ a second finding ${id}`),
    ...suspectDifferences(variant, expected, report, slip, home),
    ...compare([expected.families.join()], [report.families.join()]),
    ...compare(expected.tables.map(tableLine), report.tables.map(tableLine)),
    ...compare([countsOf(expected, exact)], [countsOf(report, exact)]),
  ];
}

/** Suspected causes of errors with their suggested values; in another order of tables only the slip itself. */
function suspectDifferences(
  { reorders }: Variant,
  expected: CheckReport,
  actual: CheckReport,
  slip: Slip | null,
  home: Home,
): string[] {
  const lines = (report: CheckReport, from: Home): string[] =>
    report.diagnoses
      .filter(({ findings }) =>
        report.findings.some(({ id, severity }) => severity === "error" && findings.includes(id)),
      )
      .map((diagnosis) => ({ ...diagnosis, place: from(diagnosis.sheet, diagnosis.cell) }))
      .filter(({ place }) => !reorders || isSlip(place, slip))
      .map(({ sheet, place, suggested }) => {
        const amount = inTenThousands(suggested, unitOf(report, sheet));
        return `suspect ${place?.sheet ?? "?"} ${place?.cell ?? "?"} → ${amount}`;
      });
  return compare(lines(expected, ORIGINAL), lines(actual, home));
}

/** Lines of one list that the other lacks, each as often as it lacks. */
function compare(expected: readonly string[], actual: readonly string[]): string[] {
  const rest = [...actual];
  const missing = expected.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((line) => `− ${line}`), ...rest.map((line) => `+ ${line}`)];
}

function lineOf(
  { check, severity, sheet, cell, actual, expected }: Finding,
  report: CheckReport,
  home: Home,
): string {
  const place = home(sheet, cell);
  const where = place === null ? `?${sheet} ${cell}` : `${place.sheet} ${place.cell}`;
  const unit = OF_AMOUNTS.has(check) ? unitOf(report, sheet) : "万元";
  return `${severity} ${check} ${where} ${inTenThousands(actual, unit)} ≠ ${inTenThousands(expected, unit)}`;
}

/** Unit of the tables on a sheet. */
function unitOf({ tables }: CheckReport, sheet: string): string {
  return tables.find((table) => table.sheet === sheet)?.unit ?? "?";
}

/** An amount of a finding in 万元; names of warnings stay. */
function inTenThousands(amount: string | null, unit: string): string {
  if (amount === null) return "∅";
  if (!/^-?\d+(?:\.\d+)?$/.test(amount)) return amount;
  return new Decimal(amount).times(TEN_THOUSANDS[unit] ?? "NaN").toFixed();
}

function tableLine({ form, amounts, classified, covered }: CheckReport["tables"][number]): string {
  return `${form ?? "by layout"}: ${String(amounts)} amounts, ${String(classified)} classified, ${String(covered)} covered`;
}

function countsOf({ summary, findings }: CheckReport, exact: (finding: Finding) => boolean): string {
  const { rounding, warning, info } = summary;
  const error = findings.filter((finding) => finding.severity === "error" && exact(finding)).length;
  return JSON.stringify({ error, hasError: summary.error > 0, rounding, warning, info });
}

function names({ cells }: Finding, slip: Slip | null, home: Home): boolean {
  return cells.some(({ sheet, cell }) => isSlip(home(sheet, cell), slip));
}

function isSlip(place: Slip | null, slip: Slip | null): boolean {
  return slip !== null && place !== null && place.sheet.startsWith(slip.sheet) && place.cell === slip.cell;
}
