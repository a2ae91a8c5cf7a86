import { isOpenError } from "../accepted/apply-accepted";
import { SEVERITIES, type CheckReport, type Diagnosis, type Finding, type Severity } from "../report";
import { findingsByTable } from "../report-tables";

/** Open findings by severity, and those that are accepted, whatever their severity. Each finding counts once. */
export type Counts = Readonly<Record<Severity | "accepted", number>>;

/** A table of a file: what was read and what was found in it. */
export interface TableOutcome {
  /** "" for the findings of sheets without a table. */
  readonly sheet: string;
  readonly title: string;
  readonly byLayout: boolean;
  /** “万元”. */
  readonly unit: string;
  /** Numbers of amount cells, as in `TableReport`. */
  readonly amounts: number;
  readonly classified: number;
  readonly covered: number;
  readonly counts: Counts;
}

/** A finding in brief. */
export interface FindingOutcome extends Pick<
  Finding,
  "sheet" | "cell" | "severity" | "message" | "expected" | "actual" | "difference"
> {
  /** The cell that may be wrong and what it should say, null where none is suspected. */
  readonly cause: Pick<Diagnosis, "sheet" | "cell" | "suggested"> | null;
  /** Why it was accepted; null where it was not. */
  readonly reason: string | null;
}

/** What a summary needs of a file that was checked; small, whatever the report holds. */
export interface CheckedOutcome {
  readonly kind: "checked";
  readonly counts: Counts;
  readonly equations: number;
  readonly tables: readonly TableOutcome[];
  /** Worst first, at most `MOST_FINDINGS`. */
  readonly findings: readonly FindingOutcome[];
  /** Findings beyond those. */
  readonly unlisted: number;
}

/** A file that could not be checked. */
export interface UnreadOutcome {
  readonly kind: "unread";
  /** One Chinese sentence: why, and what to do. */
  readonly reason: string;
}

/** One file of many. */
export interface FileOutcome {
  /** As the user would type it. */
  readonly path: string;
  /** Who made the tables (编制单位), "" where they do not say. */
  readonly owner: string;
  readonly outcome: CheckedOutcome | UnreadOutcome;
}

/** A list longer than this is read by nobody: one cell goes wrong for all. */
export const MOST_FINDINGS = 1000;

/** What of a report stands in a summary of many. */
export function outcomeOf(report: CheckReport): CheckedOutcome {
  const { tables, findings, diagnoses, summary } = report;
  const cause = new Map<string, Diagnosis>();
  for (const diagnosis of diagnoses) {
    for (const id of diagnosis.findings) if (!cause.has(id)) cause.set(id, diagnosis);
  }
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const ordered = [
    ...SEVERITIES.flatMap((severity) => open.filter((finding) => finding.severity === severity)),
    ...accepted,
  ];
  return {
    kind: "checked",
    counts: countsOf(findings),
    equations: summary.equations,
    tables: tableOutcomes(tables, findings),
    findings: ordered.slice(0, MOST_FINDINGS).map((finding) => inBrief(finding, cause.get(finding.id))),
    unlisted: Math.max(0, ordered.length - MOST_FINDINGS),
  };
}

function tableOutcomes(tables: CheckReport["tables"], findings: readonly Finding[]): TableOutcome[] {
  const byTable = findingsByTable(tables, findings);
  const outcomes = tables.map(
    ({ sheet, title, form, unit, amounts, classified, covered }, at): TableOutcome => ({
      sheet,
      title,
      byLayout: form === null,
      unit,
      amounts,
      classified,
      covered,
      counts: countsOf(byTable.get(at) ?? []),
    }),
  );
  const elsewhere = byTable.get(null) ?? [];
  if (elsewhere.length === 0) return outcomes;
  const nowhere = { sheet: "", title: "", byLayout: false, unit: "", amounts: 0, classified: 0, covered: 0 };
  return [...outcomes, { ...nowhere, counts: countsOf(elsewhere) }];
}

/** Counts of some findings. */
function countsOf(findings: readonly Finding[]): Counts {
  const open = (wanted: Severity): number =>
    findings.filter(({ severity, accepted }) => severity === wanted && accepted === undefined).length;
  return {
    error: findings.filter(isOpenError).length,
    rounding: open("rounding"),
    warning: open("warning"),
    info: open("info"),
    accepted: findings.filter(({ accepted }) => accepted !== undefined).length,
  };
}

function inBrief(finding: Finding, cause: Diagnosis | undefined): FindingOutcome {
  const { sheet, cell, severity, message, expected, actual, difference, accepted } = finding;
  return {
    sheet,
    cell,
    severity,
    message,
    expected,
    actual,
    difference,
    cause: cause === undefined ? null : { sheet: cause.sheet, cell: cause.cell, suggested: cause.suggested },
    reason: accepted?.reason ?? null,
  };
}
