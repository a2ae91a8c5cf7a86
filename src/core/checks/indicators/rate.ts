import Decimal from "decimal.js";
import { normaliseName } from "../../classification/normalise";
import type { LineCell } from "../../indicators/indicator";
import { difference, product, quotient, roundHalfUp } from "../../formulas/exact";
import { parseDecimalText } from "../../workbook/decimal-text";

/* Printed rates and the amounts they come from. */

/** An amount of money with the half unit of its last place. */
export interface PrintedAmount {
  readonly cell: LineCell;
  readonly value: Decimal;
  /** What rounding may have moved it by; 0 for whole amounts. */
  readonly half: Decimal;
}

/** A rate as printed. */
export interface PrintedRate {
  /** 0.9645 for 96.45%. */
  readonly ratio: Decimal;
  /** Decimals of the ratio: 4 for 96.45%. */
  readonly decimals: number;
  /** How it is written: “96.45%”, 96.45 under a heading in %, 0.9645. */
  readonly form: "percent" | "bare-percent" | "ratio";
}

/** The amount of a cell; null where it is blank or holds no number. */
export function readAmount(cell: LineCell | undefined): PrintedAmount | null {
  if (cell === undefined) return null;
  const value = typeof cell.value === "number" ? new Decimal(cell.value) : parseDecimalText(cell.text);
  if (value === null) return null;
  const places = Math.max(fractionOf(cell.text), value.decimalPlaces());
  return { cell, value, half: places === 0 ? new Decimal(0) : new Decimal(10).pow(-places).div(2) };
}

/** The rate a cell shows; `exact` tells 0.9645 from 96.45 written without “%”. Null where it shows no number. */
export function readRate({ text }: LineCell, exact: Decimal | null): PrintedRate | null {
  const value = parseDecimalText(normaliseName(text));
  if (value === null) return null;
  const fraction = fractionOf(text);
  if (/[%％]/.test(text)) return { ratio: value, decimals: fraction + 2, form: "percent" };
  const inPercent = quotient(value, new Decimal(100));
  const isPercent =
    exact === null ? value.gt(1) : difference(inPercent, exact).abs().lt(difference(value, exact).abs());
  return isPercent
    ? { ratio: inPercent, decimals: fraction + 2, form: "bare-percent" }
    : { ratio: value, decimals: fraction, form: "ratio" };
}

/** A ratio in the way a rate is written. */
export function showRate(ratio: Decimal, { decimals, form }: Pick<PrintedRate, "decimals" | "form">): string {
  if (form === "ratio") return ratio.toFixed(decimals);
  return product(ratio, new Decimal(100)).toFixed(decimals - 2) + (form === "percent" ? "%" : "");
}

export interface JudgedRate {
  /** - amounts: as near as the rounding of the amounts themselves allows. */
  readonly kind: "rounded" | "cut" | "amounts" | "different";
  readonly rate: PrintedRate;
  readonly exact: Decimal;
}

/** How a printed rate came about; null where the cell shows no number. `by` is not 0. */
export function judgeRate(cell: LineCell, of: PrintedAmount, by: PrintedAmount): JudgedRate | null {
  const exact = quotient(of.value, by.value);
  const rate = readRate(cell, exact);
  if (rate === null) return null;
  if (roundHalfUp(exact, rate.decimals).eq(rate.ratio)) return { kind: "rounded", rate, exact };
  if (exact.toDecimalPlaces(rate.decimals, Decimal.ROUND_DOWN).eq(rate.ratio))
    return { kind: "cut", rate, exact };
  const low = quotient(of.value.minus(of.half), by.value.plus(by.half));
  const high = by.value.gt(by.half) ? quotient(of.value.plus(of.half), by.value.minus(by.half)) : exact;
  const reach = new Decimal(10).pow(-rate.decimals).div(2);
  const isNear = rate.ratio.minus(reach).lte(high) && rate.ratio.plus(reach).gte(low);
  return { kind: isNear ? "amounts" : "different", rate, exact };
}

function fractionOf(text: string): number {
  return /[.．]([0-9０-９]+)/.exec(text)?.[1]?.length ?? 0;
}
