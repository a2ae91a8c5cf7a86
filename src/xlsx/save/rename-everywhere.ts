import type { PackageDraft } from "./package-draft";
import { renameSheets, nameKey, type SheetRenaming } from "./sheet-names";
import { escapeText } from "./xml-escape";
import { attributesOf, childrenOf, innerOf, rootOf, textOf, type XmlElement } from "./xml-source";
import { XmlEdit } from "./xml-edit";

/** Parts that may be long and name no sheet, or name it in another sense. */
const WITHOUT_FORMULAS =
  /^(?:docProps|customXml|_xmlsignatures)\/|^\[Content_Types\]|\/(?:sharedStrings|styles|theme\d*)\.xml$/i;

/** Elements whose text is a formula: of cells, charts, extensions, rules, names, tables. */
const FORMULAS = new Set([
  "f",
  "formula",
  "formula1",
  "formula2",
  "definedName",
  "calculatedColumnFormula",
  "totalsRowFormula",
]);
/** Attributes that are formulas, by element. */
const FORMULA_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ["hyperlink", ["location"]],
  ["formControlPr", ["fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"]],
]);
/** Attributes that are the name of a sheet: of pivot tables and consolidations. */
const NAME_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["worksheetSource", "sheet"],
  ["dataRef", "sheet"],
  ["rangeSet", "sheet"],
]);

/** Keys of deleted sheets that something still referred to, by what it was. */
export interface LostReferences {
  readonly charts: ReadonlySet<string>;
  readonly formulas: ReadonlySet<string>;
  readonly pivots: ReadonlySet<string>;
}

/** Follows renamed and deleted sheets through every part of the package; parts that name none of them are not touched. */
export function renameEverywhere(draft: PackageDraft, renaming: SheetRenaming): LostReferences {
  const lost = { charts: new Set<string>(), formulas: new Set<string>(), pivots: new Set<string>() };
  if (renaming.size === 0) return lost;
  for (const part of draft.parts()) {
    if (!/\.xml$/i.test(part) || WITHOUT_FORMULAS.test(part)) continue;
    const found = /\/charts\//i.test(part) ? lost.charts : lost.formulas;
    renameInPart(draft, part, renaming, found, lost.pivots);
  }
  return lost;
}

function renameInPart(
  draft: PackageDraft,
  part: string,
  renaming: SheetRenaming,
  lostFormulas: Set<string>,
  lostPivots: Set<string>,
): void {
  const xml = draft.text(part);
  // Formulas carry the sheet's name before “!”; everything else is quick to rule out.
  if (!xml.includes("!") && !/<(?:[^\s/>:]+:)?(?:worksheetSource|dataRef|rangeSet)\s/.test(xml)) return;
  const edit = new XmlEdit(xml);
  const rename = (formula: string): string => {
    const renamed = renameSheets(formula, renaming);
    for (const sheet of renamed.lost) lostFormulas.add(sheet);
    return renamed.formula;
  };
  const visit = (element: XmlElement): void => {
    const children = childrenOf(xml, element);
    // Extensions wrap formulas in elements of the same name.
    if (FORMULAS.has(element.name) && children.length === 0) {
      const before = textOf(xml, element);
      const after = rename(before);
      if (after !== before) {
        edit.replace({ start: element.openEnd, end: element.closeStart }, escapeText(after));
      }
      return;
    }
    renameAttributes(edit, element, renaming, rename, lostPivots);
    // Rows without formulas, most of a sheet, are not walked through.
    if (element.name === "row" && !innerOf(xml, element).includes("!")) return;
    for (const child of children) visit(child);
  };
  visit(rootOf(xml));
  if (edit.changed) draft.write(part, edit.finish());
}

function renameAttributes(
  edit: XmlEdit,
  element: XmlElement,
  renaming: SheetRenaming,
  rename: (formula: string) => string,
  lostPivots: Set<string>,
): void {
  const nameAttribute = NAME_ATTRIBUTES.get(element.name);
  const formulaAttributes = FORMULA_ATTRIBUTES.get(element.name);
  if (nameAttribute === undefined && formulaAttributes === undefined) return;
  const attributes = attributesOf(edit.source, element);
  const patch: Record<string, string> = {};
  for (const name of formulaAttributes ?? []) {
    const before = attributes.get(name);
    const after = before === undefined ? undefined : rename(before);
    if (after !== undefined && after !== before) patch[name] = after;
  }
  if (nameAttribute !== undefined) {
    const sheet = attributes.get(nameAttribute);
    const renamed = sheet === undefined ? undefined : renaming.get(nameKey(sheet));
    if (typeof renamed === "string") patch[nameAttribute] = renamed;
    else if (renamed === null && sheet !== undefined) lostPivots.add(nameKey(sheet));
  }
  if (Object.keys(patch).length > 0) edit.setAttributes(element, patch);
}
