import { toA1, type CellAddress } from "../../core/workbook/address";
import { isCellError, type CellValue } from "../../core/workbook/snapshot";
import type { CellChange, NewContent } from "./changes";
import { asStored } from "./future-functions";
import { UNSAVABLE } from "./messages";
import type { StyleBook } from "./style-book";
import type { TextStore } from "./text-store";
import { UnsavableChangeError } from "./unsavable";
import { encodeXstring, escapeText } from "./xml-escape";

/** What a workbook's sheets share when their cells are written. */
export interface CellBooks {
  readonly styles: StyleBook;
  readonly texts: TextStore;
}

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;
/** What Excel would take for a formula as soon as the user edits the cell; a single “-” it would not. */
const LIKE_A_FORMULA = /^[=+\-@＝＋－＠]./s;

/** A cell's `<v>`, `<f>` or `<is>` and its type; "n" is written without attribute. */
export interface WrittenContent {
  readonly type: string;
  readonly inner: string;
}

/** Writes cells of one sheet. */
export class CellWriter {
  constructor(
    private readonly sheet: string,
    /** Prefix of the part's elements. */
    readonly prefix: string,
    private readonly books: CellBooks,
  ) {}

  /** The whole element of a cell whose content is replaced, or that is new. "" where nothing would be in it. */
  element(change: CellChange, style: number, content: WrittenContent): string {
    const { prefix: p } = this;
    const s = style === 0 ? "" : ` s="${String(style)}"`;
    const t = content.type === "n" ? "" : ` t="${content.type}"`;
    const tag = `${p}c r="${toA1(change)}"${s}${t}`;
    return content.inner === "" ? (style === 0 ? "" : `<${tag}/>`) : `<${tag}>${content.inner}</${p}c>`;
  }

  /** Style of a cell after a change, from the one before. */
  style(before: number, { content, numberFormat, format }: CellChange): number {
    const quotePrefix = this.quotePrefix(before, content);
    if (numberFormat === undefined && format === undefined && quotePrefix === undefined) return before;
    return this.books.styles.styleFor(before, { numberFormat, format, quotePrefix });
  }

  /** @throws UnsavableChangeError for a formula without “=”, a number that is none, a text no cell can hold. */
  content(address: CellAddress, content: NewContent): WrittenContent {
    if ("value" in content) return this.constant(address, content.value);
    if (!("formula" in content)) throw new Error("a result alone is written by `result`");
    const { formula, cached } = content;
    if (!/^=./s.test(formula) || formula.length > MAX_FORMULA) {
      throw new UnsavableChangeError(UNSAVABLE.formula(this.sheet, toA1(address)));
    }
    const { type, inner } = cached === undefined ? { type: "n", inner: "" } : this.result(address, cached);
    return { type, inner: this.formula(formula.slice(1)) + inner };
  }

  /** `<f>` of a formula given without “=”. */
  formula(formula: string): string {
    return `<${this.prefix}f>${escapeText(encodeXstring(asStored(formula)))}</${this.prefix}f>`;
  }

  /** A formula's result: texts stand in the cell itself, also "". */
  result(address: CellAddress, value: CellValue): WrittenContent {
    const { prefix: p } = this;
    if (typeof value !== "string") return this.constant(address, value);
    return { type: "str", inner: `<${p}v>${escapeText(encodeXstring(value))}</${p}v>` };
  }

  isRich(sharedText: number): boolean {
    return this.books.texts.isRich(sharedText);
  }

  private constant(address: CellAddress, value: CellValue): WrittenContent {
    const { prefix: p } = this;
    const inner = (text: string): string => `<${p}v>${escapeText(text)}</${p}v>`;
    if (typeof value === "boolean") return { type: "b", inner: inner(value ? "1" : "0") };
    if (isCellError(value)) return { type: "e", inner: inner(value.error) };
    if (typeof value === "number") {
      if (!Number.isFinite(value)) {
        throw new UnsavableChangeError(UNSAVABLE.number(this.sheet, toA1(address)));
      }
      return { type: "n", inner: inner(String(value)) };
    }
    if (value === "") return { type: "n", inner: "" };
    if (value.length > MAX_TEXT) {
      throw new UnsavableChangeError(UNSAVABLE.longText(this.sheet, toA1(address)));
    }
    return this.books.texts.cell(value, p);
  }

  private quotePrefix(before: number, content: NewContent | undefined): boolean | undefined {
    if (content === undefined || (!("value" in content) && !("formula" in content))) return undefined;
    const wanted =
      "value" in content && typeof content.value === "string" && LIKE_A_FORMULA.test(content.value);
    // A number under the mark would turn into a text at the user's next edit.
    return wanted === this.books.styles.hasQuotePrefix(before) ? undefined : wanted;
  }
}
