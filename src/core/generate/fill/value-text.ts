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
