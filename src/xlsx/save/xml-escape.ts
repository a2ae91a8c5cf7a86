import { escapeText } from "../../core/workbook/xml-text";

export { decodeXml, escapeText } from "../../core/workbook/xml-text";

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

export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}
