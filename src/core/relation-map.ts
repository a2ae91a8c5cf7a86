import { isOpenError } from "./accepted/apply-accepted";
import type { Analysis } from "./analyse";
import { ROUNDING, SATISFIED, VERDICTS, VIOLATED } from "./checks/evaluate";
import { explainEquation, type ExplainedEquation } from "./explain-equation";
import type { Facts } from "./facts/facts";
import type { CheckReport } from "./report";
import { tableLocator } from "./report-tables";

/** Equations between two tables, or within one. */
export interface Relations {
  readonly holding: number;
  readonly rounding: number;
  readonly violated: number;
  /**
   * Numbers of equations for `explainRelations`: all that are violated, and the first `LISTED` of those that hold and of
   * those that hold but for rounding, in this order: violated, rounding, holding.
   */
  readonly equations: readonly number[];
}

/** A table; its place in `RelationMap.nodes` is that in the report's tables. */
export interface RelationNode {
  readonly sheet: string;
  readonly title: string;
  /** Number of the form, “预算03表”; null for a form without one, and for a table of no form. */
  readonly number: string | null;
  readonly unit: string;
  readonly amounts: number;
  readonly covered: number;
  /** Findings of severity error that are not accepted. */
  readonly errors: number;
  /** Equations over this table alone. */
  readonly within: Relations;
}

/** Two tables with equations that span them. */
export interface RelationEdge extends Relations {
  /** Places of the tables in `RelationMap.nodes`; `from` is the smaller one. */
  readonly from: number;
  readonly to: number;
}

/** The tables of a workbook and how they hang together: plain data, the same for the same workbook. */
export interface RelationMap {
  readonly nodes: readonly RelationNode[];
  /** Ordered by `from`, then by `to`. */
  readonly edges: readonly RelationEdge[];
}

/** Equations listed that hold, a table or pair of tables; there may be tens of thousands. */
export const LISTED = 300;

/** Parts of an equation that are told one by one. */
const PARTS_TOLD = 30;

/**
 * The map of an analysed workbook; `report` is the one made of the same analysis. An equation over several tables stands
 * between the table of its total (of a stated relation: of its first amount) and each of the others.
 */
export function relationMap(analysis: Analysis, report: CheckReport): RelationMap {
  const { facts } = analysis.context;
  const { tables } = report;
  const tallies = new Map<number, Tally>();
  const count = tables.length;
  const tallyOf = (one: number, other: number): Tally => {
    const key = Math.min(one, other) * count + Math.max(one, other);
    const known = tallies.get(key) ?? new Tally();
    tallies.set(key, known);
    return known;
  };
  forEachRelation(analysis, (at, verdict, home, others) => {
    if (others.size === 0) tallyOf(home, home).add(at, verdict);
    for (const other of others) tallyOf(home, other).add(at, verdict);
  });

  const errors = errorsByTable(report);
  return {
    nodes: tables.map(({ sheet, title, unit, amounts, covered }, at) => ({
      sheet,
      title,
      number: facts.tables[at]?.form?.number ?? null,
      unit,
      amounts,
      covered,
      errors: errors.get(at) ?? 0,
      within: tallyOf(at, at).relations(),
    })),
    edges: [...tallies]
      .map(([key, tally]) => ({ from: Math.floor(key / count), to: key % count, ...tally.relations() }))
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

/** Equations of `Relations.equations` in words, in their order; every cell is told with its sheet, of many parts the first. */
export function explainRelations(analysis: Analysis, equations: readonly number[]): ExplainedEquation[] {
  return equations.map((at) => explainEquation(analysis, at, "", PARTS_TOLD));
}

/** Calls back with each equation, its verdict, the table of its total and the other tables it takes in. */
function forEachRelation(
  { context: { facts, relations }, equations, verdicts }: Analysis,
  each: (at: number, verdict: number, home: number, others: ReadonlySet<number>) => void,
): void {
  const tableOf = tablesOfFacts(facts);
  const others = new Set<number>();
  for (let at = 0; at < equations.count; at++) {
    const home = tableOf[equations.total[at] ?? -1] ?? -1;
    others.clear();
    for (let place = equations.start[at] ?? 0; place < (equations.start[at + 1] ?? 0); place++) {
      const table = tableOf[equations.parts[place] ?? -1] ?? -1;
      if (table !== home) others.add(table);
    }
    each(at, verdicts[at] ?? SATISFIED, home, others);
  }
  relations.judged.forEach(({ relation, judgement }, index) => {
    const tables = [...relation.left.facts, ...relation.right.facts].map(({ fact }) => tableOf[fact] ?? -1);
    const [home = -1] = tables;
    each(
      equations.count + index,
      VERDICTS.indexOf(judgement.verdict),
      home,
      new Set(tables.filter((table) => table !== home)),
    );
  });
}

function tablesOfFacts({ blocks, count }: Facts): Int32Array {
  const tables = new Int32Array(count);
  for (const { tableIndex, block, offset } of blocks)
    tables.fill(tableIndex, offset, offset + block.rows.length * block.columns.length);
  return tables;
}

function errorsByTable({ tables, findings }: CheckReport): ReadonlyMap<number, number> {
  const locate = tableLocator(tables);
  const errors = new Map<number, number>();
  for (const finding of findings) {
    const at = isOpenError(finding) ? locate(finding.sheet, finding.cell) : null;
    if (at !== null) errors.set(at, (errors.get(at) ?? 0) + 1);
  }
  return errors;
}

/** Counts equations and remembers those to be listed. */
class Tally {
  private readonly counts = [0, 0, 0];
  private readonly listed: readonly number[][] = [[], [], []];

  add(at: number, verdict: number): void {
    const list = this.listed[verdict];
    this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
    if (list !== undefined && (verdict === VIOLATED || list.length < LISTED)) list.push(at);
  }

  relations(): Relations {
    const count = (verdict: number): number => this.counts[verdict] ?? 0;
    return {
      holding: count(SATISFIED),
      rounding: count(ROUNDING),
      violated: count(VIOLATED),
      equations: [VIOLATED, ROUNDING, SATISFIED].flatMap((verdict) => this.listed[verdict] ?? []),
    };
  }
}
