import type { CellBooks } from "./cell-writer";
import type { NewSheet, WorkbookChanges } from "./changes";
import { EMPTY_STYLES } from "./empty-package";
import { keepParts } from "./keep-parts";
import { UNKEPT, UNSAVABLE } from "./messages";
import type { PackageDraft } from "./package-draft";
import { renameEverywhere, type LostReferences } from "./rename-everywhere";
import { newSheetXml, builtInNames } from "./sheet-new";
import { nameKey } from "./sheet-names";
import { patchSheet, type PatchedSheet } from "./sheet-patch";
import { StyleBook } from "./style-book";
import { followTableHeaders } from "./table-headers";
import { INLINE_TEXTS, sharedTexts } from "./text-store";
import { UnsavableChangeError } from "./unsavable";
import { addNames, arrangeSheets, recalculateOnLoad } from "./workbook-part";
import { finalSheets, originalSheets, type FinalSheet, type OriginalSheet } from "./workbook-sheets";
import { escapeAttribute } from "./xml-escape";
import { rootOf } from "./xml-source";

const MAIN = {
  transitional: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  strict: "http://purl.oclc.org/ooxml/spreadsheetml/main",
};
const OFFICE = {
  transitional: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  strict: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Addresses named in a sentence before it becomes “等”. */
const NAMED = 5;

/** A workbook on its way to a saved file. The steps are to be taken in the order they stand here. */
export class WorkbookDraft {
  private readonly originals: readonly OriginalSheet[];
  private readonly sheets: readonly FinalSheet[];
  private readonly flavour: "transitional" | "strict";
  private readonly stylesPart: string | null;
  private readonly textsPart: string | null;
  private books: CellBooks | null = null;
  private readonly newParts = new Map<string, string>();
  private recalculate = false;
  private calcChainStale = false;
  private readonly losses: string[] = [];

  constructor(
    private readonly draft: PackageDraft,
    private readonly part: string,
    private readonly changes: WorkbookChanges,
  ) {
    const xml = draft.text(part);
    const { start, openEnd } = rootOf(xml);
    this.flavour = xml.slice(start, openEnd).includes(MAIN.strict) ? "strict" : "transitional";
    this.originals = originalSheets(draft, part);
    this.sheets = finalSheets(this.originals, changes);
    this.stylesPart = this.partOfType("styles");
    this.textsPart = this.partOfType("sharedStrings");
  }

  /** Sheets are listed anew, deleted ones go with what they alone use, references follow renamed ones. */
  arrange(): void {
    const { draft, part, originals, sheets, changes } = this;
    for (const sheet of changes.added ?? []) this.newParts.set(nameKey(sheet.name), this.freePart());
    draft.write(
      part,
      arrangeSheets(draft.text(part), originals, sheets, (sheet) => this.newSheetElement(sheet)),
    );
    this.deleteSheets();
    const renaming = new Map<string, string | null>();
    for (const name of changes.deleted ?? []) renaming.set(nameKey(name), null);
    for (const { sheet, rename } of changes.sheets ?? []) {
      if (rename !== undefined && rename !== sheet) renaming.set(nameKey(sheet), rename);
    }
    this.noteLostReferences(renaming, renameEverywhere(draft, renaming));
    if ((changes.deleted ?? []).length > 0) this.recalculate = true;
  }

  patchSheets(): void {
    for (const change of this.changes.sheets ?? []) {
      const sheet = this.originals.find(({ name }) => nameKey(name) === nameKey(change.sheet));
      const { rename: _rename, visibility: _visibility, sheet: _sheet, ...inside } = change;
      const isInside = Object.values(inside).some((list) => list.length > 0);
      const isGone = (this.changes.deleted ?? []).some((name) => nameKey(name) === nameKey(change.sheet));
      if (sheet === undefined || isGone || !isInside) continue;
      if (sheet.type !== "worksheet") throw new UnsavableChangeError(UNSAVABLE.noSheet(change.sheet));
      followTableHeaders(this.draft, change.sheet, sheet.part, change.cells ?? []);
      const patched = patchSheet(this.draft.text(sheet.part), change, this.openBooks());
      this.draft.write(sheet.part, patched.xml);
      this.noteLostText(change.sheet, patched);
      if (patched.formulasGone) this.calcChainStale = true;
      if ((change.cells ?? []).some(({ content }) => content !== undefined)) this.recalculate = true;
    }
  }

  addSheets(): void {
    for (const sheet of this.changes.added ?? []) {
      const part = this.newParts.get(nameKey(sheet.name));
      if (part === undefined) throw new Error("arrange() comes first");
      const xml = newSheetXml(sheet, MAIN[this.flavour], this.openBooks());
      this.draft.add(part, xml, `${SPREADSHEET}.worksheet+xml`);
      if (hasFormulas(sheet)) this.recalculate = true;
    }
    const names = [...(this.changes.added ?? []).flatMap(builtInNames), ...(this.changes.names ?? [])];
    this.draft.write(this.part, addNames(this.draft.text(this.part), names, this.sheets));
  }

  keepParts(): void {
    keepParts(this.draft, this.part, OFFICE[this.flavour], this.changes.kept ?? {});
  }

  /** @returns what the file no longer has, in Chinese sentences. */
  finish(): readonly string[] {
    const { draft, books } = this;
    if (books !== null) {
      if (this.stylesPart !== null) draft.write(this.stylesPart, books.styles.finish());
      else this.addStyles(books.styles);
      const texts = books.texts.finish();
      if (this.textsPart !== null && texts !== null) draft.write(this.textsPart, texts);
    }
    if (this.recalculate) draft.write(this.part, recalculateOnLoad(draft.text(this.part)));
    // Excel makes the chain anew; one that names a cell without formula it would call broken.
    if (this.calcChainStale) this.dropRelated(this.part, "calcChain");
    if (draft.changed && this.dropRelated("", "origin")) this.losses.push(UNKEPT.signature);
    return [...new Set(this.losses)];
  }

  private openBooks(): CellBooks {
    this.books ??= {
      styles: new StyleBook(this.stylesPart === null ? EMPTY_STYLES : this.draft.text(this.stylesPart)),
      texts: this.textsPart === null ? INLINE_TEXTS : sharedTexts(this.draft.text(this.textsPart)),
    };
    return this.books;
  }

  private addStyles(styles: StyleBook): void {
    const xml = styles.finish();
    if (xml === EMPTY_STYLES) return;
    const part = `${this.folder()}styles.xml`;
    this.draft.addRelationship(this.part, `${OFFICE[this.flavour]}/styles`, part);
    this.draft.add(part, xml.replace(MAIN.transitional, MAIN[this.flavour]), `${SPREADSHEET}.styles+xml`);
  }

  private newSheetElement({ name, visibility }: FinalSheet): string {
    const part = this.newParts.get(nameKey(name));
    if (part === undefined) throw new Error("a new sheet has a part");
    const type = OFFICE[this.flavour];
    const id = this.draft.addRelationship(this.part, `${type}/worksheet`, part);
    const numbers = this.originals.map(({ sheetId }) => sheetId);
    const sheetId = Math.max(0, ...numbers) + 1 + [...this.newParts.keys()].indexOf(nameKey(name));
    const state = visibility === "visible" ? "" : ` state="${visibility}"`;
    const p = rootOf(this.draft.text(this.part)).prefix;
    // The prefix is declared here, as the part may use it for something else or not at all.
    return `<${p}sheet name="${escapeAttribute(name)}" sheetId="${String(sheetId)}"${state} r:id="${id}" xmlns:r="${type}"/>`;
  }

  private deleteSheets(): void {
    const gone = new Set((this.changes.deleted ?? []).map(nameKey));
    if (gone.size === 0) return;
    const ids = new Set(
      this.originals.filter(({ name }) => gone.has(nameKey(name))).map(({ relationship }) => relationship),
    );
    this.draft.removeRelated(this.part, ({ id }) => ids.has(id));
    this.calcChainStale = true;
  }

  private dropRelated(part: string, type: string): boolean {
    return this.draft.removeRelated(part, (relationship) => relationship.type === type);
  }

  private freePart(): string {
    const taken = new Set(this.newParts.values());
    for (let number = this.originals.length + 1; ; number++) {
      const part = `${this.folder()}worksheets/sheet${String(number)}.xml`;
      if (!this.draft.has(part) && !taken.has(part)) return part;
    }
  }

  private folder(): string {
    return this.part.slice(0, this.part.lastIndexOf("/") + 1);
  }

  private partOfType(type: string): string | null {
    const found = this.draft
      .relationships(this.part)
      .find((relationship) => relationship.type === type && !relationship.external);
    return found === undefined || !this.draft.has(found.target) ? null : found.target;
  }

  private noteLostReferences(
    renaming: ReadonlyMap<string, string | null>,
    { charts, formulas, pivots }: LostReferences,
  ): void {
    const hasMacros = this.draft.parts().some((part) => /vbaproject\.bin$/i.test(part));
    for (const { name } of this.originals) {
      const key = nameKey(name);
      if (charts.has(key)) this.losses.push(UNKEPT.deletedChart(name));
      if (formulas.has(key)) this.losses.push(UNKEPT.deletedFormula(name));
      if (pivots.has(key)) this.losses.push(UNKEPT.deletedPivot(name));
      if (hasMacros && renaming.has(key)) this.losses.push(UNKEPT.macros(name));
    }
  }

  private noteLostText(sheet: string, { richTexts, richValues }: PatchedSheet): void {
    if (richTexts.length > 0) this.losses.push(UNKEPT.richText(sheet, listed(richTexts)));
    if (richValues.length > 0) this.losses.push(UNKEPT.richValue(sheet, listed(richValues)));
  }
}

function listed(cells: readonly string[]): string {
  return cells.slice(0, NAMED).join("、") + (cells.length > NAMED ? " 等" : "");
}

function hasFormulas({ cells }: NewSheet): boolean {
  return cells.some(({ content }) => content !== undefined && "formula" in content);
}
