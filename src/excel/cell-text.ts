/**
 * Beginnings that Excel may take for something else than a text: formulas, the apostrophe itself, error values, numbers with
 * all that may stand before their first digit, times of the day, months in English.
 */
const NUMBER = String.raw`[\s(.$¥€£%]*\d`;
const TIME = String.raw`(?:上午|下午|早上|晚上)\s*\d`;
const MONTH =
  String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?` +
  String.raw`|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.\s\-/,]*\d`;
const TELLING = new RegExp(String.raw`^\s*(?:[=+\-@'#]|${NUMBER}|${TIME}|${MONTH})`, "i");
/** Whole texts that Excel takes for a truth value. */
const TRUTH = /^\s*(?:true|false)\s*$/i;

/**
 * What is to be written so that Excel takes a text for a text, whatever it looks like: an apostrophe in front, which Excel
 * keeps as a property of the cell. Only for cells that are not formatted as text yet: there Excel may show it.
 * Chinese editions of Excel read full-width digits and signs like their plain counterparts.
 */
export function asTyped(value: string | number | boolean): string | number | boolean {
  if (typeof value !== "string") return value;
  // A carriage return would show as a box.
  const text = value.replace(/\r\n?/g, "\n");
  const plain = text.normalize("NFKC");
  return TELLING.test(plain) || TRUTH.test(plain) ? `'${text}` : text;
}
