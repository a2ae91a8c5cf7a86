/** Width of a Latin letter or digit against a Chinese character, which is as wide as high. */
const LATIN = 0.55;

/**
 * Lines a wrapped text takes, measured roughly, as no screen is at hand.
 * @param width room beside the margins of the cell, and
 * @param size of the type, both in one unit, whichever it is.
 */
export function linesOf(text: string, width: number, size: number): number {
  // No character is cut: a line holds whole ones.
  const room = Math.max(1, Math.floor(width / size)) * size;
  return text.split("\n").reduce((sum, line) => {
    let length = 0;
    for (const letter of line) length += letter > "\u2e7f" ? size : size * LATIN;
    return sum + Math.max(1, Math.ceil(length / room));
  }, 0);
}
