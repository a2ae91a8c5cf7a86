import { isBlankText, parseDecimalText } from "./decimal-text";
import { isCellError, type CellValue } from "./snapshot";

/**
 * What stands where a number is due.
 * - `number`: a number; `decimals` is the count of decimal places it was typed or stored with.
 * - `none`: a mark people type for “nothing”: `/`, `—`, `-`, `无`.
 * - `error`: an Excel error value such as #REF!.
 * - `text`: anything else; `likely` is the number meant where a letter stands for a digit (“12.3O”).
 */
export type NumberReading =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly decimals: number;
      readonly typed: "number" | "text";
    }
  | { readonly kind: "none" }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "text"; readonly text: string; readonly likely: string | null };

const NONE: NumberReading = { kind: "none" };

/** Reads a cell's value; blanks never come here. Percentages are read as ratios (12% → 0.12). */
export function readNumber(value: CellValue): NumberReading {
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? { kind: "number", value, decimals: decimalPlaces(value), typed: "number" }
      : { kind: "text", text: String(value), likely: null };
  }
  if (typeof value === "boolean") return { kind: "text", text: value ? "TRUE" : "FALSE", likely: null };
  if (isCellError(value)) return { kind: "error", error: value.error };
  return readNumberText(value);
}

/** Longer texts are no amounts. */
const LONGEST_AMOUNT = 32;

/** Whether a cell holds a number, or a text written as an amount; digits alone in a text may be a code. */
export function isAmountLike(value: CellValue): boolean {
  if (typeof value !== "string") return typeof value === "number";
  if (value.length > LONGEST_AMOUNT || !/\d|[０-９]/.test(value)) return false;
  return /[.,，．]/.test(value) && !/[%％]/.test(value) && readNumberText(value).kind === "number";
}

function readNumberText(text: string): NumberReading {
  const compact = text.replace(/[\s\u3000\u200B\uFEFF¥￥]/g, "");
  if (isBlankText(compact) || compact === "无") return NONE;
  const amount = parseDecimalText(compact);
  if (amount !== null) {
    return { kind: "number", value: amount.toNumber(), decimals: typedDecimals(compact), typed: "text" };
  }
  const repaired = compact.replace(/[oO]/g, "0").replace(/[lI|]/g, "1").replace(/[。·]/g, ".");
  const likely = repaired !== compact && parseDecimalText(repaired) !== null ? repaired : null;
  return { kind: "text", text: text.trim(), likely };
}

/** Decimal places as typed: trailing zeros are a statement of precision, 12.30 has two. */
function typedDecimals(compact: string): number {
  const fraction = /[.．]([0-9０-９]*)/.exec(compact)?.[1] ?? "";
  return fraction.length + (/[%％]$/.test(compact) ? 2 : 0);
}

/** What `toFixed` takes at the most; 5e-324 has more. */
const MOST_PLACES = 100;

/**
 * Decimal places of a stored number, at Excel's 15 significant digits: 904.8200000000001 has 2. Never more than 100.
 */
export function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0;
  for (let places = 1, scale = 10; places <= 4; places++, scale *= 10) {
    const scaled = value * scale;
    if (Math.abs(scaled - Math.round(scaled)) <= Math.abs(scaled) * 1e-15 * 4) return places;
  }
  const [mantissa = "", exponent = "0"] = value.toExponential(14).split("e");
  const digits = mantissa.replace(/^-?\d\.?/, "").replace(/0+$/, "").length;
  return Math.min(Math.max(0, digits - Number(exponent)), MOST_PLACES);
}
