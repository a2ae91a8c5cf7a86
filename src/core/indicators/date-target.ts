/** A month and day of a year; `year` is null where none is written (“12月底前”). */
export interface CalendarDay {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** A day or a stretch of days, both ends included; a deadline is any time until `to`. */
export interface DateTarget {
  readonly kind: "date";
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** “2023年6月30日之前”: that day included, as a deadline runs out at the end of its day. */
  readonly deadline: boolean;
}

/** Something that comes round: “每月15日前”, “每季度末”. */
export interface RecurringTarget {
  readonly kind: "recurring";
  readonly every: "day" | "week" | "month" | "quarter" | "half-year" | "year";
  /** Last day of the month it is due: 15, or 31 for the end; `null` where the text names none or more than a day. */
  readonly day: number | null;
  /** The rest of the words: “15日前”. */
  readonly rest: string;
}

const PERIODS: Readonly<Record<string, RecurringTarget["every"]>> = {
  日: "day",
  天: "day",
  工作日: "day",
  周: "week",
  星期: "week",
  个月: "month",
  月: "month",
  季度: "quarter",
  季: "quarter",
  半年: "half-year",
  年: "year",
  年度: "year",
};

/** “每月15日前”, “每月月底”; `null` where the text does not begin with a period. `text` is normalised. */
export function readRecurring(text: string): RecurringTarget | null {
  const [, period = "", rest = ""] =
    /^(?:于|在)?每个?(工作日|日|天|周|星期|个月|月|季度|季|半年|年度|年)(?![度均])(.*)$/.exec(text) ?? [];
  const every = PERIODS[period];
  // “每年培训5次” counts; only times of the period are a date.
  if (
    every === undefined ||
    !/^(?:(?:第?一?个?月)?月?(?:\d{1,2}(?:日|号)|底|末|初)|\d{1,2}月)?(?:之?前|以前|内|底|末|完成|更新|发布|编发|上报)*$/.test(
      rest,
    )
  ) {
    return null;
  }
  const day = /(\d{1,2})(?:日|号)/.exec(rest)?.[1];
  const isEnd = /底|末/.test(rest);
  return { kind: "recurring", every, day: day !== undefined ? Number(day) : isEnd ? 31 : null, rest };
}

const UNTIL = "(?:之前|以前|前|以内|之内|内|止)";
const DONE =
  "(?:全部|全面)?(?:完成|建成|到位|结束|办结|验收|通过|下达|分配|支付|实施|上报|提交|完工|竣工|投入使用)*";
const START = "^(?:不晚于|不迟于|截至|截止到?|≤|<=|于|在|至|到)?";

/**
 * “2023年6月30日之前”, “20261231”, “2023.12”, “2023年12月底”, “12月底前”, “年底前”, “≤2024年内”. `null` where the text is no
 * date at all, "invalid" where it is written as one and there is no such day. `text` is normalised.
 */
export function readDate(text: string): DateTarget | "invalid" | null {
  for (const [pattern, build] of FORMS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const span = build(groups.y === undefined ? null : Number(groups.y), groups);
    if (span === null) return "invalid";
    const isDeadline = groups.until !== undefined || /^(?:不晚于|不迟于|截至|截止|≤|<=)/.test(text);
    return { kind: "date", ...span, deadline: isDeadline };
  }
  return null;
}

type Span = Pick<DateTarget, "from" | "to">;
type Build = (year: number | null, groups: Readonly<Record<string, string | undefined>>) => Span | null;

function form(body: string, build: Build): readonly [RegExp, Build] {
  return [new RegExp(`${START}${body}(?<until>${UNTIL})?${DONE}$`), build];
}

const YEAR = String.raw`(?<y>(?:19|20)\d\d)`;
const OPTIONAL_YEAR = `(?:${YEAR}年)?`;
const QUARTERS = "一二三四";

function oneDay(year: number | null, month: number, day: number): Span | null {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? { from: { year, month, day }, to: { year, month, day } } : null;
}

function months(year: number | null, first: number, last: number): Span | null {
  if (first < 1 || last > 12) return null;
  return { from: { year, month: first, day: 1 }, to: { year, month: last, day: daysIn(year, last) } };
}

const FORMS: readonly (readonly [RegExp, Build])[] = [
  form(String.raw`${YEAR}(?<m>\d\d)(?<d>\d\d)日?`, (year, { m, d }) => oneDay(year, Number(m), Number(d))),
  form(String.raw`${YEAR}[年./-](?<m>\d{1,2})[月./-](?<d>\d{1,2})[日号]?`, (year, { m, d }) =>
    oneDay(year, Number(m), Number(d)),
  ),
  form(String.raw`(?<m>\d{1,2})月(?<d>\d{1,2})[日号]`, (year, { m, d }) =>
    oneDay(year, Number(m), Number(d)),
  ),
  form(String.raw`${OPTIONAL_YEAR}(?<m>\d{1,2})月[底末]`, (year, { m }) =>
    oneDay(year, Number(m), daysIn(year, Number(m))),
  ),
  form(String.raw`${YEAR}[年.](?<m>\d{1,2})月?`, (year, { m }) => months(year, Number(m), Number(m))),
  form(String.raw`(?<m>\d{1,2})月份?`, (year, { m }) => months(year, Number(m), Number(m))),
  form(`${OPTIONAL_YEAR}上半年`, (year) => months(year, 1, 6)),
  form(`${OPTIONAL_YEAR}下半年`, (year) => months(year, 7, 12)),
  form(`${OPTIONAL_YEAR}第?(?<q>[${QUARTERS}1-4])季度[底末]?`, (year, { q = "" }) => {
    const at = QUARTERS.includes(q) ? QUARTERS.indexOf(q) + 1 : Number(q);
    return months(year, 3 * at - 2, 3 * at);
  }),
  form(`(?:${YEAR}年?)?年?[底末]`, (year) => oneDay(year, 12, 31)),
  form(`${YEAR}年度?(?:全年|当年)?`, (year) => months(year, 1, 12)),
  form("(?:当年|本年|全年|年)(?=内)", (year) => months(year, 1, 12)),
];

/** Days of a month; without a year February may have 29. */
function daysIn(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** Number of the day, counted on; a day without year stands in `inYear`. For comparing, not for showing. */
export function dayNumber({ year, month, day }: CalendarDay, inYear: number): number {
  return Date.UTC(year ?? inYear, month - 1, day) / 86_400_000;
}
