/** Characters XML cannot carry, lone surrogates, and what would read as such an escape: written as `_x0007_`. */
const NEEDS_XSTRING =
  // eslint-disable-next-line no-control-regex -- these are the very characters XML forbids
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** ST_Xstring (ECMA-376 part 1, §22.9.2.19), the counterpart of `decodeXstring`. */
export function encodeXstring(text: string): string {
  return text.replace(
    NEEDS_XSTRING,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
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
