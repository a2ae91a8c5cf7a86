import { causeGroups, type CauseGroup } from "../cause-groups";
import {
  SEVERITIES,
  type CheckReport,
  type Diagnosis,
  type Finding,
  type Reopened,
  type Severity,
} from "../report";
import { cellFigure, numberFormat } from "./figures";
import { BAND, CAUSE, CENTRED, COLUMN, COLUMNS, DIFFERENCE, ERROR, FIGURE } from "./look";
import { HEADER, HEIGHT, NOTE, SECTION, TABLE } from "./look";
import { texts } from "./messages";
import { otherCells } from "./other-cells";
import type { SheetDraft } from "./sheet-draft";

/**
 * The list of findings by severity: first those with a cause under it, wherever the worst of them belongs, then the others;
 * at last those that are accepted, with the reasons. Gives the row of its header.
 */
export function writeFindings(draft: SheetDraft, report: CheckReport): number {
  draft.line(texts.findingsTitle, SECTION, HEIGHT.section);
  draft.line(texts.findingsNote, NOTE);
  const header = draft.write(texts.findingHeadings, HEADER, HEIGHT.header);
  const styled = draft.areas.length;
  writeLines(new FindingLines(draft, report.reopened), report);
  const last = draft.row - 1;
  draft.under(styled, () => {
    draft.style(header, last, TABLE);
    for (const column of [COLUMN.number, COLUMN.severity, COLUMN.cell])
      draft.style(header + 1, last, CENTRED, column, column);
    draft.style(header + 1, last, FIGURE, COLUMN.expected, COLUMN.suggested);
    draft.style(header + 1, last, DIFFERENCE, COLUMN.difference, COLUMN.difference);
  });
  return header;
}

function writeLines(lines: FindingLines, { findings, diagnoses }: CheckReport): void {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const { groups, rest } = causeGroups(open, diagnoses);
  for (const severity of SEVERITIES) {
    const causes = groups.filter(({ findings }) => worst(findings) === severity);
    const alone = rest.filter((finding) => finding.severity === severity);
    const count = causes.reduce((sum, { findings }) => sum + findings.length, alone.length);
    if (count > 0) lines.band(texts.band(severity, count));
    for (const cause of causes) lines.cause(cause);
    for (const finding of alone) lines.finding(finding);
  }
  if (accepted.length > 0) lines.band(texts.acceptedBand(accepted.length));
  for (const finding of accepted) lines.finding(finding);
  if (findings.length === 0) lines.band(texts.none);
}

/** The worst severity of some findings. */
function worst(findings: readonly Finding[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** Writes the lines of the list; findings are numbered through, and so are causes. */
class FindingLines {
  private number = 0;
  private causes = 0;
  private readonly reopened: ReadonlyMap<string, Reopened>;

  constructor(
    private readonly draft: SheetDraft,
    reopened: readonly Reopened[],
  ) {
    this.reopened = new Map(reopened.map((entry) => [entry.finding, entry]));
  }

  band(text: string): void {
    this.draft.line(text, BAND);
  }

  /** What may be wrong, with the right value, and the findings that it explains. */
  cause({ suspects, findings }: CauseGroup): void {
    const number = ++this.causes;
    suspects.forEach((suspect, at) => {
      this.suspect(suspect, at === 0 ? texts.cause(number, findings.length) : texts.otherSuspect);
    });
    for (const finding of findings) this.finding(finding);
  }

  finding(finding: Finding): void {
    const { sheet, cell, message, severity, expected, actual, difference, accepted } = finding;
    const label = accepted === undefined ? texts.severity[severity] : texts.accepted;
    const row = this.draft.write([++this.number, sheet, message, label, cell, otherCells(finding)]);
    this.figures(row, { expected, actual, difference });
    if (severity === "error" && accepted === undefined)
      this.draft.style(row, row, ERROR, COLUMN.severity, COLUMN.severity);
    const reopened = this.reopened.get(finding.id);
    if (accepted !== undefined) this.remark(texts.reason(accepted));
    else if (reopened !== undefined) this.remark(texts.reopened(reopened));
  }

  private suspect({ sheet, cell, actual, suggested }: Diagnosis, text: string): void {
    const row = this.draft.write([null, sheet, text, texts.suspect, cell], CAUSE);
    this.figures(row, { actual, suggested });
  }

  /** A line about the finding above. */
  private remark(text: string): void {
    const row = this.draft.write([null, null, text]);
    this.draft.merge(row, COLUMN.text, COLUMNS - 1);
  }

  private figures(
    row: number,
    figures: Partial<Record<"expected" | "actual" | "difference" | "suggested", string | null>>,
  ): void {
    for (const [name, text] of Object.entries(figures) as [keyof typeof figures, string | null][]) {
      const figure = cellFigure(text);
      if (figure === null) continue;
      const column = COLUMN[name];
      this.draft.cells.push({ row, column, value: figure.value });
      const { decimals } = figure;
      if (decimals !== null && decimals !== 2)
        this.draft.style(
          row,
          row,
          { numberFormat: numberFormat(decimals, name === "difference") },
          column,
          column,
        );
    }
  }
}
