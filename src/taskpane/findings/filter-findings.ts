import type { CheckReport, Finding } from "../../core/report";
import { sectionOf, type Section } from "./sections";

/** What of the findings is listed; null is everything. */
export interface FindingFilter {
  readonly section: Section | null;
  readonly sheet: string | null;
}

export const NO_FILTER: FindingFilter = { section: null, sheet: null };

export function passes({ section, sheet }: FindingFilter, finding: Finding): boolean {
  return (section === null || sectionOf(finding) === section) && (sheet === null || finding.sheet === sheet);
}

/** The report with the findings that pass; the same where all do. */
export function filtered(report: CheckReport, filter: FindingFilter): CheckReport {
  if (filter.section === null && filter.sheet === null) return report;
  return { ...report, findings: report.findings.filter((finding) => passes(filter, finding)) };
}

/** Sheets in tab order, those without a table last, with the number of their findings; sheets without any are left out. */
export function countSheets({
  tables,
  findings,
}: Pick<CheckReport, "tables" | "findings">): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(tables.map(({ sheet }) => [sheet, 0]));
  for (const { sheet } of findings) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}
