import type { ColumnChange } from "./changes";
import { WORKSHEET_ORDER } from "./worksheet-order";
import type { XmlEdit } from "./xml-edit";
import { attributesOf, openTagWith, rawOf, rootOf } from "./xml-source";

/** A `<col>`: columns that are alike. 0-based, inclusive. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  readonly xml: string;
}

export interface Font {
  readonly name: string;
  /** In points. */
  readonly size: number;
}

export function columnSpans(edit: XmlEdit): readonly ColumnSpan[] {
  const element = edit.child("cols");
  if (element === undefined) return [];
  return edit.children(element).map((child) => {
    const attributes = attributesOf(edit.source, child);
    const first = Number(attributes.get("min")) - 1;
    return { first, last: Number(attributes.get("max")) - 1, xml: rawOf(edit.source, child) };
  });
}

/** Style that cells of a column have while they are not there. */
export function columnStyles(spans: readonly ColumnSpan[]): (column: number) => number {
  return (column) => {
    const span = spans.find(({ first, last }) => first <= column && column <= last);
    return span === undefined ? 0 : Number(attributesOf(span.xml, rootOf(span.xml)).get("style") ?? 0);
  };
}

export function patchColumns(
  edit: XmlEdit,
  spans: readonly ColumnSpan[],
  changes: readonly ColumnChange[],
  font: Font,
): void {
  if (changes.length === 0) return;
  const text = columnsElement(spans, changes, font, edit.root.prefix);
  const element = edit.child("cols");
  if (element === undefined) edit.insertInOrder(WORKSHEET_ORDER, "cols", text);
  else edit.replace(element, text);
}

/** `<cols>` with the changes; spans they only partly cover are split. */
export function columnsElement(
  spans: readonly ColumnSpan[],
  changes: readonly ColumnChange[],
  font: Font,
  p: string,
): string {
  let now = [...spans].sort((a, b) => a.first - b.first);
  for (const change of changes) now = withChange(now, change, font, p);
  return `<${p}cols>${now.map(({ first, last, xml }) => spanned(xml, first, last)).join("")}</${p}cols>`;
}

function withChange(spans: readonly ColumnSpan[], change: ColumnChange, font: Font, p: string): ColumnSpan[] {
  const { first, last } = change;
  const result: ColumnSpan[] = [];
  let at = first;
  const plain = (until: number): void => {
    if (at <= until) result.push({ first: at, last: until, xml: changed(`<${p}col/>`, change, font) });
    at = Math.max(at, until + 1);
  };
  for (const span of spans) {
    if (span.last < first) result.push(span);
    else if (span.first > last) {
      plain(last);
      result.push(span);
    } else {
      if (span.first < first) result.push({ ...span, last: first - 1 });
      plain(span.first - 1);
      const inside = { first: Math.max(span.first, first), last: Math.min(span.last, last) };
      result.push({ ...inside, xml: changed(span.xml, change, font) });
      at = inside.last + 1;
      if (span.last > last) result.push({ ...span, first: last + 1 });
    }
  }
  plain(last);
  return result;
}

function changed(xml: string, { width, hidden }: ColumnChange, font: Font): string {
  const attributes: Record<string, string | null> = {};
  if (width !== undefined) {
    const characters = "points" in width ? charactersOf(width.points, font) : width.characters;
    Object.assign(attributes, { width: String(characters), customWidth: "1" });
  } else if (!/\swidth\s*=/.test(xml)) {
    // Excel takes a column without a width for one of width 0.
    attributes["width"] = String(DEFAULT_WIDTH);
  }
  if (hidden !== undefined) attributes["hidden"] = hidden ? "1" : null;
  return openTagWith(xml, rootOf(xml), attributes);
}

/** 8 characters and the padding: what Excel shows as 8.38 with 宋体 11. */
const DEFAULT_WIDTH = 9;
const PIXELS_PER_POINT = 96 / 72;

/**
 * Width as the file counts it (ECMA-376 part 1, §18.3.1.13): pixels ÷ pixels of the widest digit, in 1/256. Chinese
 * fonts draw digits half a square wide, rounded up; Calibri 11, where files made elsewhere count, has 7 pixels.
 */
export function charactersOf(points: number, font: Font): number {
  return Math.round((points * PIXELS_PER_POINT * 256) / digitPixels(font)) / 256;
}

/** Points of a width as the file counts it; null is the width of a column that the file says nothing of. */
export function pointsOf(characters: number | null, font: Font): number {
  const pixels = Math.round((characters ?? DEFAULT_WIDTH) * digitPixels(font));
  return pixels / PIXELS_PER_POINT;
}

function digitPixels({ name, size }: Font): number {
  const square = size * PIXELS_PER_POINT;
  return /calibri/i.test(name) ? Math.round(square * 0.5068) : Math.ceil(square / 2);
}

function spanned(xml: string, first: number, last: number): string {
  return openTagWith(xml, rootOf(xml), { min: String(first + 1), max: String(last + 1) });
}
