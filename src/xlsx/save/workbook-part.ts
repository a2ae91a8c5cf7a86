import { parseA1 } from "../../core/workbook/address";
import type { NewName } from "./changes";
import { UNSAVABLE } from "./messages";
import { asStored } from "./future-functions";
import { nameKey } from "./sheet-names";
import { UnsavableChangeError } from "./unsavable";
import { keptSheetElement, type FinalSheet, type OriginalSheet } from "./workbook-sheets";
import { escapeAttribute, escapeText } from "./xml-escape";
import { XmlEdit } from "./xml-edit";
import { attributesOf } from "./xml-source";

/** Children of `workbook` in the order of the schema (CT_Workbook). */
const ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** Lists the sheets anew; names that belong to a sheet, and the view, follow it. */
export function arrangeSheets(
  xml: string,
  originals: readonly OriginalSheet[],
  sheets: readonly FinalSheet[],
  newElement: (sheet: FinalSheet) => string,
): string {
  const edit = new XmlEdit(xml);
  const elements = sheets.map((sheet) => {
    const original = sheet.original === null ? undefined : originals[sheet.original];
    return original === undefined ? newElement(sheet) : keptSheetElement(sheet, original);
  });
  const isSame =
    elements.length === originals.length && originals.every(({ xml: old }, index) => old === elements[index]);
  if (isSame) return xml;
  const p = edit.root.prefix;
  const list = edit.child("sheets");
  const text = `<${p}sheets>${elements.join("")}</${p}sheets>`;
  if (list === undefined) edit.insertInOrder(ORDER, "sheets", text);
  else edit.replace(list, text);
  const moved = new Map(
    sheets.flatMap(({ original }, index) => (original === null ? [] : [[original, index]])),
  );
  moveNames(edit, moved);
  moveViews(edit, sheets, moved);
  return edit.finish();
}

function moveNames(edit: XmlEdit, moved: ReadonlyMap<number, number>): void {
  const list = edit.child("definedNames");
  if (list === undefined) return;
  const names = edit.children(list);
  const owner = (index: number): string | undefined => {
    const element = names[index];
    return element === undefined ? undefined : attributesOf(edit.source, element).get("localSheetId");
  };
  const gone = names.filter((_, index) => {
    const sheet = owner(index);
    return sheet !== undefined && !moved.has(Number(sheet));
  });
  // The schema wants at least one name in the list.
  if (gone.length === names.length) {
    edit.replace(list, "");
    return;
  }
  for (const [index, element] of names.entries()) {
    const before = owner(index);
    if (before === undefined) continue;
    const after = moved.get(Number(before));
    if (after === undefined) edit.replace(element, "");
    else if (after !== Number(before)) edit.setAttributes(element, { localSheetId: String(after) });
  }
}

function moveViews(edit: XmlEdit, sheets: readonly FinalSheet[], moved: ReadonlyMap<number, number>): void {
  const views = edit.child("bookViews");
  const firstVisible = sheets.findIndex(({ visibility }) => visibility === "visible");
  for (const view of views === undefined ? [] : edit.children(views)) {
    const attributes = attributesOf(edit.source, view);
    const patch: Record<string, string> = {};
    const active = Number(attributes.get("activeTab") ?? 0);
    const now = moved.get(active);
    const shown = now !== undefined && sheets[now]?.visibility === "visible" ? now : firstVisible;
    if (shown !== active) patch["activeTab"] = String(shown);
    // The first tab in sight: a hidden or missing one would leave the tabs scrolled to nowhere.
    if (attributes.has("firstSheet") && Number(attributes.get("firstSheet")) > 0) patch["firstSheet"] = "0";
    if (Object.keys(patch).length > 0) edit.setAttributes(view, patch);
  }
}

/**
 * Adds names, or puts them in the place of those of the same name and scope.
 * @throws UnsavableChangeError for a name Excel refuses, a formula without “=”, a sheet that is not there.
 */
export function addNames(xml: string, names: readonly NewName[], sheets: readonly FinalSheet[]): string {
  if (names.length === 0) return xml;
  const edit = new XmlEdit(xml);
  const p = edit.root.prefix;
  const wanted = new Map<string, string>();
  for (const name of names) {
    const scope = scopeOf(name, sheets);
    const local = scope === null ? "" : ` localSheetId="${String(scope)}"`;
    const hidden = name.hidden === true ? ' hidden="1"' : "";
    const formula = escapeText(asStored(name.formula.slice(1)));
    wanted.set(
      `${nameKey(name.name)} ${String(scope)}`,
      `<${p}definedName name="${escapeAttribute(name.name)}"${local}${hidden}>${formula}</${p}definedName>`,
    );
  }
  const list = edit.child("definedNames");
  for (const element of list === undefined ? [] : edit.children(list)) {
    const attributes = attributesOf(edit.source, element);
    const scope = attributes.get("localSheetId") ?? "null";
    if (wanted.has(`${nameKey(attributes.get("name") ?? "")} ${scope}`)) edit.replace(element, "");
  }
  const text = [...wanted.values()].join("");
  if (list === undefined)
    edit.insertInOrder(ORDER, "definedNames", `<${p}definedNames>${text}</${p}definedNames>`);
  else edit.append(list, text);
  return edit.finish();
}

function scopeOf({ name, formula, sheet }: NewName, sheets: readonly FinalSheet[]): number | null {
  const isName = /^(?:_xlnm\.)?[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && parseA1(name) === null;
  if (!isName || /^[rc]$/i.test(name) || !/^=./s.test(formula)) {
    throw new UnsavableChangeError(UNSAVABLE.name(name));
  }
  if (sheet === undefined) return null;
  const index = sheets.findIndex((candidate) => nameKey(candidate.name) === nameKey(sheet));
  if (index < 0) throw new UnsavableChangeError(UNSAVABLE.noSheet(sheet));
  return index;
}

/** Has every program compute all formulas when it opens the file: results that stand in it may be out of date. */
export function recalculateOnLoad(xml: string): string {
  const edit = new XmlEdit(xml);
  const element = edit.child("calcPr");
  if (element === undefined) {
    edit.insertInOrder(ORDER, "calcPr", `<${edit.root.prefix}calcPr fullCalcOnLoad="1"/>`);
  } else edit.setAttributes(element, { fullCalcOnLoad: "1" });
  return edit.finish();
}
