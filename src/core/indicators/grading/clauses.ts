import type Decimal from "decimal.js";
import { normaliseName } from "../../classification/normalise";
import { CHINESE, DIGITS, numberOf } from "../number-text";
import { readCondition } from "./condition";
import type { Award, Condition } from "./rule";

/** One part of a rule, between two commas, by what it says. */
export type Clause =
  | { readonly kind: "total"; readonly points: Decimal }
  | {
      readonly kind: "award";
      readonly words: string;
      readonly condition: Condition | null;
      readonly award: Award;
    }
  | { readonly kind: "step"; readonly words: string; readonly amount: string; readonly deduct: Award }
  | { readonly kind: "event"; readonly event: string; readonly every: Decimal; readonly deduct: Award }
  | { readonly kind: "deduct"; readonly words: string; readonly points: Decimal }
  | { readonly kind: "unstated"; readonly words: string }
  | { readonly kind: "knockout"; readonly words: string }
  | { readonly kind: "formula"; readonly condition: string; readonly formula: string }
  | { readonly kind: "condition"; readonly words: string; readonly condition: Condition }
  | { readonly kind: "floor" }
  | { readonly kind: "question" }
  | { readonly kind: "definition" }
  | { readonly kind: "unknown"; readonly words: string };

const NUMBER = `(?:${DIGITS}|${CHINESE})`;
/** Points, or a share of the weight: “0.5分”, “权重的5%”, “5%的分值”. */
const POINTS = `(?:(?:该项)?(?:权重|分值|指标分值|权重分|指标分)的?(?<share>${DIGITS})%|(?<share2>${DIGITS})%(?:的?(?:权重|分值|权重分|指标分值|分数))|(?<points>${NUMBER})分)`;

const TOTAL = new RegExp(`^(?:本?(?:项|指标))?(?:共|满分|总分|共计|计|分值)(?:为|:)?(?<points>${NUMBER})分$`);
const STEP = new RegExp(
  `^(?<words>.*?)(?:每|再)?(?<side>少|低于?|下?降低?|减少|缺少?|差|超过?|超出|多|高于?|增加|延迟|延期|逾期|推迟|晚|偏离)(?<of>[^\\d${CHINESE.slice(1, -2)}]*?)(?<amount>${NUMBER}[^\\d,;。]{0,6}?)的?(?:扣减?|减)(?:${POINTS})$`,
);
const EVENT = new RegExp(
  `^(?:每)?(?:发生|出现|发现|存在|有)(?<every>${NUMBER})(?<counter>.)(?<event>.*?)的?,?(?:扣减?|减)(?:${POINTS})$`,
);
const DEDUCT = new RegExp(`^(?<words>.+?)的?扣(?<points>${NUMBER})分$`);
const ZERO = /^(?<words>.*?)(?:的)?(?:则|即|,)?(?:均)?(?:不得分|不计分|得0分|计0分|得零分)$/;
const FULL = new RegExp(
  `^(?<words>.*?)(?:的)?(?:则|即|,)?(?:(?:得|计|记|为)?满分(?:(?<points>${NUMBER})分)?|(?:得|计|记)全分|不扣分)$`,
);
const SOME = new RegExp(
  `^(?<words>.*?)(?:的)?(?:则|即|,)?(?:(?:得|计|记|的)(?:${POINTS})|得分(?<score>${NUMBER}))$`,
);
/** “95%以上10分”: no verb between. */
const BARE = new RegExp(`^(?<words>.*(?:以上|以下|以内|%|\\)|:))(?<points>${DIGITS})分$`);
const FLOOR =
  /^(?:分数?|直至|直到)?(?:扣完|扣至0分|扣至零分|扣光)(?:为止|即止|止)?$|^(?:最低)?不(?:得|计)负分$|^本项最低0分$/;
const UNSTATED = /(?:酌情|视情况?|视情|适当|相应)(?:扣|给|得|计).*|扣相应分数|扣除相应分数|按情况(?:扣|得)分/;
const KNOCKOUT = /^(?:若|如|如果|一旦)?(?<words>.*?),?(?:本项|该项|此项)?(?:全扣|一票否决|全部扣除)$/;
const FORMULA =
  /^(?<condition>.*?)(?:的)?,?(?:计算公式为|公式为|按公式)?:?(?:得分|指标得分|本项得分)(?:=|为|:)(?<formula>.*)$/;

/** The clauses of a rule, and what was cut off its end because it belongs to other cells. */
export function readClauses(text: string): { readonly clauses: readonly Clause[]; readonly stray: string } {
  const compact = normaliseName(text).replaceAll("即止", "为止");
  // The cells 计量单位 | 指标值类型 | 备注 pasted behind the rule: “…不得分。 % ≥ 10”.
  const stray = /(?<=[。;])[^\d。;,]{1,4}[≥≤=><]\d+$/.exec(compact)?.[0] ?? "";
  const rest = compact.slice(0, compact.length - stray.length);
  return { clauses: mergeClauses(splitClauses(rest)).map(readClause), stray };
}

function splitClauses(text: string): string[] {
  return text
    .replace(/(满分|不得分|\d分)(?=未|否则|不(?!及格))/g, "$1,")
    .split(/[,;。](?![^()]*\))/)
    .filter((clause) => clause !== "");
}

/**
 * A comma may part a condition from what it gives: “每低1%，扣0.66分”, “若发生…，本项全扣”, “大于等于60%，得分=…”. Such a clause
 * joins the one before it.
 */
function mergeClauses(clauses: readonly string[]): string[] {
  const merged: string[] = [];
  for (const clause of clauses) {
    const last = merged.at(-1);
    const isConsequence =
      /^(?:则)?(?:扣|减|本项全扣|该项全扣|全扣|不得分|不计分|得满分|计满分|计算公式|(?:指标|本项)?得分[=为:]|得[\d一二三四五六七八九十.]+分$)/.test(
        clause,
      ) && !/^扣完|^扣至/.test(clause);
    if (last !== undefined && isConsequence && readClause(last).kind !== "award") {
      merged[merged.length - 1] =
        last + (/^(?:计算公式|得分|指标得分|本项得分)/.test(clause) ? "," : "") + clause;
    } else {
      merged.push(clause);
    }
  }
  return merged;
}

function readClause(clause: string): Clause {
  if (FLOOR.test(clause)) return { kind: "floor" };
  if (/^[①-⑳\d.、()]*.*是否.*/.test(clause) || /^(?:是|否|不?存在)计/.test(clause))
    return { kind: "question" };
  const total = TOTAL.exec(clause)?.groups;
  const totalPoints = numberOf(total?.points ?? "");
  if (totalPoints !== null) return { kind: "total", points: totalPoints };
  const formula = FORMULA.exec(clause)?.groups;
  if (formula !== undefined) {
    return { kind: "formula", condition: formula.condition ?? "", formula: formula.formula ?? "" };
  }
  if (/^[^=:]{2,12}(?:=.*100%$|:(?!.*分))/.test(clause)) return { kind: "definition" };
  if (UNSTATED.test(clause)) return { kind: "unstated", words: clause };
  if (/按.*(?:比例|完成率|达标率).*(?:得分|计分|给分|扣分)$/.test(clause)) {
    return { kind: "formula", condition: "", formula: "完成率*分值" };
  }
  return deduction(clause) ?? award(clause) ?? last(clause);
}

function deduction(clause: string): Clause | null {
  const event = EVENT.exec(clause)?.groups;
  const every = numberOf(event?.every ?? "");
  const eventDeduct = awardOf(event);
  if (event !== undefined && every !== null && eventDeduct !== null) {
    return { kind: "event", event: event.event ?? "", every, deduct: eventDeduct };
  }
  const step = STEP.exec(clause)?.groups;
  const deduct = awardOf(step);
  if (step !== undefined && deduct !== null && !/^(?:若|如|未|没)/.test(clause)) {
    const words = `${step.words ?? ""}${step.side ?? ""}${step.of ?? ""}`;
    return { kind: "step", words, amount: step.amount ?? "", deduct };
  }
  const knockout = KNOCKOUT.exec(clause)?.groups;
  if (knockout !== undefined) return { kind: "knockout", words: knockout.words ?? "" };
  const once = DEDUCT.exec(clause)?.groups;
  const points = numberOf(once?.points ?? "");
  return once === undefined || points === null ? null : { kind: "deduct", words: once.words ?? "", points };
}

function award(clause: string): Clause | null {
  const zero = ZERO.exec(clause)?.groups;
  if (zero !== undefined) return awardClause(zero.words, { kind: "zero" });
  const full = FULL.exec(clause)?.groups;
  if (full !== undefined) {
    const points = numberOf(full.points ?? "");
    return awardClause(full.words, points === null ? { kind: "full" } : { kind: "points", points });
  }
  const some = SOME.exec(clause)?.groups ?? BARE.exec(clause)?.groups;
  const given = awardOf(some === undefined ? undefined : { ...some, points: some.points ?? some.score });
  return some === undefined || given === null ? null : awardClause(some.words, given);
}

function awardClause(words = "", given: Award): Clause {
  const condition = words === "" ? null : readCondition(words.replace(/^且|^其中:?/, "").replace(/:$/, ""));
  return { kind: "award", words, condition, award: given };
}

function last(clause: string): Clause {
  const condition = readCondition(clause);
  return condition === null
    ? { kind: "unknown", words: clause }
    : { kind: "condition", words: clause, condition };
}

function awardOf(groups: Readonly<Record<string, string | undefined>> | undefined): Award | null {
  const share = numberOf(groups?.share ?? groups?.share2 ?? "");
  if (share !== null) return { kind: "share", share: share.div(100) };
  const points = numberOf(groups?.points ?? "");
  if (points === null) return null;
  return points.isZero() ? { kind: "zero" } : { kind: "points", points };
}
