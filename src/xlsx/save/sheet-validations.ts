import { rangeToA1 } from "../../core/workbook/address";
import type { DropDown } from "./changes";
import { IN_FILE } from "./messages";
import { escapeAttribute, escapeText } from "./xml-escape";

/** Characters of a list that stands in the cell's rule itself; Excel calls a file with a longer one broken. */
const MAX_LIST = 255;

/** `<dataValidations>` of a new sheet; "" where no cell offers a list. */
export function validationElements(dropDowns: readonly DropDown[]): string {
  const items = dropDowns.map(validationElement).filter((item) => item !== "");
  if (items.length === 0) return "";
  return `<dataValidations count="${String(items.length)}">${items.join("")}</dataValidations>`;
}

function validationElement({ range, from, free = false }: DropDown): string {
  const isList = !("formula" in from);
  const fitting = isList ? fittingTexts(from) : [];
  const isShort = isList && fitting.length < from.length;
  if (isList && fitting.length === 0) return "";
  const formula = isList ? `"${fitting.join(",").replaceAll('"', '""')}"` : from.formula.replace(/^=/, "");
  const strict = free || isShort ? "" : ' showErrorMessage="1"';
  const prompt = isShort ? ` showInputMessage="1" prompt="${escapeAttribute(IN_FILE.shortList)}"` : "";
  return (
    `<dataValidation type="list" allowBlank="1"${prompt}${strict} sqref="${rangeToA1(range)}">` +
    `<formula1>${escapeText(formula)}</formula1></dataValidation>`
  );
}

/** The texts of a list that a file can hold: a comma would part one in two, and the first ones count most. */
function fittingTexts(texts: readonly string[]): readonly string[] {
  const fitting: string[] = [];
  let length = 0;
  for (const text of texts) {
    const more = text.length + (fitting.length === 0 ? 0 : 1);
    if (text === "" || text.includes(",") || length + more > MAX_LIST) continue;
    length += more;
    fitting.push(text);
  }
  return fitting;
}
