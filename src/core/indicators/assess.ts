import { attainmentOf, type AttainmentOptions } from "./attainment";
import { parseGradingRule, scoreBy } from "./grading-rule";
import type { GradingRule } from "./grading/rule";
import type { Score } from "./grading/score";
import type { Indicator } from "./indicator";
import type { Target } from "./target";
import { isMoney } from "./unit";
import type { Attainment } from "./verdict";

/** What an indicator's target, actual value and grading rule come to. */
export interface Assessment {
  /** Null where there is no target or no actual value. */
  readonly attainment: Attainment | null;
  /**
   * Nothing about the attainment was assumed that may well be otherwise: a value was compared, no amount out of a sentence, and
   * the target or the kind of indicator says which way is good.
   */
  readonly isCertain: boolean;
  /** What the grading rule gives for the actual value, or why none can be worked out; null without rule or actual value. */
  readonly computed: Score | null;
}

/** Assesses one indicator; `year` is the budget year, for dates without one. */
export function assess(indicator: Indicator, options: Pick<AttainmentOptions, "year"> = {}): Assessment {
  const { target, actual, weight } = indicator;
  const rule = ruleOf(indicator);
  const direction = directionByName(indicator);
  const attainment =
    target === null || actual === null
      ? null
      : attainmentOf(target, actual, { ...options, ...(direction === null ? {} : { direction }) });
  return {
    attainment,
    isCertain: attainment?.basis === "value" && !isDirectionOpen(indicator),
    computed: rule === null || actual === null ? null : scoreBy(rule, target, actual, weight),
  };
}

/** The indicator's rule; a rule that was typed into the target (“95%以上计满分，每降5%扣1分”) counts too. */
export function ruleOf({ rule, target }: Pick<Indicator, "rule" | "target">): GradingRule | null {
  if (rule !== null) return rule;
  const isTyped = target?.remarks.some(({ kind }) => kind === "grading-rule") === true;
  return isTyped ? parseGradingRule(target.text) : null;
}

/** Names of what nobody wants more of. */
const UNWANTED = /投诉|事故|违规|违纪|差错|失误|事件|上访|信访|死亡|伤亡|故障|流失|缺陷|超支|延误|退件|失败/;
/** Names that turn an unwanted thing into something to be done: 事故处置率, 投诉办结率. */
const DEALT_WITH =
  /处置|处理|办结|受理|核查|查处|整改|化解|满意|演练|防范|宣传|培训|下降|减少|降低|响应|及时/;

/** Which way is good where the target has no operator; null where its value says so itself. */
function directionByName({ kind, name, target }: Indicator): "higher" | "lower" | null {
  if (!isBareAmount(target) || target.value.isZero()) return null;
  if (UNWANTED.test(name) && !DEALT_WITH.test(name)) return "lower";
  return kind === "benefit" && isMoney(target.unit) ? "higher" : null;
}

/** “补贴60万元” as an output: more may be better, or a limit. */
function isDirectionOpen({ kind, target }: Indicator): boolean {
  return isBareAmount(target) && isMoney(target.unit) && kind !== "cost" && kind !== "benefit";
}

function isBareAmount(target: Target | null): target is Extract<Target, { kind: "quantity" }> {
  return target?.kind === "quantity" && target.operator === null && target.change === null;
}
