import type { CheckReport, Severity } from "../../core/report";
import type { CellAddress } from "../../core/workbook/address";
import { parseA1Range } from "../../core/workbook/address";
import type { CellMark } from "../../core/workbook/host";

/** Worst first: the order of groups in the list, and of two marks on one cell. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "rounding", "info"];

/** The cell of an A1 text, the top left one of a range; null where the text is neither. */
export function cellAddress(a1: string): CellAddress | null {
  const range = parseA1Range(a1);
  return range === null ? null : { row: range.top, column: range.left };
}

/**
 * The marks of a report, one a cell, by the worst severity. Marked are the cell to look at first of each finding, and
 * the suspects. The parts of a sum stay unmarked: thirty red cells for one wrong total would hide it. What the user has
 * accepted is no longer to be looked at.
 */
export function marksOf(report: CheckReport): readonly CellMark[] {
  const open = report.findings.filter(({ accepted }) => accepted === undefined);
  const severityById = new Map(open.map((finding) => [finding.id, finding.severity]));
  const marks = new Map<string, CellMark>();
  const add = (sheet: string, a1: string, severity: Severity): void => {
    const address = cellAddress(a1);
    if (address === null) return;
    const key = `${sheet}!${String(address.row)}:${String(address.column)}`;
    const present = marks.get(key);
    if (present !== undefined && !isWorse(severity, present.severity)) return;
    marks.set(key, { sheet, ...address, severity });
  };
  for (const { sheet, cell, severity } of open) add(sheet, cell, severity);
  for (const diagnosis of report.diagnoses) {
    for (const id of diagnosis.findings) {
      const severity = severityById.get(id);
      if (severity !== undefined) add(diagnosis.sheet, diagnosis.cell, severity);
    }
  }
  return [...marks.values()];
}

function isWorse(one: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);
}
