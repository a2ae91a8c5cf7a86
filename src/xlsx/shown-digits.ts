/**
 * Digits of |value| with a fixed number of decimals, as Excel shows them: the value is taken at 15 significant digits,
 * then halves are rounded away from zero. So 1.005 shows as 1.01 with two decimals, though its double lies below.
 *
 * @param value finite, any sign; the result has none.
 */
export function shownDigits(value: number, decimals: number): string {
  const magnitude = Math.abs(value);
  const scaled = magnitude * (POWERS_OF_TEN[decimals] ?? Infinity);
  const fraction = scaled - Math.floor(scaled);
  // Away from a half both ways of rounding agree, and toFixed is fast. 2⁴⁰ leaves 13 bits to judge the fraction by.
  if (scaled < 2 ** 40 && Math.abs(fraction - 0.5) > 1e-3) return magnitude.toFixed(decimals);
  return roundDigits(magnitude, decimals);
}

const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** The slow way, over the decimal digits themselves. */
function roundDigits(magnitude: number, decimals: number): string {
  const [mantissa = "0", exponent = "0"] = magnitude.toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  // `digits` stands for 0.ddd… × 10^point.
  const point = Number(exponent) + 1;
  const kept = point + decimals;
  if (kept < 0) return withPoint("0".repeat(decimals + 1), decimals);
  const padded = digits.padEnd(kept + 1, "0");
  const rounded = BigInt(padded.slice(0, kept) || "0") + (padded.charCodeAt(kept) >= 53 /* "5" */ ? 1n : 0n);
  return withPoint(rounded.toString().padStart(decimals + 1, "0"), decimals);
}

function withPoint(digits: string, decimals: number): string {
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Commas between groups of three before the point: `1234567.89` → `1,234,567.89`. */
export function grouped(digits: string): string {
  const point = digits.indexOf(".");
  let end = point < 0 ? digits.length : point;
  let result = digits.slice(end);
  for (; end > 3; end -= 3) result = `,${digits.slice(end - 3, end)}${result}`;
  return digits.slice(0, end) + result;
}
