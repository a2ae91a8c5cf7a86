/** Characters of a list that stands in the rule of a cell itself, commas included: Excel takes no more. */
const LONGEST_LIST = 255;

/**
 * The options that a list in a cell can offer, in their order: a comma would part one in two, and together they have their
 * limit. Where some are left out the user must be free to type them.
 */
export function fittingOptions(options: readonly string[]): readonly string[] {
  const fitting: string[] = [];
  let length = 0;
  for (const option of options) {
    const more = option.length + (fitting.length === 0 ? 0 : 1);
    if (option === "" || option.includes(",") || length + more > LONGEST_LIST) continue;
    length += more;
    fitting.push(option);
  }
  return fitting;
}
