import { BUILTIN_FORMATS } from "../builtin-formats";
import { isTrue } from "../xml";
import type { FormatPatch, NewRule } from "./changes";
import { UNSAVABLE } from "./messages";
import {
  alignmentAttributes,
  borderWith,
  fontMeasures,
  fontWith,
  rgb,
  solidFill,
  touchesFont,
} from "./style-elements";
import { UnsavableChangeError } from "./unsavable";
import { escapeAttribute } from "./xml-escape";
import { XmlEdit } from "./xml-edit";
import { attributesOf, childrenOf, openTagWith, rawOf, rootOf, type XmlElement } from "./xml-source";

/** What a cell's style is to have beyond that of its base. */
export interface StyleWish {
  readonly numberFormat?: string | undefined;
  readonly format?: FormatPatch | undefined;
  /** The mark Excel sets for a leading apostrophe: the text stays a text when the user edits the cell. */
  readonly quotePrefix?: boolean | undefined;
}

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** First number of formats that the file itself defines. */
const FIRST_CUSTOM_FORMAT = 164;
const MAX_FORMAT_CODE = 255;
/** Built-in formats that mean the same in every locale. */
const FIXED_BUILTIN = new Set([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 45, 46, 47, 48, 49]);

/** styles.xml as it is being added to: whatever there is keeps its index. */
export class StyleBook {
  private readonly edit: XmlEdit;
  private readonly p: string;
  private readonly lists = new Map<string, List>();
  private readonly made = new Map<string, number>();
  private readonly formats = new Map<string, number>();
  /** A sheet has many cells of one format; writing it out each time would take longer than all else. */
  private readonly keys = new WeakMap<FormatPatch, string>();
  private readonly prefixed = new Map<number, boolean>();

  constructor(xml: string) {
    this.edit = new XmlEdit(xml);
    this.p = this.edit.root.prefix;
    for (const [id, code] of BUILTIN_FORMATS) if (FIXED_BUILTIN.has(id)) this.formats.set(code, id);
    for (const item of this.list("numFmts").items) {
      const attributes = itemAttributes(item);
      this.formats.set(attributes.get("formatCode") ?? "", Number(attributes.get("numFmtId")));
    }
  }

  hasQuotePrefix(style: number): boolean {
    let known = this.prefixed.get(style);
    if (known === undefined) {
      known = isTrue(itemAttributes(this.cellFormat(style)).get("quotePrefix"));
      this.prefixed.set(style, known);
    }
    return known;
  }

  /** Index of a style like `base` with the wish laid over it; the same again for the same question. */
  styleFor(base: number, wish: StyleWish): number {
    const { numberFormat, quotePrefix, format } = wish;
    const key = `${String(base)} ${String(quotePrefix)} ${this.keyOf(format)} ${String(numberFormat)}`;
    let index = this.made.get(key);
    if (index === undefined) {
      index = this.addIfNew("cellXfs", this.patched(this.cellFormat(base), wish));
      this.made.set(key, index);
    }
    return index;
  }

  /** Index of a format for conditional formats (`dxf`). */
  differential({ fillColor, fontColor, bold }: Pick<NewRule, "fillColor" | "fontColor" | "bold">): number {
    const { p } = this;
    const weight = bold === null ? "" : `<${p}b val="${bold ? "1" : "0"}"/>`;
    const font = `${weight}${fontColor === "" ? "" : `<${p}color${rgb(fontColor)}/>`}`;
    const fill =
      fillColor === ""
        ? ""
        : `<${p}fill><${p}patternFill><${p}bgColor${rgb(fillColor)}/></${p}patternFill></${p}fill>`;
    return this.addIfNew(
      "dxfs",
      `<${p}dxf>${font === "" ? "" : `<${p}font>${font}</${p}font>`}${fill}</${p}dxf>`,
    );
  }

  /** The font that column widths count in. */
  defaultFont(): { readonly name: string; readonly size: number } {
    const font = this.list("fonts").items[Number(itemAttributes(this.cellFormat(0)).get("fontId") ?? 0)];
    return font === undefined ? { name: "Calibri", size: 11 } : fontMeasures(font);
  }

  /** The part with what was added; the very same text if nothing was. */
  finish(): string {
    for (const [name, list] of this.lists) {
      if (list.items.length === list.original) continue;
      const added = list.items.slice(list.original).join("");
      const count = String(list.items.length);
      const tag = `${this.p}${name}`;
      if (list.element !== undefined) this.edit.append(list.element, added, { count });
      else this.edit.insertInOrder(ORDER, name, `<${tag} count="${count}">${added}</${tag}>`);
    }
    return this.edit.changed ? this.edit.finish() : this.edit.source;
  }

  private keyOf(format: FormatPatch | undefined): string {
    if (format === undefined) return "";
    let key = this.keys.get(format);
    if (key === undefined) {
      key = JSON.stringify(format);
      this.keys.set(format, key);
    }
    return key;
  }

  private patched(xf: string, { numberFormat, format = {}, quotePrefix }: StyleWish): string {
    const before = itemAttributes(xf);
    const id = (name: string): number => Number(before.get(name) ?? 0);
    const attributes: Record<string, string | null> = {};
    if (numberFormat !== undefined) {
      attributes["numFmtId"] = String(this.numberFormat(numberFormat));
      attributes["applyNumberFormat"] = "1";
    }
    if (touchesFont(format)) {
      const font = this.list("fonts").items[id("fontId")] ?? `<${this.p}font/>`;
      attributes["fontId"] = String(this.addIfNew("fonts", fontWith(font, format, this.p)));
      attributes["applyFont"] = "1";
    }
    if (format.fillColor !== undefined) {
      // Index 0 is “none” in every file.
      const none = format.fillColor === "" && this.list("fills").items.length > 0;
      const fill = none ? 0 : this.addIfNew("fills", solidFill(format.fillColor, this.p));
      attributes["fillId"] = String(fill);
      attributes["applyFill"] = "1";
    }
    if (format.borders !== undefined) {
      const border = this.list("borders").items[id("borderId")] ?? `<${this.p}border/>`;
      attributes["borderId"] = String(this.addIfNew("borders", borderWith(border, format.borders, this.p)));
      attributes["applyBorder"] = "1";
    }
    if (quotePrefix !== undefined) attributes["quotePrefix"] = quotePrefix ? "1" : null;
    return this.withAlignment(xf, attributes, alignmentAttributes(format));
  }

  private withAlignment(
    xf: string,
    attributes: Record<string, string | null>,
    alignment: Readonly<Record<string, string>>,
  ): string {
    const edit = new XmlEdit(xf);
    if (Object.keys(alignment).length === 0) {
      edit.setAttributes(edit.root, attributes);
      return edit.finish();
    }
    const all = { ...attributes, applyAlignment: "1" };
    const there = edit.child("alignment");
    const text = openTagWith(`<${this.p}alignment/>`, rootOf(`<${this.p}alignment/>`), alignment);
    if (there !== undefined) {
      edit.setAttributes(there, alignment);
      edit.setAttributes(edit.root, all);
    } else if (edit.root.openEnd === edit.root.end) edit.append(edit.root, text, all);
    else {
      edit.setAttributes(edit.root, all);
      edit.insert(edit.root.openEnd, text);
    }
    return edit.finish();
  }

  private numberFormat(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    if (code === "" || code.length > MAX_FORMAT_CODE) throw new UnsavableChangeError(UNSAVABLE.format(code));
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(code, id);
    this.list("numFmts").items.push(
      `<${this.p}numFmt numFmtId="${String(id)}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return id;
  }

  private cellFormat(style: number): string {
    const { items } = this.list("cellXfs");
    return (
      items[style] ?? items[0] ?? `<${this.p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
    );
  }

  private addIfNew(name: string, item: string): number {
    const { items } = this.list(name);
    const index = items.indexOf(item);
    if (index >= 0) return index;
    return items.push(item) - 1;
  }

  private list(name: string): List {
    let list = this.lists.get(name);
    if (list === undefined) {
      const element = this.edit.child(name);
      const source = this.edit.source;
      const items =
        element === undefined ? [] : childrenOf(source, element).map((child) => rawOf(source, child));
      list = { element, items, original: items.length };
      this.lists.set(name, list);
    }
    return list;
  }
}

/** A list of styles.xml: what was there and, from `original` on, what was added. */
interface List {
  readonly element: XmlElement | undefined;
  readonly items: string[];
  readonly original: number;
}

function itemAttributes(item: string): ReadonlyMap<string, string> {
  return attributesOf(item, rootOf(item));
}
