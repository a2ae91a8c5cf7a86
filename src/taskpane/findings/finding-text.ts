import type { TFunction } from "i18next";
import type { Finding } from "../../core/report";
import { cellGroups } from "./cell-groups";
import type { Figure } from "./use-figures";

/** The figures of a finding, as they are shown. */
export type FiguresOf = (finding: Finding) => readonly Figure[];

/** A finding as text for a letter or a chat: the sentence; the figures; the cells; the reason of one that is accepted. */
export function findingText(finding: Finding, figuresOf: FiguresOf, t: TFunction): string {
  const { message, sheet, accepted } = finding;
  const gap = t("copy.gap");
  const figures = figuresOf(finding).map(({ name, text }) => `${t(`finding.${name}`)} ${text}`);
  const cells = cellGroups(finding).map(({ role, cells }) => {
    const names = cells.map((cell) => (cell.sheet === sheet ? cell.cell : `${cell.sheet}!${cell.cell}`));
    return t("copy.cells", { role: t(`role.${role}`), cells: names.join(t("summary.sheetSeparator")) });
  });
  return [
    message,
    ...(figures.length === 0 ? [] : [figures.join(gap)]),
    `${sheet}${gap}${cells.join(gap)}`,
    ...(accepted === undefined ? [] : [t("acceptance.shown", { reason: accepted.reason })]),
  ].join("\n");
}

/** Several findings, numbered, a blank line between two. */
export function findingsText(findings: readonly Finding[], figuresOf: FiguresOf, t: TFunction): string {
  if (findings.length === 1) return findings.map((finding) => findingText(finding, figuresOf, t)).join("");
  return findings
    .map((finding, index) => `${String(index + 1)}. ${findingText(finding, figuresOf, t)}`)
    .join("\n\n");
}
