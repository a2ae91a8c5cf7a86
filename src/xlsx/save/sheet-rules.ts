import { rangeToA1 } from "../../core/workbook/address";
import type { NewRule } from "./changes";
import { asStored } from "./future-functions";
import { UNSAVABLE } from "./messages";
import type { StyleBook } from "./style-book";
import { UnsavableChangeError } from "./unsavable";
import { WORKSHEET_ORDER } from "./worksheet-order";
import { escapeText } from "./xml-escape";
import type { XmlEdit } from "./xml-edit";

/** Adds conditional formats behind those there are, so that none of them has to be numbered anew. */
export function addRules(edit: XmlEdit, sheet: string, rules: readonly NewRule[], styles: StyleBook): void {
  if (rules.length === 0) return;
  // Those of extensions count as well: a priority is there once in a sheet.
  const priorities = [...edit.source.matchAll(/\spriority\s*=\s*["'](\d+)["']/g)].map(([, value]) =>
    Number(value),
  );
  const last = priorities.reduce((most, value) => Math.max(most, value), 0);
  const p = edit.root.prefix;
  const items = rules.map((rule, index) => {
    if (!/^=./s.test(rule.formula) || rule.ranges.length === 0) {
      throw new UnsavableChangeError(UNSAVABLE.rule(sheet));
    }
    const ranges = rule.ranges.map(rangeToA1).join(" ");
    const stop = rule.stopIfTrue === true ? ' stopIfTrue="1"' : "";
    const style = styles.differential(rule);
    return (
      `<${p}conditionalFormatting sqref="${ranges}"><${p}cfRule type="expression" dxfId="${String(style)}"` +
      ` priority="${String(last + index + 1)}"${stop}><${p}formula>${escapeText(asStored(rule.formula.slice(1)))}` +
      `</${p}formula></${p}cfRule></${p}conditionalFormatting>`
    );
  });
  edit.insertInOrder(WORKSHEET_ORDER, "conditionalFormatting", items.join(""));
}
