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
