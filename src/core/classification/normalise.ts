import { remembered } from "../remembered";

/** Blanks of every kind, also the ideographic space, zero-width characters and the soft hyphen. */
const BLANKS = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+/g;

/** Forms outside the full-width block that mean the same as an ASCII character. */
const SAME_SIGNS: ReadonlyMap<string, string> = new Map([
  ...[..."“”„‟〝〞「」『』″"].map((sign) => [sign, '"'] as const),
  ...[..."‘’‚‛′"].map((sign) => [sign, "'"] as const),
  ...[..."〔【〖⟨〈﹙"].map((sign) => [sign, "("] as const),
  ...[..."〕】〗⟩〉﹚"].map((sign) => [sign, ")"] as const),
  ...[..."‐‑‒–—―−﹣"].map((sign) => [sign, "-"] as const),
  ...[..."·•‧∙・"].map((sign) => [sign, "·"] as const),
  ["[", "("],
  ["]", ")"],
  ["{", "("],
  ["}", ")"],
  ["﹪", "%"],
  ["﹑", "、"],
  ["﹕", ":"],
]);

/** A half-width copy of U+FF01 … U+FF5E (`！` … `～`); any other character as it is. */
function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/**
 * One spelling for texts that differ only in how they were typed: no blanks, half-width letters, digits and
 * punctuation, round brackets, straight quotes. `“三公” 经费合计` → `"三公"经费合计`; `维修（护）费` →
 * `维修(护)费`. Ordinals (一、（一）1.) and the words themselves stay.
 */
export const normaliseName: (text: string) => string = remembered((text) => {
  if (isPlain(text)) return text;
  let result = "";
  for (const character of text.replace(BLANKS, "")) {
    const half = halfWidth(character);
    result += SAME_SIGNS.get(half) ?? half;
  }
  return result;
});

/** Digits, letters and Chinese characters alone: nothing to be done. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    if (!isDigit && !isLetter && (code < 0x4e00 || code > 0x9fff)) return false;
  }
  return true;
}
