import { SEVERITIES, type CheckReport, type Finding } from "../report";
import { findingsByTable } from "../report-tables";
import { CENTRED, COLUMN, HEADER, HEIGHT, LABEL, SECTION, TABLE } from "./look";
import { texts } from "./messages";
import type { SheetDraft } from "./sheet-draft";

/** The summary: a line a table, findings of sheets without a table, and the sum. Gives the row of its header. */
export function writeTables(draft: SheetDraft, { tables, findings }: CheckReport): number {
  draft.line(texts.tablesTitle, SECTION, HEIGHT.section);
  const header = draft.write(texts.tableHeadings, HEADER, HEIGHT.header);
  const byTable = findingsByTable(tables, findings);
  tables.forEach(({ sheet, title, form, unit, amounts, classified, covered }, at) => {
    const name = form === null ? texts.byLayout(title) : title;
    const coverage = texts.coverage(classified, covered);
    draft.write([at + 1, sheet, name, unit, amounts, coverage, ...counts(byTable.get(at) ?? [])]);
  });
  const others = byTable.get(null) ?? [];
  if (others.length > 0)
    draft.write([tables.length + 1, texts.others, null, null, null, null, ...counts(others)]);
  const sum = (of: (table: CheckReport["tables"][number]) => number): number =>
    tables.reduce((rest, table) => rest + of(table), 0);
  const coverage = texts.coverage(
    sum(({ classified }) => classified),
    sum(({ covered }) => covered),
  );
  const total = draft.write(
    [null, texts.total, null, null, sum(({ amounts }) => amounts), coverage, ...counts(findings)],
    LABEL,
  );
  draft.style(header, total, TABLE);
  draft.style(header + 1, total, CENTRED, COLUMN.number, COLUMN.number);
  draft.style(header + 1, total, CENTRED, COLUMN.severity, COLUMN.suggested);
  return header;
}

/** Numbers of findings by severity; a severity without any stays blank. */
function counts(findings: readonly Finding[]): (number | null)[] {
  return SEVERITIES.map((wanted) => {
    const count = findings.filter(({ severity }) => severity === wanted).length;
    return count === 0 ? null : count;
  });
}
