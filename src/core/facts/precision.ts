import { fenDecimals, liPer, type Amount, type MoneyUnit } from "../workbook/money";

/** How a published amount was cut to its shown digits. */
export type PrecisionMode = "nearest" | "truncated";

/** An amount with the interval of values it stands for; all in 厘. */
export interface PreciseAmount {
  readonly value: Amount;
  readonly low: number;
  readonly high: number;
  /** The amount as the cell shows it. */
  readonly shown: Amount;
}

/**
 * The interval a stored number stands for (design §7; XBRL Calculations 1.1, round-to-nearest and truncation).
 * `shownDecimals` are the decimals the cell shows, `storedDecimals` those of the stored number; a cell that stores more
 * than it shows speaks with its stored digits, down to 分 but not below, where digits are noise.
 */
export function preciseAmount(
  stored: number,
  storedDecimals: number,
  shownDecimals: number,
  unit: MoneyUnit,
  mode: PrecisionMode,
): PreciseAmount {
  const factor = liPer(unit);
  const value = Math.round(stored * factor);
  const decimals = Math.max(shownDecimals, Math.min(storedDecimals, fenDecimals(unit)));
  const lastPlace = factor / 10 ** decimals;
  const shownPlace = factor / 10 ** shownDecimals;
  const shown =
    storedDecimals <= shownDecimals ? value : Math.round(roundHalfAway(value / shownPlace) * shownPlace);
  if (mode === "nearest") return { value, low: value - lastPlace / 2, high: value + lastPlace / 2, shown };
  return stored >= 0
    ? { value, low: value, high: value + lastPlace, shown }
    : { value, low: value - lastPlace, high: value, shown };
}

/** Half away from zero, as Excel shows numbers. */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}
