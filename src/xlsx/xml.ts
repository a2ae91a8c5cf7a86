import { SaxesParser } from "saxes";
import type { Budget } from "./limits";
import { ReadProblem } from "./problem";
import { unpackEntry, type ZipEntry, type ZipPackage } from "./zip";

export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * Receives a part of the package. Names come without their namespace prefix: OOXML gives its elements distinct local
 * names where we look, and the prefixes are the writer's choice (`<x:row>`). Attributes keep theirs.
 */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** No part of a workbook nests deeper; a file that does wants to exhaust memory. */
const MAX_DEPTH = 256;

/**
 * Parses one part strictly while it is unpacked; memory does not grow with the part.
 * @throws ReadProblem `broken-part` where it is not well-formed; what `unpackEntry` throws.
 */
export function parsePart(zip: ZipPackage, entry: ZipEntry, budget: Budget, handler: XmlHandler): void {
  const part = entry.name;
  const parser = newParser(part, handler);
  let decoder: TextDecoder | null = null;
  unpackEntry(zip, entry, budget, (chunk, last) => {
    if (chunk.length > 0) decoder ??= decoderFor(chunk, part);
    const text = wellFormed(part, () => decoder?.decode(chunk, { stream: !last }) ?? "");
    parser.write(text);
    if (last) parser.close();
  });
}

/**
 * The text of one part, known to be well-formed; without byte order mark.
 * @throws ReadProblem as `parsePart` does.
 */
export function readText(zip: ZipPackage, entry: ZipEntry, budget: Budget): string {
  const pieces: string[] = [];
  const parser = newParser(entry.name, {
    open: () => undefined,
    close: () => undefined,
    text: () => undefined,
  });
  let decoder: TextDecoder | null = null;
  unpackEntry(zip, entry, budget, (chunk, last) => {
    if (chunk.length > 0) decoder ??= decoderFor(chunk, entry.name);
    const text = wellFormed(entry.name, () => decoder?.decode(chunk, { stream: !last }) ?? "");
    parser.write(text);
    pieces.push(text);
    if (last) parser.close();
  });
  return pieces.join("");
}

/** @throws ReadProblem `broken-part` where the text is no well-formed document. */
export function requireWellFormed(part: string, xml: string): void {
  newParser(part, { open: () => undefined, close: () => undefined, text: () => undefined })
    .write(xml)
    .close();
}

function newParser(part: string, handler: XmlHandler): SaxesParser<{ position: false; xmlns: false }> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  // Throwing out of the parser stops it at once; going on would read half a table.
  parser.on("error", (error) => {
    throw new ReadProblem("broken-part", { part }, { cause: error });
  });
  // OOXML forbids document types, and with them goes every trick with entities.
  parser.on("doctype", () => {
    throw new ReadProblem("broken-part", { part });
  });
  parser.on("opentag", (tag) => {
    if (++depth > MAX_DEPTH) throw new ReadProblem("broken-part", { part });
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close(localName(tag.name));
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  return parser;
}

function wellFormed<T>(part: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new ReadProblem("broken-part", { part }, { cause: error });
  }
}

/** UTF-8 unless a byte order mark or the XML declaration says otherwise; bytes that fit no character are an error. */
function decoderFor(start: Uint8Array, part: string): TextDecoder {
  const [a, b] = start;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  const declaration = new TextDecoder("latin1").decode(start.subarray(0, 200));
  const encoding = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(declaration)?.[1];
  return wellFormed(part, () => new TextDecoder(encoding ?? "utf-8", { fatal: true }));
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute whose prefix is the writer's choice, e.g. `r:id`. */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}

/** xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
