import type { CheckReport, Finding } from "../../core/report";
import { placeKey, placeOf } from "../session/held-cells";
import { SECTIONS, sectionOf } from "./sections";

/** The findings at a marked cell, by `placeKey`, worst first: those to look at there, then those it may explain. */
export function findingsByPlace(report: CheckReport): ReadonlyMap<string, readonly Finding[]> {
  const places = new Map<string, Finding[]>();
  const add = (at: { readonly sheet: string; readonly cell: string }, finding: Finding): void => {
    const place = placeOf(at);
    if (place === null) return;
    const present = places.get(placeKey(place));
    if (present === undefined) places.set(placeKey(place), [finding]);
    else if (!present.includes(finding)) present.push(finding);
  };
  const worstFirst = SECTIONS.flatMap((section) =>
    report.findings.filter((one) => sectionOf(one) === section),
  );
  for (const finding of worstFirst) add(finding, finding);
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  for (const diagnosis of report.diagnoses) {
    for (const id of diagnosis.findings) {
      const finding = byId.get(id);
      if (finding !== undefined) add(diagnosis, finding);
    }
  }
  return places;
}
