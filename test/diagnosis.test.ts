import fc from "fast-check";
import { MUTATION_KINDS, mutate } from "../scripts/mutations";
import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport, Diagnosis } from "../src/core/report";
import { toA1 } from "../src/core/workbook/address";
import { readCase } from "./support/cases";
import { typed, withCell } from "./support/grid";

const snapshot = readCase("hunan-budget-2026");
const clean = checkWorkbook(snapshot);
/** 预算21–23表 hold numbers that are no amounts: targets of indicators. */
const isAmountTable = (sheet: string): boolean => Number(sheet.slice(2, 4)) <= 20;
const amounts = snapshot.sheets.flatMap((sheet, sheetIndex) =>
  isAmountTable(sheet.name)
    ? sheet.cells.flatMap((cell) =>
        typeof cell.value === "number" ? [{ sheetIndex, sheet: sheet.name, cell }] : [],
      )
    : [],
);

/** “预算03表 C12 210.36→120.36”, for errors only. */
function causes(report: CheckReport): string[] {
  const errors = new Set(report.findings.filter(({ severity }) => severity === "error").map(({ id }) => id));
  return report.diagnoses
    .filter(({ findings }) => findings.some((id) => errors.has(id)))
    .map(
      ({ sheet, cell, actual, suggested }) =>
        `${sheet.slice(0, 5)} ${cell} ${actual ?? "空"}→${suggested ?? "?"}`,
    );
}

test("the six printed rounding slips have one cause: 205.24 should read 205.23", () => {
  expect(clean.diagnoses).toHaveLength(1);
  expect(clean.diagnoses[0]).toMatchObject({ cell: "L8", actual: "205.24", suggested: "205.23" });
  expect(clean.diagnoses[0]?.findings).toHaveLength(10);
});

test.each([
  ["two digits exchanged", "预算03表", "C12", 210.36, "预算03表 C12 210.36→120.36", "相邻两位数字颠倒"],
  ["a digit lost", "预算07表", "E9", 94.82, "预算07表 E9 94.82→904.82", "漏了一位数字"],
  ["a digit too many", "预算05表", "P10", 511.06, "预算05表 P10 511.06→51.06", "多了一位数字"],
  ["the sign", "预算09表", "V9", -31.2, "预算09表 V9 -31.20→31.20", "正负号相反"],
  ["元 for 万元", "预算02表", "R7", 534000, "预算02表 R7 534000.00→53.40", "元与万元混淆"],
  ["the point", "预算13表", "J8", 136.2, "预算13表 J8 136.20→13.62", "小数点错位"],
  ["left blank", "预算06表", "D12", null, "预算06表 D12 空→163.60", "漏填"],
  ["text", "预算11表", "K10", "5.OO", "预算11表 K10 5.OO→5.00", ""],
])("%s: named with the right value", (_slip, sheet, cell, wrong, cause, words) => {
  const report = checkWorkbook(typed(snapshot, sheet, cell, wrong));
  expect(causes(report)).toEqual([cause]);
  expect(
    report.findings
      .filter(({ severity }) => severity === "error")
      .every(({ message }) => message.includes(words)),
  ).toBe(true);
});

test("an amount one column too far right", () => {
  const moved = typed(typed(snapshot, "预算05表", "P10", null), "预算05表", "Q10", 51.06);
  expect(causes(checkWorkbook(moved))).toEqual(["预算05表 Q10 51.06→0.00", "预算05表 P10 空→51.06"]);
});

test("a wrong detail that its totals were made from: the detail is the cause, the totals follow", () => {
  let carried = snapshot;
  for (const cell of ["E12", "C12"]) carried = typed(carried, "预算03表", cell, 130.36);
  for (const [cell, value] of [
    ["C11", 1007.59],
    ["E11", 260.06],
    ["C8", 1014.33],
    ["E8", 266.8],
  ] as const) {
    carried = typed(carried, "预算03表", cell, value);
  }
  const report = checkWorkbook(carried);
  expect(causes(report)[0]).toMatch(/^预算03表 [CE]12 130.36→120.36$/);
  expect(report.findings.some(({ message }) => message.includes("等合计应随之调整"))).toBe(true);
});

test("two cells that explain equally well are both offered, and the message says so", () => {
  // 经费拨款 and 非税 stand in no table but this one.
  const report = checkWorkbook(typed(snapshot, "预算01表", "B7", 1257.74));
  const found = causes(report);
  expect(found.length).toBeGreaterThan(1);
  expect(found).toContain("预算01表 B7 1257.74→1247.74");
  expect(report.findings.find(({ severity }) => severity === "error")?.message).toContain("改任一处都能对上");
  expect(
    Math.max(
      ...report.diagnoses.map(({ confidence, findings }) => (findings.length === 10 ? 0 : confidence)),
    ),
  ).toBeLessThan(0.8);
});

test("a row left out, a row printed twice", () => {
  for (const kind of ["missingRow", "duplicatedRow"] as const) {
    const at = amounts.find(({ sheet, cell }) => sheet.startsWith("预算04表") && toA1(cell) === "F10");
    const mutation = at === undefined ? null : mutate(snapshot, at.sheetIndex, at.cell, kind);
    if (mutation === null) throw new Error(kind);
    const report = checkWorkbook(mutation.workbook);
    expect(report.findings.map(({ message }) => message).join()).toContain(
      kind === "missingRow" ? "漏了“2013808 信息化建设”一行" : "第 11 行“信息化建设”重复",
    );
  }
});

test("two independent slips are both named, each with its right value", () => {
  let both = 0;
  let cases = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...amounts),
      fc.constantFrom(...amounts),
      fc.integer({ min: 120, max: 990 }),
      fc.integer({ min: 120, max: 990 }),
      (one, other, a, b) => {
        if (one === other) return;
        const wrong = [one, other].map(({ cell: { value } }, at) =>
          typeof value === "number" ? Math.round((value + (at === 0 ? a : b) / 100) * 100) / 100 : 0,
        );
        let workbook = snapshot;
        [one, other].forEach(({ sheet, cell }, at) => {
          workbook = withCell(workbook, sheet, cell, wrong[at] ?? 0);
        });
        const { diagnoses } = checkWorkbook(workbook);
        cases++;
        if ([one, other].every((slip) => diagnoses.some((diagnosis) => names(diagnosis, slip)))) both++;
      },
    ),
    { numRuns: 60, seed: 2026 },
  );
  expect(both / cases).toBeGreaterThanOrEqual(0.8);
});

function names(diagnosis: Diagnosis, { sheet, cell }: (typeof amounts)[number]): boolean {
  return (
    diagnosis.sheet === sheet &&
    diagnosis.cell === toA1(cell) &&
    Math.abs(Number(diagnosis.suggested) - Number(cell.value)) < 0.015
  );
}

test("a sample of every way to mistype every table: detected, and the cell named first", () => {
  const missed: string[] = [];
  amounts.forEach(({ sheetIndex, sheet, cell }, at) => {
    const kind = MUTATION_KINDS[at % 7];
    if (at % 3 !== 0 || kind === undefined) return;
    const mutation = mutate(snapshot, sheetIndex, cell, kind);
    if (mutation === null) return;
    const [first] = causes(checkWorkbook(mutation.workbook));
    const named = mutation.cells.some((wrong) => first?.startsWith(`${sheet.slice(0, 5)} ${toA1(wrong)} `));
    if (!named) missed.push(`${kind} ${sheet.slice(0, 5)} ${toA1(cell)}: ${first ?? "nothing"}`);
  });
  expect(missed.length).toBeLessThanOrEqual(2);
});
