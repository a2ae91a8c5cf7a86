import type Decimal from "decimal.js";

/** Days of 2000 to 2099, as Excel counts them from the end of 1899. */
const FIRST_DAY = 36_526;
const LAST_DAY = 73_050;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The day a number of a cell stands for, as “2026年12月31日”: Excel's number of a day (46387, a time of day is dropped), or the day's digits
 * (20261231). `null` for any other number.
 */
export function dateOfNumber(value: Decimal): string | null {
  const whole = value.floor();
  if (whole.gte(FIRST_DAY) && whole.lte(LAST_DAY)) {
    const day = new Date(DAY_ZERO + whole.toNumber() * MILLISECONDS_A_DAY);
    return dayText(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  }
  const [, year, month, date] = /^(20\d\d)(\d\d)(\d\d)$/.exec(value.toFixed()) ?? [];
  return year === undefined ? null : dayText(Number(year), Number(month), Number(date));
}

function dayText(year: number, month: number, day: number): string {
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
