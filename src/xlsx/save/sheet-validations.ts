import { rangeToA1 } from "../../core/workbook/address";
import { fittingOptions } from "../../core/workbook/drop-down";
import type { DropDown } from "./changes";
import { IN_FILE } from "./messages";
import { escapeAttribute, escapeText } from "./xml-escape";

/** `<dataValidations>` of a new sheet; "" where no cell offers a list. */
export function validationElements(dropDowns: readonly DropDown[]): string {
  const items = dropDowns.map(validationElement).filter((item) => item !== "");
  if (items.length === 0) return "";
  return `<dataValidations count="${String(items.length)}">${items.join("")}</dataValidations>`;
}

function validationElement({ range, from, free = false }: DropDown): string {
  const isList = !("formula" in from);
  const fitting = isList ? fittingOptions(from) : [];
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
