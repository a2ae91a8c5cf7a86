import { readFileSync, writeFileSync } from "node:fs";
import { MUTATION_KINDS, mutate } from "../scripts/mutations";
import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport } from "../src/core/report";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { CASES, readCase } from "./support/cases";

/*
 * Reports on the real workbooks as they were last read and approved, whole: whatever a change of the engine does to a
 * sentence, a figure or a cell shows here. `RECORD=1 npx jest reports-of-record` writes them anew, to be read in the diff.
 */

/** The lines on record in test/records. */
function recorded(record: string, now: readonly string[]): string[] {
  const path = `test/records/${record}.txt`;
  if (process.env["RECORD"] === "1") writeFileSync(path, `${now.join("\n")}\n`);
  return readFileSync(path, "utf8").trimEnd().split("\n");
}

/** The report, a line a finding and a suspect. */
function lines(report: CheckReport): string[] {
  return reportLines(report).map((line) => line.replaceAll("\r", "").replaceAll("\n", "⏎"));
}

function reportLines({ summary, tables, findings, diagnoses }: CheckReport): string[] {
  return [
    Object.entries(summary)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(", "),
    ...tables.map(
      ({ sheet, form, title, unit, rows, amounts, classified, covered }) =>
        `${sheet} ${form ?? "按版式"} ${title}（${unit}）${String(rows?.first)}–${String(rows?.last)}: ${[amounts, classified, covered].join("/")}`,
    ),
    ...findings.map(
      ({ id, severity, cell, message, expected, actual, difference, cells }) =>
        `${severity} ${id} ${cell} [${[expected, actual, difference].map((figure) => figure ?? "–").join(" ")}] ${message} {${cells
          .map(({ sheet, cell: at, role, value }) => `${role} ${sheet}!${at}=${value ?? "空"}`)
          .join("; ")}}`,
    ),
    ...diagnoses.map(
      ({ sheet, cell, actual, suggested, confidence, findings: ids }) =>
        `${sheet}!${cell} ${actual ?? "空"} → ${suggested ?? "?"} (${confidence.toFixed(3)}): ${ids.join(", ")}`,
    ),
  ];
}

test.each(CASES)("%s", (name) => {
  const now = lines(checkWorkbook(readCase(name)));
  expect(now).toEqual(recorded(name, now));
});

/** Every slip once, each at an amount of its own, evenly spread over the workbook. */
function* slips(workbook: WorkbookSnapshot): Generator<readonly [string, WorkbookSnapshot]> {
  const amounts = workbook.sheets.flatMap((sheet, at) =>
    sheet.cells.flatMap((cell) => (typeof cell.value === "number" && cell.value !== 0 ? [{ at, cell }] : [])),
  );
  for (const [number, kind] of MUTATION_KINDS.entries()) {
    const from = Math.floor((amounts.length * (number + 0.5)) / MUTATION_KINDS.length);
    for (const { at, cell } of amounts.slice(from)) {
      const mutation = mutate(workbook, at, cell, kind);
      if (mutation === null) continue;
      yield [kind, mutation.workbook];
      break;
    }
  }
}

test.each(CASES)("%s with a slip: what the report says besides", (name) => {
  const workbook = readCase(name);
  const clean = new Set(lines(checkWorkbook(workbook)));
  const besides = [...slips(workbook)].flatMap(([kind, changed]) => [
    `## ${kind}`,
    ...lines(checkWorkbook(changed)).filter((line) => !clean.has(line)),
  ]);
  expect(besides).toEqual(recorded(`${name}-slips`, besides));
});
