import { SEVERITIES, type CheckReport, type Finding, type Reopened, type Severity } from "../core/report";
import { texts } from "./texts";

/** The report as Chinese text: tables with what was read and checked, then the findings of each table. */
export function summarise(report: CheckReport, sheets: readonly string[]): string {
  const { summary, findings } = report;
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const lines = [texts.title(report.file), "", texts.tablesHeading];
  for (const sheet of sheets) lines.push(...tableLines(report, sheet));
  lines.push(
    "",
    texts.summary(summary.equations, summary.satisfied),
    // Rounding is found in rates and scores, too, which are no equations.
    texts.counts(summary.error, count("rounding"), summary.warning, summary.info) +
      (summary.accepted > 0 ? texts.accepted(summary.accepted) : ""),
  );
  if (findings.length === 0) lines.push(texts.clean);
  const reopened = new Map(report.reopened.map((entry) => [entry.finding, entry]));
  for (const sheet of sheets) {
    const own = findings.filter((finding) => finding.sheet === sheet);
    if (own.length === 0) continue;
    lines.push("", sheet);
    for (const severity of SEVERITIES) {
      for (const finding of own.filter((candidate) => candidate.severity === severity))
        lines.push(line(finding, reopened.get(finding.id)));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A line a table, with its title where the sheet holds several. */
function tableLines({ tables }: CheckReport, sheet: string): string[] {
  const own = tables.filter((candidate) => candidate.sheet === sheet);
  if (own.length === 0) return [texts.unknownSheet(sheet)];
  return own.map(({ form, title, unit, amounts, classified, covered }) => {
    const name = own.length === 1 ? sheet : `${sheet}　${title}`;
    if (amounts === 0) return texts.emptyTable(name);
    if (form === null) return texts.tableByLayout(name, unit, amounts, covered);
    return texts.table(name, unit, amounts, classified, covered);
  });
}

function line({ severity, message, accepted }: Finding, reopened: Reopened | undefined): string {
  const label = texts.severity[severity];
  if (accepted !== undefined) return `  [${texts.acceptedLabel(label)}] ${message}${texts.reason(accepted)}`;
  return `  [${label}] ${message}${reopened === undefined ? "" : texts.reopened(reopened)}`;
}
