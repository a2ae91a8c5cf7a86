import Decimal from "decimal.js";

/** What an input method in full-width mode types, and the minus signs of word processors. */
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([
  ["，", ","],
  ["．", "."],
  ["（", "("],
  ["）", ")"],
  ["％", "%"],
  ["＋", "+"],
  ["－", "-"],
  ["−", "-"],
  ["–", "-"],
]);

/** Plain digits, or digits in groups of three; a group of any other length is a slip we must not guess at. */
const UNSIGNED = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?$/;

/** What the published tables print for “no amount here”. */
const BLANK = /^(?:[-－−–—―─]{1,3}|[/／])?$/;

/** True for an empty text and for the marks `/`, `-`, `—`, `——` that stand for “nothing” in an amount cell. */
export function isBlankText(text: string): boolean {
  return BLANK.test(text.trim());
}

/**
 * Reads one number as people type it: full-width digits and signs, thousands separators `,` or `，` in groups
 * of three, `(1.20)` or `－1.20` for a negative, a trailing `%` (`95.54%` is 0.9554).
 *
 * Returns `null` where the text is no number, blank texts included (see `isBlankText`). Units, currency signs and exponents
 * are no number: `1E5` is rather a code than a hundred thousand. Nothing is guessed: `12,34` is `null`.
 */
export function parseDecimalText(text: string): Decimal | null {
  let rest = toHalfWidth(text).trim();
  let negative = false;
  if (rest.startsWith("(") && rest.endsWith(")")) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  } else if (rest.startsWith("-") || rest.startsWith("+")) {
    negative = rest.startsWith("-");
    rest = rest.slice(1).trim();
  }
  const percent = rest.endsWith("%");
  if (percent) rest = rest.slice(0, -1).trimEnd();
  if (!UNSIGNED.test(rest) || !/\d/.test(rest)) return null;
  const size = new Decimal(rest.replaceAll(",", "").replace(/\.$/, ""));
  const value = percent ? timesTenTo(size, -2) : size;
  // A negative nothing is nothing: never show “-0”.
  return negative && !value.isZero() ? value.negated() : value;
}

function toHalfWidth(text: string): string {
  return text.replace(/[，．（）％＋－−–０-９]/g, (character) => {
    const digit = character.charCodeAt(0) - 0xff10;
    return digit >= 0 && digit <= 9 ? String(digit) : (HALF_WIDTH.get(character) ?? character);
  });
}

/** Shifts the decimal point. Multiplying would round to decimal.js's working precision of 20 digits. */
function timesTenTo(value: Decimal, power: number): Decimal {
  return new Decimal(`${value.toFixed()}e${String(power)}`);
}
