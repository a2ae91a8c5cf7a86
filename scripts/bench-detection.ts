import { readFileSync } from "node:fs";
import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport, Diagnosis } from "../src/core/report";
import { toA1 } from "../src/core/workbook/address";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readXlsx } from "../src/xlsx";
import { MUTATION_KINDS, mutate, type Mutation } from "./mutations";

/*
 * npm run bench:detection [-- --misses] [-- --every N]: every amount of the clean real tables mistyped in every way, one at
 * a time; prints how often that is detected, named first, and named with the right amount.
 */

interface Score {
  cases: number;
  detected: number;
  first: number;
  right: number;
  spurious: number;
}

const WORKBOOKS = ["hunan-budget-2026"];
const showMisses = process.argv.includes("--misses");
const every = Number(process.argv[process.argv.indexOf("--every") + 1] ?? 1) || 1;

const byKind = new Map<string, Score>();
const byTable = new Map<string, Score>();
const all = newScore();

for (const name of WORKBOOKS) {
  const workbook = readXlsx(readFileSync(`test/cases/${name}.xlsx`), `${name}.xlsx`);
  const clean = checkWorkbook(workbook);
  const known = new Set(clean.findings.map(({ id }) => id));
  const amounts = clean.tables.reduce((sum, table) => sum + table.amounts, 0);
  const covered = clean.tables.reduce((sum, table) => sum + table.covered, 0);
  process.stdout.write(`${name}: ${String(covered)} of ${String(amounts)} amounts covered\n`);
  const tables = amountSheets(clean);
  let at = 0;
  workbook.sheets.forEach((sheet, sheetIndex) => {
    if (!tables.has(sheet.name)) return;
    for (const cell of sheet.cells) {
      if (typeof cell.value !== "number" || at++ % every !== 0) continue;
      for (const kind of MUTATION_KINDS) {
        const mutation = mutate(workbook, sheetIndex, cell, kind);
        if (mutation === null) continue;
        const outcome = judge(checkWorkbook(mutation.workbook), mutation, known);
        for (const score of [all, scoreOf(byKind, kind), scoreOf(byTable, sheet.name.slice(0, 5))])
          add(score, outcome);
        if (showMisses && (outcome.first === 0 || outcome.right === 0 || outcome.spurious > 0)) {
          process.stdout.write(
            `  ${kind} ${sheet.name.slice(0, 5)}!${toA1(cell)} ${JSON.stringify(outcome)} ${outcome.said}\n`,
          );
        }
      }
    }
  });
}
for (const [title, scores] of [
  ["mutation", byKind],
  ["table", byTable],
] as const) {
  process.stdout.write(`\n${title.padEnd(16)} cases detected first right* spurious/case\n`);
  for (const [key, score] of scores) print(key, score);
}
print("all", all);
for (const name of WORKBOOKS) pairs(readXlsx(readFileSync(`test/cases/${name}.xlsx`), name), 500);
process.stdout.write("* of those named first\n");

/** Sheets of tables of amounts: goal tables hold numbers that are none, the targets of indicators. */
function amountSheets({ tables }: CheckReport): ReadonlySet<string> {
  return new Set(tables.filter(({ title }) => !title.includes("绩效目标")).map(({ sheet }) => sheet));
}

/** Two amounts mistyped at once, drawn from a fixed seed: how often both are named with their right values. */
function pairs(workbook: WorkbookSnapshot, count: number): void {
  const tables = amountSheets(checkWorkbook(workbook));
  const amounts = workbook.sheets.flatMap((sheet, sheetIndex) =>
    tables.has(sheet.name)
      ? sheet.cells.flatMap((cell) => (typeof cell.value === "number" ? [{ sheetIndex, cell }] : []))
      : [],
  );
  let seed = 2026;
  const draw = (): (typeof amounts)[number] | undefined => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return amounts[Math.floor((seed / 2 ** 32) * amounts.length)];
  };
  const inSecond = (mutation: Mutation, other: (typeof amounts)[number]): Mutation | null => {
    const { row, column } = other.cell;
    const cell = mutation.workbook.sheets[other.sheetIndex]?.cells.find(
      (one) => one.row === row && one.column === column,
    );
    return cell === undefined ? null : mutate(mutation.workbook, other.sheetIndex, cell, "digit");
  };
  let both = 0;
  let cases = 0;
  for (let at = 0; at < count; at++) {
    const [one, other] = [draw(), draw()];
    if (one === undefined || other === undefined || one.cell === other.cell) continue;
    const first = mutate(workbook, one.sheetIndex, one.cell, "digit");
    const second = first === null ? null : inSecond(first, other);
    if (first === null || second === null) continue;
    cases++;
    const { diagnoses } = checkWorkbook(second.workbook);
    const named = [first, second].every((slip) =>
      diagnoses.some(
        ({ sheet, cell, suggested }) =>
          sheet === slip.sheet &&
          slip.cells.some((wrong) => toA1(wrong) === cell) &&
          Math.abs(Number(suggested) - (slip.right[0] ?? 0)) < 0.015,
      ),
    );
    if (named) both++;
  }
  process.stdout.write(
    `two slips at once: both named with their values in ${String(both)} of ${String(cases)}\n`,
  );
}

function judge(
  report: CheckReport,
  { sheet, cells, right }: Mutation,
  known: ReadonlySet<string>,
): Score & { said: string } {
  const found = report.findings.filter(({ id, severity }) => severity !== "rounding" && !known.has(id));
  const ids = new Set(found.map(({ id }) => id));
  const diagnoses = report.diagnoses.filter(({ findings }) => findings.some((id) => ids.has(id)));
  const wrong = new Map(cells.map((cell, at) => [toA1(cell), right[at] ?? null]));
  const names = (diagnosis: Diagnosis): boolean => diagnosis.sheet === sheet && wrong.has(diagnosis.cell);
  const [top] = diagnoses;
  const isFirst = top !== undefined && names(top);
  const isRight = isFirst && Math.abs(Number(top.suggested) - (wrong.get(top.cell) ?? 0)) < 0.015;
  const causes = new Map<string, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    const key = diagnosis.findings.join("|");
    causes.set(key, [...(causes.get(key) ?? []), diagnosis]);
  }
  const spurious = [...causes.values()].filter((suspects) => !suspects.some(names)).length;
  return {
    cases: 1,
    detected: found.length > 0 ? 1 : 0,
    first: isFirst ? 1 : 0,
    right: isRight ? 1 : 0,
    spurious,
    said: diagnoses
      .slice(0, 4)
      .map(
        (one) =>
          `${one.sheet.slice(0, 5)}!${one.cell} ${one.actual ?? "–"}→${one.suggested ?? "–"} ${String(one.confidence)}`,
      )
      .join("; "),
  };
}

function newScore(): Score {
  return { cases: 0, detected: 0, first: 0, right: 0, spurious: 0 };
}

function scoreOf(scores: Map<string, Score>, key: string): Score {
  let score = scores.get(key);
  if (score === undefined) {
    score = newScore();
    scores.set(key, score);
  }
  return score;
}

function add(score: Score, outcome: Score): void {
  score.cases += outcome.cases;
  score.detected += outcome.detected;
  score.first += outcome.first;
  score.right += outcome.right;
  score.spurious += outcome.spurious;
}

function print(key: string, { cases, detected, first, right, spurious }: Score): void {
  const percent = (part: number, whole: number): string =>
    (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`).padStart(8);
  process.stdout.write(
    `${key.padEnd(16)} ${String(cases).padStart(5)} ${percent(detected, cases)} ${percent(first, cases)} ${percent(right, first)} ${(spurious / Math.max(cases, 1)).toFixed(3).padStart(8)}\n`,
  );
}
