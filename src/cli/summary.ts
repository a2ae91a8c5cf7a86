import type { CheckReport, Finding, Severity } from "../core/report";
import { texts } from "./texts";

const SEVERITIES: readonly Severity[] = ["error", "rounding", "warning", "info"];

/** The report as Chinese text: tables with what was read and checked, then the findings of each table. */
export function summarise(report: CheckReport, sheets: readonly string[]): string {
  const { summary, findings } = report;
  const lines = [texts.title(report.file), "", texts.tablesHeading];
  for (const sheet of sheets) lines.push(tableLine(report, sheet));
  lines.push(
    "",
    texts.summary(summary.equations, summary.satisfied),
    texts.counts(summary.error, summary.rounding, summary.warning, summary.info),
  );
  if (findings.length === 0) lines.push(texts.clean);
  for (const sheet of sheets) {
    const own = findings.filter((finding) => finding.sheet === sheet);
    if (own.length === 0) continue;
    lines.push("", sheet);
    for (const severity of SEVERITIES) {
      for (const finding of own.filter((candidate) => candidate.severity === severity))
        lines.push(line(finding));
    }
  }
  return `${lines.join("\n")}\n`;
}

function tableLine({ tables }: CheckReport, sheet: string): string {
  const table = tables.find((candidate) => candidate.sheet === sheet);
  if (table === undefined) return texts.unknownSheet(sheet);
  if (table.amounts === 0) return texts.emptyTable(sheet);
  return texts.table(sheet, table.unit, table.amounts, table.classified, table.covered);
}

function line({ severity, message }: Finding): string {
  return `  [${texts.severity[severity]}] ${message}`;
}
