import { decodeXml, escapeAttribute } from "./xml-escape";

/**
 * An element by its place in the text of a part, so that the text around it can be kept to the letter. Offsets count
 * UTF-16 units; an element without closing tag (`<c/>`) has `openEnd = closeStart = end`.
 */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon; "" for none. */
  readonly prefix: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** The document element. The text has to be well-formed, here and below: `PackageDraft.text` has made sure. */
export function rootOf(xml: string): XmlElement {
  const [root] = elementsBetween(xml, 0, xml.length);
  if (root === undefined) throw new Error("no document element");
  return root;
}

export function childrenOf(xml: string, parent: XmlElement): readonly XmlElement[] {
  return elementsBetween(xml, parent.openEnd, parent.closeStart);
}

/** Also the way through a sheet's rows, so it makes objects for the outermost elements alone. */
function elementsBetween(xml: string, from: number, to: number): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  let depth = 0;
  let start = 0;
  let openEnd = 0;
  for (let at = xml.indexOf("<", from); at >= 0 && at < to;) {
    const next = xml.charCodeAt(at + 1);
    let end: number;
    if (next === BANG) end = afterMarkup(xml, at);
    else if (next === QUESTION) end = xml.indexOf("?>", at) + 2;
    else {
      end = tagEnd(xml, at);
      if (next === SLASH) {
        if (--depth === 0) elements.push(element(xml, start, openEnd, at, end));
      } else {
        if (depth === 0) {
          start = at;
          openEnd = end;
        }
        if (xml.charCodeAt(end - 2) !== SLASH) depth++;
        else if (depth === 0) elements.push(element(xml, at, end, end, end));
      }
    }
    at = xml.indexOf("<", end);
  }
  return elements;
}

function afterMarkup(xml: string, at: number): number {
  return xml.startsWith("<!--", at) ? xml.indexOf("-->", at + 4) + 3 : xml.indexOf("]]>", at) + 3;
}

/** A “>” may stand inside an attribute. */
function tagEnd(xml: string, at: number): number {
  for (let index = at + 1; index < xml.length; index++) {
    const code = xml.charCodeAt(index);
    if (code === GREATER) return index + 1;
    if (code === DOUBLE_QUOTE) index = xml.indexOf('"', index + 1);
    else if (code === SINGLE_QUOTE) index = xml.indexOf("'", index + 1);
  }
  throw new Error("not well-formed");
}

const TAG_NAME = /<([^\s/>:]+:)?([^\s/>]+)/y;

function element(xml: string, start: number, openEnd: number, closeStart: number, end: number): XmlElement {
  TAG_NAME.lastIndex = start;
  const [, prefix = "", name = ""] = TAG_NAME.exec(xml) ?? [];
  return { name, prefix, start, openEnd, closeStart, end };
}

const ATTRIBUTE = /\s([^\s=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes by name with prefix, decoded. */
export function attributesOf(xml: string, { start, openEnd }: XmlElement): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of xml.slice(start, openEnd).matchAll(ATTRIBUTE)) {
    attributes.set(name, decodeXml(double ?? single ?? ""));
  }
  return attributes;
}

/** The opening tag with some attributes changed, added at its end, or (null) taken out; the others to the letter. */
export function openTagWith(
  xml: string,
  { start, openEnd }: XmlElement,
  patch: Readonly<Record<string, string | null>>,
): string {
  const open = new Set(Object.keys(patch));
  let tag = xml.slice(start, openEnd).replace(ATTRIBUTE, (whole, name: string) => {
    if (!open.delete(name)) return whole;
    const value = patch[name];
    return typeof value === "string" ? ` ${name}="${escapeAttribute(value)}"` : "";
  });
  for (const name of open) {
    const value = patch[name];
    if (typeof value === "string") {
      tag = tag.replace(/\s*\/?>$/, (end) => ` ${name}="${escapeAttribute(value)}"${end}`);
    }
  }
  return tag;
}

/** What stands between the tags, decoded; markup inside is not looked at. */
export function textOf(xml: string, { openEnd, closeStart }: XmlElement): string {
  return decodeXml(xml.slice(openEnd, closeStart));
}

export function rawOf(xml: string, { start, end }: XmlElement): string {
  return xml.slice(start, end);
}

export function innerOf(xml: string, { openEnd, closeStart }: XmlElement): string {
  return xml.slice(openEnd, closeStart);
}
