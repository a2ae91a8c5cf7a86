const DIGITS = "零一二三四五六七八九";
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number below 10000 in Chinese words: 四 → 4, 两 → 2, 十二 → 12, 三百六十五 → 365; `null` where the text is none. */
export function readChineseNumber(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let place = Number.POSITIVE_INFINITY;
  for (const character of text.replaceAll("两", "二").replaceAll("〇", "零")) {
    const at = DIGITS.indexOf(character);
    if (at > 0) {
      if (digit !== null) return null;
      digit = at;
    } else if (at < 0) {
      const next = PLACES[character];
      // 百 and 千 need their digit, 十 at the beginning does not: “百家” is no number.
      if (next === undefined || next >= place || (digit === null && (next !== 10 || sum > 0))) return null;
      sum += (digit ?? 1) * next;
      digit = null;
      place = next;
    } else if (digit !== null) {
      return null;
    }
  }
  const value = sum + (digit ?? 0);
  return value === 0 && !/^[零〇]$/.test(text) ? null : value;
}
