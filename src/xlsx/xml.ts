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

/** The parser of one part, which fails at once where the part is not well-formed. */
export type PartParser = SaxesParser<{ position: false; xmlns: false }>;

/**
 * Parses one part strictly while it is unpacked; memory does not grow with the part.
 * @throws ReadProblem `broken-part` where it is not well-formed; what `unpackEntry` throws.
 */
export function parsePart(zip: ZipPackage, entry: ZipEntry, budget: Budget, handler: XmlHandler): void {
  feedPart(zip, entry, budget, newParser(entry.name, handler));
}

/**
 * As `parsePart`, for the parts that are long: `listen` puts its own listeners to the parser, which saves two calls a tag.
 * Names come with their prefix then (see `localName`), and `listen` has to look after `checkDepth`.
 */
export function parseLongPart(
  zip: ZipPackage,
  entry: ZipEntry,
  budget: Budget,
  listen: (parser: PartParser) => void,
): void {
  const parser = strictParser(entry.name);
  listen(parser);
  feedPart(zip, entry, budget, parser);
}

/** @throws ReadProblem `broken-part` where elements nest deeper than in any workbook. */
export function checkDepth(depth: number, part: string): void {
  if (depth > MAX_DEPTH) throw new ReadProblem("broken-part", { part });
}

function feedPart(
  zip: ZipPackage,
  entry: ZipEntry,
  budget: Budget,
  parser: PartParser,
  keep: (text: string) => void = () => undefined,
): void {
  const part = entry.name;
  let decoder: TextDecoder | null = null;
  unpackEntry(zip, entry, budget, (chunk, last) => {
    if (chunk.length > 0) decoder ??= decoderFor(chunk, part);
    const text = wellFormed(part, () => decoder?.decode(chunk, { stream: !last }) ?? "");
    parser.write(text);
    keep(text);
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
  feedPart(zip, entry, budget, parser, (text) => pieces.push(text));
  return pieces.join("");
}

/** @throws ReadProblem `broken-part` where the text is no well-formed document. */
export function requireWellFormed(part: string, xml: string): void {
  newParser(part, { open: () => undefined, close: () => undefined, text: () => undefined })
    .write(xml)
    .close();
}

function newParser(part: string, handler: XmlHandler): PartParser {
  const parser = strictParser(part);
  let depth = 0;
  parser.on("opentag", (tag) => {
    checkDepth(++depth, part);
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

function strictParser(part: string): PartParser {
  const parser: PartParser = new SaxesParser({ position: false, xmlns: false });
  // Throwing out of the parser stops it at once; going on would read half a table.
  parser.on("error", (error) => {
    throw new ReadProblem("broken-part", { part }, { cause: error });
  });
  // OOXML forbids document types, and with them goes every trick with entities.
  parser.on("doctype", () => {
    throw new ReadProblem("broken-part", { part });
  });
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

/** A name without its prefix. */
export function localName(name: string): string {
  if (name.length < 3) return name;
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
