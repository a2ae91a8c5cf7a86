import type { Analysis } from "./analyse";
import { standsIn } from "./checks/equations";
import { nameCell } from "./checks/findings";
import { explainEquation, type ExplainedEquation } from "./explain-equation";
import { hasAmount, locate, type Facts } from "./facts/facts";
import { normaliseName } from "./classification/normalise";
import { amountText } from "./workbook/money";
import { parseA1, toA1 } from "./workbook/address";

/** What the engine knows of one amount cell. */
export interface CellExplanation {
  readonly sheet: string;
  readonly cell: string;
  /** Row and column in words: “信息化建设 · 项目支出”. */
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly equations: readonly ExplainedEquation[];
}

/** Why a cell cannot be explained. */
export type NoExplanation =
  | "no-such-sheet"
  | "several-sheets"
  | "not-a-cell"
  /** No table of a known form on the sheet, or the cell is outside its amounts. */
  | "not-an-amount";

/**
 * In which equations an amount stands and which of them hold. `sheet` is a sheet's name, its beginning, or the number of
 * its form (预算05表); `cell` is A1 style.
 */
export function explainCell(
  analysis: Analysis,
  sheets: readonly string[],
  sheet: string,
  cell: string,
): CellExplanation | NoExplanation {
  const {
    context: { facts },
    equations,
  } = analysis;
  const wanted = normaliseName(sheet);
  const exact = sheets.filter((name) => normaliseName(name) === wanted);
  const named = exact.length > 0 ? exact : sheets.filter((name) => normaliseName(name).startsWith(wanted));
  const [name] = named;
  if (name === undefined || wanted === "") return "no-such-sheet";
  if (named.length > 1) return "several-sheets";
  const address = parseA1(cell);
  if (address === null) return "not-a-cell";
  const fact = factAt(facts, name, address.row, address.column);
  if (fact === null) return "not-an-amount";

  const where = locate(facts, fact);
  const { unit } = where.facts.table;
  return {
    sheet: name,
    cell: toA1(where),
    label: nameCell(facts, fact).label,
    value: hasAmount(facts, fact)
      ? amountText(facts.value[fact] ?? 0, unit, facts.shownDecimals[fact] ?? 0)
      : null,
    unit,
    equations: Array.from({ length: equations.count }, (_, at) => at)
      .filter((at) => standsIn(equations, at, fact))
      .map((at) => explainEquation(analysis, at, name)),
  };
}

function factAt(facts: Facts, sheet: string, row: number, column: number): number | null {
  for (const { table, block, offset } of facts.blocks) {
    if (table.sheet !== sheet) continue;
    const line = block.rows.findIndex((candidate) => candidate.row === row);
    const at = block.columns.findIndex((candidate) => candidate.column === column);
    if (line >= 0 && at >= 0) return offset + line * block.columns.length + at;
  }
  return null;
}
