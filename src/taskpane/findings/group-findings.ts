import type { CheckReport, Finding, Severity } from "../../core/report";
import { SEVERITIES } from "../session/marks";
import { titleBeside } from "./sheet-names";

/** Findings of one severity on one sheet. */
export interface SheetGroup {
  readonly sheet: string;
  /** Title of the table on the sheet, null where it says no more than the sheet's name. */
  readonly title: string | null;
  readonly findings: readonly Finding[];
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly sheets: readonly SheetGroup[];
}

/** What is folded away: severities, and sheets within a severity (by `sheetKey`). */
export interface Folded {
  readonly severities: ReadonlySet<Severity>;
  readonly sheets: ReadonlySet<string>;
}

/** One row of the list, as it is drawn. */
export type ListRow =
  | { readonly kind: "severity"; readonly key: string; readonly group: SeverityGroup; readonly open: boolean }
  | {
      readonly kind: "sheet";
      readonly key: string;
      readonly severity: Severity;
      readonly group: SheetGroup;
      readonly open: boolean;
    }
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding };

/** Worst severity first; within it the sheets in tab order, within a sheet the report's order. Empty groups are left out. */
export function groupFindings(report: CheckReport): readonly SeverityGroup[] {
  const titles = new Map(report.tables.map(({ sheet, title }) => [sheet, title]));
  const tabOrder = [...new Set([...report.tables, ...report.findings].map(({ sheet }) => sheet))];
  return SEVERITIES.flatMap((severity) => {
    const bySheet = new Map<string, Finding[]>();
    for (const finding of report.findings) {
      if (finding.severity !== severity) continue;
      const present = bySheet.get(finding.sheet);
      if (present === undefined) bySheet.set(finding.sheet, [finding]);
      else present.push(finding);
    }
    const sheets = tabOrder.flatMap((sheet): SheetGroup[] => {
      const findings = bySheet.get(sheet);
      return findings === undefined
        ? []
        : [{ sheet, title: titleBeside(sheet, titles.get(sheet)), findings }];
    });
    const count = sheets.reduce((sum, { findings }) => sum + findings.length, 0);
    return count === 0 ? [] : [{ severity, count, sheets }];
  });
}

/** The rows of the groups that are open, in order. */
export function rowsOf(groups: readonly SeverityGroup[], folded: Folded): readonly ListRow[] {
  return groups.flatMap((group): readonly ListRow[] => {
    const { severity } = group;
    const open = !folded.severities.has(severity);
    const head: ListRow = { kind: "severity", key: severity, group, open };
    return open ? [head, ...group.sheets.flatMap((sheet) => sheetRows(severity, sheet, folded))] : [head];
  });
}

export function sheetKey(severity: Severity, sheet: string): string {
  return `${severity}/${sheet}`;
}

function sheetRows(severity: Severity, group: SheetGroup, folded: Folded): readonly ListRow[] {
  const key = sheetKey(severity, group.sheet);
  const open = !folded.sheets.has(key);
  const head: ListRow = { kind: "sheet", key, severity, group, open };
  if (!open) return [head];
  const rows = group.findings.map((finding): ListRow => ({ kind: "finding", key: finding.id, finding }));
  return [head, ...rows];
}
