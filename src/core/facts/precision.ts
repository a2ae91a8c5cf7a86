import { liPer, type Amount, type MoneyUnit } from "../workbook/money";

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
 * The interval an amount stands for (design §7; XBRL Calculations 1.1, round-to-nearest and truncation). `value` is in
 * 厘; `shownDecimals` are the decimals the cell shows in its unit, `storedDecimals` those of the stored number: a cell
 * that stores more than it shows speaks with its stored digits. `coarsest` is a last place, in 厘, that the amount is at
 * least rounded to.
 */
export function preciseAmount(
  value: Amount,
  storedDecimals: number,
  shownDecimals: number,
  unit: MoneyUnit,
  coarsest: number,
  mode: PrecisionMode,
): PreciseAmount {
  const factor = liPer(unit);
  const lastPlace = Math.max(factor / tenTo(Math.max(shownDecimals, storedDecimals)), coarsest);
  const shownPlace = factor / tenTo(shownDecimals);
  const shown =
    storedDecimals <= shownDecimals ? value : Math.round(roundHalfAway(value / shownPlace) * shownPlace);
  if (mode === "nearest") return { value, low: value - lastPlace / 2, high: value + lastPlace / 2, shown };
  return value >= 0
    ? { value, low: value, high: value + lastPlace, shown }
    : { value, low: value - lastPlace, high: value, shown };
}

/** Computing a power takes longer than all the rest. */
const TEN_TO = Array.from({ length: 16 }, (_, power) => 10 ** power);

function tenTo(power: number): number {
  return TEN_TO[power] ?? 10 ** power;
}

/** Half away from zero, as Excel shows numbers. */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}
