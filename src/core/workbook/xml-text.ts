/* Character data of XML, for the few places that write or read a small part without a parser. */

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Character data as the author meant it: entities, character references and CDATA sections resolved. */
export function decodeXml(raw: string): string {
  if (!/[&<\r]/.test(raw)) return raw;
  return raw
    .replace(/\r\n?/g, "\n")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&([^;]+);/g, (_, cdata, entity) => {
      if (typeof entity !== "string") return typeof cdata === "string" ? cdata : "";
      if (entity.startsWith("#x")) return String.fromCodePoint(parseInt(entity.slice(2), 16));
      if (entity.startsWith("#")) return String.fromCodePoint(Number(entity.slice(1)));
      return ENTITIES[entity] ?? `&${entity};`;
    });
}

/** The outermost element of a document. */
export interface XmlRoot {
  /** As written, with its prefix. */
  readonly name: string;
  /** "" for none. */
  readonly namespace: string;
  /** Offset of what follows the start tag. */
  readonly contentStart: number;
}

/** The root of a well-formed document; null where the text does not begin like one. */
export function xmlRoot(xml: string): XmlRoot | null {
  const start = /^\ufeff?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<([^\s/>!?]+)([^>]*)>/.exec(xml);
  if (start === null) return null;
  const [{ length }, name = "", attributes = ""] = start;
  const colon = name.indexOf(":");
  const declaration = colon < 0 ? "xmlns" : `xmlns:${name.slice(0, colon)}`;
  const found = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].find(
    ([, attribute]) => attribute === declaration,
  );
  return { name, namespace: decodeXml(found?.[2] ?? found?.[3] ?? ""), contentStart: length };
}
