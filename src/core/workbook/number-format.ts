/**
 * Number format codes, read as far as precision needs it (ECMA-376 part 1, §18.8.31).
 *
 * Everything that is shown as it stands is dropped first: "quoted text", \x and !x (escaped character; “!” is how
 * Chinese Excel writes it), _x (blank as wide as x), *x (fill with x), and [brackets] (colour, locale, condition).
 */
const LITERALS = /"[^"]*"?|[\\!_*][\s\S]|\[[^\]]*\]/g;

/** [h], [mm], [ss]: elapsed time, the one bracket that makes the format a time. */
const ELAPSED_TIME = /\[(?:h+|m+|s+)\]/i;

/** “General”, as Chinese Excel prints it too. */
const GENERAL = /general|G\/通用格式|常规/i;

/** Digit placeholders, then perhaps a point and placeholders for decimals; grouping commas anywhere between digits. */
const NUMBER = /^[^0#?.]*(?:[0#?][0#?,\s]*)?(?:\.([0#?\s]*))?([^0#?]*)$/;

/**
 * Decimal places a number format shows; percent places for a percent format (`0.00%` gives 2).
 * `null` where the format shows no fixed number of the value's own decimals: “General”, text, dates and times,
 * fractions, powers of ten, amounts scaled by a trailing comma (`0.00,` shows thousands), or nothing at all.
 * Of several sections the first, the one for positive values, counts.
 *
 * @param format as in the file or in `Range.numberFormat`, e.g. `#,##0.00_ ;[Red]-#,##0.00`.
 */
export function decimalsOfFormat(format: string): number | null {
  const section = firstSection(format);
  if (ELAPSED_TIME.test(section)) return null;
  const code = section.replace(LITERALS, " ");
  if (GENERAL.test(code) || /[@ymdhseg/]/i.test(code)) return null;
  const match = NUMBER.exec(code);
  if (match === null || !/[0#?]/.test(code)) return null;
  const [, decimals = "", rest = ""] = match;
  const whole = code.slice(0, code.includes(".") ? code.indexOf(".") : code.length - rest.length);
  const scaled = /,\s*$/.test(whole) || rest.trimStart().startsWith(",");
  return scaled ? null : decimals.replace(/\s/g, "").length;
}

/** The part before the first “;” that is no literal. */
function firstSection(format: string): string {
  const literals = new RegExp(LITERALS);
  for (let from = 0; ;) {
    const end = format.indexOf(";", from);
    if (end < 0) return format;
    literals.lastIndex = from;
    const literal = literals.exec(format);
    if (literal === null || literal.index > end) return format.slice(0, end);
    from = literals.lastIndex;
  }
}

/**
 * Whether a format code is “__proto__”, “constructor” or another name that every object has: the library for number formats keeps
 * the codes it has read in an object, and would take what it finds there for one of them. No such code is a number format.
 */
export function isMemberName(code: string): boolean {
  return code in Object.prototype;
}
