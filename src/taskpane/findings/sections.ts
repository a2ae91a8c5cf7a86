import type { CheckReport, Finding, Severity } from "../../core/report";
import { SEVERITIES } from "../session/marks";

/** The groups of the list: what is open by severity, then what the user has accepted (已说明). */
export type Section = Severity | "accepted";

export const SECTIONS: readonly Section[] = [...SEVERITIES, "accepted"];

export function sectionOf({ accepted, severity }: Finding): Section {
  return accepted === undefined ? severity : "accepted";
}

/** How many findings each section has; sections without any are left out. */
export function countSections({ findings }: Pick<CheckReport, "findings">): ReadonlyMap<Section, number> {
  const counts = new Map<Section, number>();
  for (const finding of findings) {
    const section = sectionOf(finding);
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return new Map(
    SECTIONS.flatMap((section) => (counts.has(section) ? [[section, counts.get(section) ?? 0]] : [])),
  );
}
