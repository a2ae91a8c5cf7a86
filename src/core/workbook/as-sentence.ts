/** Longest quotation of a cell's text; longer ones are cut, for the reader can look at the cell. */
const LONGEST_QUOTATION = 120;

/**
 * A message as one sentence in one line, whatever it quotes: cells and names may hold line breaks, control characters and
 * whole pages of text.
 */
export function asSentence(message: string): string {
  const line = message.replace(/\s*\p{Cc}[\s\p{Cc}]*/gu, " ");
  if (line.length <= LONGEST_QUOTATION) return line;
  const cut = line
    .replace(QUOTATION, (whole, quoted: string) =>
      quoted.length <= LONGEST_QUOTATION ? whole : `“${beginning(quoted)}……”`,
    )
    .replace(LONG_STRETCH, (stretch) => `${beginning(stretch)}……`);
  if (cut.length <= LONGEST_SENTENCE) return cut;
  return `${beginning(cut, LONGEST_SENTENCE - LAST_WORDS)}……${cut.slice(-LAST_WORDS).replace(/^[\udc00-\udfff]/, "")}`;
}

/** A text of a cell may hold quotations itself. */
const QUOTATION = /“((?:[^“”]|“[^“”]*”)+)”/g;

/** What stands without quotation marks, such as a number of thousands of digits, or holds such marks itself. */
const LONG_STRETCH = /[^，。；、]{300,}/g;

/**
 * Where quotation marks in a cell come without their pairs, no end of the text is known. The first words say which cell it
 * is, the last what to do.
 */
const LONGEST_SENTENCE = 1000;
const LAST_WORDS = 200;

/** The first characters of a text, whole ones only. */
export function beginning(text: string, length = LONGEST_QUOTATION): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
