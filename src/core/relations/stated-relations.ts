import type Decimal from "decimal.js";
import { locate, type Facts } from "../facts/facts";
import { toA1, type CellAddress } from "../workbook/address";
import type { SheetGrid } from "../workbook/grid";
import type { MoneyUnit } from "../workbook/money";
import { defectOr, RuleDefect } from "./defect";
import { constantOf, termsOf } from "./find-amount";
import type { Workbook } from "./find-cell";
import { judge, unreadableAmong, type FoundRelation, type FoundSide, type Judgement } from "./judge";
import { defects, messages } from "./messages";
import { Definitions, meaningKey, onBothSides } from "./nonsense";
import { parseRelation } from "./parse-relation";
import { readRules, type RuleRow, type RulesOnSheet } from "./read-rules";
import type { Side } from "./relation";
import type { SheetSnapshot } from "../workbook/snapshot";

/** A rule that could be decided. */
export interface JudgedRule {
  readonly rule: RuleRow;
  readonly relation: FoundRelation;
  readonly judgement: Judgement;
  /** Unit of the first table of the left side, in which its figures are told. */
  readonly unit: MoneyUnit;
}

/** A rule, or a sheet of rules, that cannot be used. */
export interface BrokenRule extends CellAddress {
  readonly sheet: string;
  /** As written; "" for a sheet. */
  readonly text: string;
  /** One Chinese sentence. */
  readonly message: string;
  /** A rule over a cell that cannot be read is merely told of: that cell has a finding of its own. */
  readonly severity: "warning" | "info";
}

/** What the rules written in a workbook came to. */
export interface StatedRelations {
  readonly judged: readonly JudgedRule[];
  readonly broken: readonly BrokenRule[];
}

/**
 * Takes the relations that the families state and the rules of all sheets of rules, looks their cells up and decides them. A rule that cannot be used has no
 * effect on the others. `grids` are the sheets in tab order; `ruleSheets` those that hold rules.
 */
export function statedRelations(
  facts: Facts,
  grids: readonly SheetGrid[],
  ruleSheets: readonly SheetSnapshot[],
): StatedRelations {
  const judged: JudgedRule[] = [];
  const broken: BrokenRule[] = [];
  const before: Before = { definitions: new Definitions(), keys: new Map() };
  for (const rules of ruleSheets.map(readRules)) {
    broken.push(...wholeSheet(rules));
    for (const rule of rules.rows) {
      const result = decide({ facts, grids }, rule, before);
      if ("judged" in result) judged.push(result.judged);
      else broken.push(result.broken);
    }
  }
  for (const rule of familyRules(facts)) {
    // Not every workbook has all tables of a family, and what the user wrote as well is told there.
    const result = decide({ facts, grids }, rule, before);
    if ("judged" in result) judged.push(result.judged);
  }
  return { judged, broken };
}

/** Relations that the families of the workbook's tables state, each once. */
function familyRules({ tables }: Facts): RuleRow[] {
  const families = new Set(tables.flatMap(({ family }) => family ?? []));
  return [...families].flatMap(({ id, relations }) =>
    relations.map(({ relation, note }, at): RuleRow => ({
      sheet: id,
      row: at,
      column: 0,
      number: 0,
      text: relation,
      level: "error",
      note,
      tolerance: null,
      defect: null,
    })),
  );
}

/** What the rules above a rule say. */
interface Before {
  readonly definitions: Definitions;
  /** Row number by meaning. */
  readonly keys: Map<string, number>;
}

function wholeSheet({ sheet, defect }: RulesOnSheet): BrokenRule[] {
  return defect === null
    ? []
    : [{ sheet, row: 0, column: 0, text: "", message: defect, severity: "warning" }];
}

function decide(
  workbook: Workbook,
  rule: RuleRow,
  before: Before,
): { readonly judged: JudgedRule } | { readonly broken: BrokenRule } {
  const broken = (defect: string, severity: BrokenRule["severity"] = "warning"): { broken: BrokenRule } => {
    const { sheet, row, column, text, number } = rule;
    return { broken: { sheet, row, column, text, message: messages.broken(number, defect), severity } };
  };
  if (rule.defect !== null) return broken(rule.defect);
  const { facts } = workbook;
  const found = defectOr(() => lookUp(workbook, rule, before));
  if ("defect" in found) return broken(found.defect);
  const { relation, unit } = found.value;
  const unreadable = unreadableAmong(facts, [...relation.left.facts, ...relation.right.facts]);
  if (unreadable !== null) {
    const where = locate(facts, unreadable);
    return broken(defects.unreadable(where.facts.table.sheet, toA1(where)), "info");
  }
  const judgement = defectOr(() => judge(facts, relation, rule.tolerance, unit));
  if ("defect" in judgement) return broken(judgement.defect);
  return { judged: { rule, relation, judgement: judgement.value, unit } };
}

/** The rule with its cells found; throws a `RuleDefect` where it means nothing. */
function lookUp(
  workbook: Workbook,
  rule: RuleRow,
  { definitions, keys }: Before,
): { readonly relation: FoundRelation; readonly unit: MoneyUnit } {
  const parsed = parseRelation(rule.text);
  if ("defect" in parsed) throw new RuleDefect(parsed.defect);
  const { comparison, left: leftSide, right: rightSide } = parsed.value;
  const { facts } = workbook;
  const left = cellsOf(workbook, leftSide);
  const right = cellsOf(workbook, rightSide);
  const first = left[0]?.fact ?? right[0]?.fact;
  if (first === undefined) throw new RuleDefect(defects.noTerm);
  const { unit } = locate(facts, first).facts.table;
  const relation: FoundRelation = {
    comparison,
    left: { facts: left, constant: constantOf(leftSide, unit) },
    right: { facts: right, constant: constantOf(rightSide, unit) },
  };
  const same = onBothSides(relation);
  if (same !== null) {
    const where = locate(facts, same);
    throw new RuleDefect(defects.sameCell(`《${where.facts.table.sheet}》${toA1(where)}`));
  }
  const key = meaningKey(relation);
  const earlier = keys.get(key);
  if (earlier !== undefined) throw new RuleDefect(defects.repeated(earlier));
  keys.set(key, rule.number);
  const circle = definitions.add(rule.number, relation);
  if (circle.length > 0) throw new RuleDefect(defects.cycle(circle));
  return { relation, unit };
}

/** The cells of a side in the order of writing, each once. */
function cellsOf(workbook: Workbook, side: Side): FoundSide["facts"] {
  const factors = new Map<number, Decimal>();
  for (const { fact, factor } of termsOf(workbook, side)) {
    factors.set(fact, factors.get(fact)?.plus(factor) ?? factor);
  }
  return [...factors].filter(([, factor]) => !factor.isZero()).map(([fact, factor]) => ({ fact, factor }));
}
