import { attainAmounts } from "./attain-amounts";
import { attainDates, attainRecurring } from "./attain-dates";
import { attainmentMessages as say } from "./messages";
import { compareWords } from "./qualitative";
import type { Target, Unread } from "./target";
import { compareUnits } from "./unit";
import { unclear, type Attainment, type Verdict } from "./verdict";

/** What the comparison cannot know from the two values. */
export interface AttainmentOptions {
  /** Which way is better where the target has no operator (“258家次”); left out, money and durations are better low. */
  readonly direction?: "higher" | "lower";
  /** The budget year, for dates without year. */
  readonly year?: number;
}

/** Compares what was achieved with what was asked for. Nothing is guessed: what cannot be told is `unclear`, with the reason. */
export function attainmentOf(target: Target, actual: Target, options: AttainmentOptions = {}): Attainment {
  const { status, how, ...numbers } = compare(target, actual, options);
  const sentence = status === "unclear" ? say.unclear : status === "attained" ? say.attained : say.missed;
  return {
    degree: null,
    deviation: null,
    direction: "unknown",
    basis: "value",
    ...numbers,
    status,
    reason: sentence(target.text.trim(), shortened(actual.text.trim()), how),
  };
}

function compare(target: Target, actual: Target, options: AttainmentOptions): Verdict {
  if (target.kind === "unread") return sameText(target, actual) ?? unclear(say.unreadTarget);
  if (target.kind === "qualitative") return words(target.words, actual);
  if (actual.kind === "unread") return sameText(target, actual) ?? byMention(target, actual, options);
  if (target.kind === "date")
    return actual.kind === "date" ? attainDates(target, actual, options.year) : unclear(say.kinds);
  if (target.kind === "recurring") {
    return actual.kind === "recurring" ? attainRecurring(target, actual) : unclear(say.kinds);
  }
  if (target.kind === "several") return parts(target.parts, actual, options);
  if (actual.kind !== "quantity" && actual.kind !== "range") return unclear(say.kinds);
  return attainAmounts(target, actual, options.direction);
}

/** The same text to the letter is attained whatever it says. */
function sameText(target: Target, actual: Target): Verdict | null {
  const plain = (text: string): string => text.replace(/\s/g, "");
  return plain(target.text) === plain(actual.text) ? { status: "attained", how: say.sameWords } : null;
}

function words(asked: string, actual: Target): Verdict {
  if (actual.kind !== "qualitative") return unclear(actual.kind === "unread" ? say.unreadActual : say.kinds);
  switch (compareWords(asked, actual.words)) {
    case "same":
      return { status: "attained", how: say.sameWords };
    case "better":
      return { status: "attained", how: say.betterGrade };
    case "worse":
      return { status: "missed", how: say.worseGrade };
    default:
      return unclear(say.differentWords);
  }
}

/** An actual value in a sentence: if one amount in it has the target's unit, that one is compared. */
function byMention(target: Target, { mentions }: Unread, options: AttainmentOptions): Verdict {
  if (target.kind !== "quantity" && target.kind !== "range") return unclear(say.unreadActual);
  const unit = target.kind === "quantity" ? target.unit : target.highUnit;
  const fitting = mentions.filter((amount) => unit.base !== "" && compareUnits(unit, amount.unit) === "same");
  const [only] = fitting;
  if (only === undefined) return unclear(say.unreadActual);
  if (fitting.length > 1) return unclear(say.severalMentions);
  const verdict = attainAmounts(target, only, options.direction);
  return verdict.status === "unclear"
    ? verdict
    : { ...verdict, basis: "mention", how: say.mention(only.text) + verdict.how };
}

/** Every part has to be attained; parts meet by their label or unit, where those are the same by their order. */
function parts(asked: readonly Target[], actual: Target, options: AttainmentOptions): Verdict {
  const reachedParts =
    actual.kind === "several" ? actual.parts : isNothing(actual) ? asked.map(() => actual) : [];
  if (reachedParts.length !== asked.length) return unclear(say.parts);
  const verdicts = asked.map((part, at) => {
    const reached = reachedParts[at];
    return reached === undefined || !alike(part, reached)
      ? unclear(say.parts)
      : compare(part, reached, options);
  });
  const missedAt = verdicts.findIndex(({ status }) => status === "missed");
  const missed = asked[missedAt];
  if (missed !== undefined) return { status: "missed", how: say.part(missed.text) };
  return verdicts.some(({ status }) => status === "unclear")
    ? unclear(say.partsUnclear)
    : { status: "attained", how: say.plain };
}

/** A bare 0 for several parts is 0 for each. */
function isNothing(actual: Target): boolean {
  return actual.kind === "quantity" && actual.value.isZero();
}

function alike(a: Target, b: Target): boolean {
  if (isNothing(b)) return true;
  if (a.kind !== "quantity" || b.kind !== "quantity") return a.kind === b.kind;
  return a.label.slice(0, 2) === b.label.slice(0, 2) && compareUnits(a.unit, b.unit) !== "different";
}

const LONGEST_QUOTE = 40;

function shortened(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
