import { causeGroups, type CauseGroup } from "../../core/cause-groups";
import type { CheckReport, Finding } from "../../core/report";
import { SECTIONS, sectionOf, type Section } from "./sections";
import { titleBeside } from "./sheet-names";

/** Findings of one section on one sheet, without those that have a cause. */
export interface SheetGroup {
  readonly sheet: string;
  /** Title of the table on the sheet, null where it says no more than the sheet's name. */
  readonly title: string | null;
  readonly findings: readonly Finding[];
}

export interface SectionGroup {
  readonly section: Section;
  /** Findings under its causes and on its sheets. */
  readonly count: number;
  /** What explains several findings or one, likeliest first; in the section of the worst of them. */
  readonly causes: readonly CauseGroup[];
  readonly sheets: readonly SheetGroup[];
}

/** What is folded away: sections, and groups within them (by `causeKey` or `sheetKey`). */
export interface Folded {
  readonly sections: ReadonlySet<Section>;
  readonly groups: ReadonlySet<string>;
}

/** One row of the list, as it is drawn. */
export type ListRow =
  | { readonly kind: "section"; readonly key: string; readonly group: SectionGroup; readonly open: boolean }
  | { readonly kind: "cause"; readonly key: string; readonly cause: CauseGroup; readonly open: boolean }
  | { readonly kind: "sheet"; readonly key: string; readonly group: SheetGroup; readonly open: boolean }
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly finding: Finding;
      /** The sheet that the head of its group names. */
      readonly home: string;
      /** What the cause that it hangs under says; null where it has none. */
      readonly cause: string | null;
    };

/**
 * Worst severity first, what is accepted last; within it first the causes with all that they explain, then the sheets in tab
 * order, within a sheet the report's order. Empty groups are left out. What is accepted needs no cause any more.
 */
export function groupFindings({ tables, findings, diagnoses }: CheckReport): readonly SectionGroup[] {
  const titles = new Map(tables.map(({ sheet, title }) => [sheet, title]));
  const tabOrder = [...new Set([...tables, ...findings].map(({ sheet }) => sheet))];
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const { groups, rest } = causeGroups(open, diagnoses);
  const alone = [...rest, ...findings.filter(({ accepted }) => accepted !== undefined)];
  return SECTIONS.flatMap((section) => {
    const causes = groups.filter((cause) => worstSection(cause.findings) === section);
    const bySheet = new Map<string, Finding[]>();
    for (const finding of alone) {
      if (sectionOf(finding) !== section) continue;
      const present = bySheet.get(finding.sheet);
      if (present === undefined) bySheet.set(finding.sheet, [finding]);
      else present.push(finding);
    }
    const sheets = tabOrder.flatMap((sheet): SheetGroup[] => {
      const found = bySheet.get(sheet);
      return found === undefined
        ? []
        : [{ sheet, title: titleBeside(sheet, titles.get(sheet)), findings: found }];
    });
    const count = [...causes, ...sheets].reduce((sum, group) => sum + group.findings.length, 0);
    return count === 0 ? [] : [{ section, count, causes, sheets }];
  });
}

function worstSection(findings: readonly Finding[]): Section | undefined {
  return SECTIONS.find((section) => findings.some((finding) => sectionOf(finding) === section));
}

/** All findings in the order of the list. */
export function inListOrder(groups: readonly SectionGroup[]): readonly Finding[] {
  return groups.flatMap(({ causes, sheets }) => [...causes, ...sheets].flatMap(({ findings }) => findings));
}

/** What must be open for a finding to be in the list: its section, and the key of its group; null where it is in none. */
export function groupOf(
  groups: readonly SectionGroup[],
  { id }: Finding,
): { readonly section: Section; readonly key: string } | null {
  const holds = ({ findings }: { readonly findings: readonly Finding[] }): boolean =>
    findings.some((finding) => finding.id === id);
  for (const { section, causes, sheets } of groups) {
    const cause = causes.find(holds);
    if (cause !== undefined) return { section, key: causeKey(cause) };
    const group = sheets.find(holds);
    if (group !== undefined) return { section, key: sheetKey(section, group.sheet) };
  }
  return null;
}

/** The rows of the groups that are open, in order. */
export function rowsOf(groups: readonly SectionGroup[], folded: Folded): readonly ListRow[] {
  return groups.flatMap((group): readonly ListRow[] => {
    const { section, causes, sheets } = group;
    const open = !folded.sections.has(section);
    const head: ListRow = { kind: "section", key: section, group, open };
    if (!open) return [head];
    return [
      head,
      ...causes.flatMap((cause) => causeRows(cause, folded)),
      ...sheets.flatMap((sheet) => sheetRows(section, sheet, folded)),
    ];
  });
}

export function sheetKey(section: Section, sheet: string): string {
  return `${section}/${sheet}`;
}

/** The same whichever of its findings are listed. */
export function causeKey({ suspects: [{ sheet, cell, findings }] }: CauseGroup): string {
  return `cause/${sheet}!${cell}/${findings[0] ?? ""}`;
}

function causeRows(cause: CauseGroup, folded: Folded): readonly ListRow[] {
  const key = causeKey(cause);
  const open = !folded.groups.has(key);
  const head: ListRow = { kind: "cause", key, cause, open };
  return open
    ? [head, ...findingRows(cause.findings, cause.suspects[0].sheet, cause.suspects[0].message)]
    : [head];
}

function sheetRows(section: Section, group: SheetGroup, folded: Folded): readonly ListRow[] {
  const key = sheetKey(section, group.sheet);
  const open = !folded.groups.has(key);
  const head: ListRow = { kind: "sheet", key, group, open };
  return open ? [head, ...findingRows(group.findings, group.sheet, null)] : [head];
}

function findingRows(findings: readonly Finding[], home: string, cause: string | null): readonly ListRow[] {
  return findings.map((finding) => ({ kind: "finding", key: finding.id, finding, home, cause }));
}
