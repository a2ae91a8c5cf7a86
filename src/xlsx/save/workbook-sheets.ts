import type { SheetVisibility } from "../../core/workbook/snapshot";
import type { WorkbookChanges } from "./changes";
import { UNSAVABLE } from "./messages";
import type { PackageDraft } from "./package-draft";
import { isSheetName, nameKey } from "./sheet-names";
import { UnsavableChangeError } from "./unsavable";
import { attributesOf, childrenOf, openTagWith, rawOf, rootOf } from "./xml-source";

/** A sheet of the original, of whatever kind. */
export interface OriginalSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly part: string;
  /** Last step of its relationship's type: `worksheet`, `chartsheet`, … */
  readonly type: string;
  readonly relationship: string;
  readonly sheetId: number;
  readonly xml: string;
}

/** A sheet of the saved workbook, in tab order. */
export interface FinalSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Position in the original; null for a new sheet. */
  readonly original: number | null;
}

export function originalSheets(draft: PackageDraft, workbookPart: string): readonly OriginalSheet[] {
  const xml = draft.text(workbookPart);
  const root = rootOf(xml);
  const list = childrenOf(xml, root).find(({ name }) => name === "sheets");
  const byId = new Map(
    draft.relationships(workbookPart).map((relationship) => [relationship.id, relationship]),
  );
  return (list === undefined ? [] : childrenOf(xml, list)).map((element) => {
    const attributes = attributesOf(xml, element);
    const [, id = ""] = [...attributes].find(([name]) => name.endsWith(":id")) ?? [];
    const state = attributes.get("state");
    return {
      name: attributes.get("name") ?? "",
      visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
      part: byId.get(id)?.target ?? "",
      type: byId.get(id)?.type ?? "",
      relationship: id,
      sheetId: Number(attributes.get("sheetId") ?? 0),
      xml: rawOf(xml, element),
    };
  });
}

/**
 * The sheets after the changes.
 * @throws UnsavableChangeError for a sheet that is not there, a name Excel refuses, two equal names, no visible sheet.
 */
export function finalSheets(
  originals: readonly OriginalSheet[],
  { sheets = [], added = [], deleted = [], order = [] }: WorkbookChanges,
): readonly FinalSheet[] {
  const byName = new Map(originals.map(({ name }, index) => [nameKey(name), index]));
  for (const name of [...sheets.map(({ sheet }) => sheet), ...deleted]) {
    if (!byName.has(nameKey(name))) throw new UnsavableChangeError(UNSAVABLE.noSheet(name));
  }
  const gone = new Set(deleted.map(nameKey));
  const changes = new Map(sheets.map((change) => [nameKey(change.sheet), change]));
  const now: FinalSheet[] = originals.flatMap(({ name, visibility }, original) => {
    if (gone.has(nameKey(name))) return [];
    const change = changes.get(nameKey(name));
    return [{ name: change?.rename ?? name, visibility: change?.visibility ?? visibility, original }];
  });
  for (const { name, visibility = "visible" } of added) now.push({ name, visibility, original: null });
  requireGood(now, originals);
  return arranged(now, order);
}

function requireGood(sheets: readonly FinalSheet[], originals: readonly OriginalSheet[]): void {
  const seen = new Set<string>();
  for (const { name, original } of sheets) {
    // A name the file came with is not ours to judge.
    const isOld = original !== null && originals[original]?.name === name;
    if (!isOld && !isSheetName(name)) throw new UnsavableChangeError(UNSAVABLE.sheetName(name));
    if (seen.has(nameKey(name))) throw new UnsavableChangeError(UNSAVABLE.sameName(name));
    seen.add(nameKey(name));
  }
  if (!sheets.some(({ visibility }) => visibility === "visible")) {
    throw new UnsavableChangeError(UNSAVABLE.noVisibleSheet);
  }
}

/** The sheets that `order` lists share their places out among themselves; the others stay where they are. */
function arranged(sheets: readonly FinalSheet[], order: readonly string[]): readonly FinalSheet[] {
  if (order.length === 0) return sheets;
  const byName = new Map(sheets.map((sheet) => [nameKey(sheet.name), sheet]));
  const listed = [...new Set(order.map(nameKey))].map((key) => {
    const sheet = byName.get(key);
    if (sheet === undefined) {
      throw new UnsavableChangeError(UNSAVABLE.noSheet(order.find((name) => nameKey(name) === key) ?? key));
    }
    return sheet;
  });
  const isListed = new Set(listed);
  let next = 0;
  return sheets.map((sheet) => (isListed.has(sheet) ? (listed[next++] ?? sheet) : sheet));
}

/** `<sheet>` of a kept sheet, to the letter but for what changed. */
export function keptSheetElement(sheet: FinalSheet, original: OriginalSheet): string {
  const patch: Record<string, string | null> = {};
  if (sheet.name !== original.name) patch["name"] = sheet.name;
  if (sheet.visibility !== original.visibility) {
    patch["state"] = sheet.visibility === "visible" ? null : sheet.visibility;
  }
  if (Object.keys(patch).length === 0) return original.xml;
  const element = rootOf(original.xml);
  return openTagWith(original.xml, element, patch) + original.xml.slice(element.openEnd);
}
