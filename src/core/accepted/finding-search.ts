import type { CheckReport, Finding } from "../report";
import { parseDecimalText } from "../workbook/decimal-text";
import { hasFigures, type AcceptedDifference } from "./accepted-difference";

/** Looks in a report for the findings that records of accepted differences are about. */
export class FindingSearch {
  /** Names of all sheets the report speaks of. */
  private readonly sheets: ReadonlySet<string>;
  private readonly ids: ReadonlyMap<string, Finding>;
  private readonly byCheck = new Map<string, Finding[]>();

  constructor({ tables, findings }: CheckReport) {
    this.ids = new Map(findings.map((finding) => [finding.id, finding]));
    for (const finding of findings) {
      const present = this.byCheck.get(finding.check);
      if (present === undefined) this.byCheck.set(finding.check, [finding]);
      else present.push(finding);
    }
    this.sheets = new Set([
      ...tables.map(({ sheet }) => sheet),
      ...findings.flatMap(({ sheet, cells }) => [sheet, ...cells.map((cell) => cell.sheet)]),
    ]);
  }

  byId(id: string): Finding | undefined {
    return this.ids.get(id);
  }

  /** Findings of the record's check at its cell, also where its sheet has another name now. */
  atPlace(record: AcceptedDifference): Finding[] {
    return this.onSheet(record).filter(({ cell }) => cell === record.cell);
  }

  /** Findings of the record's check with its figures elsewhere on its sheet; none where it has none to be known by. */
  moved(record: AcceptedDifference): Finding[] {
    if (!hasFigures(record)) return [];
    return this.onSheet(record).filter(
      (finding) =>
        sameOutcome(record, finding) &&
        record.cells.length === finding.cells.length &&
        record.cells.every(({ value }, at) => sameFigure(value, finding.cells[at]?.value ?? null)),
    );
  }

  /** Whether a finding has the figures it was accepted with, cell by cell. */
  isAsAccepted(record: AcceptedDifference, finding: Finding): boolean {
    const names = new Map<string, string>();
    const sameSheet = (then: string, now: string): boolean => {
      if (!this.isSheet(then, now)) return false;
      const known = names.get(then) ?? now;
      names.set(then, known);
      return known === now;
    };
    return (
      record.check === finding.check &&
      record.cell === finding.cell &&
      sameSheet(record.sheet, finding.sheet) &&
      sameOutcome(record, finding) &&
      (record.message === undefined || record.message === finding.message) &&
      record.cells.length === finding.cells.length &&
      record.cells.every(({ sheet, cell, value }, at) => {
        const now = finding.cells[at];
        return (
          now !== undefined &&
          cell === now.cell &&
          sameSheet(sheet, now.sheet) &&
          sameFigure(value, now.value)
        );
      })
    );
  }

  private onSheet({ check, sheet }: AcceptedDifference): Finding[] {
    return (this.byCheck.get(check) ?? []).filter((finding) => this.isSheet(sheet, finding.sheet));
  }

  /** A sheet that the report no longer knows may have got any other name. */
  private isSheet(then: string, now: string): boolean {
    return then === now || !this.sheets.has(then);
  }
}

function sameOutcome(record: AcceptedDifference, finding: Finding): boolean {
  return (
    sameFigure(record.expected, finding.expected) &&
    sameFigure(record.actual, finding.actual) &&
    sameFigure(record.difference, finding.difference)
  );
}

/** 10.5 and 10.50 are one figure; texts are the same to the letter. */
function sameFigure(then: string | null, now: string | null): boolean {
  if (then === now || then === null || now === null) return then === now;
  const [a, b] = [parseDecimalText(then), parseDecimalText(now)];
  return a !== null && b !== null && a.eq(b);
}
