import type Decimal from "decimal.js";
import { attainmentOf } from "../attainment";
import { contains, type Interval } from "../interval";
import type { Target } from "../target";
import { isPercent } from "../unit";
import { clamp, pointsOf, show } from "./awards";
import type { Clause } from "./clauses";
import { fits, measured } from "./measured";
import { scoreMessages as say } from "./messages";
import type { Measure, Tier, TierRule } from "./rule";
import { noScore, score, type RuleBase, type Score } from "./score";

/**
 * “95%以上10分，90%-95%8分，…”, “偏离30%（含）以下得8分，偏离20%（含）以下得12分，…”. `null` where the clauses are not of this family.
 */
export function tierRule(clauses: readonly Clause[], base: RuleBase): TierRule | null {
  const known = new Set<Clause["kind"]>(["total", "award", "floor", "definition", "condition", "unknown"]);
  if (clauses.some(({ kind }) => !known.has(kind))) return null;
  const awards = clauses.filter((clause) => clause.kind === "award");
  const written = awards.flatMap(({ condition, award }) =>
    condition === null ? [] : [{ condition, award }],
  );
  const [first] = written;
  if (first === undefined || written.length < 2 || written.length < awards.length) return null;
  if (written.some(({ condition }) => !fits(condition.unit, first.condition.unit))) return null;
  const measure = measureOf(written);
  const tiers = measure === "deviation" ? written.map(outermost) : topTier(written);
  const precondition = clauses.find((clause) => clause.kind === "unknown" && /预算.*内/.test(clause.words));
  return {
    ...base,
    kind: "tiers",
    measure,
    tiers,
    precondition: precondition?.kind === "unknown" ? precondition.words : "",
  };

  /** “偏离50%不得分” next to “40%-50%” and “偏离40%（含）不得分” next to “30%以下” mean that much and more. */
  function outermost(tier: Tier): Tier {
    const { condition, award } = tier;
    const { high } = condition.interval;
    if (!condition.isPoint || high === null || award.kind !== "zero") return tier;
    const isFarthest = written.every(
      ({ condition: { interval } }) => interval.high === null || interval.high.lte(high),
    );
    return isFarthest ? { award, condition: { ...condition, isPoint: false, interval: from(high) } } : tier;
  }
}

function from(low: Decimal): Interval {
  return { low, lowClosed: true, high: null, highClosed: false };
}

function measureOf(tiers: readonly Tier[]): Measure {
  if (tiers.some(({ condition }) => /偏离|偏差/.test(condition.measure))) return "deviation";
  return tiers.some(({ condition }) => /^(?:实际|目标|任务|工作)?完成率$/.test(condition.measure))
    ? "rate"
    : "value";
}

/** “完成4次得5分，完成3次得3分”: the best point holds for more, too. */
function topTier(tiers: readonly Tier[]): Tier[] {
  const [first, ...rest] = tiers;
  if (first === undefined || !first.condition.isPoint || first.award.kind === "zero") return [...tiers];
  const { low } = first.condition.interval;
  const isHighest = rest.every(
    ({ condition: { interval } }) => interval.high !== null && low !== null && interval.high.lte(low),
  );
  return isHighest && low !== null
    ? [{ ...first, condition: { ...first.condition, isPoint: false, interval: from(low) } }, ...rest]
    : [...tiers];
}

/** True where deviations are named as points alone, so that nobody can tell what lies between. */
export function hasPointDeviations({ measure, tiers }: TierRule): boolean {
  return measure === "deviation" && tiers.filter(({ condition }) => condition.isPoint).length > 1;
}

/** Tiers from the best to the worst; a value on a shared bound belongs to the better one. */
export function bestFirst(tiers: readonly Tier[], weight: Decimal): Tier[] {
  return [...tiers].sort((a, b) => pointsOf(b.award, weight).comparedTo(pointsOf(a.award, weight)));
}

export function scoreTiers(rule: TierRule, target: Target | null, actual: Target, weight: Decimal): Score {
  const first = rule.tiers[0];
  if (first === undefined) return noScore(say.noTarget);
  if (rule.precondition !== "") {
    const within = target === null ? null : attainmentOf(target, actual);
    if (within?.status !== "attained") return noScore(say.precondition(rule.precondition));
  }
  const unit = first.condition.unit;
  const measure = ownMeasure(rule.measure, target, rule);
  const value = measured(measure, unit, target, actual);
  if (value.kind === "not-measured") return noScore(value.reason);
  const shown =
    measure === "deviation"
      ? say.deviation(value.text)
      : measure === "rate"
        ? say.rate(value.text)
        : say.value(value.text);
  const tier = bestFirst(rule.tiers, weight).find(({ condition }) =>
    contains(condition.interval, value.value),
  );
  if (tier === undefined) return noScore(say.tierGap(shown));
  const given = pointsOf(tier.award, weight);
  const points = clamp(given, weight);
  const sentence = say.tier(shown, tier.condition.text, show(points));
  return score(points, given.gt(weight) ? `${sentence}${say.capped(show(given), show(weight))}` : sentence);
}

/** “完成率90%以上” of an indicator in % is the indicator itself; of one in 次 it is actual ÷ target, as are bare percentages. */
function ownMeasure(measure: Measure, target: Target | null, { tiers }: TierRule): Measure {
  const unit = tiers[0]?.condition.unit;
  if (measure === "deviation" || unit === undefined || target?.kind !== "quantity") return measure;
  if (!isPercent(unit)) return "value";
  return fits(target.unit, unit) ? "value" : "rate";
}
