/** Width of a text in the size of its letters, nearly: Chinese characters are as wide as high, others about half. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.58), 0);
}
