import { applyAccepted } from "./accepted/apply-accepted";
import { analyseWorkbook, type Analysis, type CheckOptions } from "./analyse";
import { CELL_CHECKS } from "./checks";
import { unreadableId } from "./checks/amount-unreadable";
import { evaluationAt, ROUNDING, SATISFIED, VERDICTS, VIOLATED, type Evaluation } from "./checks/evaluate";
import { findingOf } from "./checks/findings";
import { diagnose, diagnoseUnreadable } from "./diagnosis/diagnose";
import { CellState, locate, type Facts } from "./facts/facts";
import { isClassified } from "./facts/positions";
import type { Table } from "./forms/table";
import type { CheckReport, Diagnosis, Finding, TableReport } from "./report";
import { parseA1, toA1 } from "./workbook/address";
import { asSentence } from "./workbook/as-sentence";
import type { WorkbookSnapshot } from "./workbook/snapshot";

export type { CheckOptions } from "./analyse";

/**
 * Checks a whole workbook: recognises its tables, maps all amounts to the classification model, states every
 * relation and reports what does not hold, and why. Pure; never throws for what stands in a workbook. A workbook
 * without a budget table gives a report without tables.
 */
export function checkWorkbook(snapshot: WorkbookSnapshot, options: CheckOptions = {}): CheckReport {
  return reportOf(analyseWorkbook(snapshot, options), snapshot);
}

/** The report on a workbook that is analysed already. */
export function reportOf(analysis: Analysis, snapshot: WorkbookSnapshot): CheckReport {
  const { context } = analysis;
  const { facts } = context;
  const unsatisfied = unsatisfiedOf(analysis);
  const idOf = findingIds(facts, unsatisfied);

  const diagnosed = diagnose(analysis);
  const causes = new Map(
    diagnosed.flatMap(({ equations, message }) => equations.map((at) => [at, message] as const)),
  );
  const implied = new Map(
    context.unreadable.slice(0, MOST_IMPLIED).flatMap((cell) => {
      const found = diagnoseUnreadable(context, cell);
      return found === null ? [] : [[unreadableId(found.suspect.sheet, found.suspect.cell), found] as const];
    }),
  );

  const findings = inReadingOrder(snapshot, [
    ...CELL_CHECKS.flatMap((check) => check.findings(context)).map((finding): Finding => {
      const found = implied.get(finding.id);
      if (found === undefined) return finding;
      return { ...finding, expected: found.suspect.suggested, message: finding.message + found.message };
    }),
    ...unsatisfied.map((evaluation) =>
      findingOf(facts, evaluation, idOf.get(evaluation.at) ?? "", causes.get(evaluation.at)),
    ),
  ]).map((finding) => ({ ...finding, message: asSentence(finding.message) }));
  const found = new Set(findings.map(({ id }) => id));
  const diagnoses: Diagnosis[] = [
    // Not every cell without an amount is a finding: a text in a column that no form knows may well be right.
    ...[...implied].flatMap(([id, { suspect, message }]) =>
      found.has(id) ? [{ ...suspect, message: asSentence(message), findings: [id] }] : [],
    ),
    ...diagnosed.flatMap(({ suspects, equations, message }) => {
      // A cause that only mends what mending another has broken explains no finding.
      const ids = equations.flatMap((at) => idOf.get(at) ?? []);
      if (ids.length === 0) return [];
      const told = { message: asSentence(message), findings: ids };
      return suspects.map((suspect) => ({ ...suspect, ...told }));
    }),
  ];
  const report: CheckReport = {
    version: 1,
    file: snapshot.name,
    families: [...new Set(facts.tables.flatMap(({ family }) => family?.id ?? []))],
    tables: tableReports(analysis),
    summary: summarise(analysis, findings),
    findings,
    diagnoses,
    reopened: [],
  };
  return applyAccepted(report, context.accepted.accepted);
}

/**
 * Unreadable cells of which it is told what they should say. Each is looked for in the whole workbook; where more cannot be
 * read, a whole column has come to grief and is put right as a whole.
 */
const MOST_IMPLIED = 500;

/** The equations that do not hold, or hold but for rounding. */
function unsatisfiedOf({ context, equations, verdicts }: Analysis): Evaluation[] {
  const found: Evaluation[] = [];
  for (let at = 0; at < equations.count; at++) {
    if (verdicts[at] !== SATISFIED) found.push(evaluationAt(context.facts, equations, verdicts, at));
  }
  return found;
}

/** The ids of the findings of equations, by number of the equation. */
export function equationFindingIds(analysis: Analysis): ReadonlyMap<number, string> {
  return findingIds(analysis.context.facts, unsatisfiedOf(analysis));
}

/** Ids that stay the same from run to run: check and cell; a second one there gets “#2”. */
function findingIds(facts: Facts, evaluations: readonly Evaluation[]): ReadonlyMap<number, string> {
  const seen = new Map<string, number>();
  return new Map(
    evaluations.map((evaluation) => {
      const where = locate(facts, evaluation.equation.total);
      const id = `${evaluation.equation.check.id}/${where.facts.table.sheet}!${toA1(where)}`;
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      return [evaluation.at, count === 1 ? id : `${id}#${String(count)}`];
    }),
  );
}

function summarise(
  { context: { relations }, equations, verdicts }: Analysis,
  findings: readonly Finding[],
): CheckReport["summary"] {
  const { judged } = relations;
  const counts = new Float64Array(VERDICTS.length);
  for (let at = 0; at < equations.count; at++) {
    const verdict = verdicts[at] ?? SATISFIED;
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  const count = (wanted: number): number =>
    (counts[wanted] ?? 0) + judged.filter(({ judgement }) => judgement.verdict === VERDICTS[wanted]).length;
  const severities = (wanted: Finding["severity"]): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return {
    equations: equations.count + judged.length,
    satisfied: count(SATISFIED),
    rounding: count(ROUNDING),
    violated: count(VIOLATED),
    error: severities("error"),
    warning: severities("warning"),
    info: severities("info"),
    accepted: 0,
  };
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

/** One line a table, in the order of `facts.tables`. */
export function tableReports({ context, equations }: Analysis): TableReport[] {
  const { facts, positions, relations } = context;
  const covered = new Uint8Array(facts.count);
  const { total, parts } = equations;
  for (let at = 0; at < total.length; at++) covered[total[at] ?? 0] = 1;
  for (let at = 0; at < parts.length; at++) covered[parts[at] ?? 0] = 1;
  for (const { relation } of relations.judged) {
    for (const { fact } of [...relation.left.facts, ...relation.right.facts]) covered[fact] = 1;
  }
  const reports = facts.tables.map((table) => ({
    sheet: table.sheet,
    form: table.form?.id ?? null,
    title: table.title,
    rows: rowsOf(table),
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

/** Rows of the sheet from a table's first line to its last, 1-based. */
function rowsOf({ blocks, indicators, execution }: Table): TableReport["rows"] {
  let first = Infinity;
  let last = -1;
  const count = ({ row }: { readonly row: number }): void => {
    first = Math.min(first, row);
    last = Math.max(last, row);
  };
  for (const { rows } of blocks) rows.forEach(count);
  indicators?.lines.forEach(count);
  indicators?.emptyLevels.forEach(count);
  for (const line of [indicators?.total, execution]) if (line !== null && line !== undefined) count(line);
  return last < 0 ? null : { first: first + 1, last: last + 1 };
}
