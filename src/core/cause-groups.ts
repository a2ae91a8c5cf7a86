import type { Diagnosis, Finding } from "./report";

/** Findings that one wrong amount explains. */
export interface CauseGroup {
  /** What may be wrong, likeliest first: alternatives, or cells that must be put right together; the findings say which. */
  readonly suspects: readonly Diagnosis[];
  /** In the order given; at least one. */
  readonly findings: readonly Finding[];
}

/**
 * Hangs findings under their causes: diagnoses of the same findings are one group, a finding belongs to the first group
 * that explains it. `rest` are those without a cause.
 */
export function causeGroups(
  findings: readonly Finding[],
  diagnoses: readonly Diagnosis[],
): { readonly groups: readonly CauseGroup[]; readonly rest: readonly Finding[] } {
  const bySet = new Map<string, { readonly ids: ReadonlySet<string>; readonly suspects: Diagnosis[] }>();
  for (const diagnosis of diagnoses) {
    const key = diagnosis.findings.join("\n");
    const known = bySet.get(key) ?? { ids: new Set(diagnosis.findings), suspects: [] };
    bySet.set(key, known);
    known.suspects.push(diagnosis);
  }
  const free = new Set(findings);
  const groups = [...bySet.values()].flatMap(({ ids, suspects }): CauseGroup[] => {
    const own = findings.filter((finding) => free.has(finding) && ids.has(finding.id));
    for (const finding of own) free.delete(finding);
    return own.length === 0 ? [] : [{ suspects, findings: own }];
  });
  return { groups, rest: findings.filter((finding) => free.has(finding)) };
}
