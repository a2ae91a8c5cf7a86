import type Decimal from "decimal.js";
import { remembered } from "../remembered";
import { normaliseName } from "../classification/normalise";
import { allOrNothingRule, scoreAllOrNothing } from "./grading/all-or-nothing";
import { readClauses, type Clause } from "./grading/clauses";
import { eventRule, scoreEvents } from "./grading/events";
import { isFormulaPiece, linearRule, scoreLinear } from "./grading/linear";
import { ruleMessages, scoreMessages } from "./grading/messages";
import type { GradingRule, NotComputable } from "./grading/rule";
import { noScore, type RuleBase, type Score } from "./grading/score";
import { scoreSteps, stepRule } from "./grading/steps";
import { hasPointDeviations, scoreTiers, tierRule } from "./grading/tiers";
import type { Target } from "./target";

/**
 * Reads a grading rule (评（扣）分标准). What does not follow a pattern to its last clause is “not computable”, with the
 * reason: a clause that is not understood might change the score.
 */
export const parseGradingRule: (text: string) => GradingRule = remembered((text) => {
  const { clauses, stray } = readClauses(text);
  const total = clauses.find((clause) => clause.kind === "total")?.points ?? null;
  const base: RuleBase = { text, total, stray };
  const refuse = (reason: string): NotComputable => ({ ...base, kind: "not-computable", reason });
  if (isFormulaPiece(normaliseName(text))) return refuse(ruleMessages.formulaOnly(text.trim()));
  if (clauses.some(({ kind }) => kind === "question")) return refuse(ruleMessages.yesNo);
  if (!clauses.some(givesPoints)) return refuse(ruleMessages.noScore);

  const tiers = tierRule(clauses, base);
  const unknown = clauses.find((clause) => clause.kind === "unknown" && clause.words !== tiers?.precondition);
  const garbled = clauses.find(isGarbled);
  if (garbled?.kind === "award") return refuse(ruleMessages.garbled(garbled.words));
  if (unknown?.kind === "unknown" && !isConditionOfFull(clauses, unknown)) {
    return refuse(ruleMessages.unknownClause(unknown.words));
  }
  if (tiers !== null) return hasPointDeviations(tiers) ? refuse(ruleMessages.pointDeviations) : tiers;
  const rule =
    linearRule(clauses, base) ??
    stepRule(clauses, base) ??
    eventRule(clauses, base) ??
    allOrNothingRule(clauses, base);
  if (rule !== null) return rule;
  const formula = clauses.find((clause) => clause.kind === "formula");
  if (formula !== undefined) return refuse(ruleMessages.formulaForm(formula.formula));
  const isTiered = clauses.every(({ kind }) => kind === "award" || kind === "total" || kind === "floor");
  return refuse(isTiered ? ruleMessages.wordTiers : ruleMessages.severalSteps);
});

function givesPoints({ kind }: Clause): boolean {
  return kind === "award" || kind === "step" || kind === "event" || kind === "deduct" || kind === "formula";
}

/** “小于60%-90%得3分”: figures in the condition of a tier among tiers, but no stretch to be read out of them. */
function isGarbled(clause: Clause, _at: number, clauses: readonly Clause[]): boolean {
  if (clause.kind !== "award" || clause.condition !== null || !/\d%?[-~]\d/.test(clause.words)) return false;
  return clauses.some((other) => other.kind === "award" && other.condition !== null);
}

/** “外出监测过程中不破坏当地电磁环境，发生一次不得分”: words in front of what a single breach costs. */
function isConditionOfFull(clauses: readonly Clause[], unknown: Clause): boolean {
  const next = clauses[clauses.indexOf(unknown) + 1];
  if (next?.kind !== "award") return false;
  const isBreach = next.award.kind === "zero" && /^(?:发生|出现)/.test(next.words);
  // “保障电磁环境安全，不破坏环境得满分”: one condition in two clauses.
  return isBreach || (next.award.kind === "full" && next.condition === null);
}

/**
 * The score a rule gives, with how it came about, or why none can be worked out. The score lies in 0 … weight and is not
 * rounded. `weight` in points; `null` where the table has none, then the rule's own “共5分” counts, if there is one.
 */
export function scoreBy(
  rule: GradingRule,
  target: Target | null,
  actual: Target,
  weight: Decimal | null,
): Score {
  if (rule.kind === "not-computable") return noScore(rule.reason);
  const points = weight ?? rule.total;
  if (points === null || points.isNegative()) return noScore(scoreMessages.noWeight);
  switch (rule.kind) {
    case "steps":
      return scoreSteps(rule, target, actual, points);
    case "events":
      return scoreEvents(rule, target, actual, points);
    case "tiers":
      return scoreTiers(rule, target, actual, points);
    case "linear":
      return scoreLinear(rule, target, actual, points);
    case "all-or-nothing":
      return scoreAllOrNothing(rule, target, actual, points);
  }
}
