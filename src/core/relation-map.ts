import { isOpenError } from "./accepted/apply-accepted";
import type { Analysis } from "./analyse";
import { ROUNDING, SATISFIED, VERDICTS, VIOLATED } from "./checks/evaluate";
import { equationFindingIds } from "./check-workbook";
import { judgedId } from "./checks/stated-relation";
import type { Facts } from "./facts/facts";
import type { CheckReport, TableReport } from "./report";
import { tableLocator } from "./report-tables";

/** Equations between two tables, or within one; each is counted once. */
export interface Relations {
  readonly holding: number;
  /** Hold but for rounding, and nobody has accepted that. */
  readonly rounding: number;
  /** Do not hold, and nobody has accepted that. */
  readonly violated: number;
  /** Do not hold, or but for rounding, and are accepted with a reason. */
  readonly accepted: number;
  /**
   * Numbers of equations for `explainRelations`: all that are violated, all that are accepted, the first `LISTED` of those
   * that hold but for rounding, and of those that hold, in this order.
   */
  readonly equations: readonly number[];
}

/** A table as people count them: what stands under one title on a sheet is one, in however many parts. */
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

/**
 * The map of an analysed workbook; `report` is the one made of the same analysis. An equation over several tables stands
 * between the table of its total (of a stated relation: of its first amount) and each of the others.
 */
export function relationMap(analysis: Analysis, report: CheckReport): RelationMap {
  const { facts } = analysis.context;
  const { nodeOf, parts } = nodesOf(report);
  const tallies = new Map<number, Tally>();
  const count = parts.length;
  const tallyOf = (one: number, other: number): Tally => {
    const key = Math.min(one, other) * count + Math.max(one, other);
    const known = tallies.get(key) ?? new Tally();
    tallies.set(key, known);
    return known;
  };
  const accepted = acceptedEquations(analysis, report);
  forEachRelation(analysis, nodeOf, (at, verdict, home, others) => {
    const counted = accepted.has(at) ? ACCEPTED : verdict;
    if (others.size === 0) tallyOf(home, home).add(at, counted);
    for (const other of others) tallyOf(home, other).add(at, counted);
  });

  const errors = errorsByNode(report, nodeOf);
  return {
    nodes: parts.map((tables, at) => ({
      sheet: tables[0].sheet,
      title: tables[0].title,
      number: facts.tables[nodeOf.indexOf(at)]?.form?.number ?? null,
      unit: tables[0].unit,
      amounts: sum(tables.map(({ amounts }) => amounts)),
      covered: sum(tables.map(({ covered }) => covered)),
      errors: errors.get(at) ?? 0,
      within: tallyOf(at, at).relations(),
    })),
    edges: [...tallies]
      .map(([key, tally]) => ({ from: Math.floor(key / count), to: key % count, ...tally.relations() }))
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

/** The parts of every node, and the node of every table of the report. */
function nodesOf({ tables }: CheckReport): {
  readonly nodeOf: readonly number[];
  readonly parts: readonly (readonly [TableReport, ...TableReport[]])[];
} {
  const parts: [TableReport, ...TableReport[]][] = [];
  const places = new Map<string, number>();
  const nodeOf = tables.map((table) => {
    const key = `${table.sheet}\n${table.title}`;
    const known = places.get(key);
    if (known !== undefined) {
      parts[known]?.push(table);
      return known;
    }
    places.set(key, parts.length);
    return parts.push([table]) - 1;
  });
  return { nodeOf, parts };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((rest, number) => rest + number, 0);
}

/** Calls back with each equation, its verdict, the node of its total and the other nodes it takes in. */
function forEachRelation(
  { context: { facts, relations }, equations, verdicts }: Analysis,
  nodeOf: readonly number[],
  each: (at: number, verdict: number, home: number, others: ReadonlySet<number>) => void,
): void {
  const nodeOfFact = nodesOfFacts(facts, nodeOf);
  const others = new Set<number>();
  for (let at = 0; at < equations.count; at++) {
    const home = nodeOfFact[equations.total[at] ?? -1] ?? -1;
    others.clear();
    for (let place = equations.start[at] ?? 0; place < (equations.start[at + 1] ?? 0); place++) {
      const node = nodeOfFact[equations.parts[place] ?? -1] ?? -1;
      if (node !== home) others.add(node);
    }
    each(at, verdicts[at] ?? SATISFIED, home, others);
  }
  relations.judged.forEach(({ relation, judgement }, index) => {
    const nodes = [...relation.left.facts, ...relation.right.facts].map(({ fact }) => nodeOfFact[fact] ?? -1);
    const [home = -1] = nodes;
    each(
      equations.count + index,
      VERDICTS.indexOf(judgement.verdict),
      home,
      new Set(nodes.filter((node) => node !== home)),
    );
  });
}

function nodesOfFacts({ blocks, count }: Facts, nodeOf: readonly number[]): Int32Array {
  const nodes = new Int32Array(count);
  for (const { tableIndex, block, offset } of blocks)
    nodes.fill(nodeOf[tableIndex] ?? -1, offset, offset + block.rows.length * block.columns.length);
  return nodes;
}

function errorsByNode(
  { tables, findings }: CheckReport,
  nodeOf: readonly number[],
): ReadonlyMap<number, number> {
  const locate = tableLocator(tables);
  const errors = new Map<number, number>();
  for (const finding of findings) {
    const table = isOpenError(finding) ? locate(finding.sheet, finding.cell) : null;
    const at = nodeOf[table ?? -1];
    if (at !== undefined) errors.set(at, (errors.get(at) ?? 0) + 1);
  }
  return errors;
}

/** Numbers of the equations whose findings are accepted. */
function acceptedEquations(analysis: Analysis, { findings }: CheckReport): ReadonlySet<number> {
  const accepted = new Set(
    findings.flatMap((finding) => (finding.accepted === undefined ? [] : [finding.id])),
  );
  if (accepted.size === 0) return new Set();
  const { equations, context } = analysis;
  const stated = context.relations.judged.map(
    (judged, index) => [equations.count + index, judgedId(judged)] as const,
  );
  return new Set(
    [...equationFindingIds(analysis), ...stated].flatMap(([at, id]) => (accepted.has(id) ? [at] : [])),
  );
}

/** Beside the verdicts, which count from 0. */
const ACCEPTED = 3;

/** Counts equations and remembers those to be listed. */
class Tally {
  private readonly counts = [0, 0, 0, 0];
  private readonly listed: readonly number[][] = [[], [], [], []];

  add(at: number, verdict: number): void {
    const list = this.listed[verdict];
    this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
    const isListed = verdict === VIOLATED || verdict === ACCEPTED || (list?.length ?? 0) < LISTED;
    if (isListed) list?.push(at);
  }

  relations(): Relations {
    const count = (verdict: number): number => this.counts[verdict] ?? 0;
    return {
      holding: count(SATISFIED),
      rounding: count(ROUNDING),
      violated: count(VIOLATED),
      accepted: count(ACCEPTED),
      equations: [VIOLATED, ACCEPTED, ROUNDING, SATISFIED].flatMap((verdict) => this.listed[verdict] ?? []),
    };
  }
}
