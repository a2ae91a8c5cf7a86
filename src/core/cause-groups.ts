import type { Diagnosis, Finding } from "./report";

/** Findings that one wrong amount explains. */
export interface CauseGroup {
  /** What may be wrong, likeliest first: alternatives, or cells that must be put right together; the findings say which. */
  readonly suspects: readonly [Diagnosis, ...Diagnosis[]];
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
  const bySet = new Map<string, [Diagnosis, ...Diagnosis[]]>();
  for (const diagnosis of diagnoses) {
    const key = diagnosis.findings.join("\n");
    const known = bySet.get(key);
    if (known === undefined) bySet.set(key, [diagnosis]);
    else known.push(diagnosis);
  }
  const order = new Map(findings.map(({ id }, at) => [id, at]));
  const explained = new Set<number>();
  const groups = [...bySet.values()].flatMap((suspects): CauseGroup[] => {
    const own = [...new Set(suspects[0].findings.flatMap((id) => order.get(id) ?? []))]
      .filter((at) => !explained.has(at))
      .sort((a, b) => a - b);
    for (const at of own) explained.add(at);
    const found = own.flatMap((at) => findings[at] ?? []);
    return found.length === 0 ? [] : [{ suspects, findings: found }];
  });
  return { groups, rest: findings.filter((_finding, at) => !explained.has(at)) };
}
