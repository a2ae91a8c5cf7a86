import { decimalsOfFormat } from "../../workbook/number-format";
import type { ContentValue } from "../content";

/** A value as it stands within a text: with the decimals it is shown with, 0.9645 in percent as 96.45%. */
export function textOfValue(value: ContentValue): string {
  if (value.kind === "blank") return "";
  if (value.kind === "text") return value.text;
  const { number, decimals, percent } = value;
  const shown = percent ? number.times(100) : number;
  return (decimals === null ? shown.toFixed() : shown.toFixed(decimals)) + (percent ? "%" : "");
}

/** Decimals a number can have in a cell. */
const MOST_PLACES = 15;

/** The number format that shows a value as its content says; null where it has no number or no fixed decimals. */
export function formatOfValue(value: ContentValue): string | null {
  if (value.kind !== "number") return null;
  const { number, decimals, percent } = value;
  if (decimals === null && !percent) return null;
  const places = decimals ?? Math.min(number.times(100).decimalPlaces(), MOST_PLACES);
  return (places === 0 ? "0" : `0.${"0".repeat(places)}`) + (percent ? "%" : "");
}

/**
 * The template's number format with as many decimals more as the value has and its source shows: 16.6172 does not become
 * 16.62 under “0.00”, or a column would not add up to its sum. Null where the format shows all of them, or is not of
 * that kind.
 */
export function widerFormat(format: string, value: ContentValue): string | null {
  if (value.kind !== "number" || value.decimals === null) return null;
  const { number, decimals, percent } = value;
  const shown = decimalsOfFormat(format);
  if (shown === null || decimals <= shown || format.includes("%") !== percent || /["\\]/.test(format))
    return null;
  const places = Math.min(decimals, (percent ? number.times(100) : number).decimalPlaces());
  if (places <= shown) return null;
  const zeros = "0".repeat(places - shown);
  return shown === 0
    ? format.replace(/[0#?][0#?,]*/g, (digits) => `${digits}.${zeros}`)
    : format.replace(/\.[0#?]+/g, (digits) => digits + zeros);
}
