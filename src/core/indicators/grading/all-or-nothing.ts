import type Decimal from "decimal.js";
import { difference } from "../../formulas/exact";
import { attainmentOf } from "../attainment";
import { contains } from "../interval";
import type { Target } from "../target";
import { clamp, pointsOf, show } from "./awards";
import type { Clause } from "./clauses";
import { measured } from "./measured";
import { scoreMessages as say } from "./messages";
import type { AllOrNothingRule, Condition } from "./rule";
import { noScore, score, type RuleBase, type Score } from "./score";

/**
 * “完成计满分，否则不得分”, “共6分，提供得6分，未提供不得分”, “符合要求得满分，不符合要求不得分或扣相应分数”, “未缩减至上年90%以内扣1分”. `null`
 * where the clauses are not of this family.
 */
export function allOrNothingRule(clauses: readonly Clause[], base: RuleBase): AllOrNothingRule | null {
  if (
    clauses.some(
      ({ kind }) => kind === "step" || kind === "event" || kind === "formula" || kind === "knockout",
    )
  ) {
    return null;
  }
  const awards = clauses.filter((clause) => clause.kind === "award");
  const fulls = awards.filter(({ award }) => award.kind !== "zero");
  const zeros = awards.filter(({ award }) => award.kind === "zero");
  const deducts = clauses.filter((clause) => clause.kind === "deduct");
  const [deduct] = deducts;
  if (fulls.length > 1 || zeros.length > 1 || deducts.length > 1) return null;
  if (fulls.length + zeros.length + deducts.length === 0) return null;
  const [full] = fulls;
  const stated = full?.words ?? "";
  return {
    ...base,
    kind: "all-or-nothing",
    full: full?.condition ?? null,
    fullAward: full?.award ?? { kind: "full" },
    condition: stated,
    otherwise:
      zeros.length > 0
        ? { kind: "zero" }
        : deduct !== undefined
          ? { kind: "deduct", points: deduct.points }
          : { kind: "unstated" },
    isOtherMatter: /^(?:无|没有)(?!.*(?:达到|完成))/.test(stated),
  };
}

/** Full points for a met target; for a missed one what the rule says, if it says anything. */
export function scoreAllOrNothing(
  rule: AllOrNothingRule,
  target: Target | null,
  actual: Target,
  weight: Decimal,
): Score {
  const met = isMet(rule.full, target, actual);
  if (typeof met === "string") return noScore(met);
  const full = clamp(pointsOf(rule.fullAward, weight), weight);
  if (met) return score(full, say.full(say.attained, show(full)));
  if (rule.isOtherMatter) return noScore(say.otherMatter(rule.condition));
  switch (rule.otherwise.kind) {
    case "zero":
      return score(weight.minus(weight), say.zero(say.missed));
    case "deduct": {
      const points = clamp(difference(full, rule.otherwise.points), weight);
      return score(points, say.deducted(show(rule.otherwise.points), show(points)));
    }
    case "unstated":
      return noScore(say.unstated);
  }
}

/** Whether the rule's own condition holds, or else the target is met; a sentence where nobody can tell. */
function isMet(condition: Condition | null, target: Target | null, actual: Target): boolean | string {
  if (condition !== null) {
    const value = measured("value", condition.unit, target, actual);
    if (value.kind === "value") {
      // “完成400本得2分”: more than the amount asked for meets it too where the target says ≥.
      const isAtLeast = condition.isPoint && target?.kind === "quantity" && target.operator !== "=";
      const { low } = condition.interval;
      return isAtLeast && low !== null ? value.value.gte(low) : contains(condition.interval, value.value);
    }
  }
  if (target === null) return say.noTarget;
  const attainment = attainmentOf(target, actual);
  return attainment.status === "unclear" ? attainment.reason : attainment.status === "attained";
}
