import type Decimal from "decimal.js";
import { difference, product, quotient } from "../../formulas/exact";
import { attainmentOf } from "../attainment";
import type { Target } from "../target";
import { isCounting } from "../unit";
import { clamp, pointsOf, show } from "./awards";
import type { Clause } from "./clauses";
import { exactAmount } from "./measured";
import { scoreMessages as say } from "./messages";
import type { EventRule } from "./rule";
import { noScore, score, type RuleBase, type Score } from "./score";

/** “每发生一例污染事故扣1分，扣完为止。若发生重大污染事故，本项全扣”; `null` where the clauses are not of this family. */
export function eventRule(clauses: readonly Clause[], base: RuleBase): EventRule | null {
  const events = clauses.filter((clause) => clause.kind === "event");
  const [event] = events;
  if (event === undefined || events.length > 1) return null;
  if (clauses.some(({ kind }) => kind === "step" || kind === "formula" || kind === "deduct")) return null;
  if (clauses.filter((clause) => clause.kind === "award").some(({ award }) => award.kind !== "full"))
    return null;
  const knockout = clauses.find((clause) => clause.kind === "knockout")?.words ?? "";
  return { ...base, kind: "events", event: event.event, every: event.every, deduct: event.deduct, knockout };
}

/**
 * Full points where the target is met. Where it is missed the number of happenings is needed: an actual value that
 * counts them (目标 0 起) gives it, a rate of 98% does not.
 */
export function scoreEvents(rule: EventRule, target: Target | null, actual: Target, weight: Decimal): Score {
  if (target === null) return noScore(say.noTarget);
  const attainment = attainmentOf(target, actual);
  if (attainment.status === "unclear") return noScore(attainment.reason);
  if (attainment.status === "attained") return score(weight, say.full(say.attained, show(weight)));
  const count = exactAmount(actual);
  const counts = target.kind === "quantity" && target.value.isZero() && isCounting(target.unit);
  if (!counts || count === null) return noScore(say.events(rule.event));
  if (rule.knockout !== "") return noScore(say.knockout(rule.knockout));
  const each = pointsOf(rule.deduct, weight);
  const lost = product(quotient(count.value, rule.every).floor(), each);
  const points = clamp(difference(weight, lost), weight);
  return score(points, say.happened(count.value.toFixed(), rule.event, show(each), show(points)));
}
