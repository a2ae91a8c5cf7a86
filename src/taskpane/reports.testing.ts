import type { CheckReport, Finding, Severity } from "../core/report";

/** Report data for the tests of the pane; it never reaches a bundle. */

export function emptyReport(parts: Partial<CheckReport> = {}): CheckReport {
  return {
    version: 1,
    file: "2026年部门预算.xlsx",
    families: ["hunan-budget-2026"],
    tables: [],
    summary: {
      equations: 0,
      satisfied: 0,
      rounding: 0,
      violated: 0,
      error: 0,
      warning: 0,
      info: 0,
      accepted: 0,
    },
    findings: [],
    diagnoses: [],
    reopened: [],
    ...parts,
  };
}

/** A finding written as its place and severity: `finding("error", "预算03表", "C11")`. */
export function finding(
  severity: Severity,
  sheet: string,
  cell: string,
  parts: Partial<Finding> = {},
): Finding {
  return {
    id: `${sheet}-${cell}-${severity}`,
    check: "parent-of-children",
    severity,
    message: `${sheet} ${cell} 的合计与各项之和不一致。`,
    sheet,
    cell,
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    ...parts,
  };
}

/** A report with these findings; its tables are the sheets of the findings unless given. */
export function reportOf(
  findings: readonly Finding[],
  sheets: readonly string[] = [...new Set(findings.map(({ sheet }) => sheet))],
): CheckReport {
  return emptyReport({
    findings,
    tables: sheets.map((sheet) => ({
      sheet,
      form: `form-${sheet}`,
      title: sheet,
      rows: null,
      unit: "万元",
      amounts: 10,
      classified: 10,
      covered: 10,
    })),
  });
}
