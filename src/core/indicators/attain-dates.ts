import { dayNumber, type CalendarDay, type DateTarget, type RecurringTarget } from "./date-target";
import { attainmentMessages as say } from "./messages";
import type { Verdict } from "./verdict";

/** A leap year, so that every day there is has its place in it. */
const ANY_YEAR = 2000;

/**
 * A date is met where what was done is surely over in time. Only the last day counts: doing it earlier than a stretch
 * begins is welcome. “2023年12月” against “2023年12月15日前” cannot be told.
 */
export function attainDates(target: DateTarget, actual: DateTarget, year?: number): Verdict {
  const missingYear = target.to.year === null || actual.to.year === null;
  const inYear = year ?? target.to.year ?? actual.to.year ?? ANY_YEAR;
  const number = (day: CalendarDay): number => dayNumber(day, inYear);
  const how = missingYear && target.to.year !== actual.to.year ? say.noYear : say.plain;
  if (number(actual.to) <= number(target.to)) return { status: "attained", how };
  // “12月31日前完成” may have been any day before it, also one in time.
  if (actual.deadline || number(actual.from) <= number(target.to))
    return { status: "unclear", how: say.overlaps };
  return { status: "missed", how };
}

/** Days a date lies behind another, 0 where it does not; `null` where either is no single day. */
export function daysLate(target: DateTarget, actual: DateTarget, year?: number): number | null {
  const inYear = year ?? target.to.year ?? actual.to.year ?? ANY_YEAR;
  const isDay = dayNumber(actual.from, inYear) === dayNumber(actual.to, inYear);
  return isDay && !actual.deadline
    ? Math.max(0, dayNumber(actual.to, inYear) - dayNumber(target.to, inYear))
    : null;
}

export function attainRecurring(target: RecurringTarget, actual: RecurringTarget): Verdict {
  if (target.every !== actual.every) return { status: "unclear", how: say.recurring };
  if (target.rest === actual.rest) return { status: "attained", how: say.sameWords };
  if (target.day === null || actual.day === null) return { status: "unclear", how: say.recurring };
  return { status: actual.day <= target.day ? "attained" : "missed", how: say.plain };
}
