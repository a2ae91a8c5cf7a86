import Decimal from "decimal.js";
import { formatTarget } from "../format";
import type { Target } from "../target";
import { isCounting, type Unit } from "../unit";
import { pointsOf, show } from "./awards";
import { fits } from "./measured";
import { contradictionMessages as say } from "./messages";
import type { Award, Condition, GradingRule, Tier, TierRule } from "./rule";
import { bestFirst } from "./tiers";

/** Where a rule contradicts itself, its weight, or the target. */
export interface Contradiction {
  readonly kind:
    | "total-weight"
    | "total-award"
    | "award-weight"
    | "overlap"
    | "gap"
    | "not-monotonic"
    | "target"
    | "unit"
    | "direction"
    | "measure"
    | "formula"
    | "stray";
  /** One Chinese sentence. */
  readonly message: string;
}

/** What a rule is held against; `null` where the table does not say. */
export interface RuleContext {
  readonly weight: Decimal | null;
  readonly target: Target | null;
}

export function contradictionsOf(rule: GradingRule, { weight, target }: RuleContext): Contradiction[] {
  return [
    ...strayText(rule),
    ...points(rule, weight),
    ...(rule.kind === "tiers" ? tierFaults(rule) : []),
    ...(rule.kind === "linear" ? formulaFaults(rule) : []),
    ...targetFaults(rule, target),
  ];
}

function strayText({ stray }: GradingRule): Contradiction[] {
  return stray === "" ? [] : [{ kind: "stray", message: say.stray(stray) }];
}

/** The best score, the stated total and the weight have to be one. */
function points(rule: GradingRule, weight: Decimal | null): Contradiction[] {
  const found: Contradiction[] = [];
  const { total } = rule;
  if (total !== null && weight !== null && !total.eq(weight)) {
    found.push({ kind: "total-weight", message: say.totalWeight(show(total), show(weight)) });
  }
  const best = bestPoints(rule);
  if (best === null) return found;
  if (total !== null && !best.eq(total)) {
    found.push({ kind: "total-award", message: say.totalAward(show(total), show(best)) });
  }
  if (weight !== null && !best.eq(weight)) {
    found.push({ kind: "award-weight", message: say.awardWeight(show(best), show(weight)) });
  }
  return found;
}

/** Highest points written out in figures; `null` where 满分 stands for them. */
function bestPoints(rule: GradingRule): Decimal | null {
  const awards: readonly Award[] =
    rule.kind === "tiers"
      ? rule.tiers.map(({ award }) => award)
      : rule.kind === "steps" || rule.kind === "all-or-nothing"
        ? [rule.fullAward]
        : [];
  if (awards.some(({ kind }) => kind === "full" || kind === "share")) return null;
  const written = awards.flatMap((award) => (award.kind === "points" ? [award.points] : []));
  return written.length === 0 ? null : Decimal.max(...written);
}

/** Weight for putting tiers in order; any number above every award does. */
const ANY_WEIGHT = new Decimal(1e6);

/**
 * From the best tier to the worst the stretches have to go one way, meet, and not overlap. “以上”-tiers below a better one
 * end where it begins (“95%以上10分，90%以上8分”); a shared bound is no overlap.
 */
function tierFaults(rule: TierRule): Contradiction[] {
  const tiers = bestFirst(rule.tiers, ANY_WEIGHT);
  const [best] = tiers;
  if (best === undefined || rule.tiers.some(({ condition }) => !fits(condition.unit, best.condition.unit)))
    return [];
  const downwards = rule.measure !== "deviation" && worsensDownwards(tiers);
  const found = tiers.slice(1).flatMap((worse, at) => {
    const better = tiers[at];
    return better === undefined ? [] : pairFaults(better, worse, downwards);
  });
  // Tiers out of order leave seeming gaps between each other.
  const disorder = found.filter(({ kind }) => kind === "not-monotonic");
  return disorder.length > 0 ? disorder : found;
}

/** Whether less is worse: the best tier is open upwards, or else the worst one open downwards. */
function worsensDownwards(bestToWorst: readonly Tier[]): boolean {
  const best = bestToWorst[0]?.condition.interval;
  if (best?.low === null || best?.high === null) return best.high === null;
  return bestToWorst.at(-1)?.condition.interval.low === null;
}

function pairFaults(better: Tier, worse: Tier, downwards: boolean): Contradiction[] {
  const [b, w] = [better.condition, worse.condition];
  // The better tier lies above (downwards) or below; look at the bounds that face each other.
  const nearEnd = downwards ? b.interval.low : b.interval.high;
  const farEnd = downwards ? w.interval.high : w.interval.low;
  const worseEnd = downwards ? w.interval.low : w.interval.high;
  const betterAward = pointsOf(better.award, ANY_WEIGHT);
  if (nearEnd === null || betterAward.eq(pointsOf(worse.award, ANY_WEIGHT))) {
    return [{ kind: "not-monotonic", message: say.notMonotonic(b.text, w.text) }];
  }
  const beyond = (value: Decimal): boolean => (downwards ? value.gt(nearEnd) : value.lt(nearEnd));
  if (farEnd === null) {
    // Open on the side of the better tier: a cumulative “以上”, unless it reaches over the better one's end.
    return worseEnd !== null && beyond(worseEnd)
      ? [{ kind: "not-monotonic", message: say.notMonotonic(w.text, b.text) }]
      : [];
  }
  if (worseEnd !== null && beyond(worseEnd))
    return [{ kind: "not-monotonic", message: say.notMonotonic(w.text, b.text) }];
  if (beyond(farEnd)) return [{ kind: "overlap", message: say.overlap(b.text, w.text) }];
  return gapBetween(nearEnd, farEnd, b, w)
    ? [{ kind: "gap", message: say.gap(bound(nearEnd, b), bound(farEnd, w)) }]
    : [];
}

/** Between 3次 and 4次 there is nothing; between 30% and 40% there is. */
function gapBetween(a: Decimal, b: Decimal, { unit }: Condition, other: Condition): boolean {
  const room = a.minus(b).abs();
  return isCounting(unit) && isCounting(other.unit) ? room.gt(1) : room.gt(0);
}

function bound(value: Decimal, { unit }: Condition): string {
  return `${value.toFixed()}${unit.text}`;
}

function formulaFaults(rule: GradingRule): Contradiction[] {
  if (rule.kind !== "linear") return [];
  const found: Contradiction[] = [];
  if (!rule.divisor.eq(new Decimal(1).minus(rule.from)))
    found.push({ kind: "formula", message: say.formula });
  const plain = (words: string): string => words.replace(/^实际/, "");
  if (rule.conditionMeasure !== "" && plain(rule.conditionMeasure) !== plain(rule.formulaMeasure)) {
    found.push({ kind: "measure", message: say.measure(rule.conditionMeasure, rule.formulaMeasure) });
  }
  return found;
}

/** The target and where the rule gives full points have to agree, and the rule has to reward the target's side. */
function targetFaults(rule: GradingRule, target: Target | null): Contradiction[] {
  if (target?.kind !== "quantity") return [];
  const isUpperLimit = target.operator === "≤" || target.operator === "<";
  if (isUpperLimit && (rule.kind === "linear" || (rule.kind === "steps" && rule.side === "below"))) {
    return [{ kind: "direction", message: say.direction(formatTarget(target)) }];
  }
  const counted = countedUnit(rule);
  if (counted !== null && isCounting(target.unit) && !fits(target.unit, counted)) {
    return [{ kind: "unit", message: say.unit(counted.text, target.unit.text) }];
  }
  const full = fullCondition(rule);
  if (full === null || !fits(target.unit, full.unit)) return [];
  const { low, high } = full.interval;
  const end = isUpperLimit ? high : (low ?? high);
  if (end === null || end.times(full.unit.factor).eq(target.value.times(target.unit.factor))) return [];
  return [{ kind: "target", message: say.target(full.text, formatTarget(target)) }];
}

/** What a rule counts by, if it counts things one by one. */
function countedUnit(rule: GradingRule): Unit | null {
  const unit =
    rule.kind === "steps" ? rule.unit : rule.kind === "tiers" ? rule.tiers[0]?.condition.unit : null;
  return unit !== null && unit !== undefined && isCounting(unit) ? unit : null;
}

function fullCondition(rule: GradingRule): Condition | null {
  if (rule.kind === "steps") return rule.measure === "value" ? rule.full : null;
  if (rule.kind === "all-or-nothing") return rule.full;
  if (rule.kind !== "tiers" || rule.measure !== "value") return null;
  return bestFirst(rule.tiers, ANY_WEIGHT)[0]?.condition ?? null;
}
