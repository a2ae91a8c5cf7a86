const DECIMAL = /^([-−－]?)(\d+)(\.\d+)?$/;

/** Whether a figure is a decimal, and no text found in a cell or wanted there. */
export function isAmount(text: string): boolean {
  return DECIMAL.test(text);
}

/**
 * A decimal string with separators between the thousands, digits untouched: “-1311.34” → “−1,311.34”. What is no
 * decimal (a text found in the cell) comes back as it is.
 */
export function formatAmount(amount: string): string {
  const match = DECIMAL.exec(amount);
  if (match === null) return amount;
  const [, sign = "", whole = "", fraction = ""] = match;
  return (sign === "" ? "" : "−") + whole.replace(/\B(?=(\d{3})+$)/g, ",") + fraction;
}

/** The same with “+” before what is above zero, for differences. */
export function formatDifference(amount: string): string {
  const text = formatAmount(amount);
  return DECIMAL.test(amount) && !text.startsWith("−") && /[1-9]/.test(text) ? `+${text}` : text;
}
