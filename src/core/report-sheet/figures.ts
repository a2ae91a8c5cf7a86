/** A number has at most so many digits without loss in a cell. */
const MOST_DIGITS = 15;
/** Longer texts stand in the sentence beside. */
const LONGEST_TEXT = 12;

/** A figure of the report as a cell shows it. */
export interface CellFigure {
  readonly value: string | number;
  /** Decimals of a number; null for a text. */
  readonly decimals: number | null;
}

/**
 * A decimal of a finding becomes a number with its digits, so that figures line up and can be reckoned with; what is no
 * plain decimal (95.54%, ≥3项) stays the text it is, a long one is cut.
 */
export function cellFigure(text: string | null): CellFigure | null {
  if (text === null || text === "") return null;
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) {
    const letters = [...text];
    const value = letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT - 1).join("")}…` : text;
    return { value, decimals: null };
  }
  const [, whole = "", fraction = ""] = match;
  if (whole.length + fraction.length > MOST_DIGITS) return { value: text, decimals: null };
  return { value: Number(text), decimals: fraction.length };
}

/** The format that shows a number with its decimals. */
export function numberFormat(decimals: number, signed: boolean): string {
  const zero = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  return signed ? `+#,##${zero};-#,##${zero};${zero}` : `#,##${zero}`;
}
