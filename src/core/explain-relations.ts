import type { Analysis } from "./analyse";
import { evaluationAt } from "./checks/evaluate";
import { equationCells } from "./checks/findings";
import { relationCells } from "./checks/stated-relation";
import { explainEquation, type ExplainedEquation } from "./explain-equation";
import type { FindingCell } from "./report";

/** An equation in words, and its cells, for a reader who can go to them. */
export interface RelationEquation extends ExplainedEquation {
  /** What stands between the first cell and the sum of the others; null for a stated relation, which `text` tells as written. */
  readonly sign: "=" | "≥" | null;
  /** Total first; of many the first `CELLS_TOLD`. */
  readonly cells: readonly FindingCell[];
  /** Cells that are left out. */
  readonly more: number;
}

/** Cells of an equation that are told one by one: its total and 30 parts. */
const CELLS_TOLD = 31;

/** Equations of a relation map by their numbers, in their order; in the text every cell stands with its sheet. */
export function explainRelations(analysis: Analysis, equations: readonly number[]): RelationEquation[] {
  return equations.map((at) => {
    const { sign, cells } = cellsAt(analysis, at);
    return {
      ...explainEquation(analysis, at, "", CELLS_TOLD - 1),
      sign,
      cells: cells.slice(0, CELLS_TOLD),
      more: Math.max(0, cells.length - CELLS_TOLD),
    };
  });
}

function cellsAt(
  { context: { facts, relations }, equations, verdicts }: Analysis,
  at: number,
): { readonly sign: RelationEquation["sign"]; readonly cells: readonly FindingCell[] } {
  const stated = relations.judged[at - equations.count];
  if (stated !== undefined) return { sign: null, cells: relationCells(facts, stated.relation) };
  const { equation } = evaluationAt(facts, equations, verdicts, at);
  return { sign: equation.relation === "equal" ? "=" : "≥", cells: equationCells(facts, equation) };
}
