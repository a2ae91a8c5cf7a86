import type { CheckReport, Finding } from "../../core/report";
import { SECTIONS, sectionOf, type Section } from "./sections";
import { titleBeside } from "./sheet-names";

/** Findings of one section on one sheet. */
export interface SheetGroup {
  readonly sheet: string;
  /** Title of the table on the sheet, null where it says no more than the sheet's name. */
  readonly title: string | null;
  readonly findings: readonly Finding[];
}

export interface SectionGroup {
  readonly section: Section;
  readonly count: number;
  readonly sheets: readonly SheetGroup[];
}

/** What is folded away: sections, and sheets within a section (by `sheetKey`). */
export interface Folded {
  readonly sections: ReadonlySet<Section>;
  readonly sheets: ReadonlySet<string>;
}

/** One row of the list, as it is drawn. */
export type ListRow =
  | { readonly kind: "section"; readonly key: string; readonly group: SectionGroup; readonly open: boolean }
  | {
      readonly kind: "sheet";
      readonly key: string;
      readonly section: Section;
      readonly group: SheetGroup;
      readonly open: boolean;
    }
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding };

/** Worst severity first, what is accepted last; within it the sheets in tab order, within a sheet the report's order. Empty groups are left out. */
export function groupFindings(report: CheckReport): readonly SectionGroup[] {
  const titles = new Map(report.tables.map(({ sheet, title }) => [sheet, title]));
  const tabOrder = [...new Set([...report.tables, ...report.findings].map(({ sheet }) => sheet))];
  return SECTIONS.flatMap((section) => {
    const bySheet = new Map<string, Finding[]>();
    for (const finding of report.findings) {
      if (sectionOf(finding) !== section) continue;
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
    return count === 0 ? [] : [{ section, count, sheets }];
  });
}

/** The rows of the groups that are open, in order. */
export function rowsOf(groups: readonly SectionGroup[], folded: Folded): readonly ListRow[] {
  return groups.flatMap((group): readonly ListRow[] => {
    const { section } = group;
    const open = !folded.sections.has(section);
    const head: ListRow = { kind: "section", key: section, group, open };
    return open ? [head, ...group.sheets.flatMap((sheet) => sheetRows(section, sheet, folded))] : [head];
  });
}

export function sheetKey(section: Section, sheet: string): string {
  return `${section}/${sheet}`;
}

function sheetRows(section: Section, group: SheetGroup, folded: Folded): readonly ListRow[] {
  const key = sheetKey(section, group.sheet);
  const open = !folded.sheets.has(key);
  const head: ListRow = { kind: "sheet", key, section, group, open };
  if (!open) return [head];
  const rows = group.findings.map((finding): ListRow => ({ kind: "finding", key: finding.id, finding }));
  return [head, ...rows];
}
