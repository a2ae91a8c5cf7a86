import { format as formatByLibrary, isDateFormat, isValidFormat, tokenize, type FormatToken } from "numfmt";
import type { CellFormat } from "../core/workbook/cell-table";
import { decimalsOfFormat, isMemberName } from "../core/workbook/number-format";
import { grouped, shownDigits } from "./shown-digits";

/**
 * A number format made ready for many cells.
 *
 * Padding is left out of what is shown: `_)` (a gap as wide as a bracket), `* ` (fill) and the blanks of `?` align
 * numbers on screen but are no characters of the text; in labels they would pass for indentation.
 */
export type NumberFormat = CellFormat;

/** Excel refuses longer codes; a file that has one would make every cell's text as long. */
const MAX_CODE = 255;
const LOCALE = "zh-CN";
/** Days between the two date systems. */
const DAYS_1900_TO_1904 = 1462;

/**
 * Reads a number format code; one that Excel would not accept counts as “General”.
 * @param date1904 whether serial dates count from 1904.
 */
export function compileNumberFormat(code: string, date1904: boolean): NumberFormat {
  const pattern = normalise(code);
  if (pattern === "General" || code.length > MAX_CODE || isMemberName(pattern) || !isValidFormat(pattern))
    return GENERAL;
  const offset = date1904 && isDateFormat(pattern) ? DAYS_1900_TO_1904 : 0;
  const byLibrary = (value: number | string): string =>
    formatByLibrary(pattern, typeof value === "number" ? value + offset : value, {
      locale: LOCALE,
      throws: false,
    });
  const sections = splitSections(tokenize(pattern));
  const plain = plainWays(sections);
  return {
    decimals: decimalsOfFormat(code),
    showNumber(value) {
      const way = value > 0 ? plain.positive : value < 0 ? plain.negative : plain.zero;
      return way === null ? byLibrary(value).trim() : way(value);
    },
    showText: textWay(sections, byLibrary),
  };
}

/** What “General” shows: 11 characters at most, so 123456789012345 appears as 1.23457E+14. */
export const GENERAL: NumberFormat = {
  decimals: null,
  showNumber(value) {
    if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
    const text = String(value);
    return text.length <= 10 && !text.includes("e") ? text : formatByLibrary("General", value);
  },
  showText: (text) => text,
};

/** Writes what Chinese editions of Excel and WPS put into codes in the words of the standard. */
function normalise(code: string): string {
  return code
    .replace(/"[^"]*"|\\[\s\S]|!([\s\S])/g, (whole, escaped: string | undefined) =>
      escaped === undefined ? whole : `\\${escaped}`,
    )
    .replace(/G\/通用格式|常规/g, "General")
    .replace(/\[(?:黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|颜色\s*\d+)\]/g, "")
    .replace(/^\[\$-(?:F800|x-sysdate)\].*/i, 'yyyy"年"m"月"d"日"')
    .replace(/^\[\$-(?:F400|x-systime)\].*/i, "h:mm:ss");
}

type Section = readonly FormatToken[];

function splitSections(tokens: readonly FormatToken[]): readonly Section[] {
  const sections: FormatToken[][] = [[]];
  for (const token of tokens) {
    if (token.type === "break") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return sections;
}

type Way = (value: number) => string;

/** The fast ways of a format, by the sign of the number; null where the library has to show it. */
interface PlainWays {
  readonly positive: Way | null;
  readonly negative: Way | null;
  readonly zero: Way | null;
}

/** Sections mean: positive; negative; zero; text. A last one with `@` is for texts however few there are. */
function plainWays(sections: readonly Section[]): PlainWays {
  const conditional = sections.some((section) => section.some(({ type }) => type === "condition"));
  if (conditional || sections.length > 4) return { positive: null, negative: null, zero: null };
  const last = sections.at(-1) ?? [];
  const lastIsText = sections.length === 4 || last.some(({ type }) => type === "text");
  const [first, second, third] = lastIsText ? sections.slice(0, -1) : sections;
  const positive = first === undefined ? null : plainNumber(first, true);
  return {
    positive,
    negative: second === undefined ? positive : plainNumber(second, false),
    zero: third === undefined ? positive : plainNumber(third, false),
  };
}

const PADDING = new Set(["skip", "fill", "color"]);
const LITERAL = new Set(["string", "escaped", "space", "minus", "plus", "paren", "char"]);

/**
 * A fast way to show numbers through one section of the plain kind `prefix #,##0.00 suffix`, with `%` perhaps;
 * null for every other kind, which the library shows.
 * @param first whether negatives that come here need a sign: they have a section of their own otherwise.
 */
function plainNumber(section: Section, first: boolean): Way | null {
  const parts = { prefix: "", whole: "", decimals: "", suffix: "", percent: false };
  for (const { type, value, raw } of section) {
    if (PADDING.has(type)) continue;
    const inSuffix = parts.suffix !== "" || parts.percent;
    if (type === "zero" || type === "hash" || type === "group" || type === "point") {
      if (inSuffix) return null;
      if (type === "point" || parts.decimals !== "") parts.decimals += raw;
      else parts.whole += raw;
    } else if (type === "percent") {
      if (parts.percent || parts.whole === "") return null;
      parts.percent = true;
      parts.suffix += "%";
    } else if (LITERAL.has(type) || (type === "locale" && /^[^-]*-[^-]*$|^-/.test(value))) {
      const text = type === "locale" ? value.slice(0, value.indexOf("-")) : value;
      if (parts.whole + parts.decimals === "") parts.prefix += text;
      else parts.suffix += text;
    } else return null;
  }
  const { prefix, whole, suffix, percent } = parts;
  if (!/^(?:0|#,##0)$/.test(whole) || !/^(?:\.0{1,8})?$/.test(parts.decimals)) return null;
  const decimals = Math.max(0, parts.decimals.length - 1);
  const withCommas = whole !== "0";
  return (value) => {
    const plain = shownDigits(percent ? value * 100 : value, decimals);
    const digits = withCommas && plain.length > 3 ? grouped(plain) : plain;
    // A negative that rounds to zero shows without its sign.
    const sign = first && value < 0 && /[1-9]/.test(digits) ? "-" : "";
    return sign + prefix + digits + suffix;
  };
}

/** Texts pass as they are unless the section for texts adds characters to them or hides them. */
function textWay(
  sections: readonly Section[],
  byLibrary: (text: string) => string,
): (text: string) => string {
  const last = sections.at(-1) ?? [];
  const forText = sections.length === 4 || last.some(({ type }) => type === "text") ? last : null;
  const adds = forText?.filter(({ type }) => !PADDING.has(type) && type !== "locale");
  if (adds === undefined || (adds.length === 1 && adds[0]?.type === "text")) return (text) => text;
  if (adds.every(({ type }) => type === "text" || LITERAL.has(type))) {
    return (text) => adds.map(({ type, value }) => (type === "text" ? text : value)).join("");
  }
  return (text) => byLibrary(text);
}
