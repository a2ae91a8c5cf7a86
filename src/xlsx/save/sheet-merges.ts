import { rangeToA1, type CellRange } from "../../core/workbook/address";
import { UNSAVABLE } from "./messages";
import { rangeOf } from "./sheet-rows";
import { UnsavableChangeError } from "./unsavable";
import { WORKSHEET_ORDER } from "./worksheet-order";
import type { XmlEdit } from "./xml-edit";
import { attributesOf, rawOf } from "./xml-source";

/** @throws UnsavableChangeError for a merge that is not there, or one over another: Excel would call the file broken. */
export function patchMerges(
  edit: XmlEdit,
  sheet: string,
  removed: readonly CellRange[],
  added: readonly CellRange[],
): void {
  if (removed.length === 0 && added.length === 0) return;
  const element = edit.child("mergeCells");
  const there = (element === undefined ? [] : edit.children(element)).map((child) => ({
    raw: rawOf(edit.source, child),
    reference: rangeOf(attributesOf(edit.source, child).get("ref")),
  }));
  const gone = new Set(removed.map(rangeToA1));
  const kept = there.filter(({ reference }) => reference === null || !gone.delete(rangeToA1(reference)));
  const [missing] = gone;
  if (missing !== undefined) throw new UnsavableChangeError(UNSAVABLE.noMerge(sheet, missing));
  requireApart(
    sheet,
    kept.flatMap(({ reference }) => reference ?? []),
    added,
  );

  const p = edit.root.prefix;
  const items = [...kept.map(({ raw }) => raw), ...mergeElements(added, p)];
  if (items.length === 0) {
    if (element !== undefined) edit.replace(element, "");
    return;
  }
  const text = `<${p}mergeCells count="${String(items.length)}">${items.join("")}</${p}mergeCells>`;
  if (element === undefined) edit.insertInOrder(WORKSHEET_ORDER, "mergeCells", text);
  else edit.replace(element, text);
}

/** `<mergeCell>` of each range; a single cell is no merge. */
export function mergeElements(ranges: readonly CellRange[], p: string): readonly string[] {
  return ranges
    .filter(({ top, left, bottom, right }) => top !== bottom || left !== right)
    .map((range) => `<${p}mergeCell ref="${rangeToA1(range)}"/>`);
}

/** @throws UnsavableChangeError where one of `added` touches another one or one of `there`. */
export function requireApart(sheet: string, there: readonly CellRange[], added: readonly CellRange[]): void {
  // By top row: a range can only meet those that begin before it ends.
  const all = [
    ...there.map((range) => ({ range, isNew: false })),
    ...added.map((range) => ({ range, isNew: true })),
  ];
  all.sort((a, b) => a.range.top - b.range.top);
  for (const [index, { range, isNew }] of all.entries()) {
    for (let next = index + 1; next < all.length; next++) {
      const other = all[next] as (typeof all)[number];
      if (other.range.top > range.bottom) break;
      const meets = other.range.left <= range.right && range.left <= other.range.right;
      if (meets && (isNew || other.isNew)) {
        throw new UnsavableChangeError(
          UNSAVABLE.mergeOverlap(sheet, rangeToA1(other.isNew ? other.range : range)),
        );
      }
    }
  }
}
