/** Longest quotation of a cell's text; longer ones are cut, for the reader can look at the cell. */
const LONGEST_QUOTATION = 120;

/**
 * A message as one sentence in one line, whatever it quotes: cells and names may hold line breaks, control characters and
 * whole pages of text.
 */
export function asSentence(message: string): string {
  const line = message.replace(/\s*\p{Cc}[\s\p{Cc}]*/gu, " ");
  if (line.length <= LONGEST_QUOTATION) return line;
  return line
    .replace(/“([^“”]+)”/g, (whole, quoted: string) =>
      quoted.length <= LONGEST_QUOTATION ? whole : `“${beginning(quoted)}……”`,
    )
    .replace(LONG_STRETCH, (stretch) => `${beginning(stretch)}……`);
}

/** What stands without quotation marks, such as a number of thousands of digits, or holds such marks itself. */
const LONG_STRETCH = /[^，。；、]{300,}/g;

/** Whole characters only. */
function beginning(text: string): string {
  return text.slice(0, LONGEST_QUOTATION).replace(/[\ud800-\udbff]$/, "");
}
