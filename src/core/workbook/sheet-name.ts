/** Excel's limit, in UTF-16 units. */
const LONGEST = 31;

/** What no sheet's name may hold, as it is written instead. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  "\\": "＼",
  "/": "／",
  "?": "？",
  "*": "＊",
  "[": "［",
  "]": "］",
  ":": "：",
};

/** Excel keeps this name for the log of shared workbooks. */
const RESERVED = "history";

const NAMELESS = "工作表";

/**
 * The name a new sheet gets: the wanted one, as far as Excel allows it, with “（2）” or a higher number where another sheet has
 * it. Case does not matter, as in Excel.
 * @param taken names of the sheets that are there
 */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const known = new Set([RESERVED, ...[...taken].map((name) => name.toLowerCase())]);
  const clean = allowedName(wanted);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : `（${String(number)}）`;
    const name = shortened(clean, LONGEST - suffix.length) + suffix;
    if (!known.has(name.toLowerCase())) return name;
  }
}

function allowedName(wanted: string): string {
  const clean = wanted
    .replace(/[\\/?*[\]:]/g, (character) => FULL_WIDTH[character] ?? "")
    // XML cannot carry control characters; line breaks in a title are none of its name.
    .replace(/\p{Cc}/gu, "")
    .trim()
    .replace(/^'+|'+$/g, "");
  return clean === "" ? NAMELESS : clean;
}

/** The beginning of a name, whole characters only, without an apostrophe at its end. */
function shortened(name: string, length: number): string {
  let short = "";
  for (const character of name) {
    if (short.length + character.length > length) break;
    short += character;
  }
  return short.replace(/[\s']+$/, "");
}
