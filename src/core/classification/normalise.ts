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

/** Characters that are spelled otherwise; the others of a text stay. */
const OTHER_SPELLINGS = new RegExp(
  `[\uff01-\uff5e${[...SAME_SIGNS.keys()].map((sign) => `\\${sign}`).join("")}]`,
  "g",
);

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
export const normaliseName: (text: string) => string = remembered((text) =>
  text.replace(BLANKS, "").replace(OTHER_SPELLINGS, (character) => {
    const half = halfWidth(character);
    return SAME_SIGNS.get(half) ?? half;
  }),
);
