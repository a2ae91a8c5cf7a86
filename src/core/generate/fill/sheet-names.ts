/** Characters of a sheet's name in Excel. */
const LONGEST = 31;

/** What takes the place of characters that no sheet's name may have. */
const INSTEAD: Readonly<Record<string, string>> = {
  "[": "（",
  "]": "）",
  ":": "：",
  "*": "×",
  "?": "？",
  "/": "-",
  "\\": "-",
};

/** Excel keeps it for the log of shared workbooks. */
const RESERVED = "history";

/** Gives out names that Excel takes for new sheets, each once. */
export function sheetNamer(taken: readonly string[]): (wanted: string, otherwise: string) => string {
  const used = new Set(taken.map(keyOf));
  return (wanted, otherwise) => {
    const base = allowedName(wanted) || allowedName(otherwise) || "表";
    let name = shortened(base, LONGEST);
    for (let count = 2; used.has(keyOf(name)) || keyOf(name) === RESERVED; count++) {
      const ending = `（${String(count)}）`;
      name = shortened(base, LONGEST - ending.length) + ending;
    }
    used.add(keyOf(name));
    return name;
  };
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

function allowedName(text: string): string {
  return text
    .replace(/[[\]:*?/\\]/g, (character) => INSTEAD[character] ?? "")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/^[\s']+|[\s']+$/gu, "");
}

/** The first characters, as Excel counts them; none is cut in two. */
function shortened(name: string, longest: number): string {
  let short = "";
  for (const character of name) {
    if (short.length + character.length > longest) break;
    short += character;
  }
  return short.replace(/[\s']+$/u, "");
}
