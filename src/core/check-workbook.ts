import { unreadableId } from "./checks/amount-unreadable";
import { CELL_CHECKS, EQUATION_CHECKS } from "./checks";
import type { CheckContext, Equation } from "./checks/check";
import { evaluate } from "./checks/evaluate";
import { findingOf } from "./checks/findings";
import { diagnose, diagnoseUnreadable } from "./diagnosis/diagnose";
import { CellState, locate, type Facts } from "./facts/facts";
import { isClassified, positionFacts, type Positions } from "./facts/positions";
import type { PrecisionMode } from "./facts/precision";
import { readFacts } from "./facts/read-facts";
import type { FormFamily } from "./forms/definition";
import { BUILT_IN_FAMILIES } from "./forms/families";
import { readTable } from "./forms/read-table";
import { recogniseSheet } from "./forms/recognise";
import type { Table } from "./forms/table";
import type { CheckReport, Finding, TableReport } from "./report";
import { parseA1, toA1 } from "./workbook/address";
import { sheetGrid, type SheetGrid } from "./workbook/grid";
import type { WorkbookSnapshot } from "./workbook/snapshot";

export interface CheckOptions {
  /** How published amounts were cut to their digits; round-to-nearest unless said otherwise. */
  readonly precision?: PrecisionMode;
  /** Form families to look for; those the tool brings along unless said otherwise. */
  readonly families?: readonly FormFamily[];
}

/**
 * Checks a whole workbook: recognises its tables, maps all amounts to the classification model, states every
 * relation and reports what does not hold. Pure; never throws for what stands in a workbook. A workbook without a
 * budget table gives a report without tables.
 */
export function checkWorkbook(snapshot: WorkbookSnapshot, options: CheckOptions = {}): CheckReport {
  const grids = snapshot.sheets.map(sheetGrid);
  const tables = readTables(grids, options.families ?? BUILT_IN_FAMILIES);
  const { facts, unreadable } = readFacts(tables, grids, options.precision ?? "nearest");
  const positions = positionFacts(facts);
  const context: CheckContext = { facts, positions, unreadable };

  const equations: Equation[] = [];
  for (const check of EQUATION_CHECKS) {
    for (const equation of check.equations(context, equations)) equations.push(equation);
  }
  const evaluations = equations.map((equation) => evaluate(facts, equation));
  const unsatisfied = evaluations.filter(({ verdict }) => verdict !== "satisfied");
  const ids = uniqueIds();
  const idOf = new Map(
    unsatisfied.map((evaluation) => {
      const where = locate(facts, evaluation.equation.total);
      return [evaluation, ids(`${evaluation.equation.check.id}/${where.facts.table.sheet}!${toA1(where)}`)];
    }),
  );
  const diagnosed = diagnose(context, evaluations);
  const causeOf = new Map(
    diagnosed.flatMap(({ evaluations: explained, message }) =>
      explained.map((evaluation) => [evaluation, message] as const),
    ),
  );
  const unreadableSuspects = new Map(
    unreadable.flatMap((cell) => {
      const found = diagnoseUnreadable(context, cell);
      return found === null ? [] : [[unreadableId(found.suspect.sheet, found.suspect.cell), found] as const];
    }),
  );
  const findings = inReadingOrder(snapshot, [
    ...CELL_CHECKS.flatMap((check) => check.findings(context)).map((finding) => {
      const found = unreadableSuspects.get(finding.id);
      if (found === undefined) return finding;
      return { ...finding, expected: found.suspect.suggested, message: finding.message + found.message };
    }),
    ...unsatisfied.map((evaluation) =>
      findingOf(facts, evaluation, idOf.get(evaluation) ?? "", causeOf.get(evaluation)),
    ),
  ]);
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const rounding = unsatisfied.filter(({ verdict }) => verdict === "rounding").length;
  return {
    version: 1,
    file: snapshot.name,
    families: [...new Set(tables.map(({ family }) => family.id))],
    tables: tableReports(facts, positions, equations),
    summary: {
      equations: equations.length,
      satisfied: equations.length - unsatisfied.length,
      rounding,
      violated: unsatisfied.length - rounding,
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
    },
    findings,
    diagnoses: [
      ...[...unreadableSuspects].map(([id, { suspect }]) => ({ ...suspect, findings: [id] })),
      ...diagnosed.flatMap(({ suspects, evaluations: explained }) => {
        const ids = explained.flatMap((evaluation) => idOf.get(evaluation) ?? []);
        return suspects.map((suspect) => ({ ...suspect, findings: ids }));
      }),
    ],
  };
}

function readTables(grids: readonly SheetGrid[], families: readonly FormFamily[]): Table[] {
  return grids.flatMap((grid, sheetIndex) => {
    const found = recogniseSheet(grid, families);
    return found === null ? [] : [readTable(grid, sheetIndex, found.family, found.form, found.header)];
  });
}

/** Findings by sheet in tab order, then by row and column. */
function inReadingOrder({ sheets }: WorkbookSnapshot, findings: readonly Finding[]): Finding[] {
  const order = new Map(sheets.map(({ name }, at) => [name, at]));
  const keyed = findings.map((finding) => {
    const { row, column } = parseA1(finding.cell) ?? { row: 0, column: 0 };
    return { finding, sheet: order.get(finding.sheet) ?? 0, row, column };
  });
  keyed.sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.column - b.column);
  return keyed.map(({ finding }) => finding);
}

/** Makes ids unique by counting: a second finding of a check at the same cell gets “#2”. */
function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${String(count)}`;
  };
}

function tableReports(facts: Facts, positions: Positions, equations: readonly Equation[]): TableReport[] {
  const covered = new Uint8Array(facts.count);
  for (const { total, parts } of equations) {
    covered[total] = 1;
    for (const part of parts) covered[part] = 1;
  }
  const reports = facts.tables.map((table) => ({
    sheet: table.sheet,
    form: table.form.id,
    title: table.title,
    unit: table.unit,
    amounts: 0,
    classified: 0,
    covered: 0,
  }));
  facts.blocks.forEach(({ tableIndex, block, offset }) => {
    const report = reports[tableIndex];
    if (report === undefined) return;
    for (let index = offset; index < offset + block.rows.length * block.columns.length; index++) {
      if (facts.state[index] !== CellState.number) continue;
      report.amounts++;
      if (isClassified(positions, index)) report.classified++;
      if (covered[index] === 1) report.covered++;
    }
  });
  return reports;
}
