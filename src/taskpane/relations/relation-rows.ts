import type { Verdict } from "../../core/checks/evaluate";
import type { RelationMap, Relations } from "../../core/relation-map";
import type { TablePair } from "../session/relation-session";

/** What is told of equations: how they were judged, and whether the user has accepted that. */
export type RelationVerdict = Verdict | "accepted";

/** Two tables, or one, with what holds between or within them. */
export interface RelationRow {
  readonly tables: TablePair;
  readonly relations: Relations;
  readonly verdict: RelationVerdict;
}

/** Worst first: the order of counts on screen. */
export const VERDICT_ORDER = [
  "violated",
  "rounding",
  "accepted",
  "satisfied",
] as const satisfies readonly RelationVerdict[];

/** Number of equations by verdict. */
export function countOf(
  { holding, rounding, violated, accepted }: Relations,
  verdict: RelationVerdict,
): number {
  return { satisfied: holding, rounding, violated, accepted }[verdict];
}

/** Number of all equations. */
export function totalOf({ holding, rounding, violated, accepted }: Relations): number {
  return holding + rounding + violated + accepted;
}

/** The worst verdict among equations; null where there are none. */
export function worstOf(relations: Relations): RelationVerdict | null {
  return VERDICT_ORDER.find((verdict) => countOf(relations, verdict) > 0) ?? null;
}

/** The pairs of tables with equations between them; the violated first, else in the order of the tables. */
export function rowsBetween({ edges }: RelationMap): readonly RelationRow[] {
  return rowsOf(edges.map((edge) => ({ tables: { from: edge.from, to: edge.to }, relations: edge })));
}

/** The tables with equations within them, in the same order. */
export function rowsWithin({ nodes }: RelationMap): readonly RelationRow[] {
  return rowsOf(nodes.map(({ within }, at) => ({ tables: { from: at, to: at }, relations: within })));
}

function rowsOf(all: readonly Omit<RelationRow, "verdict">[]): readonly RelationRow[] {
  const rows = all.flatMap((row) => {
    const verdict = worstOf(row.relations);
    return verdict === null ? [] : [{ ...row, verdict }];
  });
  return rows.sort((a, b) => VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict));
}

/** Whether an equation that is listed is an accepted one: they stand behind all that are violated. */
export function isAccepted({ violated, accepted }: Relations, place: number): boolean {
  return place >= violated && place < violated + accepted;
}
